using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.HackerNews;

/// <summary>A saved page of Hacker News: the story above a table of comments that are set in, with those that the reader has folded away.</summary>
internal sealed class HackerNewsPageFormat : PageFormat
{
    private const string Item = "https://news.ycombinator.com/item?id=";

    internal override string Name => "hackernews-page";

    internal override string Description => "Hacker News: a saved page of a story with its comments";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("commtext", StringComparison.Ordinal) && input.Text.Contains("athing", StringComparison.Ordinal) && input.Html.QuerySelector("tr.athing.comtr") is not null ? 94 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        thread.Forum = "Hacker News";
        var story = page.QuerySelector("table.fatitem tr.athing") is { Id.Length: > 0 } top ? Story(top, page, thread) : null;
        // The comment set in least after another one answers it.
        var open = new Stack<(int Indent, string Id)>();
        HashSet<string?> read = new(StringComparer.Ordinal);
        foreach (var row in page.QuerySelectorAll("tr.comtr"))
        {
            if (row.Id is not { Length: > 0 } id)
            {
                continue;
            }

            var indent = IndentOf(row);
            while (open.TryPeek(out var last) && last.Indent >= indent)
            {
                open.Pop();
            }

            thread.Add(Comment(row, id, open.TryPeek(out var parent) ? parent.Id : story, thread));
            open.Push((indent, id));
            read.Add(PlainText.Line(row.QuerySelector(".commtext")?.TextContent));
        }

        foreach (var words in page.QuerySelectorAll(".commtext").Where(words => words.Closest("table.fatitem") is null && words.ParentElement?.Closest(".commtext") is null && PlainText.Line(words.TextContent) is { } line && read.Add(line)))
        {
            thread.Damaged("a comment of the page", "A comment that lost its key is told by its words.");
            thread.Add(Comment(words.Closest("td") ?? words, words, thread));
        }

        thread.LinksToMore(page.QuerySelectorAll("a.morelink").Length);
    }

    /// <summary>A comment without the row that is its own; whom it answers is lost with that.</summary>
    private static FoundPost Comment(IElement cell, IElement words, ThreadAssembly thread)
    {
        words.QuerySelector(".reply")?.Remove();
        // Of several comments in one cell the name over the first is not that of the others.
        var name = cell.QuerySelector(".commtext") == words ? PlainText.Line(cell.QuerySelector(".hnuser")?.TextContent) : null;
        var body = TypedQuotes.In(thread.FromElement(words, Item));
        return new FoundPost { Id = WordKey.Of(name, body.Markdown), ParentIsGuess = true, Author = thread.Author(name), Body = body };
    }

    private static string Story(IElement top, IHtmlDocument page, ThreadAssembly thread)
    {
        var about = top.Closest("table.fatitem")!;
        // The page of a single comment shows that comment above its answers.
        var isComment = about.QuerySelector(".commtext") is { } words && top.QuerySelector(".titleline, .storylink") is null && words.Closest(".toptext") is null;
        var link = top.QuerySelector(".titleline a, a.storylink");
        var title = PlainText.Line(link?.TextContent);
        // The title of a question leads to its own page.
        var target = link?.GetAttribute("href") is { } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !href.EndsWith("/item?id=" + top.Id, StringComparison.Ordinal) ? href : null;
        // Below its title stands the row with points and writer; the text of a question is a row of its own.
        var text = about.QuerySelector(".toptext") ?? (isComment ? about.QuerySelector(".commtext") : about.QuerySelectorAll("tr > td:last-child").FirstOrDefault(cell => cell.QuerySelector(".titleline, .storylink, .subtext, form, .hnuser") is null && !cell.ClassList.Contains("subtext") && !cell.ClassList.Contains("title") && PlainText.Line(cell.TextContent) is not null));
        var body = text is null ? ConvertedBody.Empty : TypedQuotes.In(thread.FromElement(text, Item));
        var comments = about.QuerySelectorAll(".subtext a, .subline a").Select(a => PlainText.Line(a.TextContent)).FirstOrDefault(line => line?.Contains("comment", StringComparison.Ordinal) == true);
        thread.Title = title ?? thread.Title;
        thread.Address = Item + top.Id;
        thread.States(NumberIn(comments) + 1);
        thread.Add(new FoundPost
        {
            Id = top.Id!,
            Kind = PostKind.Opening,
            Author = thread.Author(PlainText.Line(about.QuerySelector(".hnuser")?.TextContent)),
            CreatedAt = WrittenAt(about),
            CreatedAtAsWritten = about.QuerySelector(".age")?.GetAttribute("title") ?? PlainText.Line(about.QuerySelector(".age")?.TextContent),
            Score = NumberIn(PlainText.Line(about.QuerySelector(".score")?.TextContent)),
            Title = title,
            Address = Item + top.Id,
            Body = body.About(target),
        });
        return top.Id!;
    }

    private static FoundPost Comment(IElement row, string id, string? parent, ThreadAssembly thread)
    {
        var words = row.QuerySelector(".commtext");
        words?.QuerySelector(".reply")?.Remove();
        var head = PlainText.Line(row.QuerySelector(".comhead")?.TextContent) ?? "";
        var name = PlainText.Line(row.QuerySelector(".hnuser")?.TextContent);
        var isGone = words is null || (name is null && PlainText.Line(words.TextContent) is "[deleted]" or "[flagged]" or "[dead]");
        return new FoundPost
        {
            Id = id,
            Parent = parent,
            Author = name is null ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(name),
            CreatedAt = WrittenAt(row),
            CreatedAtAsWritten = row.QuerySelector(".age")?.GetAttribute("title") ?? PlainText.Line(row.QuerySelector(".age")?.TextContent),
            State = isGone ? PostState.Deleted : head.Contains("[flagged]", StringComparison.Ordinal) || head.Contains("[dead]", StringComparison.Ordinal) ? PostState.Hidden : PostState.Live,
            Address = Item + id,
            Body = isGone ? ConvertedBody.Empty : TypedQuotes.In(thread.FromElement(words!, Item)),
        };
    }

    private static int IndentOf(IElement row)
    {
        var cell = row.QuerySelector("td.ind");
        var stated = cell?.GetAttribute("indent") ?? cell?.QuerySelector("img")?.GetAttribute("width");
        return int.TryParse(stated, CultureInfo.InvariantCulture, out var indent) ? indent : 0;
    }

    /// <summary>The time stands in a title, in newer pages with the seconds since 1970 after it.</summary>
    private static DateTimeOffset? WrittenAt(IElement about) => Times.Parse(about.QuerySelector(".age")?.GetAttribute("title")?.Split(' ')[0]);
}
