using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using Npgsql;

namespace ArgMap.Server.Discussion;

/// <summary>Reads the thread of one node or relation in the same round trip as the page it is shown on.</summary>
public sealed class ThreadReader
{
    private const string CommentColumns =
        "c.number, c.about_node, c.about_relation, c.reply_to, case when c.is_withdrawn then null else c.body end, c.author_id, p.user_name, c.revision, c.created_at, c.changed_at";

    private readonly IReadOnlyList<Thing> things;
    private readonly IReadOnlyList<CommentView> comments;
    private readonly IReadOnlyList<Promotion> promotions;
    private readonly IReadOnlyList<Resolution> resolutions;

    private ThreadReader(ReadBatch batch, string slug, int about)
    {
        things = batch.Add(
            $"""
            select number, null from nodes where map_id = {MapReader.MapId} and number = $2
            union all select null, number from relations where map_id = {MapReader.MapId} and number = $2
            """,
            row => Thing.FromColumns(row.NumberOrNull(0), row.NumberOrNull(1)),
            slug,
            about);
        comments = batch.Add(
            $"""
            select {CommentColumns} from comments c join people p on p.id = c.author_id
            where c.map_id = {MapReader.MapId} and (c.about_node = $2 or c.about_relation = $2) order by c.number
            """,
            ReadComment,
            slug,
            about);
        promotions = batch.Add(
            $"""
            select n.number, n.promoted_from, n.is_withdrawn from comments c join nodes n on n.map_id = c.map_id and n.promoted_from = c.number
            where c.map_id = {MapReader.MapId} and (c.about_node = $2 or c.about_relation = $2) order by n.number
            """,
            row => new Promotion(row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2)),
            slug,
            about);
        resolutions = batch.Add(
            $"select t.is_resolved, p.user_name, t.changed_at from threads t join people p on p.id = t.by_id where t.map_id = {MapReader.MapId} and t.number = $2",
            row => new Resolution(row.GetBoolean(0), row.GetString(1), row.Time(2)),
            slug,
            about);
    }

    /// <summary>The thread, once the batch has run; null when the map has no such node or relation.</summary>
    public DiscussionThread? Thread => things is [var thing, ..] ? DiscussionThread.Of(thing, comments, promotions, resolutions is [var resolution] ? resolution : null) : null;

    /// <summary>Adds what a thread is made of to a batch.</summary>
    /// <param name="batch">What else is read of the same moment; the map's visibility is to be checked there.</param>
    /// <param name="slug">The map.</param>
    /// <param name="about">Number of the node or relation.</param>
    public static ThreadReader AddTo(ReadBatch batch, string slug, int about)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(batch, slug, about);
    }

    /// <summary>Adds one comment to a batch; the list has one element when there is such a comment.</summary>
    /// <inheritdoc cref="AddTo"/>
    /// <param name="number">Number of the comment.</param>
    public static IReadOnlyList<CommentView> AddCommentTo(ReadBatch batch, string slug, int number)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Add(
            $"select {CommentColumns} from comments c join people p on p.id = c.author_id where c.map_id = {MapReader.MapId} and c.number = $2",
            ReadComment,
            slug,
            number);
    }

    private static CommentView ReadComment(NpgsqlDataReader row) => new(
        row.GetInt32(0),
        Thing.FromColumns(row.NumberOrNull(1), row.NumberOrNull(2)),
        row.NumberOrNull(3),
        row.TextOrNull(4),
        row.GetGuid(5),
        row.GetString(6),
        row.GetInt32(7),
        row.Time(8),
        row.Time(9));
}
