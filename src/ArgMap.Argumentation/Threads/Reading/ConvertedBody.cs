using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>HTML made Markdown.</summary>
/// <param name="Markdown">The text; the source of a quote is marked by its number between <see cref="PlainText.SourceOpens"/> and <see cref="PlainText.SourceCloses"/>.</param>
/// <param name="Links">Addresses linked to, each once.</param>
/// <param name="Sources">What the marks stand for.</param>
/// <param name="IsTooDeep">The HTML was nested too deep to be a person's, and of what is deepest only the text was taken.</param>
internal sealed partial record ConvertedBody(string Markdown, IReadOnlyList<string> Links, IReadOnlyList<QuoteSource> Sources, bool IsTooDeep)
{
    /// <summary>The HTML had more tags than any post a person wrote, and only its text was taken.</summary>
    internal bool HasTooManyTags { get; init; }

    /// <summary>What holds <see cref="Markdown"/>: a thread has many of them.</summary>
    internal PackedText Text { get; private init; } = PackedText.Of(Markdown);

    internal string Markdown
    {
        get => Text.ToString();
        init => Text = PackedText.Of(value);
    }

    /// <summary>The same, with its text where the thread keeps its texts.</summary>
    internal ConvertedBody In(TextStore texts) => texts.Keep(Text) is var kept && ReferenceEquals(kept, Text) ? this : this with { Text = kept };

    internal static readonly ConvertedBody Empty = new("", [], [], IsTooDeep: false);

    /// <summary>With the address that the post is about, which the forum keeps apart from the words, above them.</summary>
    internal ConvertedBody About(string? address) =>
        address is null ? this : this with { Markdown = $"<{address}>\n\n{Markdown}".TrimEnd(), Links = [address, .. Links.Where(link => link != address)] };

    /// <summary>With blocks of Markdown below that the forum keeps apart from the words, such as pictures, or a list of what can be voted for.</summary>
    internal ConvertedBody Above(IEnumerable<string> blocks)
    {
        var below = string.Join("\n\n", blocks.Where(block => block.Length > 0));
        return below.Length == 0 ? this : this with { Markdown = $"{Markdown}\n\n{below}".TrimStart('\n'), Links = [.. Links.Concat(MarkdownLinks.In(below)).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>With another post that the forum shows beside the words: a quote, under who wrote it and where.</summary>
    /// <param name="words">What was written there.</param>
    /// <param name="author">Who wrote it, where the forum says so.</param>
    /// <param name="post">The forum's key of that post.</param>
    /// <param name="address">Where it stands.</param>
    /// <param name="isAbove">The forum shows it above the words.</param>
    internal ConvertedBody Quoting(ConvertedBody words, string? author, string? post, string? address, bool isAbove = false)
    {
        var (head, at) = (MarkdownLinks.To(address, author), Sources.Count + words.Sources.Count);
        var marked = Mark().Replace(words.Markdown.Trim('\n'), mark => $"{PlainText.SourceOpens}{Sources.Count + int.Parse(mark.Groups["number"].Value, CultureInfo.InvariantCulture)}{PlainText.SourceCloses}");
        var quote = marked.Length == 0 ? "" : string.Join('\n', $"{PlainText.SourceOpens}{at}{PlainText.SourceCloses}{marked}".Split('\n').Select(line => ("> " + line).TrimEnd()));
        string[] parts = isAbove ? [head, quote, Markdown] : [Markdown, head, quote];
        return this with
        {
            Markdown = string.Join("\n\n", parts.Where(part => part.Length > 0)),
            Links = [.. Links.Concat(MarkdownLinks.In(head)).Concat(words.Links).Distinct(StringComparer.Ordinal)],
            Sources = [.. Sources, .. words.Sources, new QuoteSource(author, post, null)],
            IsTooDeep = IsTooDeep || words.IsTooDeep,
        };
    }

    [GeneratedRegex("\uE000(?<number>[0-9]{1,9})\uE001", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}

/// <summary>Where a quote says it is from.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Post">The forum's key or number of the post.</param>
/// <param name="Topic">The topic it is in, where the forum says so.</param>
internal sealed record QuoteSource(string? Author, string? Post, string? Topic);
