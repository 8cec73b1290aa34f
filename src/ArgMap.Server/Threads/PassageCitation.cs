using System.Globalization;
using ArgMap.Argumentation.Citations;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Threads;

/// <summary>Makes the citation of a passage of a post. Whoever cites a post does it by this.</summary>
public static class PassageCitation
{
    /// <summary>Words of a post, as somebody marked, typed or copied them.</summary>
    /// <param name="Words">The words; may be missing where <paramref name="Start"/> and <paramref name="Length"/> say them.</param>
    /// <param name="Prefix">Words right before them, to tell several places apart.</param>
    /// <param name="Suffix">Words right after them.</param>
    /// <param name="Start">Where they begin in the post's body, in UTF-16 units; null when only the words are known.</param>
    /// <param name="Length">How long they are there; null when only the words are known.</param>
    public sealed record Passage(string? Words, string? Prefix = null, string? Suffix = null, int? Start = null, int? Length = null);

    /// <summary>The citation, ready to be added to the map, or why these words cannot be cited.</summary>
    /// <param name="post">The post, read within the write that adds the citation (<see cref="History.MapEdit.FindPost"/>).</param>
    /// <param name="passage">
    /// What is cited. A place counts while the words there are the given ones (case, spaces, typographic marks and formatting aside): the post may have changed since
    /// the reader saw it. Otherwise the words are looked for, and refused when they stand in several places or in none.
    /// </param>
    /// <param name="about">The node, relation or comment that cites.</param>
    /// <param name="author">Who cites.</param>
    /// <param name="note">A short remark, or null.</param>
    public static Outcome<CitationState> Of(PostRow post, Passage passage, Thing about, Guid author, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(passage);
        var found = Find(post, passage);
        return found.Refusal is { } refusal ? refusal
            : new CitationState(about, post.SourceNumber, found.Value.Exact, found.Value.Prefix, found.Value.Suffix, null, null, note, author, Post: post.Number, PostStart: found.Value.Start);
    }

    /// <summary>The selector of the passage, or why there is none.</summary>
    private static Outcome<QuoteSelector> Find(PostRow post, Passage passage)
    {
        var text = new CitableText(post.Body);
        var isPlaced = passage is { Start: >= 0, Length: > 0 } && passage.Length <= post.Body.Length - passage.Start;
        var placed = isPlaced ? text.Select(passage.Start!.Value, passage.Length!.Value) : null;
        if (string.IsNullOrWhiteSpace(passage.Words))
        {
            return placed is null ? Refusal.Invalid("exact", "There are no words to cite. Mark them in the post, or copy them from it.") : Fitting(placed);
        }

        if (passage.Words.Length > CitationRow.MaxExactLength)
        {
            return TooLong(passage.Words.Length);
        }

        if (placed is not null && new CitableText(placed.Exact).Cite(passage.Words) is { Result: CitingResult.Found } same && same.Length >= placed.Exact.AsSpan().Trim().Length - 4)
        {
            return Fitting(placed);
        }

        var cited = text.Cite(passage.Words, passage.Prefix, passage.Suffix);
        return cited.Result switch
        {
            CitingResult.Found => Fitting(cited.Selector!),
            CitingResult.Ambiguous => Refusal.Invalid("exact", $"These words stand in {cited.Places} places of post {post.Number}. Quote more of them, or give the words right before or after them."),
            _ => Refusal.Invalid("exact", cited.Places > 0
                ? $"These words are in post {post.Number}, but not with these words right before and after them. Correct those, or leave them empty."
                : $"These words are not in post {post.Number} as it is now. Quote them as they stand there: line breaks, quotation marks and dashes may differ, the words may not."),
        };
    }

    private static Outcome<QuoteSelector> Fitting(QuoteSelector found) => found.Exact.Length > CitationRow.MaxExactLength ? TooLong(found.Exact.Length) : found;

    private static Refusal TooLong(int length) =>
        Refusal.Invalid("exact", string.Create(CultureInfo.InvariantCulture, $"The quote is {length:N0} characters long; at most {CitationRow.MaxExactLength:N0} can be cited. Mark the sentence that says it."));
}
