using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using Npgsql;

namespace ArgMap.Server.Maps;

/// <summary>A map as a list shows it.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its name.</param>
/// <param name="Root">What it is about, in words; null when no question or thesis has been chosen.</param>
/// <param name="RootKind">Whether that is a question or a thesis.</param>
/// <param name="Visibility">Who can read it.</param>
/// <param name="OwnerName">Whose it is.</param>
/// <param name="Revision">How many changes it has had.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ChangedAt">When something in it changed last, UTC.</param>
/// <param name="Nodes">How many live nodes it has, counted up to <see cref="MapList.MostCounted"/>.</param>
/// <param name="Comments">How many live comments it has, counted up to <see cref="MapList.MostCounted"/>.</param>
public sealed record MapListItem(
    string Slug,
    string Title,
    string? Root,
    NodeKind? RootKind,
    Visibility Visibility,
    string OwnerName,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    int Nodes,
    int Comments);

/// <summary>A page of a list of maps.</summary>
/// <param name="Maps">The maps, the one that changed last first.</param>
/// <param name="Older">What to ask for to get the next page; null when this is the last.</param>
public sealed record MapListPage(IReadOnlyList<MapListItem> Maps, string? Older);

/// <summary>Lists maps by recent activity: the public ones, and all of the reader's own. One round trip, paged by the last one seen.</summary>
public sealed class MapList(NpgsqlDataSource dataSource)
{
    /// <summary>How many maps a page has unless something else is asked for.</summary>
    public const int PageSize = 20;

    /// <summary>The most maps a page can have.</summary>
    public const int MaxPageSize = 100;

    /// <summary>Counting stops here, so that a page of huge maps costs no more than one of large ones.</summary>
    public const int MostCounted = 1_000;

    /// <summary>Reads a page.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="before">The <see cref="MapListPage.Older"/> of the page before; null, or anything else, for the first page.</param>
    /// <param name="size">How many maps, from 1 to <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<MapListPage> Read(Actor actor, string? before, int size, CancellationToken cancellation)
    {
        var batch = new ReadBatch(dataSource);
        var page = Add(batch, actor, before, size);
        await batch.Run(cancellation);
        return page();
    }

    /// <summary>Adds the reading of a page to a batch.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    /// <param name="batch">What else is read in the same round trip.</param>
    /// <returns>Gives the page once the batch has run.</returns>
    public static Func<MapListPage> Add(ReadBatch batch, Actor actor, string? before, int size = PageSize)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaxPageSize);

        // A map that was made for a thread of which nothing has come has had one change only, and nobody but its owner has any use for it.
        // Two ordered scans of an index each, merged: an "or" between them would sort every map there is.
        var (at, id) = Cursor(before);
        var rows = batch.Add(
            $"""
            with seen as (
                (select * from maps where visibility = 0 and ($4::uuid is null or owner_id <> $4) and (revision > 1 or not exists (select from thread_imports where map_id = maps.id)) and (changed_at, id) < ($1, $2) order by changed_at desc, id desc limit $3)
                union all
                (select * from maps where owner_id = $4 and (changed_at, id) < ($1, $2) order by changed_at desc, id desc limit $3)
                order by changed_at desc, id desc limit $3)
            select m.id, m.slug, m.title, n.text, n.kind, m.visibility, p.user_name, m.revision, m.created_at, m.changed_at,
                (select count(*)::int from (select from nodes where map_id = m.id and not is_withdrawn limit {MostCounted}) counted),
                (select count(*)::int from (select from comments where map_id = m.id and not is_withdrawn limit {MostCounted}) counted)
            from seen m join people p on p.id = m.owner_id left join nodes n on n.map_id = m.id and n.number = m.root and not n.is_withdrawn
            order by m.changed_at desc, m.id desc
            """,
            row => (Id: row.GetInt64(0), Item: Item(row)),
            at,
            id,
            size + 1,
            actor.Id);
        return () => new MapListPage(
            [.. rows.Take(size).Select(row => row.Item)],
            rows.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].Item.ChangedAt.UtcTicks}-{rows[size - 1].Id}") : null);
    }

    private static MapListItem Item(NpgsqlDataReader row) => new(
        row.GetString(1),
        row.GetString(2),
        row.TextOrNull(3),
        (NodeKind?)row.NumberOrNull(4),
        (Visibility)row.GetInt32(5),
        row.GetString(6),
        row.GetInt32(7),
        row.Time(8),
        row.Time(9),
        row.GetInt32(10),
        row.GetInt32(11));

    // An address that somebody has shortened leads to the first page, not to an error.
    private static (DateTimeOffset At, long Id) Cursor(string? text) =>
        text?.Split('-') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new DateTimeOffset(at, TimeSpan.Zero), number)
            : (new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero), long.MaxValue);
}
