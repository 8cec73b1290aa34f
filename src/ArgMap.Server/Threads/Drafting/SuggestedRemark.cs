using System.Globalization;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>The comment that a view becomes: the writer's words, and what they say about how sure the writer is.</summary>
internal static class SuggestedRemark
{
    /// <summary>Its Markdown.</summary>
    /// <param name="suggestion">The view.</param>
    /// <param name="more">What whoever accepts it adds; null for nothing.</param>
    internal static string Of(KnownSuggestion suggestion, string? more)
    {
        var author = suggestion.Author ?? "the author";
        var quote = string.Join('\n', suggestion.Suggestion.Passages[0].Text.Split('\n').Select(line => $"> {line}"));
        return $"{quote}\n\n{Leaning(suggestion)} It is what {author} leans to, and no property of the claim.{(more is null ? "" : $"\n\n{more}")}";
    }

    /// <summary>The view in one sentence.</summary>
    internal static string Leaning(KnownSuggestion suggestion)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{suggestion.Author ?? "The author"}'s own view{(suggestion.Post is { } post ? $" in post {post}" : "")}");
        if (suggestion.Suggestion.Credence is not { } credence)
        {
            return $"{where}.";
        }

        var range = (credence.Lowest, credence.Highest) switch
        {
            ({ } low, { } high) when Math.Abs(high - low) < 0.005 => string.Create(CultureInfo.InvariantCulture, $": about {low * 100:0.#} %"),
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $": between {low * 100:0.#} % and {high * 100:0.#} %, if “{credence.Words}” is read as usual"),
            _ => "",
        };
        return $"{where}{range}{(credence.IsTentative ? "; they say that it could change" : "")}.";
    }
}
