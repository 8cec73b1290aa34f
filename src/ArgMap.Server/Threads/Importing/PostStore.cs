using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Stores posts by binary COPY, a batch and a transaction at a time.</summary>
internal static class PostStore
{
    /// <summary>How many posts one transaction stores.</summary>
    public const int BatchSize = 500;

    private static readonly (string Name, NpgsqlDbType Type, Func<PostRow, object?> Value)[] Columns =
    [
        ("map_id", NpgsqlDbType.Bigint, post => post.MapId),
        ("source_number", NpgsqlDbType.Integer, post => post.SourceNumber),
        ("number", NpgsqlDbType.Integer, post => post.Number),
        ("external_id", NpgsqlDbType.Varchar, post => post.ExternalId),
        ("parent_number", NpgsqlDbType.Integer, post => post.ParentNumber),
        ("parent_from", NpgsqlDbType.Varchar, post => post.ParentFrom.ToString()),
        ("position", NpgsqlDbType.Integer, post => post.Position),
        ("depth", NpgsqlDbType.Integer, post => post.Depth),
        ("replies", NpgsqlDbType.Integer, post => post.Replies),
        ("descendants", NpgsqlDbType.Integer, post => post.Descendants),
        ("kind", NpgsqlDbType.Varchar, post => post.Kind.ToString()),
        ("author_key", NpgsqlDbType.Varchar, post => post.AuthorKey),
        ("author_name", NpgsqlDbType.Varchar, post => post.AuthorName),
        ("author_state", NpgsqlDbType.Varchar, post => post.AuthorState.ToString()),
        ("created_at", NpgsqlDbType.TimestampTz, post => post.CreatedAt),
        ("created_as_written", NpgsqlDbType.Varchar, post => post.CreatedAsWritten),
        ("edited_at", NpgsqlDbType.TimestampTz, post => post.EditedAt),
        ("state", NpgsqlDbType.Varchar, post => post.State.ToString()),
        ("is_vanished", NpgsqlDbType.Boolean, post => post.IsVanished),
        ("score", NpgsqlDbType.Integer, post => post.Score),
        ("title", NpgsqlDbType.Varchar, post => post.Title),
        ("body", NpgsqlDbType.Text, post => post.Body),
        ("body_hash", NpgsqlDbType.Bytea, post => post.BodyHash),
        ("address", NpgsqlDbType.Varchar, post => post.Address),
        ("version", NpgsqlDbType.Integer, post => post.Version),
        ("words", NpgsqlDbType.Integer, post => post.Words),
        ("quotes", NpgsqlDbType.Jsonb, post => post.Quotes),
        ("first_seen_at", NpgsqlDbType.TimestampTz, post => post.FirstSeenAt),
        ("changed_at", NpgsqlDbType.TimestampTz, post => post.ChangedAt),
    ];

    private static readonly string Names = string.Join(", ", Columns.Select(column => column.Name));

    // What a later import may change. An answer of a reader to a body that is there no more is none to the new one.
    private static readonly string Upsert = $"""
        insert into posts ({Names}) select {Names} from incoming_posts
        on conflict (map_id, source_number, number) do update set
          {string.Join(", ", Changing.Select(name => $"{name} = excluded.{name}"))},
          changed_at = case when posts.body_hash = excluded.body_hash then posts.changed_at else excluded.changed_at end,
          nothing_to_map_by = case when posts.body_hash = excluded.body_hash then posts.nothing_to_map_by end,
          nothing_to_map_at = case when posts.body_hash = excluded.body_hash then posts.nothing_to_map_at end
        where ({string.Join(", ", Changing.Select(name => $"posts.{name}"))}) is distinct from ({string.Join(", ", Changing.Select(name => $"excluded.{name}"))})
        """;

    private const string KeepVersions = """
        insert into post_versions (map_id, source_number, number, version, title, body, replaced_at)
        select p.map_id, p.source_number, p.number, p.version, p.title, p.body, i.changed_at
        from posts p join incoming_posts i on i.map_id = p.map_id and i.source_number = p.source_number and i.number = p.number
        where p.body_hash <> i.body_hash on conflict do nothing
        """;

    private static IEnumerable<string> Changing => Columns.Select(column => column.Name).Except(["map_id", "source_number", "number", "external_id", "first_seen_at", "changed_at"]);

    /// <summary>What is stored of a thread.</summary>
    public static async Task<IReadOnlyList<KnownPost>> Known(NpgsqlDataSource database, long map, int source, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select number, external_id, parent_number, body_hash, version, is_vanished, first_seen_at, changed_at from posts where map_id = $1 and source_number = $2");
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = source });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<KnownPost> known = [];
        while (await reader.ReadAsync(cancellation))
        {
            known.Add(new(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.GetFieldValue<byte[]>(3), reader.GetInt32(4), reader.GetBoolean(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return known;
    }

    /// <summary>Stores posts: new ones as they are, known ones where they differ, and the earlier body of each whose body differs.</summary>
    public static async Task Store(NpgsqlConnection connection, IEnumerable<PostRow> posts, CancellationToken cancellation)
    {
        await Run(connection, $"create temporary table if not exists incoming_posts on commit delete rows as select {Names} from posts with no data", cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync($"copy incoming_posts ({Names}) from stdin (format binary)", cancellation))
        {
            foreach (var post in posts)
            {
                await copy.StartRowAsync(cancellation);
                foreach (var (_, type, value) in Columns)
                {
                    if (value(post) is { } stored)
                    {
                        await copy.WriteAsync(stored, type, cancellation);
                    }
                    else
                    {
                        await copy.WriteNullAsync(cancellation);
                    }
                }
            }

            await copy.CompleteAsync(cancellation);
        }

        await Run(connection, KeepVersions, cancellation);
        await Run(connection, Upsert, cancellation);
    }

    /// <summary>Gives the posts that are not in the thread any more their places in it.</summary>
    public static async Task Place(NpgsqlConnection connection, long map, int source, IReadOnlyList<AbsentPost> absent, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            update posts p set position = a.position, depth = a.depth, replies = a.replies, descendants = a.descendants, is_vanished = a.is_vanished
            from unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::bool[]) as a(number, position, depth, replies, descendants, is_vanished)
            where p.map_id = $1 and p.source_number = $2 and p.number = a.number
            """,
            connection);
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = absent.Select(post => post.Number).ToArray() });
        command.Parameters.Add(new() { Value = absent.Select(post => post.Position).ToArray() });
        command.Parameters.Add(new() { Value = absent.Select(post => post.Depth).ToArray() });
        command.Parameters.Add(new() { Value = absent.Select(post => post.Replies).ToArray() });
        command.Parameters.Add(new() { Value = absent.Select(post => post.Descendants).ToArray() });
        command.Parameters.Add(new() { Value = absent.Select(post => post.IsVanished).ToArray() });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
