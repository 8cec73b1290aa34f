using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.Server.Database;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Drafts a map from a thread and keeps the suggestions until people answer them. Nothing enters a map by it.</summary>
public static class DraftThread
{
    /// <summary>
    /// Makes the suggestions anew. What was suggested before for the same words of the same post keeps its number; what is not suggested any more and was not answered goes;
    /// what was answered stays as it was answered, and is not suggested again. What a language model suggested stays.
    /// </summary>
    /// <param name="connection">A connection within a transaction.</param>
    /// <param name="map">The map.</param>
    /// <param name="source">The thread's source.</param>
    /// <param name="draft">The draft that was made of the thread.</param>
    /// <param name="numbers">The number of each post by the forum's id.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many suggestions are open.</returns>
    public static async Task<int> Handle(
        NpgsqlConnection connection, long map, int source, ThreadDraft draft, IReadOnlyDictionary<string, int> numbers, DateTimeOffset at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(numbers);
        await Lock(connection, map, source, cancellation);
        var known = await Known(connection, map, source, cancellation);
        var (kept, highest) = (new Dictionary<int, int>(), known.Count == 0 ? 0 : known.Max(suggestion => suggestion.Number));
        var earlier = known.Where(suggestion => !suggestion.IsFromModel).ToLookup(suggestion => Identity(suggestion.Payload, suggestion.Payload.Passages is [var first, ..] ? first.Post : ""), StringComparer.Ordinal);
        var taken = new HashSet<int>();

        // Numbers first: targets name other suggestions.
        foreach (var suggestion in draft.Suggestions.OrderBy(suggestion => suggestion.Number))
        {
            var before = earlier[Identity(suggestion, PostOf(suggestion))].FirstOrDefault(candidate => !taken.Contains(candidate.Number));
            kept[suggestion.Number] = before?.Number ?? ++highest;
            taken.Add(kept[suggestion.Number]);
        }

        var answered = known.Where(suggestion => suggestion.State != SuggestionState.Open).Select(suggestion => suggestion.Number).ToHashSet();
        var open = draft.Suggestions.Where(suggestion => !answered.Contains(kept[suggestion.Number])).Select(Renumbered).ToList();
        await Remove(connection, map, source, [.. known.Where(suggestion => suggestion is { State: SuggestionState.Open, IsFromModel: false }).Select(suggestion => suggestion.Number)], cancellation);
        await Store(connection, map, source, open, at, cancellation);
        return open.Count;

        string PostOf(Suggestion suggestion) => suggestion.Passages is [var first, ..] ? Number(first.Post) : "";

        string Number(string post) => numbers.TryGetValue(post, out var number) ? number.ToString(CultureInfo.InvariantCulture) : "";

        DraftPassage Passage(DraftPassage passage) => passage with { Post = Number(passage.Post), Text = StoredText.Of(passage.Text) };

        Suggestion Renumbered(Suggestion suggestion) => suggestion with
        {
            Number = kept[suggestion.Number],
            Passages = [.. suggestion.Passages.Select(Passage)],
            Again = [.. suggestion.Again.Select(Passage)],
            Header = suggestion.Header is { } header ? Passage(header) : null,
            Reason = StoredText.Of(suggestion.Reason),
            Address = StoredText.Of(suggestion.Address),
            Credence = suggestion.Credence is { } credence ? credence with { Words = StoredText.Of(credence.Words) } : null,
            Target = suggestion.Target is { } target
                ? target with
                {
                    Suggestion = target.Suggestion is { } other ? kept.TryGetValue(other, out var number) ? number : null : null,
                    Passage = target.Passage is { } passage ? passage with { Post = Number(passage.Post), Text = StoredText.Of(passage.Text) } : null,
                    Because = StoredText.Of(target.Because),
                }
                : null,
        };
    }

    /// <summary>Makes whoever else numbers suggestions of the thread wait until the transaction ends. What is numbered is counted by a statement after this one: the same one would not see what it waited for.</summary>
    internal static async Task Lock(NpgsqlConnection connection, long map, int source, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select from forum_threads where map_id = $1 and source_number = $2 for update", connection);
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = source });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Before(int Number, SuggestionState State, Suggestion Payload, bool IsFromModel);

    /// <summary>What makes two suggestions the same: the words, and whether they are taken as something to argue about, as a view, as a source or as a request.</summary>
    private static string Identity(Suggestion suggestion, string post)
    {
        var sort = suggestion.Kind is SuggestionKind.View or SuggestionKind.Source or SuggestionKind.Request ? suggestion.Kind.ToString() : "";
        return $"{post} {sort} {suggestion.Address} {string.Join('\n', suggestion.Passages.Select(passage => StoredText.Of(passage.Text)))}";
    }

    private static async Task<List<Before>> Known(NpgsqlConnection connection, long map, int source, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select number, state, payload, is_from_model from suggestions where map_id = $1 and source_number = $2 order by number for update", connection);
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = source });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Before> known = [];
        while (await reader.ReadAsync(cancellation))
        {
            known.Add(new(reader.GetInt32(0), reader.Stated<SuggestionState>(1), ThreadJson.Read<Suggestion>(reader.GetString(2)), reader.GetBoolean(3)));
        }

        return known;
    }

    private static async Task Remove(NpgsqlConnection connection, long map, int source, int[] numbers, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("delete from suggestions where map_id = $1 and source_number = $2 and number = any($3)", connection);
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = numbers });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Store(NpgsqlConnection connection, long map, int source, List<Suggestion> suggestions, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy suggestions (map_id, source_number, number, payload, rank, kind, post_number, state, drafted_at) from stdin (format binary)", cancellation);
        foreach (var suggestion in suggestions)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(map, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(source, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(suggestion.Number, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(ThreadJson.Write(suggestion), NpgsqlDbType.Jsonb, cancellation);
            await copy.WriteAsync(suggestion.Rank, NpgsqlDbType.Double, cancellation);
            await copy.WriteAsync(suggestion.Kind.ToString(), NpgsqlDbType.Varchar, cancellation);
            if (suggestion.Passages is [{ Post.Length: > 0 } first, ..])
            {
                await copy.WriteAsync(int.Parse(first.Post, CultureInfo.InvariantCulture), NpgsqlDbType.Integer, cancellation);
            }
            else
            {
                await copy.WriteNullAsync(cancellation);
            }

            await copy.WriteAsync(nameof(SuggestionState.Open), NpgsqlDbType.Varchar, cancellation);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }
}
