using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Database;
using Npgsql;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>A suggestion and what became of it.</summary>
/// <param name="Suggestion">What is suggested; posts are numbers in digits.</param>
/// <param name="State">What became of it. Accepted only while what was made of it is in the map: when that is undone or withdrawn, the suggestion is open again.</param>
/// <param name="AnsweredBy">Name of who answered it; null while it is open.</param>
/// <param name="MadeNode">The node that was made of it.</param>
/// <param name="MadeRelation">The step that was made of it.</param>
/// <param name="MadeSource">The source that was made of it.</param>
/// <param name="MadeRevision">The map's revision that put it into the map.</param>
/// <param name="IsFromModel">A language model suggested it, not the rules.</param>
/// <param name="Post">Number of the post that its first passage is in; null when it stands in none.</param>
/// <param name="Position">That post's place in the thread; null when it stands in none.</param>
/// <param name="Text">What its node says if a language model worded that; null for the words of the thread.</param>
/// <param name="Author">Who wrote that post, as the forum shows the name; null when it does not.</param>
public sealed record KnownSuggestion(
    Suggestion Suggestion,
    SuggestionState State,
    string? AnsweredBy,
    int? MadeNode,
    int? MadeRelation,
    int? MadeSource,
    int? MadeRevision,
    bool IsFromModel,
    int? Post,
    int? Position,
    string? Author,
    string? Text)
{
    /// <summary>SQL for what became of suggestion <c>s</c> of <see cref="From"/>.</summary>
    internal const string StateNow = """
        case when s.state = 'Accepted' and (coalesce(sc.is_withdrawn, false) or coalesce(sn.is_withdrawn, false) or coalesce(ss.is_withdrawn, false)
          or (s.kind = 'Source' and ss.url is null and s.payload ->> 'address' is not null)) then 'Open' else s.state end
        """;

    /// <summary>SQL for the suggestions <c>s</c> with what was made of each, and its post <c>p</c>.</summary>
    internal const string From = """
        suggestions s
        left join citations sc on sc.map_id = s.map_id and sc.number = s.made_citation
        left join nodes sn on sn.map_id = s.map_id and sn.number = s.made_node
        left join sources ss on ss.map_id = s.map_id and ss.number = s.made_source
        left join posts p on p.map_id = s.map_id and p.source_number = s.source_number and p.number = s.post_number
        """;

    /// <summary>SQL for the node that cites most of the same words, whoever made it and however; the first of several.</summary>
    private const string CitedNow = """
        (select min(c.about_node) from citations c
          join nodes cn on cn.map_id = c.map_id and cn.number = c.about_node and not cn.is_withdrawn
          left join citation_anchors ca on ca.map_id = c.map_id and ca.citation_number = c.number
          cross join lateral (select (s.payload #>> '{passages,0,start}')::int as start, (s.payload #>> '{passages,0,length}')::int as length,
            case when ca.state is null then c.post_start else ca.start end as cited_start, coalesce(ca.length, length(c.exact)) as cited_length) place
          where c.map_id = s.map_id and c.source_number = s.source_number and c.post_number = s.post_number and not c.is_withdrawn
            and s.kind not in ('View', 'Source', 'Request') and jsonb_array_length(s.payload -> 'passages') = 1
            and 2 * (least(place.start + place.length, cited_start + cited_length) - greatest(place.start, cited_start)) > least(place.length, cited_length))
        """;

    /// <summary>What <see cref="Read"/> reads of <see cref="From"/>, in its order.</summary>
    internal const string Columns = $"""
        s.payload, {StateNow}, (select user_name from people where id = s.answered_by), s.made_node, s.made_relation, s.made_source, s.made_revision, s.is_from_model, s.post_number, p.position, p.author_name,
        case when s.is_from_model then s.payload ->> 'text' end, {CitedNow}
        """;

    /// <summary>How many <see cref="Columns"/> there are.</summary>
    internal const int ColumnCount = 13;

    /// <summary>Its number within the thread.</summary>
    public int Number => Suggestion.Number;

    /// <summary>What kind it is.</summary>
    public SuggestionKind Kind => Suggestion.Kind;

    /// <summary>Where its first passage begins in its post.</summary>
    public int Start => Suggestion.Passages is [var first, ..] ? first.Start : 0;

    /// <summary>The node that cites most of the same words: of an open suggestion, one that somebody made by hand.</summary>
    public int? CitedBy { get; init; }

    /// <summary>What hangs from it now hangs from this; null while it is no node and no step.</summary>
    public Thing? Made => State != SuggestionState.Accepted ? CitedBy is { } byHand ? new Thing(ThingKind.Node, byHand) : null
        : MadeRelation is { } step && Suggestion.Passages.Count > 1 ? new Thing(ThingKind.Relation, step)
        : MadeNode is { } node ? new Thing(ThingKind.Node, node)
        : null;

    internal static KnownSuggestion Read(NpgsqlDataReader row) => new(
        ThreadJson.Read<Suggestion>(row.GetString(0)),
        row.Stated<SuggestionState>(1),
        row.TextOrNull(2),
        row.NumberOrNull(3),
        row.NumberOrNull(4),
        row.NumberOrNull(5),
        row.NumberOrNull(6),
        row.GetBoolean(7),
        row.NumberOrNull(8),
        row.NumberOrNull(9),
        row.TextOrNull(10),
        row.TextOrNull(11))
    {
        CitedBy = row.NumberOrNull(12),
    };
}
