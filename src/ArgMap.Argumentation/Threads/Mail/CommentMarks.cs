using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>Comments in a page by which archives of mail mark what is the mail.</summary>
internal static class CommentMarks
{
    /// <summary>All comments of a page, also those before its beginning.</summary>
    internal static IEnumerable<IComment> Of(IHtmlDocument page) =>
        page.ChildNodes.OfType<IComment>().Concat(page.DocumentElement is { } root ? NodeText.Elements(root).Prepend(root).SelectMany(element => element.ChildNodes).OfType<IComment>() : []);

    /// <summary>The comment that holds only a word.</summary>
    internal static IComment? Named(IHtmlDocument page, string word) => Of(page).FirstOrDefault(comment => Is(comment, word));

    /// <summary>What stands from one mark to the other, side by side with both.</summary>
    internal static IEnumerable<INode> Between(IComment begin, string end)
    {
        for (var at = begin.NextSibling; at is not null && !(at is IComment comment && Is(comment, end)); at = at.NextSibling)
        {
            yield return at;
        }
    }

    /// <summary>The text of nodes as it was typed.</summary>
    internal static string Text(IEnumerable<INode> nodes) => string.Concat(nodes.Select(node => node is IElement element ? NodeText.Of(element) : node is IText plain ? plain.Data : ""));

    private static bool Is(IComment comment, string word) => comment.Data.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
