using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Live;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.History;

/// <summary>One write to one map.</summary>
/// <param name="Slug">The map.</param>
/// <param name="Actor">Who writes.</param>
/// <param name="Kind">What they do.</param>
/// <param name="IdempotencyKey">The person's key for this request; null when they gave none, then a retry is a new write.</param>
/// <param name="Content">The request, by which a key used for something else is noticed.</param>
public sealed record MapWrite(string Slug, Actor Actor, ChangeKind Kind, string? IdempotencyKey, object Content);

/// <summary>The one way to write to a map: lock its row, let the use case decide, check the graph, apply, log, commit.</summary>
/// <remarks>
/// One transaction at Read Committed. The lock on the map's row makes writes to one map serial, so nothing that was checked can be
/// undone by a race; writes to different maps do not meet. See docs/decisions/ADR-005-keys-by-map.md and ADR-006-change-log.md.
/// </remarks>
public sealed class MapWriter(ArgMapDbContext db, TimeProvider clock, MapSignals signals)
{
    /// <summary>Writes, or says why not.</summary>
    /// <param name="write">Who does what to which map.</param>
    /// <param name="edit">The use case: records effects on the locked map, or refuses. Runs again when the database asks for a retry.</param>
    /// <param name="cancellation">Gives up; nothing is applied.</param>
    public async Task<Outcome<Written>> Write(MapWrite write, Func<MapEdit, CancellationToken, Task<Refusal?>> edit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await InTransaction(write, Attempt, cancellation);

        async Task<Outcome<Written>> Attempt(Guid actor, string key, byte[] hash, CancellationToken cancel)
        {
            var map = await db.Maps.FromSql($"select * from maps where slug = {write.Slug} for update").SingleOrDefaultAsync(cancel);
            if (map is null || (map.Visibility == Visibility.Private && map.OwnerId != actor))
            {
                return Missing.Map(write.Slug);
            }

            if (await FindEarlier(map.Id, actor, key, cancel) is { } earlier)
            {
                return earlier.RequestHash.AsSpan().SequenceEqual(hash)
                    ? new Written(map.Slug, earlier.Revision, Effect.Read(earlier.Payload))
                    : Refusal.KeyReused();
            }

            var locked = new MapEdit(db, map, actor);
            if (await edit(locked, cancel) is { } refusal)
            {
                return refusal;
            }

            if (locked.Effects.Count == 0)
            {
                return new Written(map.Slug, map.Revision, []);
            }

            if (TouchesGraph(locked.Effects) && await Unsound(locked, write.Kind, cancel) is { } unsound)
            {
                return unsound;
            }

            return await Commit(locked, write.Kind, key, hash, clock.GetUtcNow(), cancel);
        }
    }

    /// <summary>Makes a map with its first change, or says why not. The same person's same key makes one map.</summary>
    /// <param name="write">Who makes it; the slug is the one wished for, and gets a random ending when it is taken or must not be guessed.</param>
    /// <param name="state">The map's state under a given slug.</param>
    /// <param name="edit">What is in the map from the start.</param>
    /// <param name="cancellation">Gives up; nothing is applied.</param>
    internal async Task<Outcome<Written>> Create(MapWrite write, Func<string, MapState> state, Action<MapEdit> edit, CancellationToken cancellation)
    {
        return await InTransaction(write, Attempt, cancellation);

        async Task<Outcome<Written>> Attempt(Guid actor, string key, byte[] hash, CancellationToken cancel)
        {
            // One person makes one map at a time, so that two tries with the same key meet here and not at a constraint.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({actor.ToString()}, 0))", cancel);
            if (await db.Maps.AsNoTracking().SingleOrDefaultAsync(map => map.OwnerId == actor && map.CreationKey == key, cancel) is { } made)
            {
                var first = await db.Changes.AsNoTracking().SingleAsync(change => change.MapId == made.Id && change.Revision == 1, cancel);
                return first.RequestHash.AsSpan().SequenceEqual(hash) ? new Written(made.Slug, 1, Effect.Read(first.Payload)) : Refusal.KeyReused();
            }

            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({write.Slug}, 1))", cancel);
            var slug = await db.Maps.AnyAsync(map => map.Slug == write.Slug, cancel) ? Slug.WithRandomEnding(write.Slug) : write.Slug;
            var start = state(slug);
            var at = clock.GetUtcNow();
            var map = new MapRow { Slug = slug, Title = start.Title, CreationKey = key, CreatedAt = at, OwnerId = actor };
            db.Maps.Add(map);
            await db.SaveChangesAsync(cancel);
            var locked = new MapEdit(db, map, actor);
            locked.Record(new MapEffect(null, start));
            edit(locked);
            if (await Unsound(locked, ChangeKind.CreateMap, cancel) is { } unsound)
            {
                return unsound;
            }

            return await Commit(locked, ChangeKind.CreateMap, key, hash, at, cancel);
        }
    }

    /// <summary>Attempts a write until the database takes it, unless it is nobody's or its key is no key.</summary>
    private async Task<Outcome<Written>> InTransaction(MapWrite write, Func<Guid, string, byte[], CancellationToken, Task<Outcome<Written>>> attempt, CancellationToken cancellation)
    {
        if (write.Actor.Id is not { } actor)
        {
            return Refusal.SignedOut();
        }

        if (CheckKey(write.IdempotencyKey) is { } badKey)
        {
            return badKey;
        }

        var key = write.IdempotencyKey ?? NewKey();
        var hash = HashOf(write);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancel =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                return await attempt(actor, key, hash, cancel);
            },
            cancellation);
    }

    private async Task<Written> Commit(MapEdit locked, ChangeKind kind, string key, byte[] hash, DateTimeOffset at, CancellationToken cancellation)
    {
        var (map, effects) = (locked.Map, locked.Effects);
        var revision = map.Revision + 1;
        await EffectApplication.Apply(db, map, effects, revision, at, cancellation);
        db.Changes.Add(new ChangeRow
        {
            MapId = map.Id,
            Revision = revision,
            At = at,
            ActorId = locked.Actor,
            Kind = kind,
            Payload = Effect.Write(effects),
            Things = [.. effects.Select(effect => $"{map.Id}/{effect.Key}").Distinct()],
            Undoes = locked.Undoes,
            IdempotencyKey = key,
            RequestHash = hash,
        });
        await db.SaveChangesAsync(cancellation);
        await FindCitationsAgain.Reworded(db, map.Id, effects, cancellation);
        await db.Database.CommitTransactionAsync(cancellation);
        signals.Changed(map.Id, revision);
        return new Written(map.Slug, revision, effects);
    }

    private Task<ChangeRow?> FindEarlier(long mapId, Guid actor, string key, CancellationToken cancellation) =>
        db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.MapId == mapId && change.ActorId == actor && change.IdempotencyKey == key, cancellation);

    private static async Task<Refusal?> Unsound(MapEdit locked, ChangeKind kind, CancellationToken cancellation)
    {
        var violations = Invariants.Check(await locked.GraphAfter(cancellation));
        return violations.IsEmpty ? null : Refusal.Unsound(
            string.Join(' ', violations.Take(3).Select(violation => WithoutUnborn(violation.Message, locked.Effects))),
            kind is ChangeKind.AddRelation or ChangeKind.EditRelation ? InputAtFault(violations[0].Rule) : null);
    }

    /// <summary>The input of a step that breaks a rule, by the name it has in the forms and requests of steps.</summary>
    private static string InputAtFault(Invariant rule) => rule switch
    {
        Invariant.AnswerTargetsQuestion => "kind",
        Invariant.TargetExists or Invariant.NoRelationTargetsItself => "target",
        _ => "premises",
    };

    /// <summary>A step that is refused gets no number, so the words for it must not name the one it would have had.</summary>
    private static string WithoutUnborn(string message, IReadOnlyList<Effect> effects) =>
        effects.OfType<RelationEffect>().Where(effect => effect.IsAddition).Aggregate(
            message,
            (words, added) => Regex.Replace(words, $@"\b([Ss])tep #{added.Number}\b", match => match.Value[0] == 'S' ? "This step" : "this step", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>A node on its own breaks nothing; everything else may.</summary>
    private static bool TouchesGraph(IReadOnlyList<Effect> effects) =>
        effects.Any(effect => effect is RelationEffect or NodeEffect { IsAddition: false } or MapEffect);

    private static Refusal? CheckKey(string? key) =>
        key is null || (key.Length is > 0 and <= ChangeRow.MaxIdempotencyKeyLength && key.All(character => character is > ' ' and <= '~'))
            ? null
            : Refusal.Invalid(Refusal.KeyInput, $"An idempotency key is 1 to {ChangeRow.MaxIdempotencyKeyLength} visible ASCII characters, such as a UUID.");

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static byte[] HashOf(MapWrite write) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { write.Kind, write.Content }));
}
