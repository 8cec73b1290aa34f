using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.History;

/// <summary>Undoes a change by a new change that brings its things back to what they were; what it added is withdrawn.</summary>
/// <remarks>An undo fits only while its things are as that change left them. Who made the change may undo it, and so may the map's owner.</remarks>
public static class UndoChange
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, ArgMapDbContext db, string slug, int revision, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.Undo, idempotencyKey, new { revision }),
            async (map, cancel) =>
            {
                var change = await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.MapId == map.Map.Id && change.Revision == revision, cancel);
                if (change is null)
                {
                    return Refusal.NotFound($"This map has no revision {revision}; the newest is {map.Map.Revision}.");
                }

                if (!map.MayChange(change.ActorId))
                {
                    return Refusal.Forbidden("Only the person who made a change and the map's owner can undo it.");
                }

                if (change.Kind == ChangeKind.CreateMap)
                {
                    return Refusal.Conflict("undo-does-not-fit", "The making of a map cannot be undone. Its owner can make it private instead.");
                }

                map.Undoes = revision;
                foreach (var effect in Effect.Read(change.Payload).Reverse())
                {
                    if (await Reverse(map, effect, cancel) is { } refusal)
                    {
                        return refusal;
                    }
                }

                if (await WithdrawnRoot(map, cancel) is { } root)
                {
                    return Refusal.Conflict("root-in-use", $"This undo would leave the map about #{root}, which is or would be withdrawn. Choose another root in the map's settings first.");
                }

                return map.Effects.Count == 0
                    ? Refusal.Conflict("undo-does-not-fit", $"Revision {revision} has been undone already: everything is as it was before it.")
                    : null;
            },
            cancellation);

    /// <summary>The number of the node the map would be about, if that node would be withdrawn; else null.</summary>
    private static async Task<int?> WithdrawnRoot(MapEdit map, CancellationToken cancellation)
    {
        var root = map.Effects.OfType<MapEffect>().LastOrDefault()?.After.Root ?? map.Map.Root;
        if (root is null)
        {
            return null;
        }

        var node = map.Effects.OfType<NodeEffect>().LastOrDefault(effect => effect.Number == root)?.After ?? (await map.FindNode(root.Value, cancellation))?.State;
        return node is { IsWithdrawn: true } ? root : null;
    }

    private static async Task<Refusal?> Reverse(MapEdit map, Effect effect, CancellationToken cancellation) => effect switch
    {
        MapEffect done => Reverse(map, "The map's description", map.Map.State, 0, done, after => after, state => new MapEffect(map.Map.State, state)),
        NodeEffect done => await map.FindNode(done.Number, cancellation) is { } row
            ? Reverse(map, $"#{done.Number}", row.State, row.Revision, done, after => after with { IsWithdrawn = true }, state => new NodeEffect(done.Number, row.State, state))
            : Missing(done),
        RelationEffect done => await map.FindRelation(done.Number, cancellation) is { } row
            ? Reverse(map, $"The step #{done.Number}", row.State, row.Revision, done, after => after with { IsWithdrawn = true }, state => new RelationEffect(done.Number, row.State, state))
            : Missing(done),
        CommentEffect done => await map.FindComment(done.Number, cancellation) is { } row
            ? Reverse(map, $"Comment {done.Number}", row.State, row.Revision, done, after => after with { IsWithdrawn = true }, state => new CommentEffect(done.Number, row.State, state))
            : Missing(done),
        ThreadEffect done => await map.FindThread(done.Number, cancellation) is { } row
            ? Reverse(map, $"The thread of #{done.Number}", row.State, row.Revision, done, after => after with { IsResolved = !after.IsResolved }, state => new ThreadEffect(done.Number, row.State, state))
            : Missing(done),
        SourceEffect done => await map.FindSource(done.Number, cancellation) is { } row
            ? Reverse(map, $"The source “{row.Title}”", row.State, row.Revision, done, after => after with { IsWithdrawn = true }, state => new SourceEffect(done.Number, row.State, state))
            : Missing(done),
        SourceLinkEffect done => await map.FindSourceLink(done.Number, cancellation) is { } row
            ? Reverse(map, "The relation between the sources", row.State, row.Revision, done, after => after with { IsWithdrawn = true }, state => new SourceLinkEffect(done.Number, row.State, state))
            : Missing(done),
        CitationEffect done => await map.FindCitation(done.Number, cancellation) is { } row
            ? Reverse(map, "The citation", row.State, row.Revision, done, after => after with { IsWithdrawn = true }, state => new CitationEffect(done.Number, row.State, state))
            : Missing(done),
        _ => throw new InvalidOperationException($"There is no way to undo {effect.GetType().Name}; add it here."),
    };

    private static Refusal? Reverse<TState>(MapEdit map, string what, TState now, int changedIn, Effect<TState> done, Func<TState, TState> unmake, Func<TState, Effect<TState>> effect)
        where TState : class
    {
        var before = done.Before ?? unmake(done.After);
        if (!Effect.SameState(now, done.After) && !Effect.SameState(now, before))
        {
            var since = changedIn > 0 ? $" in revision {changedIn}" : "";
            return Refusal.Conflict("undo-does-not-fit", $"{what} has been changed again{since}, so this undo no longer fits. Undo the later change first, or edit it as it is now.");
        }

        map.Record(effect(before));
        return null;
    }

    private static Refusal Missing(Effect effect) =>
        throw new InvalidOperationException($"The log names {effect.Key}, which is not in its table.");
}
