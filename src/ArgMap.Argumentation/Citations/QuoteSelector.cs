namespace ArgMap.Argumentation.Citations;

/// <summary>
/// Says which words of a text are meant, so that they are found again when the text changes: the W3C TextQuoteSelector and TextPositionSelector in one,
/// <see href="https://www.w3.org/TR/annotation-model/#selectors"/>.
/// </summary>
/// <param name="Exact">The quoted words as they stood in the text.</param>
/// <param name="Prefix">Words right before them; null when not known.</param>
/// <param name="Suffix">Words right after them; null when not known.</param>
/// <param name="Start">Where they stood, in UTF-16 units from the beginning; null when not known.</param>
public sealed record QuoteSelector(string Exact, string? Prefix = null, string? Suffix = null, int? Start = null);

/// <summary>What became of quoted words.</summary>
public enum AnchorState
{
    /// <summary>They stand where they stood. Case, white space, typographic marks and formatting may differ.</summary>
    Exact,

    /// <summary>The same words stand elsewhere, and what was around them is still around them.</summary>
    Moved,

    /// <summary>Something like them is there: changed words, or the same words in other surroundings or in several places. A person has to look.</summary>
    Uncertain,

    /// <summary>Nothing like them is there.</summary>
    Orphaned,
}

/// <summary>Where quoted words stand in a text now.</summary>
/// <param name="State">What became of them.</param>
/// <param name="Start">Where they begin, in UTF-16 units; null when orphaned.</param>
/// <param name="Length">How long they are there; 0 when orphaned.</param>
/// <param name="Now">The text that is there now; null when orphaned.</param>
/// <param name="Places">In how many places the very words stand, folded; 0 when they stand nowhere.</param>
public sealed record Anchor(AnchorState State, int? Start, int Length, string? Now, int Places);

/// <summary>Whether words can be cited.</summary>
public enum CitingResult
{
    /// <summary>They stand in one place, or prefix and suffix decided for one.</summary>
    Found,

    /// <summary>They stand nowhere.</summary>
    NotThere,

    /// <summary>They stand in several places and nothing decides between them.</summary>
    Ambiguous,
}

/// <summary>The answer to a request to cite words of a text.</summary>
/// <param name="Result">Whether they can be cited.</param>
/// <param name="Selector">Words, surroundings and position as they stand in the text; null unless found.</param>
/// <param name="Length">How long the passage is there, in UTF-16 units; 0 unless found.</param>
/// <param name="Places">In how many places the words stand, at most 1,000.</param>
public sealed record CitedWords(CitingResult Result, QuoteSelector? Selector, int Length, int Places);
