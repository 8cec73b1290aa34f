namespace ArgMap.Argumentation.Drafting;

/// <summary>A sentence of a post, an item of a list, or a line that is neither.</summary>
internal sealed class Sentence
{
    internal required int Post { get; init; }

    /// <summary>Where it begins in the post's body, in UTF-16 units.</summary>
    internal required int Start { get; init; }

    internal required int Length { get; init; }

    /// <summary>The line it stands in: sentences of one line belong together.</summary>
    internal required int Line { get; init; }

    /// <summary>The paragraph it stands in: lines without a blank one between them.</summary>
    internal required int Paragraph { get; init; }

    /// <summary>The words as they stand there.</summary>
    internal required string Text { get; init; }

    /// <summary>The words without formatting and marks.</summary>
    internal required string Plain { get; init; }

    /// <summary>Its words by their numbers in <see cref="RareWords"/>, each once, in order.</summary>
    internal int[] Words { get; set; } = [];

    /// <summary>It stands in a quote, which somebody else wrote.</summary>
    internal bool IsQuoted { get; init; }

    /// <summary>Places it has: <c>@first</c>, <c>@item</c> and so on.</summary>
    internal HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The quote whose answer's first paragraph it is in, by its number among the post's quotes; -1 when it is in none.</summary>
    internal int AfterQuote { get; set; } = -1;

    /// <summary>The last quote before it, however far; -1 when there is none.</summary>
    internal int LastQuote { get; set; } = -1;

    internal List<Cue> Cues { get; } = [];

    /// <summary>How likely it is a claim, from 0 to 1.</summary>
    internal double Claim { get; set; }

    /// <summary>How likely it is a support of a claim beside it.</summary>
    internal double Support { get; set; }

    /// <summary>How likely it is an objection, if it answers another person.</summary>
    internal double Objection { get; set; }

    internal bool IsQuestion => Places.Contains("@question");

    internal bool Has(string role) => Cues.Exists(cue => cue.Role == role);
}
