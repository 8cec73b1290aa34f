using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Where a page leads to. Only tags are looked at: a page made to hurt whoever takes it apart is read by the one who can refuse it.</summary>
internal sealed partial class PageLinks
{
    // Pages that only lead on are short. A long one is for people, and what it has for browsers without scripts is not meant.
    private const int MostBytesOfSignpost = 16 * 1024;
    private const int MostSecondsOfSignpost = 5;

    private readonly Uri start;
    private readonly List<string> tags = [];

    public PageLinks(Answer page)
    {
        start = page.Address;
        if (!page.IsPage)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(page.Bytes);
        try
        {
            tags.AddRange(Tag().Matches(text).Select(match => match.Value));
            start = tags.Where(tag => IsTag(tag, "base")).Select(tag => Resolve(Attribute(tag, Target()))).FirstOrDefault(found => found is not null) ?? start;
            Canonical = Said(tag => IsTag(tag, "link") && Relations(tag).Contains("canonical"), Target()) ?? Said(tag => IsTag(tag, "meta") && Attribute(tag, Property()) is "og:url", Content());
            OnwardTo = page.Bytes.Length > MostBytesOfSignpost ? null : tags.Where(tag => IsTag(tag, "meta") && "refresh".Equals(Attribute(tag, Equivalent()), StringComparison.OrdinalIgnoreCase)).Select(tag => Attribute(tag, Content())).Select(Onward).FirstOrDefault(found => found is not null);
        }
        catch (RegexMatchTimeoutException)
        {
            tags.Clear();
        }
    }

    /// <summary>Which address the page says is its own; what it says may be a lie.</summary>
    public Uri? Canonical { get; }

    /// <summary>Where the page sends whoever opens it at once, as what is made for short addresses does.</summary>
    public Uri? OnwardTo { get; }

    /// <summary>The targets of all links, in the order of the page.</summary>
    public IEnumerable<Uri> All => tags.Where(tag => IsTag(tag, "a")).Select(tag => Resolve(Attribute(tag, Target()))).OfType<Uri>();

    /// <summary>The pages that are said to come before and after this one.</summary>
    public IEnumerable<Uri> Neighbours => tags.Where(tag => (IsTag(tag, "a") || IsTag(tag, "link")) && Relations(tag) is var relations && (relations.Contains("next") || relations.Contains("prev"))).Select(tag => Resolve(Attribute(tag, Target()))).OfType<Uri>();

    /// <summary>Whether two addresses are of the same site: the same host, or that for phones or of another time.</summary>
    public static bool IsSameSite(Uri one, Uri other) => Site(one.IdnHost).Equals(Site(other.IdnHost), StringComparison.OrdinalIgnoreCase);

    /// <summary>A host without what names only the look of its pages.</summary>
    public static string Site(string host) => Look().Replace(host.ToLowerInvariant(), "");

    private Uri? Said(Func<string, bool> isIt, Regex attribute) => tags.Where(isIt).Select(tag => Resolve(Attribute(tag, attribute))).FirstOrDefault(found => found is not null);

    private Uri? Resolve(string? target) => target is not null && Uri.TryCreate(start, target, out var found) && found.Scheme is "http" or "https" ? found : null;

    private Uri? Onward(string? content) =>
        content is not null && RefreshTo().Match(content) is { Success: true } match && int.TryParse(match.Groups["seconds"].Value, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds <= MostSecondsOfSignpost
            ? Resolve(match.Groups["target"].Value.Trim(' ', '"', '\'')) : null;

    private static bool IsTag(string tag, string name) => tag.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetter(tag[name.Length + 1]);

    private static string[] Relations(string tag) => (Attribute(tag, Relation()) ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? Attribute(string tag, Regex name) => name.Match(tag) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["value"].Value.Trim('"', '\'')).Trim() : null;

    private const string Value = @"\s*=\s*(?<value>""[^""]*""|'[^']*'|[^\s>""']+)";

    [GeneratedRegex(@"<(a|link|meta|base)\s[^<>]{1,2000}>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\srel" + Value, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\shref" + Value, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"\scontent" + Value, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Content();

    [GeneratedRegex(@"\sproperty" + Value, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Property();

    [GeneratedRegex(@"\shttp-equiv" + Value, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Equivalent();

    [GeneratedRegex(@"^\s*(?<seconds>\d{1,4})\s*[;,]\s*url\s*=\s*(?<target>.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex RefreshTo();

    [GeneratedRegex(@"^(www|m|mobile|i|old|new|amp|np|sh)\.(?=[^.]+\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Look();
}
