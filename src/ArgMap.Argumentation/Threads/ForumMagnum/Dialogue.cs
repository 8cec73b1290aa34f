using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.ForumMagnum;

/// <summary>A dialogue: one text for the forum, in which every message says who wrote it and when.</summary>
internal static class Dialogue
{
    private const string Message = "dialogue-message";

    /// <summary>Adds a post whose words are HTML, and its messages if it has any.</summary>
    internal static void Add(FoundPost post, string? html, string? address, ThreadAssembly thread)
    {
        if (html?.Contains(Message, StringComparison.Ordinal) != true || HtmlDepth.Of(html) > HtmlToMarkdown.MostDepth)
        {
            thread.Add(post);
            return;
        }

        using var drawn = new HtmlParser().ParseDocument(PlainText.WithoutOwnMarks(html));
        Add(post, drawn.Body!, address, thread);
    }

    /// <summary>Adds a post whose words are part of a page, and its messages if it has any.</summary>
    internal static void Add(FoundPost post, IElement? body, string? address, ThreadAssembly thread)
    {
        var messages = body is null ? [] : Taken(body, post, address, thread);
        if (messages.Count > 0)
        {
            post.Body = thread.FromElement(body!, address);
        }

        thread.Add(post);
        messages.ForEach(thread.Add);
    }

    /// <summary>Takes the messages out of the text they are in: each answers the one before it.</summary>
    private static List<FoundPost> Taken(IElement body, FoundPost post, string? address, ThreadAssembly thread)
    {
        List<FoundPost> messages = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var message in body.QuerySelectorAll("." + Message).Where(element => element.HasAttribute("display-name") || element.HasAttribute("user-id")).ToList())
        {
            message.QuerySelectorAll(".dialogue-message-header").ToList().ForEach(head => head.Remove());
            var key = $"{post.Id}/{message.GetAttribute("message-id") ?? ""}";
            var sent = message.GetAttribute("submitted-date");
            messages.Add(new FoundPost
            {
                // Who divides a message in the editor leaves both parts with its key.
                Id = keys.Add(key) ? key : $"{key}/{messages.Count + 1}",
                Parent = messages.Count > 0 ? messages[^1].Id : post.Id,
                Author = thread.Author(message.GetAttribute("display-name"), message.GetAttribute("user-id")),
                CreatedAt = Times.Parse(sent),
                CreatedAtAsWritten = sent,
                Address = post.Address,
                // For the forum it is a part of the post.
                IsUncounted = true,
                Body = thread.FromElement(message, address),
            });
            message.Remove();
        }

        return messages;
    }
}
