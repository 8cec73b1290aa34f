using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Who, when, which and what of an element that may be a post of any forum, told by names and attributes that forums share.</summary>
internal sealed partial class PostParts
{
    private static readonly string[] Writers = ["author", "username", "user-name", "user_name", "poster", "byline", "commenter", "hnuser", "nickname", "postername", "postname", "user-link", "message-name", "display-name", "comment-poster", "email-name", "bigusername", "postuser-name", "fn"];
    private static readonly string[] Profiles = ["/user", "/u/", "/member", "/profile", "/@", "/people/", "memberlist.php", "member.php", "profile.php", "user?id=", "/~", "viewprofile", "/author/"];
    private static readonly string[] Bodies = ["bbwrapper", "field--name-comment-body", "postbody", "post_body", "post-body", "comment-body", "comment-content", "comment_content", "commentbody", "comment-text", "comment_text", "commtext", "message-body", "messagecontent", "message-content", "post-content", "post_content", "postcontent", "post_message", "post-message", "postmessage", "postmsg", "comment-message", "usertext-body", "e-content", "cooked", "markdown-body", "js-comment-body", "entry-content", "usercontent", "email-body", "bbp-reply-content", "lia-message-body-content", "bz_comment_text", "b-leaf-article", "md"];
    private static readonly string[] Profile = ["postprofile", "userinfo", "user-info", "author_statistics", "messageUserInfo", "poster-info", "joined", "usertitle"];
    private static readonly string[] Heads = ["author", "byline", "post-buttons"];
    private static readonly string[] WeakBodies = ["content", "body", "text", "message", "comment"];

    private readonly List<IElement> own;
    private readonly HashSet<IElement> quoted = [], about = [];
    private readonly IElement post;
    private readonly Func<IElement, bool> isPost;
    private readonly Lazy<IElement?> author, time;
    private readonly Lazy<EditNotes> edits;

    internal PostParts(IElement post, Func<IElement, bool> isPost)
    {
        (this.post, this.isPost) = (post, isPost);
        own = [.. NodeText.Elements(post, element => !isPost(element)).Where(element => !isPost(element))];
        // Asked for again with every element of the post.
        (author, time, edits) = (new(FindAuthor), new(FindTime), new(() => new EditNotes(own)));
        var (all, linked) = (0, 0);
        var start = new StringBuilder();
        var links = new HashSet<IElement>();
        Count(post, false);
        foreach (var element in own)
        {
            // Parents come before their children.
            if ((element.LocalName == "a" && element.HasAttribute("href")) || (element.ParentElement is { } parent && links.Contains(parent)))
            {
                links.Add(element);
            }

            if (element.ParentElement is { } around && (around.LocalName is "blockquote" or "aside" || quoted.Contains(around)))
            {
                quoted.Add(element);
            }

            if (IsNamed(element, Profile) || (element.ParentElement is { } outer && about.Contains(outer)))
            {
                about.Add(element);
            }

            Count(element, links.Contains(element));
        }

        (TextLength, LinkedShare, Start) = (all, all == 0 ? 1 : (double)linked / all, start.ToString());

        void Count(IElement element, bool isLink)
        {
            if (element.LocalName is "script" or "style")
            {
                return;
            }

            foreach (var child in element.ChildNodes)
            {
                if (child is IText text && !string.IsNullOrWhiteSpace(text.Data))
                {
                    var words = text.Data.Trim();
                    all += words.Length;
                    linked += isLink ? words.Length : 0;
                    if (start.Length < 200)
                    {
                        start.Append(words, 0, Math.Min(words.Length, 200)).Append(' ');
                    }
                }
            }
        }
    }

    internal int TextLength { get; }

    internal double LinkedShare { get; }

    internal string Start { get; }

    internal bool HasAuthor => Author is not null;

    internal bool HasTime => Time is not null;

    internal IElement? AuthorElement => author.Value;

    private IElement? FindAuthor() =>
        own.Find(element => element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author")
            ?? own.Find(element => element.LocalName == "a" && IsNamed(element, Writers) && HasShortText(element))
            ?? own.Find(element => IsNamed(element, Writers) && HasShortText(element))
            ?? own.Find(element => element.LocalName == "a" && element.GetAttribute("data-hovercard-url")?.StartsWith("/users/", StringComparison.Ordinal) == true && HasShortText(element))
            ?? own.Find(element => element.LocalName == "a" && element.GetAttribute("href") is { } href && Array.Exists(Profiles, part => href.Contains(part, StringComparison.OrdinalIgnoreCase)) && HasShortText(element))
            ?? own.Find(element => element.LocalName == "cite" && HasShortText(element) && NodeText.Around(element, "blockquote") is null)
            ?? own.Find(element => element.ClassList.Contains("name") && HasShortText(element))
            ?? Labelled?.Label;

    /// <summary>What is read aloud as somebody's words: a region of the page that has the name for its label.</summary>
    private (IElement Region, IElement Label)? Labelled =>
        own.Find(element => element.GetAttribute("role") == "region" && element.HasAttribute("aria-labelledby")) is { } region
            && own.Find(element => element.Id is { Length: > 0 } id && id == region.GetAttribute("aria-labelledby") && !Holds(region, element) && HasShortText(element)) is { } label ? (region, label) : null;

    /// <summary>The writer's name; null when the element does not say.</summary>
    internal string? Author
    {
        get
        {
            if (Attribute("data-author", "author", "data-username", "data-user-name", "data-display-name") is { } stated)
            {
                return stated;
            }

            var element = AuthorElement;
            if (element is null)
            {
                return null;
            }

            // Around the name stand titles, counts and "says".
            var name = NodeText.Elements(element).FirstOrDefault(inner => inner.GetAttribute("itemprop") == "name" || IsNamed(inner, ["fn", "p-name", "username"])) ?? NodeText.Elements(element).FirstOrDefault(inner => inner.LocalName == "a" && HasShortText(inner)) ?? element;
            var line = PlainText.Line(name.TextContent);
            return line is null ? null : Says(line).TrimStart('@');
        }
    }

    /// <summary>The name ends the address of its owner's page: with its server it only looks like one for mail.</summary>
    internal bool IsHandle => Author is { } name && name.Contains('@', StringComparison.Ordinal) && (AuthorElement?.GetAttribute("href") ?? "").TrimEnd('/').Split('/')[^1].TrimStart('@') == name;

    internal string? AuthorId => AuthorElement is { } element ? element.GetAttribute("data-user-id") ?? element.GetAttribute("data-userid") : null;

    internal IElement? TimeElement => time.Value;

    private IElement? FindTime() =>
        Timed.FirstOrDefault(element => element.LocalName == "time")
            ?? Timed.FirstOrDefault(element => element.GetAttribute("itemprop") is "datePublished" or "dateCreated" || element.HasAttribute("datetime") || element.HasAttribute("data-time") || element.HasAttribute("data-timestamp") || element.HasAttribute("data-utime"))
            ?? Timed.FirstOrDefault(element => IsNamed(element, ["date", "time", "posted", "posted-on", "age", "published", "ago"]) && TimeIn(element) is not null)
            ?? own.Find(element => element.ClassList.Contains("smalltext") && element.ParentElement?.ClassList.Contains("keyinfo") == true)
            ?? Timed.FirstOrDefault(element => element.LocalName is "a" or "span" or "small" or "abbr" or "p" or "td" or "div" && element.FirstElementChild is null && TimeIn(element) is not null);

    /// <summary>What may say when the post was written: when it was edited is another time, and so are that of a post it quotes, and the day when its writer joined.</summary>
    private IEnumerable<IElement> Timed => own.Where(element => !edits.Value.Holds(element) && !quoted.Contains(element) && !about.Contains(element));

    /// <summary>When the post was edited last, where it says so.</summary>
    internal DateTimeOffset? EditedAt => edits.Value.At ?? (TimeElement is { } element ? MomentsIn(element).Skip(1).FirstOrDefault() : null)
        ?? (own.Find(element => element.GetAttribute("itemprop") == "dateModified") is { } modified && TimeIn(modified) is { } changed && changed != Time ? changed : null);

    internal DateTimeOffset? Time => TimeElement is { } element ? TimeIn(element)
        : Times.Parse(Attribute("data-time", "data-timestamp", "created-timestamp", "data-created")) ?? Loose.Select(LooseTime).FirstOrDefault(time => time is not null);

    private static DateTimeOffset? LooseTime(string words) => Times.Parse(Posted().Replace(words, "").TrimEnd(' ', '(', '|', '-', '·'));

    /// <summary>Short texts that share their element with others, as where a board writes the time beside a picture.</summary>
    private IEnumerable<string> Loose => Timed.SelectMany(element => element.ChildNodes).OfType<IText>().Select(text => PlainText.Line(text.Data)).OfType<string>().Where(words => words.Length is > 7 and < 60 && words.Any(char.IsAsciiDigit));

    /// <summary>The time in the page's own words, also where they name no moment.</summary>
    internal string? TimeAsWritten => TimeElement is { } element ? element.GetAttribute("datetime") ?? (PlainText.Line(element.TextContent) is { } line ? AfterOn(line) : element.GetAttribute("title"))
        : Timed.Where(element => IsNamed(element, ["date", "postdate", "time", "posted", "posted-on", "age", "published", "timestamp"])).Select(Written).FirstOrDefault(words => words is { Length: < 60 } && words.Any(char.IsAsciiDigit))
            ?? Loose.FirstOrDefault(words => NumericTimes.Numeric().IsMatch(words)) ?? Attribute("created-timestamp")
            ?? Loose.FirstOrDefault(words => LooseTime(words) is not null);

    /// <summary>A time as the element shows it, with the day of "today" and "yesterday", which boards put beside them.</summary>
    private string? Written(IElement element)
    {
        var words = string.Concat(element.ChildNodes.Select(child => child is IElement inner
            ? edits.Value.Holds(inner) ? "" : inner.GetAttribute("title") is { } day && NumericTimes.Day().IsMatch(day) ? day : inner.TextContent
            : child.TextContent));
        return PlainText.Line(words);
    }

    /// <summary>The forum's key of the post: the number in its id, of an anchor in it, or of its permalink.</summary>
    internal string? Key =>
        PostKeys.Stated(post) ?? PostKeys.In(post.Id)
            ?? own.Select(element => element.LocalName == "a" && element.GetAttribute("href") is null ? PostKeys.In(element.GetAttribute("name") ?? element.Id) : null).FirstOrDefault(key => key is not null)
            ?? own.Select(element => element.LocalName is "div" or "article" or "li" or "section" ? PostKeys.Stated(element) : null).FirstOrDefault(key => key is not null)
            ?? IdWithin(id => id.Length > 0 && char.IsAsciiDigit(id[^1])) ?? IdWithin(id => id.Any(char.IsAsciiDigit))
            ?? (Permalink is { } link && link.Contains('#', StringComparison.Ordinal) ? PostKeys.In(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]) : null);

    /// <summary>The name by which quotes call the post where that is not its key: its number in its topic.</summary>
    /// <param name="page">The address of the page, which may name the topic where the post does not.</param>
    internal string? OtherName(string? page) =>
        (Attribute("data-post-number") ?? PlainText.Line(own.Find(element => element.GetAttribute("itemprop") == "position")?.TextContent)) is { } number
            && (Attribute("data-topic-id") ?? own.Find(element => element.HasAttribute("data-topic-id"))?.GetAttribute("data-topic-id") ?? (Topic().Match(page ?? "") is { Success: true } named ? named.Groups["topic"].Value : null)) is { } topic ? $"{topic}/{number.TrimStart('#')}" : null;

    private string? IdWithin(Func<string, bool> isMeant) =>
        own.Select(element => element.LocalName is "div" or "span" or "p" or "article" or "td" && element.Id is { } id && isMeant(id) ? PostKeys.In(id) : null).FirstOrDefault(key => key is not null);

    internal string? Permalink =>
        own.Find(element => element.LocalName == "a" && (element.GetAttribute("rel")?.Contains("bookmark", StringComparison.Ordinal) == true || IsNamed(element, ["permalink", "post-link", "bylink"])))?.GetAttribute("href")
            ?? (TimeElement is { } shownWhen ? NodeText.Around(shownWhen, "a")?.GetAttribute("href") : null)
            ?? own.Find(element => element.LocalName == "a" && element.GetAttribute("href") is { } href && PlainText.Line(element.TextContent) is { } shown && shown.StartsWith('#') && href.Any(char.IsAsciiDigit))?.GetAttribute("href");

    /// <summary>A link of the post, not of its words, that leads to its own key.</summary>
    internal string? LinkTo(string key) =>
        Body is var body && own.Where(element => element.LocalName == "a" && !quoted.Contains(element) && (body is null || !Holds(body, element))).Select(element => element.GetAttribute("href")).OfType<string>().FirstOrDefault(href => PostKeys.IsOf(key, href)) is { } link ? link : null;

    /// <summary>The post it answers, where an attribute or a link says so.</summary>
    internal string? Parent =>
        PostKeys.In(Attribute("data-parent-id", "data-parent", "data-parentid", "parentid", "data-reply-to", "data-in-reply-to"))
            ?? own.Find(element => element.GetAttribute("component") == "post/parent")?.GetAttribute("data-topid")
            ?? own.Find(element => element.ClassList.Contains("PostMention"))?.GetAttribute("data-id")
            ?? own.Where(element => element.LocalName == "a" && PageParts.Place(element) is not null
                    && (IsNamed(element, ["parent", "in-reply-to", "reply-to", "replyto"]) || PlainText.Line(element.TextContent) is "parent" or "Parent" || (PlainText.Line(element.TextContent)?.StartsWith("in reply to", StringComparison.OrdinalIgnoreCase) ?? false)))
                .Select(element => PostKeys.In(PageParts.Place(element))).FirstOrDefault(key => key is not null);

    /// <summary>Whom it answers, where the page says only that.</summary>
    internal string? Answers => PlainText.Line(own.Find(element => element.ClassList.Contains("reply-to-tab"))?.TextContent);

    internal int? Score
    {
        get
        {
            var element = own.Find(inner => inner.GetAttribute("itemprop") == "upvoteCount" || IsNamed(inner, ["score", "vote-count", "votes", "karma", "points", "like-count", "likes", "upvoter", "kudos-count"]));
            var line = PlainText.Line(element?.TextContent) ?? Attribute("data-score", "score") ?? own.Select(inner => inner.GetAttribute("aria-label")).FirstOrDefault(label => label is not null && Counted().IsMatch(label));
            return line is not null && Points().Match(line) is { Success: true } points && int.TryParse(points.Groups["points"].Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture, out var score) ? score : null;
        }
    }

    /// <summary>How deep the post is set in, where an attribute says so instead of nesting; null otherwise.</summary>
    internal int? Depth
    {
        get
        {
            if (int.TryParse(Attribute("data-depth", "data-level", "depth", "aria-level", "data-indent"), System.Globalization.CultureInfo.InvariantCulture, out var stated))
            {
                return stated;
            }

            var indent = own.Find(element => element.HasAttribute("indent"))?.GetAttribute("indent")
                ?? own.Find(element => element.LocalName == "img" && element.ParentElement is { } cell && IsNamed(cell, ["ind"]))?.GetAttribute("width");
            if (int.TryParse(indent, System.Globalization.CultureInfo.InvariantCulture, out var width))
            {
                return width;
            }

            var style = post.GetAttribute("style") ?? "";
            var at = Math.Max(style.IndexOf("margin-left:", StringComparison.Ordinal), style.IndexOf("padding-left:", StringComparison.Ordinal));
            return at < 0 ? null : double.TryParse(new string([.. style[(style.IndexOf(':', at) + 1)..].TrimStart().TakeWhile(sign => char.IsAsciiDigit(sign) || sign == '.')]), System.Globalization.CultureInfo.InvariantCulture, out var margin) && margin < 100_000 ? (int)(margin * 100) : null;
        }
    }

    /// <summary>The element with what was written; null when the post has no part that is only that.</summary>
    internal IElement? Body =>
        own.Find(element => element.GetAttribute("itemprop") is "text" or "articleBody" or "commentText" or "reviewBody")
            ?? own.Find(element => element.LocalName == "blockquote" && (element.ClassList.Contains("postcontent") || element.ClassList.Contains("restore")))
            ?? own.Find(element => element.LocalName == "blockquote" && element.ClassList.Contains("messageText"))
            ?? own.Find(element => element.GetAttribute("slot") == "comment" || element.GetAttribute("data-role") == "commentContent")
            ?? own.Find(element => element.ClassList.Contains("inner") && element.Id?.StartsWith("msg_", StringComparison.Ordinal) == true)
            ?? Named(Bodies, isOnlyWords: true) ?? Named(WeakBodies, isOnlyWords: true) ?? Named(Bodies, isOnlyWords: false) ?? Labelled?.Region;

    /// <summary>The text of an element that says only what the pattern does, where a forum writes that in place of the words.</summary>
    internal string? Notice(Regex pattern) => own.Select(element => NodeText.ShortLine(element, 120)).FirstOrDefault(line => line is not null && pattern.IsMatch(line));

    /// <summary>What in the post is not its words: who, when, buttons, and posts within it.</summary>
    internal IEnumerable<IElement> Others =>
        own.Where(element => element.LocalName is "header" or "footer" or "form" or "button" or "nav" or "time"
            || element == AuthorElement || element == TimeElement || (element.LocalName is ['h', >= '1' and <= '6'] && NodeText.ShortLine(element, 80) is { } heading && heading == Author)
            || (TimeElement is null && IsNamed(element, ["date", "datetime", "postdate"]) && NodeText.ShortLine(element, 60) is { } written && written == TimeAsWritten)
            || IsNamed(element, ["reply-link", "signature", "postedit", "quoted-switch", "avatar", "toolbar", "actions", "controls", "navs", "user-info", "userinfo", "postprofile", "comment-meta", "commentmetadata", "comhead", "flat-list", "byline", "comment-author", "smallcopy", "message-options"]))
            .Concat(edits.Value.All).Concat(NodeText.Elements(post, element => !isPost(element)).Where(isPost));

    internal static DateTimeOffset? TimeIn(IElement element) =>
        Times.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("data-time") ?? element.GetAttribute("data-timestamp") ?? element.GetAttribute("data-utime") ?? element.GetAttribute("content") ?? element.GetAttribute("data-tippy-content"))
            ?? Times.Parse(element.GetAttribute("title")?.Split(' ') is [var stamp, _] && stamp.Contains('T', StringComparison.Ordinal) ? stamp : element.GetAttribute("title"))
            ?? Times.Parse(element.GetAttribute("title") is { } said && said.IndexOf(": ", StringComparison.Ordinal) is > 0 and var after ? said[(after + 2)..] : null)
            ?? MomentsIn(element).FirstOrDefault()
            ?? (NodeText.ShortLine(element, 59) is { } written && AfterOn(written) is var line ? Times.Parse(line.Replace(" at ", " ", StringComparison.Ordinal)) ?? Times.Parse(line) : null);

    /// <summary>What a time shows when it is pointed at, a line for each moment: when the post was written, and when edited.</summary>
    private static IEnumerable<DateTimeOffset?> MomentsIn(IElement element) =>
        Moments().Split(element.GetAttribute("data-tippy-content") ?? "")
            .Select(line => Times.Parse(line) ?? Times.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])).Where(moment => moment is not null);

    /// <summary>"« Reply #1 on: Monday »" is Monday.</summary>
    private static string AfterOn(string line) =>
        line.StartsWith('«') && line.Trim('«', '»', ' ') is var bare ? bare[(bare.LastIndexOf("on: ", StringComparison.Ordinal) is >= 0 and var on ? on + 4 : 0)..] : line;

    /// <summary>"Ada says:" is Ada.</summary>
    internal static string Says(string line)
    {
        foreach (var end in (string[])[" says:", " said:", " wrote:", " says", ":"])
        {
            line = line.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? line[..^end.Length].TrimEnd() : line;
        }

        foreach (var begin in (string[])["by ", "By ", "Posted by ", "Re: "])
        {
            line = line.StartsWith(begin, StringComparison.Ordinal) && line.Length > begin.Length ? line[begin.Length..].TrimStart() : line;
        }

        return line;
    }

    /// <summary>Whether an element of the post is another of them or within it.</summary>
    internal bool Holds(IElement outer, IElement inner) => NodeText.IsWithin(inner, outer, post);

    private IElement? Named(string[] names, bool isOnlyWords)
    {
        var (author, time, head) = (AuthorElement, TimeElement, isOnlyWords ? own.Find(element => IsNamed(element, Heads) && !quoted.Contains(element)) : null);
        foreach (var name in names)
        {
            var found = own.Find(element => element.LocalName is not ("a" or "button" or "time" or "ul" or "ol") && (element.ClassList.Any(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) || element.Id is { } id && id.StartsWith(name, StringComparison.OrdinalIgnoreCase) && id.Any(char.IsAsciiDigit)) && !NodeText.IsBlank(element)
                && !(isOnlyWords && ((author is not null && Holds(element, author)) || (time is not null && Holds(element, time)) || (head is not null && Holds(element, head)))));
            if (found is not null)
            {
                // Words in several parts, as where a quote breaks them.
                var isOne = found.ParentElement is not { } parent || parent == post || !own.Contains(parent) || parent.Children.Count(other => other.ClassList.Contains(name) && other.ClassName?.Contains("signature", StringComparison.OrdinalIgnoreCase) != true) < 2 || (isOnlyWords && ((author is not null && Holds(parent, author)) || (time is not null && Holds(parent, time))));
                return isOne ? found : found.ParentElement;
            }
        }

        return null;
    }

    /// <summary>Between one moment and the next: the end of a line, or a comma before "Modified: ".</summary>
    [GeneratedRegex(@"\s*\n\s*|, (?=\p{L}+: )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moments();

    /// <summary>The number of a topic in its address: "/t/on-maps/12".</summary>
    [GeneratedRegex(@"/t/([^/?#]+/)?(?<topic>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Topic();

    /// <summary>Such as "+1,024 points" or "(Score:5, Insightful)".</summary>
    [GeneratedRegex(@"^(\(?\p{L}+:\s?)?\+?(?<points>[-−]?\d+(,\d{3})*)(?![.\dkKmM])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Points();

    /// <summary>A score as it is read aloud.</summary>
    [GeneratedRegex(@"^[-−]?\d+(,\d{3})* (points?|votes?|Punkte?|puntos?|pontos?|punti|очк\w+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(Posted|Posted on|Date|Written|On|Sent|Added)\s*:?\s+|^»\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Posted();

    private string? Attribute(params string[] names) => names.Select(post.GetAttribute).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static bool HasShortText(IElement element) => NodeText.ShortLine(element, 80) is { Length: > 0 };

    private static bool IsNamed(IElement element, string[] names) =>
        element.ClassName is { Length: > 0 } classes && element.ClassList.Any(name => Array.Exists(names, known => name.Equals(known, StringComparison.OrdinalIgnoreCase) || name.StartsWith(known + "-", StringComparison.OrdinalIgnoreCase) || name.StartsWith(known + "_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("-" + known, StringComparison.OrdinalIgnoreCase) || name.EndsWith("_" + known, StringComparison.OrdinalIgnoreCase))) && classes.Length < 300;
}
