using ArgMap.Server.Database;

namespace ArgMap.Server.Sources;

/// <summary>The sources of a map, for programs.</summary>
/// <param name="Revision">The map's revision at which this is so.</param>
/// <param name="Sources">The sources that have not been withdrawn, by number, without their texts.</param>
/// <param name="Links">What they are to each other, by number.</param>
public sealed record SourceList(int Revision, IReadOnlyList<SourceContract> Sources, IReadOnlyList<SourceLinkContract> Links);

/// <summary>A source, for programs.</summary>
/// <param name="Number">Its number within the map.</param>
/// <param name="Title">Its title.</param>
/// <param name="Medium">What it is.</param>
/// <param name="Url">Its http or https address; missing while nobody knows it: an open request.</param>
/// <param name="Authors">Who made it, in order.</param>
/// <param name="Published">When: <c>2023</c>, <c>2023-02</c> or <c>2023-02-21</c>.</param>
/// <param name="Minutes">How long it takes to hear or watch, in minutes.</param>
/// <param name="Words">How long it is to read, in words.</param>
/// <param name="Note">Markdown: what is known of it, or asked for.</param>
/// <param name="IsTextKept">Whether the map keeps its text; quoted words must then be in it.</param>
/// <param name="Text">Its text, in the answer about one source.</param>
/// <param name="AddedBy">Name of who added it.</param>
/// <param name="IsWithdrawn">Whether it has been withdrawn.</param>
/// <param name="Revision">The map's revision that changed it last; an edit is based on this or a later one.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
public sealed record SourceContract(
    int Number,
    string Title,
    Medium Medium,
    string? Url,
    IReadOnlyList<string> Authors,
    string? Published,
    int? Minutes,
    int? Words,
    string? Note,
    bool IsTextKept,
    string? Text,
    string AddedBy,
    bool IsWithdrawn,
    int Revision,
    DateTimeOffset CreatedAt)
{
    internal static SourceContract Of(SourceView source, string? text) => new(
        source.Number,
        source.Title,
        source.Medium,
        source.Url,
        source.Authors,
        source.Published?.ToString(),
        source.Minutes,
        source.Words,
        source.Note,
        source.IsTextKept,
        text,
        source.AddedByName,
        source.IsWithdrawn,
        source.Revision,
        source.CreatedAt);
}

/// <summary>A relation between two sources, for programs: <c>From</c> is a transcript of, responds to, or narrates <c>To</c>.</summary>
/// <param name="Number">Its number within the map.</param>
/// <param name="From">Number of the source that is something to the other.</param>
/// <param name="Kind">What it is to it.</param>
/// <param name="To">Number of the other source.</param>
public sealed record SourceLinkContract(int Number, int From, SourceLinkKind Kind, int To)
{
    internal static SourceLinkContract Of(SourceLinkView link) => new(link.Number, link.From, link.Kind, link.To);
}

/// <summary>Citations of a map, for programs.</summary>
/// <param name="Revision">The map's revision at which this is so.</param>
/// <param name="Citations">The citations, by number.</param>
public sealed record CitationContracts(int Revision, IReadOnlyList<CitationContract> Citations);

/// <summary>A citation, for programs.</summary>
/// <param name="Number">Its number within the map.</param>
/// <param name="Kind"><c>Node</c>, <c>Relation</c> or <c>Comment</c>: what cites.</param>
/// <param name="About">Number of the node, relation or comment that cites.</param>
/// <param name="Source">Number of the source.</param>
/// <param name="Exact">The quoted words; missing when the source is cited as a whole or by times.</param>
/// <param name="Prefix">Words right before them.</param>
/// <param name="Suffix">Words right after them.</param>
/// <param name="StartSeconds">Where the passage starts in a recording, in seconds from its beginning.</param>
/// <param name="EndSeconds">Where it ends, in seconds.</param>
/// <param name="Note">A short remark.</param>
/// <param name="Author">Name of who added it.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
public sealed record CitationContract(
    int Number,
    ThingKind Kind,
    int About,
    int Source,
    string? Exact,
    string? Prefix,
    string? Suffix,
    int? StartSeconds,
    int? EndSeconds,
    string? Note,
    string Author,
    DateTimeOffset CreatedAt)
{
    internal static CitationContract Of(CitationView citation) => new(
        citation.Number,
        citation.About.Kind,
        citation.About.Number,
        citation.Source,
        citation.Exact,
        citation.Prefix,
        citation.Suffix,
        citation.StartSeconds,
        citation.EndSeconds,
        citation.Note,
        citation.AuthorName,
        citation.CreatedAt);
}
