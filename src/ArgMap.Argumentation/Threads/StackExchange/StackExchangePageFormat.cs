using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.StackExchange;

/// <summary>A saved page of Stack Exchange: a question, its answers, and comments below each of them.</summary>
internal sealed class StackExchangePageFormat : PageFormat
{
    internal override string Name => "stackexchange-page";

    internal override string Description => "Stack Exchange: a saved page of a question with answers and comments";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("data-questionid", StringComparison.Ordinal) && input.Html.QuerySelector(".question[data-questionid]") is not null ? 94 : UnnamedParts.Has(input) ? 80 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        if (page.QuerySelector(".question[data-questionid]") is null)
        {
            UnnamedParts.Name(page, address);
        }

        if (page.QuerySelector(".question[data-questionid]") is not { } question)
        {
            return;
        }

        var id = question.GetAttribute("data-questionid")!;
        thread.Title = PlainText.Line(page.QuerySelector("#question-header h1, h1[itemprop=name]")?.TextContent) ?? PlainText.Line(page.Title);
        thread.Address = address;
        thread.Forum = PlainText.Line(page.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content")) ?? (Uri.TryCreate(address, UriKind.Absolute, out var site) ? site.Host : null);
        Add(question, id, null, PostKind.Opening, address, thread);
        Comments(question, id, address, thread);
        foreach (var answer in page.QuerySelectorAll(".answer[data-answerid]"))
        {
            var key = answer.GetAttribute("data-answerid")!;
            Add(answer, key, id, PostKind.Answer, address, thread);
            Comments(answer, key, address, thread);
        }

        var stated = page.QuerySelector("[itemprop=answerCount]");
        if (int.TryParse(stated?.GetAttribute("content") ?? stated?.TextContent, NumberStyles.Integer, CultureInfo.InvariantCulture, out var answers) && answers > page.QuerySelectorAll(".answer[data-answerid]").Length)
        {
            thread.LeavesOut("answers that the page counts and that are on its other pages", answers - page.QuerySelectorAll(".answer[data-answerid]").Length);
        }
    }

    private static void Add(IElement element, string id, string? question, PostKind kind, string? address, ThreadAssembly thread)
    {
        // Whoever edited a post is named before whoever wrote it.
        var writer = element.QuerySelector("[itemprop=author]") ?? element.QuerySelectorAll(".user-details").LastOrDefault(details => details.Closest(".comment") is null);
        // What all may edit links to its history first, and may name nobody.
        var user = writer?.QuerySelector("a[href*='/users/']");
        var name = PlainText.Line(user?.TextContent) ?? PlainText.Line(writer?.QuerySelector("[itemprop=name]")?.TextContent) ?? (writer?.QuerySelector(".community-wiki") is null ? PlainText.Line(writer?.TextContent) : null);
        var times = element.QuerySelectorAll(".user-action-time").Where(time => time.Closest(".comment") is null).ToList();
        // When it was edited stands before when it was written, whatever the language of the site.
        var created = times.Find(time => time.Closest(".owner") is not null) ?? (times is [var only] && PlainText.Line(only.TextContent)?.StartsWith("edited", StringComparison.Ordinal) == true ? null : times.LastOrDefault());
        var edited = times.Find(time => time != created);
        var state = element.ClassList.Contains("deleted-answer") || element.ClassList.Contains("deleted-question") ? PostState.Deleted : PostState.Live;
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = question,
            Kind = kind,
            Author = name is null ? new PostAuthor(null, null, AuthorState.Unknown) : thread.Author(name, UserId(user)),
            CreatedAt = Time(created),
            CreatedAtAsWritten = Written(created),
            EditedAt = Time(edited),
            State = state,
            Score = Number(element.GetAttribute("data-score") ?? element.QuerySelector(".js-vote-count")?.GetAttribute("data-value") ?? element.QuerySelector(".js-vote-count, .vote-count-post")?.TextContent),
            Title = kind == PostKind.Opening ? thread.Title : null,
            Address = address is null ? null : kind == PostKind.Opening ? address : $"{address.Split('#')[0]}#{id}",
            Body = element.QuerySelector(".js-post-body, .s-prose, .post-text") is { } body ? thread.FromElement(body, address) : ConvertedBody.Empty,
        });
    }

    private static void Comments(IElement post, string parent, string? address, ThreadAssembly thread)
    {
        foreach (var comment in post.QuerySelectorAll("li.comment"))
        {
            var id = comment.GetAttribute("data-comment-id") ?? comment.Id?.Replace("comment-", "", StringComparison.Ordinal);
            if (string.IsNullOrEmpty(id) || comment.QuerySelector(".comment-copy") is not { } words)
            {
                thread.Damaged($"the comments of {parent}", "A comment without a number or without words was left out.");
                continue;
            }

            var user = comment.QuerySelector(".comment-user");
            var date = comment.QuerySelector(".comment-date");
            thread.Add(new FoundPost
            {
                Id = "comment-" + id,
                Parent = parent,
                Author = thread.Author(PlainText.Line(user?.TextContent), UserId(user)),
                CreatedAt = Time(date),
                CreatedAtAsWritten = Written(date),
                Score = Number(comment.GetAttribute("data-comment-score") ?? comment.QuerySelector(".comment-score")?.TextContent),
                Address = address is null ? null : $"{address.Split('#')[0]}#comment{id}_{parent}",
                Body = thread.FromElement(words, address),
            });
        }

        var more = post.QuerySelector(".js-show-link.comments-link")?.GetAttribute("title") ?? post.QuerySelector(".js-show-link.comments-link")?.TextContent ?? "";
        if (Number(new string([.. more.Where(char.IsAsciiDigit)])) is > 0 and var hidden)
        {
            thread.LeavesOut("comments that the page counts and does not show", hidden);
        }
    }

    private static string? UserId(IElement? link) => link?.GetAttribute("href")?.Split('/').SkipWhile(part => part != "users").Skip(1).FirstOrDefault() is { Length: > 0 } id ? id : null;

    private static IElement? Stamp(IElement? around) => around?.QuerySelector("[title]") ?? around;

    /// <summary>"2024-03-04 10:00:00Z, License: CC BY-SA 4.0".</summary>
    private static DateTimeOffset? Time(IElement? around) => Times.Parse(Stamp(around)?.GetAttribute("title")?.Split(',')[0]);

    private static string? Written(IElement? around) => Stamp(around)?.GetAttribute("title")?.Split(',')[0] ?? PlainText.Line(around?.TextContent);

    private static int? Number(string? words) => int.TryParse(words?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
