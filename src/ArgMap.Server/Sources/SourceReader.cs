using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Npgsql;

namespace ArgMap.Server.Sources;

/// <summary>A source as a page shows it; its text is read apart, because it may be long.</summary>
/// <param name="Published">When, as far as it is known.</param>
/// <param name="IsTextKept">Whether the map keeps its text.</param>
/// <param name="Revision">The map's revision that changed it last.</param>
public sealed record SourceView(
    int Number,
    string Title,
    Medium Medium,
    string? Url,
    IReadOnlyList<string> Authors,
    PartialDate? Published,
    int? Minutes,
    int? Words,
    string? Note,
    bool IsTextKept,
    Guid AddedById,
    string AddedByName,
    bool IsWithdrawn,
    int Revision,
    DateTimeOffset CreatedAt);

/// <summary>A relation between two sources with their titles.</summary>
public sealed record SourceLinkView(int Number, int From, string FromTitle, SourceLinkKind Kind, int To, string ToTitle, Guid AddedById);

/// <summary>How often one thing cites one source.</summary>
public sealed record CitedBy(int Source, Thing About, int Count);

/// <summary>Adds sources to what a page reads in one round trip.</summary>
public static class SourceReader
{
    private const string Query = $"""
        select s.number, s.title, s.medium, s.url, s.authors, s.published, s.minutes, s.words, s.note, s.text is not null,
          s.added_by_id, p.user_name, s.is_withdrawn, s.revision, s.created_at
        from sources s join people p on p.id = s.added_by_id
        where s.map_id = {MapReader.MapId}
        """;

    /// <summary>The sources of a map that have not been withdrawn, by number.</summary>
    public static IReadOnlyList<SourceView> AddAll(ReadBatch batch, string slug)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and not s.is_withdrawn order by s.number", Read, slug);
    }

    /// <summary>One source, withdrawn or not; an empty list when there is none with this number.</summary>
    public static IReadOnlyList<SourceView> AddOne(ReadBatch batch, string slug, int number)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and s.number = $2", Read, slug, number);
    }

    /// <summary>The text of a source; an empty list when it is not kept.</summary>
    public static IReadOnlyList<string> AddText(ReadBatch batch, string slug, int number)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"select text from sources where map_id = {MapReader.MapId} and number = $2 and text is not null", row => row.GetString(0), slug, number);
    }

    /// <summary>The relations between sources, by number.</summary>
    public static IReadOnlyList<SourceLinkView> AddLinks(ReadBatch batch, string slug)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add(
            $"""
            select l.number, l.from_source, f.title, l.kind, l.to_source, t.title, l.added_by_id
            from source_links l
            join sources f on f.map_id = l.map_id and f.number = l.from_source
            join sources t on t.map_id = l.map_id and t.number = l.to_source
            where l.map_id = {MapReader.MapId} and not (l.is_withdrawn or f.is_withdrawn or t.is_withdrawn) order by l.number
            """,
            row => new SourceLinkView(row.GetInt32(0), row.GetInt32(1), row.GetString(2), (SourceLinkKind)row.GetInt32(3), row.GetInt32(4), row.GetString(5), row.GetGuid(6)),
            slug);
    }

    /// <summary>What cites each source, things in the order in which they came into the map.</summary>
    public static IReadOnlyList<CitedBy> AddCitedBy(ReadBatch batch, string slug)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add(
            $"""
            select source_number, about_node, about_relation, about_comment, count(*)::int from citations
            where map_id = {MapReader.MapId} and not is_withdrawn
            group by 1, 2, 3, 4 order by 1, 4 nulls first, coalesce(about_node, about_relation)
            """,
            row => new CitedBy(row.GetInt32(0), Thing.FromColumns(row.NumberOrNull(1), row.NumberOrNull(2), row.NumberOrNull(3)), row.GetInt32(4)),
            slug);
    }

    private static SourceView Read(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        row.GetString(1),
        (Medium)row.GetInt32(2),
        row.TextOrNull(3),
        row.GetFieldValue<string[]>(4),
        PartialDate.TryParse(row.TextOrNull(5), out var published) ? published : null,
        row.NumberOrNull(6),
        row.NumberOrNull(7),
        row.TextOrNull(8),
        row.GetBoolean(9),
        row.GetGuid(10),
        row.GetString(11),
        row.GetBoolean(12),
        row.GetInt32(13),
        row.Time(14));
}
