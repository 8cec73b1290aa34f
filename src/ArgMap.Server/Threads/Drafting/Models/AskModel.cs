using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Npgsql;
using NpgsqlTypes;

namespace ArgMap.Server.Threads.Drafting.Models;

/// <summary>Asks a language model for suggestions about some posts of a thread, because the map's owner said so. What quotes words that are not there is dropped.</summary>
public sealed class AskModel(NpgsqlDataSource database, MapReader maps, ModelEndpoint endpoint, ModelSettings settings, TimeProvider clock)
{
    private const double Rank = 0.6;

    /// <summary>What would be sent.</summary>
    /// <param name="Posts">The posts.</param>
    /// <param name="Text">Their text as the model gets it.</param>
    /// <param name="Seal">Tells later whether the same would still be sent.</param>
    public sealed record Sending(IReadOnlyList<PostView> Posts, string Text, string Seal);

    /// <summary>What would be sent of these posts.</summary>
    public Sending Prepare(IReadOnlyList<PostView> posts)
    {
        var fitting = ModelRequest.Fitting(posts, settings.MostCharacters);
        var text = ModelRequest.Posts(fitting);
        return new(fitting, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    /// <summary>Asks, checks, and adds what is left to the draft.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="actor">Who asks: its owner.</param>
    /// <param name="thread">Number of the thread's source.</param>
    /// <param name="from">Number of the post to begin with; null for the first.</param>
    /// <param name="seal">The <see cref="Sending.Seal"/> of what the person was shown: nothing else is sent.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<ModelReport>> Handle(string slug, Actor actor, int? thread, int? from, string? seal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (thread is not { } source)
        {
            return Refusal.Invalid("thread", "Say which thread this is about.");
        }

        IReadOnlyList<PostView> posts = [];
        IReadOnlyList<Suggestion> known = [];
        var head = await maps.ReadHead(slug, actor, cancellation, batch =>
        {
            posts = AddPosts(batch, slug, source, from);
            known = batch.Add($"select payload from suggestions where map_id = {MapReader.MapId} and source_number = $2", row => ThreadJson.Read<Suggestion>(row.GetString(0)), slug, source);
        });
        if (head is null || posts.Count == 0)
        {
            return head is null ? Missing.Map(slug) : Refusal.NotFound("There are no posts to send: the thread is not there, or ends before this post.");
        }

        if (head.OwnerId != actor.Id)
        {
            return actor.IsSignedIn ? Refusal.Forbidden("Only the map's owner can have the language model asked.") : Refusal.SignedOut();
        }

        var sending = Prepare(posts);
        if (sending.Seal != seal)
        {
            return Refusal.Conflict("other-posts", "The posts have changed since you were shown what would be sent. Look at it again: it is below, and nothing was sent.");
        }

        var answer = await endpoint.Ask(sending.Text, cancellation);
        if (answer.Refusal is { } failed)
        {
            return failed;
        }

        var checkedAnswer = new ModelAnswer(sending.Posts, [.. known.SelectMany(suggestion => suggestion.Passages)], settings.MostSuggestions).Read(answer.Value);
        if (checkedAnswer is not var (suggestions, report))
        {
            return new Refusal(StatusCodes.Status502BadGateway, "model-failed", "The language model did not help", "The language model's answer is not in the form that was asked for. Nothing was taken from it. Ask again, or ask about fewer posts.");
        }

        if (suggestions.Count == 0)
        {
            return report;
        }

        var number = await Store(head.Id, source, suggestions, known, cancellation);
        var place = sending.Posts.Index().ToDictionary(each => each.Item.Number.ToString(CultureInfo.InvariantCulture), each => each.Index);
        var (index, first) = suggestions.Index().MinBy(each => (place[each.Item.Passage.Post], each.Item.Passage.Start));
        return report with { First = new(int.Parse(first.Passage.Post, CultureInfo.InvariantCulture), number + index) };
    }

    /// <summary>Adds to a batch the posts from one on, in the order of the thread.</summary>
    internal static IReadOnlyList<PostView> AddPosts(Database.ReadBatch batch, string slug, int source, int? from) => batch.Add(
        $"""
        select {PostReader.Columns} from posts p where p.map_id = {MapReader.MapId} and p.source_number = $2 and not p.is_vanished and p.state = '{nameof(PostState.Live)}'
          and p.position >= coalesce((select f.position from posts f where f.map_id = {MapReader.MapId} and f.source_number = $2 and f.number = $3), 0) order by p.position limit {PostReader.MostPosts}
        """,
        PostReader.Read,
        slug,
        source,
        from ?? 0);

    /// <returns>The number of the first one; the others follow.</returns>
    private async Task<int> Store(long map, int source, IReadOnlyList<ModelSuggestion> suggestions, IReadOnlyList<Suggestion> known, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await DraftThread.Lock(connection, map, source, cancellation);
        await using var count = new NpgsqlCommand("select coalesce(max(number), 0) from suggestions where map_id = $1 and source_number = $2", connection, transaction);
        count.Parameters.Add(new() { Value = map });
        count.Parameters.Add(new() { Value = source });
        var first = (int)(await count.ExecuteScalarAsync(cancellation))! + 1;
        var all = known.SelectMany(suggestion => suggestion.Passages.Select(passage => (suggestion.Number, passage))).Concat(suggestions.Select((suggestion, index) => (first + index, suggestion.Passage))).ToList();
        foreach (var (index, suggestion) in suggestions.Index())
        {
            await using var insert = new NpgsqlCommand(
                """
                insert into suggestions (map_id, source_number, number, payload, rank, kind, post_number, state, drafted_at, is_from_model)
                values ($1, $2, $3, $4, $5, $6, $7, 'Open', $8, true)
                """,
                connection,
                transaction);
            insert.Parameters.Add(new() { Value = map });
            insert.Parameters.Add(new() { Value = source });
            insert.Parameters.Add(new() { Value = first + index });
            insert.Parameters.Add(new() { Value = Payload(first + index, suggestion, all), NpgsqlDbType = NpgsqlDbType.Jsonb });
            insert.Parameters.Add(new() { Value = Rank });
            insert.Parameters.Add(new() { Value = suggestion.Kind.ToString() });
            insert.Parameters.Add(new() { Value = int.Parse(suggestion.Passage.Post, CultureInfo.InvariantCulture) });
            insert.Parameters.Add(new() { Value = clock.GetUtcNow() });
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return first;
    }

    /// <summary>The suggestion as drafting keeps it, with the model's own wording beside it.</summary>
    private static string Payload(int number, ModelSuggestion suggestion, List<(int Number, DraftPassage Passage)> all)
    {
        var target = suggestion.Target is not { } about ? null : new SuggestedTarget(
            all.Where(other => other.Number != number && ModelAnswer.Overlap(other.Passage, about)).Select(other => (int?)other.Number).FirstOrDefault(),
            new TargetPassage(about.Post, about.Start, about.Length, about.Text),
            "The language model says that it is about this.");
        var payload = (JsonObject)JsonNode.Parse(ThreadJson.Write(new Suggestion
        {
            Number = number,
            Kind = suggestion.Kind,
            Instead = suggestion.Kind switch { SuggestionKind.Objection => [SuggestionKind.Support], SuggestionKind.Question => [SuggestionKind.Objection], _ => [SuggestionKind.Objection] },
            Passages = [suggestion.Passage],
            Cue = "language model",
            Reason = $"The language model says: {suggestion.Reason}",
            Rank = Rank,
            Target = target,
        }))!;
        payload["text"] = suggestion.Text;
        return payload.ToJsonString();
    }
}
