using Npgsql;

namespace ArgMap.Server.Tests.History;

/// <summary>What is stored inside maps, row by row as JSON: for comparing everything with everything.</summary>
internal static class StoredRows
{
    /// <summary>Every table of the schema that is keyed by map, and the maps themselves; asked of the database, so that a new table is compared too. Who has read a map, what was drawn of it, and what a forum said are no part of it.</summary>
    public static async Task<IReadOnlyList<string>> Tables(string connection) => await Read(
        connection,
        """
        select table_name::text from information_schema.columns where table_schema = 'public' and column_name = 'map_id' and table_name not in
          ('visits', 'first_pages', 'forum_threads', 'posts', 'post_versions', 'citation_anchors', 'suggestions', 'thread_imports', 'raw_inputs')
        union select 'maps' order by 1
        """);

    /// <summary>All rows of a table, in the order of their text.</summary>
    public static Task<IReadOnlyList<string>> Of(string connection, string table) =>
        Read(connection, $"select to_jsonb(t)::text from {table} t order by 1");

    public static async Task<IReadOnlyList<string>> Read(string connection, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = dataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
