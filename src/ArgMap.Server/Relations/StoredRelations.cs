using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Relations;

/// <summary>The relations of a map as the graph needs them: two flat range scans, no words.</summary>
internal static class StoredRelations
{
    public static async Task<Dictionary<int, Relation>> Of(ArgMapDbContext db, long mapId, CancellationToken cancellation)
    {
        var premises = await db.Premises.AsNoTracking().Where(premise => premise.MapId == mapId)
            .OrderBy(premise => premise.RelationNumber).ThenBy(premise => premise.Position)
            .Select(premise => new { premise.RelationNumber, premise.NodeNumber })
            .ToListAsync(cancellation);
        var byRelation = premises.ToLookup(premise => premise.RelationNumber, premise => premise.NodeNumber);
        var relations = await db.Relations.AsNoTracking().IgnoreAutoIncludes().Where(relation => relation.MapId == mapId)
            .Select(relation => new { relation.Number, relation.Kind, relation.TargetNode, relation.TargetRelation, relation.IsWithdrawn })
            .ToListAsync(cancellation);
        return relations.ToDictionary(
            relation => relation.Number,
            relation => new Relation(
                relation.Number,
                relation.Kind,
                [.. byRelation[relation.Number]],
                relation.TargetNode ?? relation.TargetRelation ?? throw new InvalidOperationException($"Relation {relation.Number} has no target, which its check constraint forbids."),
                relation.IsWithdrawn));
    }
}
