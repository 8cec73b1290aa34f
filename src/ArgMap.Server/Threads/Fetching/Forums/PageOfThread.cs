using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Tells pages of one thread from pages of others, and from addresses of single posts, by what the addresses of boards look like.</summary>
internal static partial class PageOfThread
{
    private static readonly string[] Scripts = ["viewtopic.php", "showthread.php", "showpost.php", "topic.php", "thread.php", "forum.php", "index.php", "read.php"];
    private static readonly string[] Topics = ["t", "tid", "id", "topic", "showtopic", "threadid", "ptid"];
    private static readonly string[] Posts = ["p", "pid", "post", "postid", "comment", "viewfull", "postcount", "findpost"];
    private static readonly string[] Looks = ["sid", "s", "hilit", "highlight", "view", "sk", "sd", "mode", "styleid", "style", "langid", "goto", "tab", "sort", "context", "do"];

    /// <summary>The address without what numbers a page, names a post or tells only how to show it: the same for all pages of a thread.</summary>
    public static string Of(Uri address)
    {
        var pairs = Pairs(address);
        var topic = Topic(address, pairs);
        var rest = pairs.Where(pair => !IsPage(address, pair) && !(IsBoard(address) && (Posts.Contains(pair.Name) || Looks.Contains(pair.Name) || (topic is not null && pair.Name is "f" or "fid")) && pair != topic) && !IsOfVisit(pair.Name))
            .Select(pair => pair.Name == "topic" || pair.Value is null ? pair with { Value = pair.Value?.Split('.')[0], Name = Numbered().Replace(pair.Name, "${number}") } : pair)
            .Select(pair => pair.ToString()).Order(StringComparer.Ordinal);
        return $"{PathOf(address)}?{string.Join('&', rest)}";
    }

    /// <summary>The number of the page, or of the post it begins with; 0 for the first, -1 where the address does not say it.</summary>
    public static int Number(Uri address)
    {
        var pairs = Pairs(address);
        var written = PathNumber().Match(address.AbsolutePath) is { Success: true } path ? path.Groups["number"].Value
            : pairs.FirstOrDefault(pair => pair.Name == "topic" || IsPage(address, pair)) is { } pair ? pair.Name == "topic" ? pair.Value?.Split('.').ElementAtOrDefault(1) : pair.Value
            : pairs.Select(one => Numbered().Match(one.Name)).FirstOrDefault(match => match.Success)?.Groups["page"].Value;
        return IsOfPost(address) ? -1
            : int.TryParse(written, CultureInfo.InvariantCulture, out var number) ? number <= 1 ? 0 : number
            : string.IsNullOrEmpty(written) ? 0 : -1;
    }

    /// <summary>Whether an address is that of one post, shown among those around it or alone.</summary>
    public static bool IsOfPost(Uri address)
    {
        var pairs = Pairs(address);
        return PostInPath().IsMatch(address.AbsolutePath) || TopicInPath().Match(address.AbsolutePath).Groups["rest"].Value is ['m', 's', 'g', ..] or ['n', 'e', 'w', ..]
            || pairs.Exists(pair => pair is { Name: "topic", Value: { } value } && value.Split('.').ElementAtOrDefault(1) is ['m', 's', 'g', ..] or "new")
            || pairs.Exists(pair => pair is { Name: "do", Value: "findComment" or "getNewComment" or "getLastComment" })
            || (IsBoard(address) && pairs.Exists(pair => Posts.Contains(pair.Name) && !IsPage(address, pair) && pair.Value?.All(char.IsAsciiDigit) == true && pair.Name is not ("viewfull" or "postcount")));
    }

    /// <summary>Whether an address says which thread of a board it is of.</summary>
    public static bool IsThread(Uri address) => Topic(address, Pairs(address)) is not null || ThreadInPath().IsMatch(address.AbsolutePath) || TopicInPath().IsMatch(address.AbsolutePath) || NumberedFile().IsMatch(address.AbsolutePath);

    /// <summary>The first page of the thread; null when the address does not tell which thread it is of.</summary>
    public static Uri? First(Uri address)
    {
        var pairs = Pairs(address);
        var topic = Topic(address, pairs);
        if (IsOfPost(address) && topic is null && !ThreadInPath().IsMatch(address.AbsolutePath) && !TopicInPath().IsMatch(address.AbsolutePath))
        {
            return null;
        }

        var kept = pairs.Where(pair => !IsPage(address, pair) && !(IsBoard(address) && Posts.Contains(pair.Name) && pair != topic) && pair.Name is not ("do" or "comment"))
            .Select(pair => pair switch
            {
                { Name: "topic", Value: { } value } when value.Contains('.', StringComparison.Ordinal) => pair with { Value = value.Split('.')[0] + ".0" },
                { Value: null } => pair with { Name = OfPage().Replace(pair.Name, "") },
                _ => pair,
            });
        var query = string.Join('&', kept);
        var path = TopicInPath().Replace(PathNumber().Replace(PostInPath().Replace(address.AbsolutePath, "${thread}"), FirstOf), "${topic}.0${end}");
        return new Uri($"{address.GetLeftPart(UriPartial.Authority)}{path}{(query.Length == 0 ? "" : "?" + query)}");
    }

    /// <summary>Which thread a link of a board is about, whatever it does with it: its number alone.</summary>
    public static string? NumberOfThread(Uri address) => Topic(address, Pairs(address)) is { } topic ? Numbered().Replace((topic.Value ?? topic.Name).Split('.')[0], "${number}") : null;

    private static string FirstOf(Match page) =>
        page.Groups["forum"].Success ? $"{page.Groups["forum"].Value}1{page.Groups["end"].Value}" : page.Groups["folder"].Success ? "/" : page.Groups["end"].Value;

    private static string PathOf(Uri address)
    {
        var path = PathNumber().Replace(PostInPath().Replace(address.AbsolutePath, "${thread}"), match => $"{match.Groups["forum"].Value}{match.Groups["end"].Value}");
        return Slug().Replace(TopicInPath().Replace(path, "${topic}${end}"), "/${kind}/${number}").TrimEnd('/');
    }

    private static bool IsBoard(Uri address) => Array.Exists(Scripts, script => address.AbsolutePath.EndsWith("/" + script, StringComparison.OrdinalIgnoreCase)) || ThreadInPath().IsMatch(address.AbsolutePath);

    // What is p= to some boards is a page, to others a post, and on blogs an article.
    private static bool IsPage(Uri address, Pair pair) => pair.Value?.All(char.IsAsciiDigit) == true && (pair.Name is "page" or "pg" or "start" or "st" or "offset" or "from" or "cpage" or "pageno" or "page_no"
        || (pair.Name == "p" && (IsBoard(address) ? ThreadInPath().IsMatch(address.AbsolutePath) || Pairs(address).Exists(other => other.Name == "id") : address.AbsolutePath != "/" && !address.AbsolutePath.EndsWith(".php", StringComparison.OrdinalIgnoreCase))));

    /// <summary>What sites and those who share their addresses add to tell visits apart.</summary>
    private static bool IsOfVisit(string name) =>
        name.StartsWith("utm_", StringComparison.Ordinal) || name is "sid" or "phpsessid" or "fbclid" or "gclid" or "dclid" or "msclkid" or "mc_cid" or "mc_eid" or "igshid" or "igsh" or "si" or "ref" or "ref_src" or "ref_source" or "share_id" or "rdt" or "amp" or "mobile" or "outputtype";

    private static Pair? Topic(Uri address, List<Pair> pairs) =>
        pairs.Find(pair => Topics.Contains(pair.Name) && pair.Value is [>= '0' and <= '9', ..] && address.AbsolutePath.EndsWith(".php", StringComparison.OrdinalIgnoreCase))
            ?? pairs.Find(pair => pair.Value is null && Numbered().IsMatch(pair.Name) && address.AbsolutePath.EndsWith(".php", StringComparison.OrdinalIgnoreCase));

    private static List<Pair> Pairs(Uri address) =>
        [.. address.Query.TrimStart('?').Split('&', ';').Where(pair => pair.Length > 0).Select(pair => pair.IndexOf('=', StringComparison.Ordinal) is var at && at < 0 ? new Pair(pair, null) : new Pair(pair[..at].ToLowerInvariant(), pair[(at + 1)..]))];

    private sealed record Pair(string Name, string? Value)
    {
        public override string ToString() => Value is null ? Name : $"{Name}={Value}";
    }

    [GeneratedRegex(@"/(?<folder>page|p|seite|comment-page)[-/]?(?<number>\d+)(?<end>/?)$|[-/]page-?(?<number>\d+)(?<end>\.html?|/?)$|(?<forum>/thread-\d+-)(?<number>\d+)(?<end>-\d+\.html)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PathNumber();

    [GeneratedRegex(@"/posts/\d+/?$|/goto/post$|(?<thread>/(threads?|topic)/[^/]+/)post-\d+/?$|(?<thread>/t/(?!\d+/)[^/]+/\d+|/t/\d+)/\d+/?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PostInPath();

    [GeneratedRegex(@"/(?<kind>threads?|topic|discussion|d)/(\d+(-[^/]*)?|[^/]+\.\d+)(/|$)|/t/([^/]+/)?\d+(/|$)|/thread-\d+-\d+-\d+\.html$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ThreadInPath();

    // What the thread is called may change and is no part of what tells it from others.
    [GeneratedRegex(@"/(?<kind>threads?|topic|discussion|d)/((?<number>\d+)(-[^/]*)?(/[^/]*){0,2}|[^/]+\.(?<number>\d+))/?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex(@"(?<topic>/topic,\d+)\.(?<rest>\w+)(?<end>\.html|/?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TopicInPath();

    [GeneratedRegex(@"/\d+\.html$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedFile();

    [GeneratedRegex(@"^(?<number>\d+)(-[^/]*)?(/page(?<page>\d+))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"/page\d+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OfPage();
}
