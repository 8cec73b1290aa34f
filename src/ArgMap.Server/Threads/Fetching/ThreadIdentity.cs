using System.Globalization;
using ArgMap.Server.Threads.Fetching.Forums;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Tells whether two addresses are of the same thread, however they are written: with or without encryption, for phones, of a post or a later page of it, with what counts visits.</summary>
internal static class ThreadIdentity
{
    /// <summary>What is the same for all addresses of a thread and for no other thread; null when the address does not say which thread it is of.</summary>
    public static string? Of(Uri address)
    {
        var place = WrappedAddress.Within(address);
        if (Array.Find(ThreadFetcher.Known, forum => forum.Knows(place) && forum is not ActivityPubForum) is { } known)
        {
            return known.Thread(place);
        }

        return PageOfThread.IsOfPost(place) && PageOfThread.First(place) is null ? null
            : string.Create(CultureInfo.InvariantCulture, $"{PageLinks.Site(place.IdnHost)}{(place.IsDefaultPort ? "" : $":{place.Port}")}{PageOfThread.Of(place)}");
    }

    /// <summary>The same of an address as it is written; null as well when that is no address.</summary>
    public static string? Of(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var place) && place.Scheme is "http" or "https" ? Of(place) : null;
}
