using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>The sentences of a post, for whoever chooses one of them by hand.</summary>
public static class PostSentences
{
    /// <summary>Where each begins and how long it is, in UTF-16 units of the text; lines that quote somebody, code and tables are left out.</summary>
    /// <param name="body">The post's Markdown.</param>
    public static IReadOnlyList<(int Start, int Length)> Of(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var post = new ThreadPost { Id = "", Author = new(null, null, AuthorState.Unknown), Body = body };
        return [.. Sentences.Of(post, 0).Where(sentence => !sentence.IsQuoted).Select(sentence => (sentence.Start, sentence.Length))];
    }
}
