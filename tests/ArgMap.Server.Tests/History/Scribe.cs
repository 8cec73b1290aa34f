using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.History;

/// <summary>One person writing to one map, each write on a connection of its own, as requests do.</summary>
internal sealed class Scribe(ArgMapApplication app, string slug, Actor person)
{
    public Actor Person => person;

    public string Slug => slug;

    public Task<Outcome<Written>> AddNode(string text, string kind = "Claim", string? key = null) =>
        Write(writer => Server.Nodes.AddNode.Handle(writer, slug, person, new(kind, text, null), key, CancellationToken.None));

    public Task<Outcome<Written>> EditNode(int number, string text, int? basedOn = null, string? kind = null) =>
        Write(writer => Server.Nodes.EditNode.Handle(writer, slug, number, person, new(kind, text, null, basedOn), null, CancellationToken.None));

    public Task<Outcome<Written>> WithdrawNode(int number) =>
        Write(writer => Server.Nodes.WithdrawNode.Handle(writer, slug, number, person, null, CancellationToken.None));

    public Task<Outcome<Written>> AddRelation(string kind, int target, params int[] premises) =>
        Write(writer => Server.Relations.AddRelation.Handle(writer, slug, person, new(kind, target, premises), null, CancellationToken.None));

    public Task<Outcome<Written>> AddStep(string kind, int target, params string[] texts) =>
        Write(writer => Server.Relations.AddRelation.Handle(writer, slug, person, new(kind, target, null, [.. texts.Select(text => new AddRelation.NewPremise(text))]), null, CancellationToken.None));

    public Task<Outcome<Written>> EditRelation(int number, string? kind = null, int? target = null, int[]? premises = null, int? basedOn = null) =>
        Write(writer => Server.Relations.EditRelation.Handle(writer, slug, number, person, new(kind, target, premises, basedOn), null, CancellationToken.None));

    public Task<Outcome<Written>> WithdrawRelation(int number) =>
        Write(writer => Server.Relations.WithdrawRelation.Handle(writer, slug, number, person, null, CancellationToken.None));

    public Task<Outcome<Written>> EditMap(string title, int? root = null, string? visibility = null) =>
        Write(writer => Server.Maps.EditMap.Handle(writer, slug, person, new(title, null, root, visibility), null, CancellationToken.None));

    public Task<Outcome<Written>> MoveNode(int node, int? from, int target, string? kind = null, int? basedOn = null) =>
        Write(writer => Server.Relations.MoveNode.Handle(writer, slug, person, new(node, from, target, kind, basedOn), null, CancellationToken.None));

    public Task<Outcome<Written>> GroupPremises(string kind, int target, params int[] premises) =>
        Write(writer => Server.Relations.GroupPremises.Handle(writer, slug, person, new(premises, target, kind), null, CancellationToken.None));

    public Task<Outcome<Written>> UngroupPremises(int step) =>
        Write(writer => Server.Relations.UngroupPremises.Handle(writer, slug, step, person, null, CancellationToken.None));

    public Task<Outcome<Written>> WithdrawSubtree(params int[] nodes) =>
        Write(writer => Server.Nodes.WithdrawSubtree.Handle(writer, slug, person, new(nodes), null, CancellationToken.None));

    public Task<Outcome<Written>> AddSubtree(string argdown, int? target) =>
        Write(writer => Server.Exchange.AddSubtree.Handle(writer, slug, person, new(argdown, target), null, CancellationToken.None));

    public async Task<Outcome<Written>> Undo(int revision, string? key = null) =>
        await app.With<IServiceProvider, Outcome<Written>>(services =>
            UndoChange.Handle(Get<MapWriter>(services), Get<ArgMapDbContext>(services), slug, revision, person, key, CancellationToken.None));

    public Task<Outcome<Written>> Comment(int about, string body, int? replyTo = null) => Record(ChangeKind.AddComment, async map =>
    {
        if (await map.FindThing(about, CancellationToken.None) is not { } thing || (replyTo is { } to && (await map.FindComment(to, CancellationToken.None))?.State.About != thing))
        {
            return Missing;
        }

        map.Add(new CommentState(thing, replyTo, body, map.Actor));
        return null;
    });

    public Task<Outcome<Written>> EditComment(int number, string body) => Record(ChangeKind.EditComment, async map =>
        await map.FindComment(number, CancellationToken.None) is { } row ? Done(() => map.Change(row, row.State with { Body = body })) : Missing);

    public Task<Outcome<Written>> WithdrawComment(int number) => Record(ChangeKind.WithdrawComment, async map =>
        await map.FindComment(number, CancellationToken.None) is { } row ? Done(() => map.Change(row, row.State with { IsWithdrawn = true })) : Missing);

    public Task<Outcome<Written>> PromoteComment(int number, string text) => Record(ChangeKind.PromoteComment, async map =>
        await map.FindComment(number, CancellationToken.None) is { } row
            ? Done(() =>
            {
                var node = map.Add(new NodeState(ArgMap.Argumentation.Maps.NodeKind.Claim, text, null, map.Actor, number));
                map.Add(new RelationState(ArgMap.Argumentation.Maps.RelationKind.Objection, [node], row.State.About, map.Actor));
            })
            : Missing);

    public Task<Outcome<Written>> Resolve(int about, bool isResolved = true) => Record(isResolved ? ChangeKind.ResolveThread : ChangeKind.ReopenThread, async map =>
    {
        if (await map.FindThing(about, CancellationToken.None) is not { } thing)
        {
            return Missing;
        }

        await map.Change(new ThreadResolution(thing, isResolved, map.Actor), CancellationToken.None);
        return null;
    });

    public Task<Outcome<Written>> AddSource(string title, params string[] authors) => Record(ChangeKind.AddSource, map =>
        Task.FromResult(Done(() => map.Add(new SourceState(title, Medium.Talk, "https://example.org/talk", [.. authors], "2023-02", 62, 9_000, "A *note*.", null, map.Actor)))));

    public Task<Outcome<Written>> EditSource(int number, string title) => Record(ChangeKind.EditSource, async map =>
        await map.FindSource(number, CancellationToken.None) is { } row ? Done(() => map.Change(row, row.State with { Title = title, Authors = row.State.Authors.Add(title) })) : Missing);

    public Task<Outcome<Written>> WithdrawSource(int number) => Record(ChangeKind.WithdrawSource, async map =>
        await map.FindSource(number, CancellationToken.None) is { } row ? Done(() => map.Change(row, row.State with { IsWithdrawn = true })) : Missing);

    public Task<Outcome<Written>> LinkSources(int from, int to) => Record(ChangeKind.LinkSources, async map =>
        from != to && await map.FindSource(from, CancellationToken.None) is not null && await map.FindSource(to, CancellationToken.None) is not null
            ? Done(() => map.Add(new SourceLinkState(from, SourceLinkKind.TranscriptOf, to, map.Actor)))
            : Missing);

    public Task<Outcome<Written>> UnlinkSources(int number) => Record(ChangeKind.UnlinkSources, async map =>
        await map.FindSourceLink(number, CancellationToken.None) is { } row ? Done(() => map.Change(row, row.State with { IsWithdrawn = true })) : Missing);

    public Task<Outcome<Written>> Cite(Thing about, int source, string exact) => Record(ChangeKind.AddCitation, async map =>
    {
        var exists = about.Kind == ThingKind.Comment ? await map.FindComment(about.Number, CancellationToken.None) is not null : await map.FindThing(about.Number, CancellationToken.None) == about;
        return exists && await map.FindSource(source, CancellationToken.None) is not null
            ? Done(() => map.Add(new CitationState(about, source, exact, "before ", " after", 754, 790, null, map.Actor)))
            : Missing;
    });

    public Task<Outcome<Written>> ImportThread(string title) => Record(ChangeKind.ImportThread, map =>
        Task.FromResult(Done(() => map.Add(new SourceState(title, Medium.CommentThread, "https://example.org/thread", [], null, null, 900, null, null, map.Actor)))));

    public Task<Outcome<Written>> CitePost(int about, int source, string exact, int post, int start) => Record(ChangeKind.AddCitation, async map =>
        await map.FindThing(about, CancellationToken.None) is { } thing && await map.FindSource(source, CancellationToken.None) is not null
            ? Done(() => map.Add(new CitationState(thing, source, exact, "before ", " after", null, null, null, map.Actor, Post: post, PostStart: start)))
            : Missing);

    public Task<Outcome<Written>> AcceptSuggestion(string text, int about, int source, string exact) => Record(ChangeKind.AcceptSuggestions, async map =>
        await map.FindThing(about, CancellationToken.None) is { } thing && await map.FindSource(source, CancellationToken.None) is not null
            ? Done(() =>
            {
                var node = map.Add(new NodeState(NodeKind.Claim, text, null, map.Actor));
                map.Add(new RelationState(RelationKind.Objection, [node], thing, map.Actor));
                map.Add(new CitationState(new Thing(ThingKind.Node, node), source, exact, null, null, null, null, null, map.Actor, Post: 1, PostStart: 0));
            })
            : Missing);

    public Task<Outcome<Written>> EditCitation(int number, string exact) => Record(ChangeKind.EditCitation, async map =>
        await map.FindCitation(number, CancellationToken.None) is { IsWithdrawn: false } row ? Done(() => map.Change(row, row.State with { Exact = exact })) : Missing);

    public Task<Outcome<Written>> WithdrawCitation(int number) => Record(ChangeKind.WithdrawCitation, async map =>
        await map.FindCitation(number, CancellationToken.None) is { } row ? Done(() => map.Change(row, row.State with { IsWithdrawn = true })) : Missing);

    private static Refusal Missing => Refusal.NotFound("There is no such thing.");

    private static TService Get<TService>(IServiceProvider services)
        where TService : notnull =>
        (TService)(services.GetService(typeof(TService)) ?? throw new InvalidOperationException($"The server has no {typeof(TService).Name}."));

    private static Refusal? Done(Action record)
    {
        record();
        return null;
    }

    /// <summary>Records effects without a use case's checks on who and what; the graph is checked as always.</summary>
    private Task<Outcome<Written>> Record(ChangeKind kind, Func<MapEdit, Task<Refusal?>> edit) =>
        Write(writer => writer.Write(new MapWrite(slug, person, kind, null, kind), (map, _) => edit(map), CancellationToken.None));

    private Task<Outcome<Written>> Write(Func<MapWriter, Task<Outcome<Written>>> write) => app.With(write);
}
