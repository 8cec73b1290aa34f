using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Any page: of a thread that one of the other forums has, whose interface is then asked for the whole; else with the pages of the same thread before and after it, from the first on.</summary>
internal sealed partial class WebPageForum(Forum[] others) : Forum
{
    private const int MostPages = 200;
    private const int MostSignposts = 3;

    public override string Name => ThreadFetcher.AnyPage;

    public override bool Knows(Uri address) => true;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        run.Says($"Fetching the page from {address.IdnHost}.");
        var page = await run.Send(new Ask(address, Ask.Page) { Conditions = conditions });
        if (page.IsUnchanged)
        {
            run.IsUnchanged = true;
            return true;
        }

        var links = new PageLinks(page);
        for (var hops = 0; hops < MostSignposts && links.OnwardTo is { } onward && !IsSame(onward, page.Address); hops++)
        {
            page = await run.Send(new Ask(onward, Ask.Page));
            links = new PageLinks(page);
        }

        if (IsOfSigningIn(page.Address) && !IsOfSigningIn(address))
        {
            throw new FetchFailure($"{page.Address.IdnHost} wants one to sign in or to agree to something first ({page.Address.AbsolutePath}). Save the page in your browser and give it as a file, or send it with the bookmarklet.");
        }

        // Some forums shut programs out of the pages to which they are led, and have an interface for them.
        if (!await HasAnother(address, page, links, run))
        {
            await Pages(FetchRun.Filled(FetchRun.Good(page)), links, run);
        }

        return true;
    }

    /// <summary>Has the thread read by the interface of the forum to which the address led, or which the page says it is of.</summary>
    private async Task<bool> HasAnother(Uri address, Answer page, PageLinks links, FetchRun run)
    {
        // What was asked for by its own address has been tried.
        var given = Array.Exists(others, other => other.Knows(address)) ? ThreadIdentity.Of(address) : null;
        foreach (var (place, isSaid) in Places(page, links).Where(place => !IsSame(place.Address, address) && (given is null || ThreadIdentity.Of(place.Address) != given)))
        {
            // Anybody can write of a page that it is that of a thread elsewhere; only where the server sends us, or who speaks of their own site, is believed.
            if (isSaid && !PageLinks.IsSameSite(place, page.Address))
            {
                if (Array.Exists(others, other => other.Knows(place)))
                {
                    run.Tells($"The page says that it shows {Shown(place)}, which is at another site. Only the page was read. If you mean that thread, give its address.");
                }

                continue;
            }

            foreach (var other in others.Where(other => other.Knows(place)))
            {
                if (await IsRead(other, place, run))
                {
                    // What the forum says of the state it sent is of no use with the address that led to it.
                    (run.Forum, run.Conditions) = (other.Name, new());
                    run.Tells(isSaid ? $"The page belongs to {Shown(place)}, and that thread was read." : $"The address leads to {Shown(place)}, and that thread was read.");
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<(Uri Address, bool IsSaid)> Places(Answer page, PageLinks links)
    {
        yield return (page.Address, false);
        if (page.IsGood && links.Canonical is { } said && !IsSame(said, page.Address))
        {
            yield return (said, true);
        }
    }

    private static async Task<bool> IsRead(Forum other, Uri place, FetchRun run)
    {
        try
        {
            if (await other.Fetch(place, null, run))
            {
                return true;
            }
        }
        catch (FetchFailure failure) when (run.Parts.Count == 0)
        {
            run.Tells($"{Shown(place)} could not be read as the thread that it is, so only the page was read. {failure.Message}");
        }

        run.StartAgain();
        return false;
    }

    private static async Task Pages(Answer given, PageLinks links, FetchRun run)
    {
        var thread = Thread(given, links);
        var (key, isBoard) = (PageOfThread.Of(thread), PageOfThread.IsThread(thread));
        // What is shown around one post is a page of the thread; which one, the page may say of itself.
        var number = !PageOfThread.IsOfPost(given.Address) ? PageOfThread.Number(given.Address)
            : links.Canonical is { } said && PageOfThread.Of(said) == key ? PageOfThread.Number(said) : -1;
        var open = new SortedList<int, Uri>();
        HashSet<int> done = [];
        HashSet<string> seen = [];
        Enqueue(links, given.Address);
        if (open.Count == 0 && number == 0)
        {
            run.Conditions = given.Conditions;
        }

        if (number != 0)
        {
            open.TryAdd(0, PageOfThread.First(thread) ?? thread);
        }

        if (number >= 0)
        {
            open[number] = given.Address;
        }

        while (open.Count > 0)
        {
            var (next, place) = (open.GetKeyAtIndex(0), open.GetValueAtIndex(0));
            open.RemoveAt(0);
            if (!done.Add(next))
            {
                continue;
            }

            if (done.Count > MostPages)
            {
                run.Misses($"The thread has more than {MostPages} pages, which is the most that are fetched.");
                break;
            }

            var name = next == number ? "the page" : $"the page {place.PathAndQuery}";
            run.Says($"Fetching page {run.Parts.Count + 1} from {place.IdnHost}.");
            if ((next == number ? given : await run.Part(new Ask(place, Ask.Page), name)) is not { } page)
            {
                continue;
            }

            // What was asked for may be answered with a page that is there already, for ever.
            var came = PageOfThread.Of(page.Address) == key ? PageOfThread.Number(page.Address) : next;
            if (seen.Add(Convert.ToHexString(SHA256.HashData(page.Bytes))) && (next == number || came == next || done.Add(came)))
            {
                run.Keep(name, page);
                Enqueue(new PageLinks(page), page.Address);
            }
        }

        if (number < 0 && run.Parts.Count == 0)
        {
            run.Keep("the page", given);
        }

        void Enqueue(PageLinks found, Uri at)
        {
            foreach (var link in found.Neighbours.Concat(isBoard || IsOfComments(at) ? found.All : []).Where(link => link.Authority == at.Authority && PageOfThread.Of(link) == key))
            {
                if (PageOfThread.Number(link) is >= 0 and var its && !done.Contains(its))
                {
                    open.TryAdd(its, new Uri(link.GetLeftPart(UriPartial.Query)));
                }
            }
        }
    }

    /// <summary>The address of the thread that a page is of: its own, or, where that names a post, what the page says of itself or links to most.</summary>
    private static Uri Thread(Answer page, PageLinks links)
    {
        if (!PageOfThread.IsOfPost(page.Address) || PageOfThread.First(page.Address) is not null)
        {
            return page.Address;
        }

        if (links.Canonical is { } said && PageLinks.IsSameSite(said, page.Address) && !PageOfThread.IsOfPost(said) && PageOfThread.IsThread(said))
        {
            return said;
        }

        var all = links.All.Where(link => PageLinks.IsSameSite(link, page.Address)).ToList();
        var weights = all.Select(PageOfThread.NumberOfThread).OfType<string>().CountBy(number => number).ToDictionary();
        return all.Where(link => PageOfThread.IsThread(link) && PageOfThread.First(link) is not null)
            .MaxBy(link => PageOfThread.NumberOfThread(link) is { } number ? weights[number] : 0) ?? page.Address;
    }

    /// <summary>Blogs write the pages of an article's comments so; other pages with numbers may be of anything.</summary>
    private static bool IsOfComments(Uri address) => address.AbsolutePath.Contains("/comment-page-", StringComparison.OrdinalIgnoreCase) || address.Query.Contains("cpage=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether those who ask for a thread and get this address were shut out.</summary>
    private static bool IsOfSigningIn(Uri address) =>
        address.IdnHost.StartsWith("consent.", StringComparison.Ordinal) || Door().IsMatch(address.AbsolutePath) || (address.Query.Contains("mode=login", StringComparison.Ordinal) || address.Query.Contains("action=login", StringComparison.Ordinal));

    [GeneratedRegex(@"/(log[-_]?in|sign[-_]?in|users/sign_in|auth|session/(new|sso)|sso|over18|consent|age[-_]?(gate|verification))(\.\w+)?(/|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Door();

    private static bool IsSame(Uri one, Uri other) => one.GetLeftPart(UriPartial.Query) == other.GetLeftPart(UriPartial.Query);

    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Query);
}
