using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Sources;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Maps.Demo;

/// <summary>Loads the demo map through the ordinary way of writing, in one change: all of it is there, or none.</summary>
/// <remarks>Each version is loaded once. An earlier version stays at its address, unlisted from then on, with whatever people added to it.</remarks>
public static class LoadDemoMap
{
    /// <summary>Who owns the demo map. Nobody can sign in as them.</summary>
    public const string CuratorsName = "ArgMap curators";

    /// <summary>Loads this build's version when it is not there yet.</summary>
    /// <returns>The slug when it was loaded now, null when it was there.</returns>
    /// <exception cref="InvalidDataException">The file breaks a rule of maps; the message says which.</exception>
    public static async Task<string?> Handle(ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var demo = DemoMap.Current;
        var curators = await HouseAccount.FindOrMake(db, clock, CuratorsName, cancellation);
        if (await db.Maps.AnyAsync(map => map.OwnerId == curators.Id && map.CreationKey == demo.LoadingKey, cancellation))
        {
            return null;
        }

        var writer = new MapWriter(db, clock, new Live.MapSignals());
        var outcome = await writer.Create(
            new MapWrite(demo.LoadedSlug, curators, ChangeKind.CreateMap, demo.LoadingKey, demo.LoadingKey),
            slug => new MapState(slug, demo.Title, demo.About, NumberOf(demo, demo.Root), Visibility.Public, curators.Id!.Value),
            map => Fill(map, demo),
            cancellation);
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidDataException($"The demo map cannot be loaded. {refusal.Detail}");
        }

        await UnlistEarlierVersions(db, writer, curators, outcome.Value.Slug, cancellation);
        return outcome.Value.Slug;
    }

    private static void Fill(MapEdit map, DemoMap demo)
    {
        var things = new Dictionary<string, Thing>();
        foreach (var node in demo.Nodes)
        {
            things.Add(node.Key, new(ThingKind.Node, map.Add(new NodeState(node.Kind, node.Text, node.Detail, map.Actor))));
        }

        foreach (var relation in InOrderOfTargets(demo))
        {
            things.Add(relation.Key, new(ThingKind.Relation, map.Add(new RelationState(
                relation.Kind,
                [.. relation.Premises.Select(premise => things[premise].Number)],
                things[relation.Target],
                map.Actor))));
        }

        var sources = demo.Sources.ToDictionary(source => source.Key, source => map.Add(new SourceState(
            source.Title,
            source.Medium,
            source.Url,
            [.. source.Authors],
            source.Published,
            source.Minutes,
            source.Words,
            source.Note,
            source.TextFile is null ? null : DemoMap.TextOf(source.TextFile),
            map.Actor)));
        foreach (var link in demo.SourceLinks)
        {
            map.Add(new SourceLinkState(sources[link.From], link.Kind, sources[link.To], map.Actor));
        }

        foreach (var citation in demo.Citations)
        {
            map.Add(new CitationState(things[citation.About], sources[citation.Source], citation.Exact, citation.Prefix, citation.Suffix, null, null, citation.Note, map.Actor));
        }

        var comments = new Dictionary<string, int>();
        foreach (var comment in demo.Comments)
        {
            comments.Add(comment.Key, map.Add(new CommentState(things[comment.About], comment.ReplyTo is null ? null : comments[comment.ReplyTo], comment.Body, map.Actor)));
        }
    }

    /// <summary>An undercut needs its target's number, so the relation it attacks comes first; otherwise the order of the file is kept.</summary>
    private static IEnumerable<DemoMap.Relation> InOrderOfTargets(DemoMap demo)
    {
        var later = demo.Relations.Select(relation => relation.Key).ToHashSet();
        var waiting = demo.Relations.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(relation => !later.Contains(relation.Target))
                ?? throw new InvalidDataException($"The relations {string.Join(", ", waiting.Select(relation => relation.Key))} target each other.");
            waiting.Remove(next);
            later.Remove(next.Key);
            yield return next;
        }
    }

    private static int NumberOf(DemoMap demo, string key) => demo.Nodes.Select(node => node.Key).ToList().IndexOf(key) + 1;

    private static async Task UnlistEarlierVersions(ArgMapDbContext db, MapWriter writer, Actor curators, string newest, CancellationToken cancellation)
    {
        var earlier = await db.Maps.AsNoTracking()
            .Where(map => map.OwnerId == curators.Id && map.Slug != newest && map.Visibility == Visibility.Public)
            .Select(map => new { map.Slug, map.Title, map.About })
            .ToListAsync(cancellation);
        foreach (var map in earlier)
        {
            await EditMap.Handle(writer, map.Slug, curators, new EditMap.Request(map.Title, map.About, null, nameof(Visibility.Unlisted)), null, cancellation);
        }
    }
}
