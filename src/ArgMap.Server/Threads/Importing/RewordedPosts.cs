using System.Text;
using ArgMap.Argumentation.Threads;
using Npgsql;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Recognises posts where only their words say which one each is, as in pasted text, or in another format of the thread, which calls them otherwise: by their author and the words that are left.</summary>
internal static class RewordedPosts
{
    // Of the pairs of neighbouring words in two texts: one that was edited keeps most of them, another text of its author has few in common with it.
    private const double LeastShared = 0.5;

    // Formats may call an author otherwise too; then the words have to be the same nearly all, and enough of them.
    private const double LeastSharedByAnybody = 0.9;
    private const int LeastPairsByAnybody = 8;

    // What so many posts have says nothing about which of them it is; and no post is compared with more than these.
    private const int MostHolders = 20;

    /// <summary>A stored post that the thread no longer has word for word.</summary>
    internal sealed record Candidate(KnownPost Post, string? Author, string Body);

    /// <summary>The stored post that each post of the thread is which is not stored under its own id, by that id; those that are new are left out.</summary>
    /// <param name="isOther">The thread was read as another format than before, so that ids may differ.</param>
    public static async Task<IReadOnlyDictionary<string, KnownPost>> Find(
        NpgsqlDataSource database, long map, int source, ForumThread thread, IReadOnlyList<KnownPost> known, bool isOther, CancellationToken cancellation)
    {
        var stored = known.ToDictionary(post => post.ExternalId, StringComparer.Ordinal);
        var otherwise = PostPlan.CalledOtherwise(thread, stored);
        var present = thread.Posts.Select(post => PostPlan.Key(post.Id)).Concat(otherwise.Values.Select(post => post.ExternalId)).ToHashSet(StringComparer.Ordinal);
        var strange = thread.Posts.Where(post => (isOther || IsToldByWords(post.Id)) && !stored.ContainsKey(PostPlan.Key(post.Id)) && !otherwise.ContainsKey(post.Id)).ToList();
        var absent = known.Where(post => (isOther || IsToldByWords(post.ExternalId)) && !present.Contains(post.ExternalId)).ToDictionary(post => post.Number);
        if (strange.Count == 0 || absent.Count == 0)
        {
            return new Dictionary<string, KnownPost>();
        }

        var candidates = await Bodies(database, map, source, absent, cancellation);
        var found = Match(strange, candidates);
        if (isOther)
        {
            var taken = found.Values.Select(post => post.Number).ToHashSet();
            foreach (var (id, post) in Match([.. strange.Where(post => !found.ContainsKey(post.Id))], [.. candidates.Where(one => !taken.Contains(one.Post.Number))], byAnybody: true))
            {
                found.Add(id, post);
            }
        }

        return found;
    }

    /// <summary>Pairs posts with those that are most like them, each with one at most; the most alike first. The same posts give the same pairs.</summary>
    /// <param name="byAnybody">Whoever wrote them, if they have nearly all words in common.</param>
    internal static Dictionary<string, KnownPost> Match(IReadOnlyList<ThreadPost> strange, IReadOnlyList<Candidate> candidates, bool byAnybody = false)
    {
        var pairs = candidates.Select(candidate => PairsOf(candidate.Body)).ToList();
        var holders = new Dictionary<(string?, string), List<int>>();
        for (var index = 0; index < candidates.Count; index++)
        {
            foreach (var pair in pairs[index])
            {
                var key = (byAnybody ? null : candidates[index].Author, pair);
                if (!holders.TryGetValue(key, out var having))
                {
                    holders.Add(key, having = []);
                }

                if (having.Count <= MostHolders)
                {
                    having.Add(index);
                }
            }
        }

        var alike = new List<(double Shared, int Strange, int Candidate)>();
        for (var index = 0; index < strange.Count; index++)
        {
            var its = PairsOf(StoredText.Of(strange[index].Body));
            if (byAnybody && its.Count < LeastPairsByAnybody)
            {
                continue;
            }

            var author = byAnybody ? null : StoredText.Of(strange[index].Author.Name, PostRow.MaxNameLength);
            var near = its.SelectMany(pair => holders.TryGetValue((author, pair), out var having) && having.Count <= MostHolders ? having : [])
                .CountBy(candidate => candidate).OrderByDescending(each => each.Value).ThenBy(each => each.Key).Take(MostHolders);
            alike.AddRange(near.Select(each => (2.0 * pairs[each.Key].Count(its.Contains) / (its.Count + pairs[each.Key].Count), index, each.Key)));
        }

        var found = new Dictionary<string, KnownPost>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var (_, index, candidate) in alike.Where(pair => pair.Shared >= (byAnybody ? LeastSharedByAnybody : LeastShared)).OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Strange).ThenBy(pair => pair.Candidate))
        {
            if (!found.ContainsKey(strange[index].Id) && taken.Add(candidate))
            {
                found.Add(strange[index].Id, candidates[candidate].Post);
            }
        }

        return found;
    }

    private static bool IsToldByWords(string id) => id.StartsWith(ThreadPost.ToldByWords, StringComparison.Ordinal);

    private static async Task<List<Candidate>> Bodies(NpgsqlDataSource database, long map, int source, Dictionary<int, KnownPost> posts, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select number, author_name, body from posts where map_id = $1 and source_number = $2 and number = any($3) order by number");
        command.Parameters.Add(new() { Value = map });
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = posts.Keys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Candidate> candidates = [];
        while (await reader.ReadAsync(cancellation))
        {
            candidates.Add(new(posts[reader.GetInt32(0)], reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2)));
        }

        return candidates;
    }

    /// <summary>The pairs of neighbouring words, with the beginning and the end, whatever the case and the marks between them.</summary>
    private static HashSet<string> PairsOf(string text)
    {
        HashSet<string> pairs = new(StringComparer.Ordinal);
        var word = new StringBuilder();
        var before = "";
        foreach (var rune in text.EnumerateRunes())
        {
            // Scripts without spaces are compared by their characters.
            var isWhole = rune.Value is >= 0x3040 and <= 0x9FFF or >= 0x20000;
            if (!Rune.IsLetterOrDigit(rune) || isWhole)
            {
                End();
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }

            if (isWhole)
            {
                End();
            }
        }

        End();
        pairs.Add(before + " ");
        return pairs;

        void End()
        {
            if (word.Length > 0)
            {
                pairs.Add($"{before} {word}");
                before = word.ToString();
                word.Clear();
            }
        }
    }
}
