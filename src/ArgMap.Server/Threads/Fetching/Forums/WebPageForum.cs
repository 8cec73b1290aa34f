using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Any page, with the pages of the same thread before and after it.</summary>
internal sealed partial class WebPageForum : Forum
{
    private const int MostPages = 200;

    public override string Name => "a web page";

    public override bool Knows(Uri address) => true;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        run.Says($"Fetching the page from {address.IdnHost}.");
        var first = await run.Need(new Ask(address, Ask.Page) { Conditions = conditions });
        if (first.IsUnchanged)
        {
            run.IsUnchanged = true;
            return true;
        }

        run.Keep("the page", first);
        var others = first.IsPage ? Pages(first) : [];
        if (others.Count == 0)
        {
            run.Conditions = first.Conditions;
        }

        var open = new Queue<Uri>(others);
        HashSet<string> known = [address.AbsoluteUri, first.Address.AbsoluteUri];
        while (open.TryDequeue(out var next))
        {
            if (!known.Add(next.AbsoluteUri))
            {
                continue;
            }

            if (known.Count > MostPages)
            {
                run.Misses($"The thread has more than {MostPages} pages, which is the most that are fetched.");
                break;
            }

            run.Says($"Fetching page {run.Parts.Count + 1} from {address.IdnHost}.");
            var name = $"the page {next.PathAndQuery}";
            if (await run.Part(new Ask(next, Ask.Page), name) is { } page && known.Add(page.Address.AbsoluteUri) | page.Address == next)
            {
                run.Keep(name, page);
                Pages(page).ForEach(open.Enqueue);
            }
        }

        return true;
    }

    /// <summary>The neighbours of a page that are of the same thread: their addresses differ in a number only. On blogs the next page is another article.</summary>
    private static List<Uri> Pages(Answer page)
    {
        // Only tags are looked at: a page made to hurt whoever takes it apart is read by the one who can refuse it.
        var text = Encoding.UTF8.GetString(page.Bytes);
        try
        {
            return Neighbours(page, text);
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static List<Uri> Neighbours(Answer page, string text) =>
        [
            .. Tag().Matches(text).Select(match => match.Value)
                .Where(tag => Relation().IsMatch(tag))
                .Select(tag => Uri.TryCreate(page.Address, WebUtility.HtmlDecode(Target().Match(tag).Groups["target"].Value.Trim('"', '\'')), out var target) ? target : null)
                .OfType<Uri>()
                .Where(target => target.Scheme is "http" or "https" && target.Authority == page.Address.Authority && PageOfThread.Of(target) == PageOfThread.Of(page.Address))
                .Select(target => new Uri(target.GetLeftPart(UriPartial.Query)))
                .Distinct(),
        ];

    [GeneratedRegex(@"<(a|link)\s[^<>]{1,2000}>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\srel\s*=\s*(""([^""]*\s)?(next|prev)(\s[^""]*)?""|'([^']*\s)?(next|prev)(\s[^']*)?'|(next|prev)[\s>/])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\shref\s*=\s*(?<target>""[^""]*""|'[^']*'|[^\s>""']+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Target();
}
