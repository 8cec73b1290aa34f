using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>What stands before the comments of a page and is what they are about: a text, or a link with its title.</summary>
internal static partial class Article
{
    private const string Key = "article";
    private const int MostAround = 4;

    // What is that long is no teaser, though it has no paragraphs.
    private const int LeastOfLines = 300, LeastOfParagraphs = 40;

    /// <summary>Hands the article to the thread.</summary>
    /// <returns>Its key, null when the page has none, and the element with its text, if it has one.</returns>
    internal static (string? Key, IElement? Text) Read(IHtmlDocument page, List<IElement> posts, HashSet<IElement> set, Func<IElement, bool> isComment, string? address, ThreadAssembly thread)
    {
        var possible = NodeText.Elements(page.DocumentElement, within => !set.Contains(within)).TakeWhile(element => posts.Count == 0 || element != posts[0])
            .Where(element => !set.Contains(element) && (IsText(element) || (element.LocalName == "article" && posts.Count > 0)))
            .Where(element => !posts.Exists(element.Contains) && PlainText.Line(element.TextContent) is { } line && ((line.Length > 80 && element.QuerySelector("p, br, li, blockquote, pre") is not null) || line.Length > LeastOfLines || IsText(element))).ToList();
        // An article has its text and what stands around that.
        var article = possible.Find(element => element.LocalName != "article") is { } text && possible[0].Contains(text) ? text : possible.FirstOrDefault();
        var heading = PageTitle.Heading(page, posts);
        article ??= heading is not null && posts.Count > 0 && isComment(posts[0]) ? WithoutName(heading, posts) : null;
        var around = article is not null ? Around(article, posts, set) : heading is not null && posts.Count > 0 && isComment(posts[0]) ? AroundTitle(heading, posts, set) : null;
        if (around is null)
        {
            return (null, null);
        }

        thread.States(int.TryParse((article ?? heading)!.Closest("[comment-count]")?.GetAttribute("comment-count"), out var count) ? count + 1 : null);
        var body = article is null ? ConvertedBody.Empty : thread.FromElement(article.LocalName == "article" || article.ClassList.Contains("copy") ? WebPageFormat.Without(article, new PostParts(article, set.Contains).Others) : article, address);
        thread.Add(new FoundPost
        {
            Id = Key,
            SameAs = NameElsewhere((article ?? heading)!, address) is { } name ? [name] : [],
            OtherNames = around.Key is { } key ? [key] : [],
            Kind = PostKind.Opening,
            Author = thread.Author(around.Author),
            CreatedAt = around.Time,
            CreatedAtAsWritten = around.TimeAsWritten,
            Score = around.Score,
            Title = thread.Title,
            Address = address,
            Body = heading is null ? body : body.About(LinkOf(heading, address)),
        });
        return (Key, article);
    }

    /// <summary>Archives and views for reading leave no names of classes: then the article is what has most in paragraphs between the heading and the posts.</summary>
    private static IElement? WithoutName(IElement heading, List<IElement> posts) =>
        NodeText.Elements(heading.Owner!.DocumentElement, within => within.LocalName is not ("aside" or "nav" or "footer" or "form")).SkipWhile(element => element != heading).TakeWhile(element => element != posts[0])
            .Where(element => element is { LocalName: "p", ParentElement.ClassName: null or "" } && element.ParentElement.LocalName is "div" or "section" or "main" or "article")
            .GroupBy(element => element.ParentElement!).Where(parent => !posts.Exists(post => NodeText.IsWithin(post, parent.Key, null)))
            .Select(parent => (parent.Key, Length: parent.Sum(paragraph => paragraph.TextContent.Trim().Length))).Where(parent => parent.Length >= LeastOfParagraphs).OrderByDescending(parent => parent.Length).FirstOrDefault().Key;

    /// <summary>What the other interfaces of its forum call it, where the page or its address says so.</summary>
    private static string? NameElsewhere(IElement element, string? address) =>
        element.Closest("shreddit-post")?.Id is { Length: > 0 } name ? name
            : GitHubThread().Match(address ?? "") is { Success: true } thread ? $"{thread.Groups["place"].Value}#{thread.Groups["number"].Value}"
            : element.Closest(".lemmy-site") is not null && LemmyPost().Match(address ?? "") is { Success: true } post ? "post-" + post.Groups["number"].Value : null;

    [GeneratedRegex(@"^https://github\.com/(?<place>[^/]+/[^/]+)/(issues|pull|discussions)/(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GitHubThread();

    [GeneratedRegex(@"^https?://[^/]+/post/(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LemmyPost();

    private static bool IsText(IElement element) =>
        element.GetAttribute("itemprop") == "articleBody" || element.GetAttribute("slot") == "text-body"
            || (!element.ClassList.Contains("crawler-post") && element.ClassList.Any(name => name is "entry-content" or "moz-reader-content" or "post-content" or "article-body" or "post-body" or "e-content" or "article-content" or "toptext" or "story-body" or "userContent" or "available-content" or "topic-body" or "markdown-body" or "post__content" or "entry__content" or "story_text" or "field--name-body" or "topic-full-text" or "entry-body" or "asset-body" or "md-div"
                || (name is "copy" && element.QuerySelector(".smallcopy") is not null) || (name is "md" && element.ParentElement?.ClassList.Contains("description") == true)
                || (name is "p" && element.ParentElement?.ClassList.Contains("body") == true && element.Id?.StartsWith("text-", StringComparison.Ordinal) == true)
                || (name is "entry" && element.ParentElement is { } holder && (holder.ClassList.Contains("post") || holder.ClassList.Contains("hentry")))));

    /// <summary>Who wrote an article and when stands beside it, or further out.</summary>
    private static PostParts Around(IElement article, List<IElement> posts, HashSet<IElement> set)
    {
        var around = new PostParts(article.ParentElement ?? article, set.Contains);
        for (var (outer, level) = (article.ParentElement?.ParentElement, 0); outer is not null and not { LocalName: "body" } && level < MostAround && !(around.HasAuthor && around.HasTime) && !posts.Exists(outer.Contains); (outer, level) = (outer.ParentElement, level + 1))
        {
            var wider = new PostParts(outer, set.Contains);
            around = wider.HasAuthor || !around.HasAuthor ? wider : around;
        }

        return around;
    }

    /// <summary>What a title stands in, with who gave it and when: so a link looks that people comment on. Null when nothing says both.</summary>
    private static PostParts? AroundTitle(IElement heading, List<IElement> posts, HashSet<IElement> set)
    {
        PostParts? around = null;
        for (var (outer, level) = (heading.ParentElement, 0); outer is not null and not { LocalName: "body" } && level < 2 * MostAround && around?.Score is null && !posts.Exists(outer.Contains); (outer, level) = (outer.ParentElement, level + 1))
        {
            var wider = new PostParts(outer, set.Contains);
            around = wider.HasAuthor && wider.TimeAsWritten is not null && (around is null || wider.Score is not null) ? wider : around;
        }

        return around;
    }

    /// <summary>Where the title leads, if to another site.</summary>
    private static string? LinkOf(IElement heading, string? address)
    {
        var link = (heading.QuerySelector("a[href]") ?? heading.Closest("a[href]"))?.GetAttribute("href") ?? heading.Closest("[content-href]")?.GetAttribute("content-href");
        return Uri.TryCreate(link, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" && Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Host != target.Host ? target.AbsoluteUri : null;
    }
}
