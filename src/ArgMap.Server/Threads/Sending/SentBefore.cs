using ArgMap.Server.Accounts;
using ArgMap.Server.Shell;
using Npgsql;

namespace ArgMap.Server.Threads.Sending;

/// <summary>A thread that somebody has brought into a map from the page that they send now: it can be brought up to date.</summary>
/// <param name="Slug">The map.</param>
/// <param name="Map">The map's title.</param>
/// <param name="Source">The thread's source.</param>
/// <param name="Thread">The thread's title.</param>
internal sealed record SentBefore(string Slug, string Map, int Source, string Thread)
{
    private const int Most = 5;

    /// <summary>How a form names it.</summary>
    public string Name => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Slug}/{Source}");

    /// <summary>The map and the thread that a form names; the number is 0 when it names none.</summary>
    public static (string Slug, int Source) Of(string name)
    {
        var at = name.LastIndexOf('/');
        return at < 0 ? (name, 0) : (name[..at], TypedNumber.Of(name[(at + 1)..]) ?? 0);
    }

    /// <summary>An address as it is kept of a page: a place within the page is no page of its own.</summary>
    public static string? Page(string? typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var from) && from.Scheme is "http" or "https" ? from.GetLeftPart(UriPartial.Query) : null;

    /// <summary>The threads that this person has read from a page and can bring up to date, the latest first.</summary>
    public static async Task<IReadOnlyList<SentBefore>> Find(NpgsqlDataSource database, Actor actor, string? page, CancellationToken cancellation)
    {
        if (actor.Id is not { } person || Page(page) is not { } address)
        {
            return [];
        }

        await using var command = database.CreateCommand(
            """
            select m.slug, m.title, s.number, s.title from maps m join sources s on s.map_id = m.id and not s.is_withdrawn
              join (select i.map_id, i.source_number, max(i.created_at) as at from thread_imports i
                    where i.actor_id = $1 and i.source_number is not null
                      and (i.address = $2 or exists (select from raw_inputs r where r.map_id = i.map_id and r.import_id = i.id and r.address = $2))
                    group by i.map_id, i.source_number) i on i.map_id = m.id and i.source_number = s.number
            where m.owner_id = $1 or (s.added_by_id = $1 and m.visibility <> 2) order by i.at desc limit $3
            """);
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = address });
        command.Parameters.Add(new() { Value = Most });
        List<SentBefore> found = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3)));
        }

        return found;
    }
}
