using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Threads;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.History;

/// <summary>A map, locked for one writer, and what this writer does to it: the use cases' view of a write.</summary>
/// <remarks>Use cases look things up, refuse, and record effects; <see cref="MapWriter"/> checks the graph, applies, logs and commits.</remarks>
public sealed class MapEdit
{
    private readonly ArgMapDbContext db;
    private readonly List<Effect> effects = [];

    internal MapEdit(ArgMapDbContext db, MapRow map, Guid actor)
    {
        this.db = db;
        Map = map;
        Actor = actor;
    }

    /// <summary>The map's row. Its state is changed by <see cref="Change(MapState)"/> only.</summary>
    public MapRow Map { get; }

    /// <summary>Who writes.</summary>
    public Guid Actor { get; }

    /// <summary>True when the writer owns the map, and so may edit all of it.</summary>
    public bool IsOwner => Map.OwnerId == Actor;

    /// <summary>What has been done so far.</summary>
    public IReadOnlyList<Effect> Effects => effects;

    /// <summary>The revision of the change that this write undoes, or null.</summary>
    public int? Undoes { get; set; }

    /// <summary>True when the writer may change or withdraw what this person wrote.</summary>
    public bool MayChange(Guid author) => author == Actor || IsOwner;

    public Task<NodeRow?> FindNode(int number, CancellationToken cancellation) => Find<NodeRow, NodeState>(number, cancellation);

    public Task<RelationRow?> FindRelation(int number, CancellationToken cancellation) => Find<RelationRow, RelationState>(number, cancellation);

    public Task<CommentRow?> FindComment(int number, CancellationToken cancellation) => Find<CommentRow, CommentState>(number, cancellation);

    public Task<ThreadRow?> FindThread(int number, CancellationToken cancellation) => Find<ThreadRow, ThreadResolution>(number, cancellation);

    public Task<SourceRow?> FindSource(int number, CancellationToken cancellation) => Find<SourceRow, SourceState>(number, cancellation);

    public Task<SourceLinkRow?> FindSourceLink(int number, CancellationToken cancellation) => Find<SourceLinkRow, SourceLinkState>(number, cancellation);

    public Task<CitationRow?> FindCitation(int number, CancellationToken cancellation) => Find<CitationRow, CitationState>(number, cancellation);

    /// <summary>A post of an imported thread, for citing it; read only, posts are changed by imports.</summary>
    public Task<PostRow?> FindPost(int source, int number, CancellationToken cancellation) =>
        db.Posts.AsNoTracking().SingleOrDefaultAsync(post => post.MapId == Map.Id && post.SourceNumber == source && post.Number == number, cancellation);

    /// <summary>The citations of a source that have not been withdrawn.</summary>
    internal Task<List<CitationRow>> CitationsOf(int source, CancellationToken cancellation) =>
        db.Citations.Where(citation => citation.MapId == Map.Id && citation.SourceNumber == source && !citation.IsWithdrawn).ToListAsync(cancellation);

    /// <summary>The relations of a source to others, from it or to it, that have not been withdrawn.</summary>
    internal Task<List<SourceLinkRow>> SourceLinksOf(int source, CancellationToken cancellation) =>
        db.SourceLinks.Where(link => link.MapId == Map.Id && (link.FromSource == source || link.ToSource == source) && !link.IsWithdrawn).ToListAsync(cancellation);

    /// <summary>The node or relation with this number, whichever it is, or null.</summary>
    public async Task<Thing?> FindThing(int number, CancellationToken cancellation) =>
        await FindNode(number, cancellation) is not null ? new Thing(ThingKind.Node, number)
        : await FindRelation(number, cancellation) is not null ? new Thing(ThingKind.Relation, number)
        : null;

    /// <summary>Adds a node and gives its number.</summary>
    public int Add(NodeState state)
    {
        effects.Add(new NodeEffect(Map.NextNumber, null, state));
        return Map.NextNumber++;
    }

    /// <summary>Adds a relation and gives its number.</summary>
    public int Add(RelationState state)
    {
        effects.Add(new RelationEffect(Map.NextNumber, null, state));
        return Map.NextNumber++;
    }

    /// <summary>Adds a comment and gives its number.</summary>
    public int Add(CommentState state)
    {
        effects.Add(new CommentEffect(Map.NextEntry, null, state));
        return Map.NextEntry++;
    }

    /// <summary>Adds a source and gives its number.</summary>
    public int Add(SourceState state)
    {
        effects.Add(new SourceEffect(Map.NextEntry, null, state));
        return Map.NextEntry++;
    }

    /// <summary>Adds a relation between sources and gives its number.</summary>
    public int Add(SourceLinkState state)
    {
        effects.Add(new SourceLinkEffect(Map.NextEntry, null, state));
        return Map.NextEntry++;
    }

    /// <summary>Adds a citation and gives its number.</summary>
    public int Add(CitationState state)
    {
        effects.Add(new CitationEffect(Map.NextEntry, null, state));
        return Map.NextEntry++;
    }

    /// <summary>Changes the map itself.</summary>
    public void Change(MapState after) => Record(new MapEffect(Map.State, after));

    public void Change(NodeRow row, NodeState after) => Record(new NodeEffect(row.Number, row.State, after));

    public void Change(RelationRow row, RelationState after) => Record(new RelationEffect(row.Number, row.State, after));

    public void Change(CommentRow row, CommentState after) => Record(new CommentEffect(row.Number, row.State, after));

    public void Change(SourceRow row, SourceState after) => Record(new SourceEffect(row.Number, row.State, after));

    /// <summary>Changes a source, also one that this very write adds.</summary>
    internal async Task ChangeSource(int number, SourceState after, CancellationToken cancellation)
    {
        if (effects.FindIndex(effect => effect is SourceEffect && effect.Number == number) is >= 0 and var at)
        {
            effects[at] = (SourceEffect)effects[at] with { After = after };
        }
        else if (await FindSource(number, cancellation) is { } row)
        {
            Change(row, after);
        }
    }

    public void Change(SourceLinkRow row, SourceLinkState after) => Record(new SourceLinkEffect(row.Number, row.State, after));

    public void Change(CitationRow row, CitationState after) => Record(new CitationEffect(row.Number, row.State, after));

    /// <summary>Resolves or reopens the thread of a node or relation.</summary>
    public async Task Change(ThreadResolution after, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(after);
        var row = await FindThread(after.About.Number, cancellation);
        Record(new ThreadEffect(after.About.Number, row?.State, after));
    }

    /// <summary>Records an effect; one that leaves everything as it is, is none.</summary>
    internal void Record<TState>(Effect<TState> effect)
        where TState : class
    {
        if (!Effect.SameState(effect.Before, effect.After))
        {
            effects.Add(effect);
        }
    }

    /// <summary>The conflict to answer with when a thing was changed after the revision the person's edit is based on, else null.</summary>
    /// <param name="what">The thing in words, such as <c>#12</c>.</param>
    /// <param name="changedIn">The revision that changed the thing last.</param>
    /// <param name="basedOn">The revision the person saw; null when they did not say, which is taken as the newest.</param>
    /// <param name="theirs">The text now.</param>
    /// <param name="yours">The text the person sent.</param>
    public EditConflict? ConflictIfChanged(string what, int changedIn, int? basedOn, string theirs, string yours) =>
        basedOn is { } seen && changedIn > seen
            ? new($"{what} was changed in revision {changedIn}, after revision {seen} which you edited. Both texts are below: change yours as you see fit and save again, based on revision {Map.Revision}.", theirs, yours, Map.Revision)
            : null;

    /// <summary>The revision that changed the map itself last. The row's own revision counts every change inside the map.</summary>
    public Task<int> LastChangeOfMapItself(CancellationToken cancellation)
    {
        var key = $"{Map.Id}/map";
        return db.Changes.Where(change => change.MapId == Map.Id && change.Things.Contains(key)).MaxAsync(change => change.Revision, cancellation);
    }

    /// <summary>The graph as it will be when the effects are applied.</summary>
    internal async Task<ArgumentMap> GraphAfter(CancellationToken cancellation)
    {
        var nodes = await db.Nodes.AsNoTracking().Where(node => node.MapId == Map.Id)
            .Select(node => new Node(node.Number, node.Kind, node.IsWithdrawn))
            .ToDictionaryAsync(node => node.Number, cancellation);
        var relations = await StoredRelations.Of(db, Map.Id, cancellation);
        var root = Map.Root;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case NodeEffect node:
                    nodes[node.Number] = new(node.Number, node.After.Kind, node.After.IsWithdrawn);
                    break;
                case RelationEffect relation:
                    relations[relation.Number] = new(relation.Number, relation.After.Kind, relation.After.Premises, relation.After.Target.Number, relation.After.IsWithdrawn);
                    break;
                case MapEffect map:
                    root = map.After.Root;
                    break;
            }
        }

        return new ArgumentMap(nodes.Values, relations.Values, root);
    }

    private Task<TRow?> Find<TRow, TState>(int number, CancellationToken cancellation)
        where TRow : ThingRow<TState>
        where TState : class =>
        db.FindAsync<TRow>([Map.Id, number], cancellation).AsTask();
}
