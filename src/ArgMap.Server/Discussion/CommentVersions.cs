using System.Globalization;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Discussion;

/// <summary>A comment as one change left it.</summary>
/// <param name="Revision">The map's revision that the change made.</param>
/// <param name="At">When.</param>
/// <param name="ByName">Who made the change: the author, or the map's owner.</param>
/// <param name="Kind">What they did.</param>
/// <param name="Body">The words, in Markdown. Those of a withdrawn comment stay readable here.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn then.</param>
public sealed record CommentVersion(int Revision, DateTimeOffset At, string ByName, ChangeKind Kind, string Body, bool IsWithdrawn);

/// <summary>Reads every version of one comment from the map's log.</summary>
public sealed class CommentVersions
{
    private readonly int number;
    private readonly IReadOnlyList<Row> rows;

    private CommentVersions(ReadBatch batch, string slug, int number)
    {
        this.number = number;
        rows = batch.Add(
            $"""
            select c.revision, c.at, p.user_name, c.kind, c.payload from changes c join people p on p.id = c.actor_id
            where c.map_id = {MapReader.MapId} and c.things @> array[(select id from maps where slug = $1)::text || $2] order by c.revision
            """,
            row => new Row(row.GetInt32(0), row.Time(1), row.GetString(2), row.Stated<ChangeKind>(3), row.GetString(4)),
            slug,
            string.Create(CultureInfo.InvariantCulture, $"/comment:{number}"));
    }

    /// <summary>The versions, oldest first, once the batch has run.</summary>
    public IReadOnlyList<CommentVersion> All =>
    [
        .. from row in rows
           from effect in Effect.Read(row.Payload).OfType<CommentEffect>()
           where effect.Number == number
           select new CommentVersion(row.Revision, row.At, row.ByName, row.Kind, effect.After.Body, effect.After.IsWithdrawn),
    ];

    /// <summary>Adds the log of one comment to a batch.</summary>
    /// <param name="batch">What else is read of the same moment; the map's visibility is to be checked there.</param>
    /// <param name="slug">The map.</param>
    /// <param name="number">Number of the comment.</param>
    public static CommentVersions AddTo(ReadBatch batch, string slug, int number)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(batch, slug, number);
    }

    private sealed record Row(int Revision, DateTimeOffset At, string ByName, ChangeKind Kind, string Payload);
}
