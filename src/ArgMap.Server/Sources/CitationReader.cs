using System.Globalization;
using ArgMap.Argumentation.Citations;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Npgsql;

namespace ArgMap.Server.Sources;

/// <summary>A citation with what it cites and what cites it.</summary>
/// <param name="About">The node, relation or comment that cites.</param>
/// <param name="AboutWords">What that says: a node's text, or what kind of step it is.</param>
/// <param name="IsTextKept">Whether the map keeps the source's text, so that the words can be read in their place.</param>
/// <param name="StartSeconds">Where the passage starts in a recording, in seconds.</param>
/// <param name="EndSeconds">Where it ends, in seconds.</param>
public sealed record CitationView(
    int Number,
    Thing About,
    string AboutWords,
    int Source,
    string SourceTitle,
    Medium Medium,
    string? SourceUrl,
    bool IsTextKept,
    string? Exact,
    string? Prefix,
    string? Suffix,
    int? StartSeconds,
    int? EndSeconds,
    string? Note,
    Guid AuthorId,
    string AuthorName,
    DateTimeOffset CreatedAt)
{
    /// <summary>Number of the post of the thread that the words are in; null when the source is no imported thread, or is cited as a whole.</summary>
    public int? Post { get; init; }

    /// <summary>What became of the words in the post.</summary>
    public AnchorState Anchor { get; init; }

    /// <summary>What stands in the post now where the words stood, when that is not what was cited.</summary>
    public string? Now { get; init; }

    /// <summary>Where that begins in the post's body, in UTF-16 units.</summary>
    public int? NowStart { get; init; }

    /// <summary>How long it is there.</summary>
    public int? NowLength { get; init; }

    /// <summary>Whoever wrote the post, where the thread says.</summary>
    public string? PostAuthor { get; init; }

    /// <summary><c>12:34–13:10</c>, or <c>from 12:34</c>; null when the citation has no times.</summary>
    public string? Times => (StartSeconds, EndSeconds) switch
    {
        ({ } start, { } end) => $"{new TimeCode(start)}–{new TimeCode(end)}",
        ({ } start, null) => $"from {new TimeCode(start)}",
        _ => null,
    };

    /// <summary>How what cites is called for short: <c>#12</c>, <c>a comment</c>.</summary>
    public static string NameOf(Thing about) => about.Kind is ThingKind.Comment ? "a comment" : string.Create(CultureInfo.InvariantCulture, $"#{about.Number}");
}

/// <summary>Adds citations to what a page reads in one round trip.</summary>
public static class CitationReader
{
    private const string Query = $"""
        select c.number, c.about_node, c.about_relation, c.about_comment, n.text, r.kind,
          c.source_number, s.title, s.medium, s.url, s.text is not null, c.exact, c.prefix, c.suffix, c.start_seconds, c.end_seconds, c.note, c.author_id, p.user_name, c.created_at,
          c.post_number, coalesce(a.state, 'Exact'), a.now, t.author_name, a.start, a.length
        from citations c
        join sources s on s.map_id = c.map_id and s.number = c.source_number
        join people p on p.id = c.author_id
        left join nodes n on n.map_id = c.map_id and n.number = c.about_node
        left join relations r on r.map_id = c.map_id and r.number = c.about_relation
        left join citation_anchors a on a.map_id = c.map_id and a.citation_number = c.number
        left join posts t on t.map_id = c.map_id and t.source_number = c.source_number and t.number = c.post_number
        left join comments k on k.map_id = c.map_id and k.number = c.about_comment
        where c.map_id = {MapReader.MapId} and not c.is_withdrawn
        """;

    /// <summary>The citations of a node or relation, and of the comments in its thread, by number.</summary>
    /// <param name="batch">The page's batch; the list is filled once it has run.</param>
    /// <param name="slug">The map.</param>
    /// <param name="about">Number of the node or relation.</param>
    public static IReadOnlyList<CitationView> AddTo(ReadBatch batch, string slug, int about)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and $2 in (c.about_node, c.about_relation, k.about_node, k.about_relation) order by c.number", Read, slug, about);
    }

    /// <summary>The citations of a source, by number.</summary>
    /// <inheritdoc cref="AddTo"/>
    /// <param name="source">Number of the source.</param>
    public static IReadOnlyList<CitationView> AddOfSource(ReadBatch batch, string slug, int source)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and c.source_number = $2 order by c.number", Read, slug, source);
    }

    /// <summary>The citations of a thread whose words do not stand in their post as they were cited, in the order of the thread.</summary>
    /// <inheritdoc cref="AddTo"/>
    /// <param name="source">Number of the thread's source.</param>
    public static IReadOnlyList<CitationView> AddChanged(ReadBatch batch, string slug, int source)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and c.source_number = $2 and a.state <> 'Exact' order by t.position nulls last, c.post_start, c.number", Read, slug, source);
    }

    /// <summary>One citation; an empty list when there is none with this number.</summary>
    public static IReadOnlyList<CitationView> AddOne(ReadBatch batch, string slug, int number)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} and c.number = $2", Read, slug, number);
    }

    /// <summary>Every citation of the map, by number.</summary>
    /// <inheritdoc cref="AddTo"/>
    public static IReadOnlyList<CitationView> AddAll(ReadBatch batch, string slug)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add($"{Query} order by c.number", Read, slug);
    }

    private static CitationView Read(NpgsqlDataReader row)
    {
        var about = Thing.FromColumns(row.NumberOrNull(1), row.NumberOrNull(2), row.NumberOrNull(3));
        return new(
            row.GetInt32(0),
            about,
            about.Kind switch
            {
                ThingKind.Node => row.GetString(4),
                ThingKind.Relation => $"The {((RelationKind)row.GetInt32(5)).ToString().ToLowerInvariant()} step #{about.Number}",
                _ => "A comment in a thread",
            },
            row.GetInt32(6),
            row.GetString(7),
            (Medium)row.GetInt32(8),
            row.TextOrNull(9),
            row.GetBoolean(10),
            row.TextOrNull(11),
            row.TextOrNull(12),
            row.TextOrNull(13),
            row.NumberOrNull(14),
            row.NumberOrNull(15),
            row.TextOrNull(16),
            row.GetGuid(17),
            row.GetString(18),
            row.Time(19))
        {
            Post = row.NumberOrNull(20),
            Anchor = row.Stated<AnchorState>(21),
            Now = row.TextOrNull(22),
            PostAuthor = row.TextOrNull(23),
            NowStart = row.NumberOrNull(24),
            NowLength = row.NumberOrNull(25),
        };
    }
}
