using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Drafting;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.Threads.Drafting;

/// <summary>A map with a thread that has been drafted, and what tests do with it.</summary>
internal sealed class Drafts(ArgMapApplication app, string slug, Actor owner, ThreadImportRow import)
{
    internal string Slug => slug;

    internal int Thread => import.SourceNumber!.Value;

    internal Actor Owner => owner;

    /// <summary>Brings a thread into a new map.</summary>
    internal static async Task<Drafts> Of(ArgMapApplication app, string name, params RawInput[] files)
    {
        var owner = await app.Person(name);
        var import = await app.Import(owner, files);
        return import.State == ImportState.Done ? new(app, await app.SlugOf(import.MapId), owner, import) : throw new InvalidOperationException($"{import.State}: {import.Message}");
    }

    /// <summary>The suggestions as they are now, by number.</summary>
    internal async Task<IReadOnlyDictionary<int, KnownSuggestion>> Known() => await app.With<ArgMapDbContext, IReadOnlyDictionary<int, KnownSuggestion>>(async db =>
    {
        var numbers = await db.Suggestions.Where(row => row.MapId == import.MapId && row.SourceNumber == Thread).Select(row => row.Number).ToArrayAsync();
        await db.Database.OpenConnectionAsync();
        return await KnownSuggestions.Around(db, import.MapId, Thread, numbers, CancellationToken.None);
    });

    /// <summary>The open suggestion whose words hold these.</summary>
    internal async Task<KnownSuggestion> Saying(string words) =>
        (await Known()).Values.Single(known => known.Suggestion.Passages.Any(passage => passage.Text.Contains(words, StringComparison.Ordinal)));

    internal Task<Outcome<Written>> Accept(params AcceptSuggestions.Item[] items) => Accept(owner, null, items);

    internal Task<Outcome<Written>> Accept(Actor actor, string? key, params AcceptSuggestions.Item[] items) => app.With<IServiceProvider, Outcome<Written>>(services =>
        AcceptSuggestions.Handle(Get<MapWriter>(services), Get<ArgMapDbContext>(services), app.Clock, slug, actor, new(Thread, items), key, CancellationToken.None));

    internal Task<Outcome<Written>> AcceptAll() => AcceptAll(_ => true);

    internal async Task<Outcome<Written>> AcceptAll(Func<KnownSuggestion, bool> which) =>
        await Accept([.. (await Known()).Values.Where(known => known.State == SuggestionState.Open && which(known)).Select(known => new AcceptSuggestions.Item(known.Number))]);

    /// <summary>Rejects these; all that are open when none is given.</summary>
    internal Task<Outcome<int>> Reject(params int[] numbers) => app.With<NpgsqlDataSource, Outcome<int>>(database =>
        RejectSuggestions.Handle(database, app.Clock, slug, owner, Thread, numbers.Length == 0 ? null : numbers, CancellationToken.None));

    internal Task<Outcome<Written>> Undo(int revision) => app.With<IServiceProvider, Outcome<Written>>(services =>
        UndoChange.Handle(Get<MapWriter>(services), Get<ArgMapDbContext>(services), slug, revision, owner, null, CancellationToken.None));

    internal async Task<MapView> Map() => (await app.With<MapReader, MapView?>(reader => reader.Read(slug, owner, CancellationToken.None)))!;

    internal static AcceptSuggestions.Item As(KnownSuggestion known, string? kind = null, string? target = null, params string[] texts) => new(known.Number, kind, texts.Length == 0 ? null : texts, target);

    private static TService Get<TService>(IServiceProvider services)
        where TService : notnull =>
        (TService)(services.GetService(typeof(TService)) ?? throw new InvalidOperationException($"The server has no {typeof(TService).Name}."));
}
