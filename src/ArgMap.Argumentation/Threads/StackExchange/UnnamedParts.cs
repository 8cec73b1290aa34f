using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.StackExchange;

/// <summary>Pages of Stack Exchange from which an archive took the names of classes and left keys: their parts get their names back, by what they hold.</summary>
internal static partial class UnnamedParts
{
    /// <summary>Whether a page has the keys that those pages have.</summary>
    internal static bool Has(ThreadInput input) =>
        input.Text.Contains("id=\"question\"", StringComparison.Ordinal) && input.Text.Contains("id=\"answers\"", StringComparison.Ordinal) && QuestionOf(PageFormat.AddressOf(input.Html) ?? input.Address) is not null && input.Html.QuerySelector("#question.question") is null;

    /// <summary>Names the parts of such a page.</summary>
    internal static void Name(IHtmlDocument page, string? address)
    {
        if (page.QuerySelector("#question") is not { } question || QuestionOf(address) is not { } key)
        {
            return;
        }

        foreach (var comment in page.QuerySelectorAll("li[id^=comment-]"))
        {
            Call(comment, "comment");
            var user = comment.QuerySelectorAll("a[href*='/users/']") is [.., var last] ? last : null;
            Call(user, "comment-user");
            Call(comment.QuerySelectorAll("[title]").LastOrDefault(IsTime)?.ParentElement, "comment-date");
            Call(comment.QuerySelectorAll("span, div, p").FirstOrDefault(element => (user is null || !element.Contains(user)) && !NodeText.IsBlank(element) && !int.TryParse(element.TextContent, out _) && !element.ClassList.Contains("comment-date")), "comment-copy");
        }

        question.SetAttribute("data-questionid", key);
        Post(question, "question");
        foreach (var answer in page.QuerySelectorAll("#answers > [id^=answer-]"))
        {
            answer.SetAttribute("data-answerid", answer.Id!["answer-".Length..]);
            Post(answer, "answer");
        }
    }

    private static void Post(IElement post, string name)
    {
        Call(post, name);
        var own = NodeText.Elements(post, within => !within.ClassList.Contains("comment")).Where(element => !element.ClassList.Contains("comment")).ToList();
        Call(own.FindLast(element => element.LocalName == "a" && element.GetAttribute("href")?.Contains("/users/", StringComparison.Ordinal) == true)?.ParentElement, "user-details");
        own.FindAll(IsTime).ForEach(time => Call(time.ParentElement, "user-action-time"));
        Call(own.Find(element => element.ChildElementCount == 0 && int.TryParse(element.TextContent.Trim(), out _)), "js-vote-count");
        Call(own.Where(element => element.LocalName is "p" or "pre" or "ul" or "ol" or "blockquote" && element.ParentElement is { LocalName: "div" } && element.QuerySelector(".comment") is null).GroupBy(element => element.ParentElement!).MaxBy(parent => parent.Sum(part => part.TextContent.Length))?.Key, "js-post-body");
    }

    private static bool IsTime(IElement element) => Times.Parse(element.GetAttribute("title")?.Split(',')[0]) is not null;

    private static void Call(IElement? element, string name) => element?.ClassList.Add(name);

    private static string? QuestionOf(string? address) => Question().Match(address ?? "") is { Success: true } match ? match.Groups["key"].Value : null;

    [GeneratedRegex(@"^https?://[^/]+/questions/(?<key>\d+)(/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();
}
