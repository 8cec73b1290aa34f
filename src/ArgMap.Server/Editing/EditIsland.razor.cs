using System.Security.Claims;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Live;
using ArgMap.Server.Maps;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace ArgMap.Server.Editing;

/// <summary>The island by which a picture is edited: hears from the script what the person did, decides, and shows what came of it.</summary>
/// <remarks>It holds numbers and a few words, never a map: see docs/decisions/ADR-020-the-editing-island.md. Each thing that one can do is a file of its own.</remarks>
public sealed partial class EditIsland : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private ClaimsPrincipal person = new();
    private MapHead? head;
    private IDisposable? watch;
    private Presence.Guest? guest;
    private IJSObjectReference? script;
    private DotNetObjectReference<EditIsland>? self;

    private IReadOnlyList<int> chosen = [];
    private IReadOnlyList<RelationKind> kinds = [];
    private bool isNode;
    private int? linked;
    private int since;
    private OwnChanges own = new(null, null);
    private IReadOnlyList<Present> others = [];
    private OpenForm? form;
    private Refusal? notice;

    /// <summary>The map.</summary>
    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The address of the script of this page, which the island speaks with.</summary>
    [Parameter, EditorRequired]
    public required string Script { get; set; }

    [Inject]
    private EditingDesk Desk { get; set; } = null!;

    [Inject]
    private MapSignals Signals { get; set; } = null!;

    [Inject]
    private Presence Presence { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Session { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private int? At => chosen.Count == 1 ? chosen[0] : null;

    private string Where => chosen.Count switch
    {
        0 => "Choose a node or a step in the picture to add to it or change it.",
        1 => $"{(isNode ? "" : "Step ")}#{chosen[0]} is chosen.",
        _ => $"{StepWords.List(chosen)} are chosen.",
    };

    private string? Others => others.Count == 0 ? null : $"Also here: {string.Join(", ", others.Select(other => other.At is { } at ? $"{other.Name} at #{at}" : other.Name))}.";

    /// <summary>The script is there: says where to begin.</summary>
    /// <param name="begun">The revision at which the person sat down, when they only loaded the page again; else null.</param>
    /// <param name="numbers">What is chosen in the picture.</param>
    [JSInvokable]
    public async Task<EditAnswer> Begin(int? begun, int[] numbers)
    {
        person = (await Session.GetAuthenticationStateAsync()).User;
        var read = await Desk.Read(person, Slug, leaving.Token);
        if (read.Refusal is { } refusal)
        {
            return Say(refusal);
        }

        head = read.Value.Head;
        since = begun is { } earlier && earlier <= head.Revision ? earlier : head.Revision;
        watch ??= Signals.Watch(head.Id, head.Revision, revision => _ = InvokeAsync(() => Heard(revision)));
        guest ??= Presence.Enter(head.Id, Actor.From(person).Id!.Value, Actor.From(person).Name ?? "", () => _ = InvokeAsync(HeardOfOthers));
        await ReadOwn();
        Take(read.Value, numbers);
        await HeardOfOthers();
        return new(true, "", head.Revision, since);
    }

    /// <summary>The person has chosen something in the picture.</summary>
    /// <returns>What is chosen as Argdown text, for the clipboard, which waits for nobody; null when it is none, or too much.</returns>
    [JSInvokable]
    public async Task<string?> Choose(int[] numbers)
    {
        var read = await Desk.Read(person, Slug, leaving.Token);
        if (read.Refusal is { } refusal)
        {
            Say(refusal);
            return null;
        }

        Take(read.Value, numbers);
        StateHasChanged();
        return CopySubtree.Text(read.Value, chosen);
    }

    /// <summary>Puts away what was said.</summary>
    [JSInvokable]
    public void Dismiss()
    {
        notice = null;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        watch?.Dispose();
        guest?.Dispose();
        self?.Dispose();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            self = DotNetObjectReference.Create(this);
            script = await Js.InvokeAsync<IJSObjectReference>("import", leaving.Token, Script);
            await script.InvokeVoidAsync("begin", leaving.Token, self);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The page was left before it was there.
        }
    }

    /// <summary>Writes, and takes what came of it: a notice when it was refused, the new state of undo and redo when it was done.</summary>
    private async Task<EditAnswer> Write(Func<IServiceProvider, Actor, Task<Outcome<Written>>> useCase, Func<Written, (string Words, int? Choose)> done)
    {
        var outcome = await Desk.Write(person, useCase, leaving.Token);
        if (outcome.Refusal is { } refusal)
        {
            return Say(refusal);
        }

        notice = null;
        await ReadOwn();
        StateHasChanged();
        var (words, choose) = done(outcome.Value);
        return new(true, words, outcome.Value.Revision, choose);
    }

    private EditAnswer Say(Refusal refusal)
    {
        notice = refusal;
        StateHasChanged();
        return EditAnswer.Of(refusal);
    }

    private async Task ReadOwn()
    {
        if (head is not null && await Desk.Own(person, head.Id, since, leaving.Token) is { Refusal: null } mine)
        {
            own = mine.Value;
        }
    }

    private void Take(MapView map, int[] numbers)
    {
        chosen = [.. numbers.Where(number => Outline.IsLive(map, number)).Distinct().Take(MostChosen)];
        isNode = At is { } at && map.Nodes.ContainsKey(at);
        linked = At is { } premise ? GroupChosen.Linked(map, premise) : null;
        kinds = At is { } to ? AddBeside.Kinds(map, to) : [];
        guest?.MoveTo(form?.Number is > 0 and var writing ? writing : chosen.Count > 0 ? chosen[^1] : null);
    }

    /// <summary>The map has a newer revision: the script draws it.</summary>
    private async Task Heard(int revision)
    {
        // Whoever has lost sight of the map since is not even told that it changed.
        if (script is null || leaving.IsCancellationRequested || (await Desk.Read(person, Slug, leaving.Token)).Refusal is not null)
        {
            return;
        }

        await ReadOwn();
        StateHasChanged();
        await Tell("changed", revision);
    }

    private async Task HeardOfOthers()
    {
        if (guest is null || leaving.IsCancellationRequested)
        {
            return;
        }

        others = Presence.Others(guest);
        StateHasChanged();
        await Tell("othersAre", others.Select(other => new { other.Name, other.At }));
    }

    private async Task Tell(string what, object about)
    {
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync(what, leaving.Token, about);
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // A connection that comes back begins by asking for what is new.
        }
    }

    private static string? Hint(RelationKind kind) => kind switch
    {
        RelationKind.Objection => "Key: o",
        RelationKind.Support => "Key: s",
        RelationKind.Prerequisite => "Key: p",
        RelationKind.Question => "Key: q",
        RelationKind.Answer => "Key: a",
        _ => null,
    };

    /// <summary>How many things one can do something with at once.</summary>
    private const int MostChosen = 1_000;
}
