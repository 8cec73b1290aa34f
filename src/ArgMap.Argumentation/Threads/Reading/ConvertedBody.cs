namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>HTML made Markdown.</summary>
/// <param name="Markdown">The text; the source of a quote is marked by its number between <see cref="PlainText.SourceOpens"/> and <see cref="PlainText.SourceCloses"/>.</param>
/// <param name="Links">Addresses linked to, each once.</param>
/// <param name="Sources">What the marks stand for.</param>
/// <param name="IsTooDeep">The HTML was nested too deep to be a person's, and of what is deepest only the text was taken.</param>
internal sealed record ConvertedBody(string Markdown, IReadOnlyList<string> Links, IReadOnlyList<QuoteSource> Sources, bool IsTooDeep)
{
    /// <summary>What holds <see cref="Markdown"/>: a thread has many of them.</summary>
    internal PackedText Text { get; private init; } = PackedText.Of(Markdown);

    internal string Markdown
    {
        get => Text.ToString();
        init => Text = PackedText.Of(value);
    }

    internal static readonly ConvertedBody Empty = new("", [], [], IsTooDeep: false);
}

/// <summary>Where a quote says it is from.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Post">The forum's key or number of the post.</param>
/// <param name="Topic">The topic it is in, where the forum says so.</param>
internal sealed record QuoteSource(string? Author, string? Post, string? Topic);
