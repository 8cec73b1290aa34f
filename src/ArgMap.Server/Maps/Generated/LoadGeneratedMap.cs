using System.Globalization;
using ArgMap.Argumentation.Generation;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Maps.Generated;

/// <summary>Writes a made-up map through the ordinary way of writing, in a few large changes.</summary>
/// <remarks>Each change has an idempotency key of its own: a loading that was interrupted goes on where it stopped when it is started again.</remarks>
public static class LoadGeneratedMap
{
    /// <summary>Who owns generated maps. Nobody can sign in as them.</summary>
    public const string GeneratorsName = "ArgMap generator";

    /// <summary>
    /// How many things one change adds. Every change reads the graph that is there to check it, so the time for a map of n things grows as
    /// n²/ThingsPerChange; one change of everything would be one row of the log with hundreds of megabytes.
    /// </summary>
    private const int ThingsPerChange = 10_000;

    /// <summary>What has been loaded.</summary>
    /// <param name="Slug">Where the map is.</param>
    /// <param name="Changes">How many changes it took.</param>
    /// <param name="WasThere">True when all of it was there already.</param>
    public sealed record Loaded(string Slug, int Changes, bool WasThere);

    /// <summary>Loads the map of a plan.</summary>
    /// <param name="db">The database, with this version's schema.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="plan">What the map shall be like.</param>
    /// <param name="title">Its name, 1 to <see cref="MapRow.MaxTitleLength"/> characters, or null for one that says what it is.</param>
    /// <param name="cancellation">Gives up; the changes made so far stay.</param>
    public static async Task<Outcome<Loaded>> Handle(ArgMapDbContext db, TimeProvider clock, MapPlan plan, string? title, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var made = GeneratedMap.Of(plan);
        var writer = new MapWriter(db, clock, new Live.MapSignals());
        var actor = await HouseAccount.FindOrMake(db, clock, GeneratorsName, cancellation);
        var name = NameOf(plan);
        var last = (made.Things + ThingsPerChange - 1) / ThingsPerChange;
        var known = await db.Maps.AsNoTracking().Where(map => map.OwnerId == actor.Id && map.CreationKey == $"{name}-1")
            .Select(map => new { map.Id, map.Slug, map.Revision })
            .SingleOrDefaultAsync(cancellation);
        if (known is not null && await db.Changes.AnyAsync(change => change.MapId == known.Id && change.ActorId == actor.Id && change.IdempotencyKey == $"{name}-{last}", cancellation))
        {
            return new Loaded(known.Slug, 0, true);
        }

        var first = await writer.Create(
            new MapWrite(name, actor, ChangeKind.CreateMap, $"{name}-1", plan),
            slug => new MapState(slug, title ?? TitleOf(plan), About(plan), 1, Visibility.Public, actor.Id!.Value),
            map => Fill(map, made, 1),
            cancellation);
        if (first.Refusal is { } refusal)
        {
            return refusal;
        }

        for (var batch = 2; batch <= last; batch++)
        {
            var from = ((batch - 1) * ThingsPerChange) + 1;
            var more = await writer.Write(
                new MapWrite(first.Value.Slug, actor, ChangeKind.AddRelation, $"{name}-{batch}", plan),
                (map, _) => Task.FromResult(Continue(map, made, from)),
                cancellation);
            if (more.Refusal is { } unfinished)
            {
                return unfinished;
            }
        }

        return new Loaded(first.Value.Slug, last, false);
    }

    private static Refusal? Continue(MapEdit map, GeneratedMap made, int from)
    {
        if (map.Map.NextNumber != from)
        {
            return Refusal.Invalid("generate", $"People have added to /m/{map.Map.Slug} before all of it was generated, so the rest cannot be added any more. Generate another: choose another seed.");
        }

        Fill(map, made, from);
        return null;
    }

    /// <summary>Adds the things from this number on that belong to one change.</summary>
    private static void Fill(MapEdit map, GeneratedMap made, int from)
    {
        for (var number = from; number < from + ThingsPerChange && number <= made.Things; number++)
        {
            if (made.Map.NodeAt(number) is { } node)
            {
                map.Add(new NodeState(node.Kind, made.TextOf(number), null, map.Actor));
            }
            else
            {
                var step = made.Map.RelationAt(number)!;
                var target = new Thing(made.Map.NodeAt(step.Target) is null ? ThingKind.Relation : ThingKind.Node, step.Target);
                map.Add(new RelationState(step.Kind, step.Premises, target, map.Actor));
            }
        }
    }

    /// <summary>Its name in addresses; the usual shape and texts go without saying.</summary>
    private static string NameOf(MapPlan plan) =>
        $"generated{Unless(plan.Shape, MapShape.Debate)}{Unless(plan.Texts, TextKind.Mixed)}-{plan.Nodes}-{plan.Seed}";

    private static string Unless<T>(T value, T usual)
        where T : struct, Enum =>
        value.Equals(usual) ? "" : $"-{value.ToString().ToLowerInvariant()}";

    private static string TitleOf(MapPlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"A generated map of {(plan.Nodes == 1 ? "one node" : $"{plan.Nodes:N0} nodes")}, seed {plan.Seed}");

    private static string About(MapPlan plan) =>
        $"Made up by a program to try out maps of this size ({plan.Shape.ToString().ToLowerInvariant()}, seed {plan.Seed}). Its sentences are put together by chance and claim nothing.";
}
