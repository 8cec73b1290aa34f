using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>The keys of posts in the ids and attributes of a page, without the words that forums put before them, so that all ways to write one agree.</summary>
internal static partial class PostKeys
{
    private const int MostLength = 100;

    // These hold a key and nothing else, of whatever signs it is made.
    private static readonly string[] Bare = ["data-shortid", "data-comment-id36"];

    private static readonly string[] Attributes = ["data-content", "data-post-id", "data-pid", "data-comment-id", "data-commentid", "data-id", "thingid", "data-fullname", "data-message-id", "data-lia-message-uid"];

    /// <summary>The key that an attribute of the element states.</summary>
    internal static string? Stated(IElement element) =>
        Bare.Select(element.GetAttribute).FirstOrDefault(value => value is { Length: > 0 and <= MostLength } && !value.Contains(' ', StringComparison.Ordinal))
            ?? In(Attributes.Select(element.GetAttribute).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)));

    /// <summary>The key in an id or the end of a link; one without a number is no key.</summary>
    internal static string? In(string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > MostLength || !id.Any(char.IsAsciiDigit) || id.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var number = Numbered().Match(id);
        // A key that mixes letters and digits would lose what tells it from others.
        return number.Success ? number.Groups["key"].Value : id[Prefix().Match(id).Length..];
    }

    /// <summary>The address leads to the post of that key: by the place on the page, or by its own page.</summary>
    internal static bool IsOf(string key, string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var place ? In(address[(place + 1)..]) == key
            : address.Split('?')[0].TrimEnd('/').Split('/') is [.., var kind, var last] && last == key && OfPosts().IsMatch(kind);

    [GeneratedRegex("^(p|c|posts?|comments?|messages?|status(es)?|answers?|notes?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OfPosts();

    [GeneratedRegex(@"^([^0-9]*[^0-9A-Za-z])?([A-Za-z]*(post|comment|message|reply|entry|answer|note|item|node|cmt|msg|edit|status|tree|content)|[A-Za-z]|pid|cid|id|no|num)?(?<key>[0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^([A-Za-z]*(post|comment|message|reply|entry|answer|note|item|node|cmt|msg)|c|p)[-_]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Prefix();
}
