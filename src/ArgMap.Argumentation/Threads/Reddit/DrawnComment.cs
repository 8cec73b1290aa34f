using System.Net;
using AngleSharp.Html.Parser;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Reddit;

/// <summary>A comment as the old site hands it out when one asks for more of them: drawn, beside what it answers.</summary>
internal static class DrawnComment
{
    /// <returns>The key of the comment; null when it has none and was left out.</returns>
    internal static string? Read(JsonValue data, ThreadAssembly thread)
    {
        var html = data["content"].Text ?? "";
        html = html.TrimStart().StartsWith('<') ? html : WebUtility.HtmlDecode(html);
        if (data["id"].Words is not { } id || HtmlDepth.Of(html) > HtmlToMarkdown.MostDepth)
        {
            thread.Damaged(data.Place, "A comment without an id, or nested too deep, was left out.");
            return null;
        }

        using var drawn = new HtmlParser().ParseDocument(PlainText.WithoutOwnMarks(html));
        var thing = drawn.QuerySelector(".thing") ?? drawn.DocumentElement;
        var time = thing.QuerySelector(".tagline time");
        var words = thing.QuerySelector(".usertext-body .md") ?? thing.QuerySelector(".md");
        var said = PlainText.Line(words?.TextContent);
        var name = thing.GetAttribute("data-author") ?? PlainText.Line(thing.QuerySelector(".tagline .author")?.TextContent);
        var state = said is "[removed]" ? PostState.RemovedByModerator : said is "[deleted]" ? PostState.DeletedByAuthor : PostState.Live;
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = data["parent"].Words ?? data["link"].Words,
            ParentIsOpening = (data["parent"].Words ?? data["link"].Words)?.StartsWith("t3_", StringComparison.Ordinal) == true,
            Author = name is null or "[deleted]" ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(name),
            CreatedAt = Times.Parse(time?.GetAttribute("datetime")),
            CreatedAtAsWritten = time?.GetAttribute("datetime"),
            EditedAt = Times.Parse(thing.QuerySelector(".tagline time.edited-timestamp")?.GetAttribute("datetime")),
            State = state,
            Score = int.TryParse(thing.QuerySelector(".tagline .score.unvoted")?.GetAttribute("title"), System.Globalization.CultureInfo.InvariantCulture, out var score) ? score : null,
            Address = thing.GetAttribute("data-permalink") is { } path ? "https://www.reddit.com" + path : null,
            Body = state != PostState.Live ? ConvertedBody.Empty
                : words is not null ? thread.FromElement(words, "https://www.reddit.com/")
                : thread.FromHtml(WebUtility.HtmlDecode(data["contentHTML"].Text), "https://www.reddit.com/"),
        });
        return id;
    }
}
