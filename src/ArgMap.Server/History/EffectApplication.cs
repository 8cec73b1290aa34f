using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Sources;

namespace ArgMap.Server.History;

/// <summary>Turns effects into rows. The one way rows inside a map are made or changed, for writing as for rebuilding from the log.</summary>
internal static class EffectApplication
{
    /// <summary>Brings the map's rows to the state after the effects; the caller saves.</summary>
    public static async Task Apply(ArgMapDbContext db, MapRow map, IReadOnlyList<Effect> effects, int revision, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case MapEffect changed:
                    map.State = changed.After;
                    break;
                case NodeEffect changed:
                    await Put<NodeRow, NodeState>(changed);
                    break;
                case RelationEffect changed:
                    await Put<RelationRow, RelationState>(changed);
                    break;
                case CommentEffect changed:
                    await Put<CommentRow, CommentState>(changed);
                    break;
                case ThreadEffect changed:
                    await Put<ThreadRow, ThreadResolution>(changed);
                    break;
                case SourceEffect changed:
                    await Put<SourceRow, SourceState>(changed);
                    break;
                case SourceLinkEffect changed:
                    await Put<SourceLinkRow, SourceLinkState>(changed);
                    break;
                case CitationEffect changed:
                    await Put<CitationRow, CitationState>(changed);
                    break;
                default:
                    throw new InvalidOperationException($"There is no table for {effect.GetType().Name}; add it here.");
            }

            CountUp(map, effect);
        }

        map.Revision = revision;
        map.ChangedAt = at;

        async Task Put<TRow, TState>(Effect<TState> effect)
            where TRow : ThingRow<TState>, new()
            where TState : class
        {
            var row = effect.IsAddition ? null : await db.FindAsync<TRow>([map.Id, effect.Number], cancellation);
            if (row is null)
            {
                row = new TRow { MapId = map.Id, Number = effect.Number, CreatedAt = at };
                row.State = effect.After;
                db.Add(row);
            }
            else
            {
                row.State = effect.After;
            }

            row.Revision = revision;
            row.ChangedAt = at;
        }
    }
    /// <summary>No number is given twice, also on a map rebuilt from its log.</summary>
    private static void CountUp(MapRow map, Effect effect)
    {
        switch (effect)
        {
            case NodeEffect or RelationEffect:
                map.NextNumber = Math.Max(map.NextNumber, effect.Number + 1);
                break;
            case CommentEffect or SourceEffect or SourceLinkEffect or CitationEffect:
                map.NextEntry = Math.Max(map.NextEntry, effect.Number + 1);
                break;
        }
    }
}
