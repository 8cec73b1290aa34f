using ArgMap.Server.Exchange;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using Microsoft.JSInterop;

namespace ArgMap.Server.Editing;

/// <content>What is done to what is chosen: moved, linked, grouped, withdrawn, copied, pasted.</content>
public sealed partial class EditIsland
{
    private OpenChoice? choice;
    private OpenPaste? paste;

    /// <summary>A node was dropped on something. When what it does there has to be said, the person is asked.</summary>
    /// <param name="key">Makes it count once, however often it is sent.</param>
    /// <param name="drop">What was dropped where.</param>
    [JSInvokable]
    public async Task<EditAnswer> Drop(string key, Drop drop)
    {
        ArgumentNullException.ThrowIfNull(drop);
        choice = null;
        var read = await Desk.Read(person, Slug, leaving.Token);
        if ((read.Refusal ?? Reattach.Check(read.Value, drop)) is { } refusal)
        {
            // It may be there because the answer to this very drop was lost.
            return refusal.Code == "there-already" ? new(true, refusal.Detail, read.Value.Head.Revision, drop.Node) : Say(refusal);
        }

        if (Reattach.Kind(read.Value, drop) is not { } kind)
        {
            choice = new(drop, Reattach.Kinds(read.Value, drop.Node, drop.Target));
            notice = null;
            StateHasChanged();
            return new(false, $"What does #{drop.Node} do to #{drop.Target}? Choose in the bar.", Code: "kind-needed");
        }

        return await Write(
            (services, actor) => Reattach.Save(services, read.Value, actor, drop, kind, key, leaving.Token),
            _ => (drop.Link ? $"#{drop.Node} is linked to #{drop.Target} as {kind.ToString().ToLowerInvariant()}." : $"#{drop.Node} hangs from #{drop.Target} now, as {kind.ToString().ToLowerInvariant()}.", drop.Node));
    }

    /// <summary>Links the chosen nodes as premises that work together.</summary>
    [JSInvokable]
    public async Task<EditAnswer> Group(string key, int[] numbers)
    {
        var read = await Desk.Read(person, Slug, leaving.Token);
        if (read.Refusal is { } unread)
        {
            return Say(unread);
        }

        var plan = GroupChosen.Plan(read.Value, numbers);
        return plan.Refusal is { } refusal
            ? Say(refusal)
            : await Write(
                (services, actor) => GroupPremises.Handle(services.GetRequiredService<MapWriter>(), Slug, actor, plan.Value, key, leaving.Token),
                _ => ($"{StepWords.List([.. numbers])} work together now.", numbers[0]));
    }

    /// <summary>Takes the premises of a step apart.</summary>
    /// <param name="key">Makes it count once, however often it is sent.</param>
    /// <param name="step">Number of the step.</param>
    [JSInvokable]
    public Task<EditAnswer> Ungroup(string key, int step) => Write(
        (services, actor) => UngroupPremises.Handle(services.GetRequiredService<MapWriter>(), Slug, step, actor, key, leaving.Token),
        _ => ($"The premises of the step #{step} stand on their own now.", null));

    /// <summary>Withdraws what is chosen, with all that hangs below it.</summary>
    [JSInvokable]
    public async Task<EditAnswer> Withdraw(string key, int[] numbers)
    {
        var read = await Desk.Read(person, Slug, leaving.Token);
        if (read.Refusal is { } unread)
        {
            return Say(unread);
        }

        var map = read.Value;
        if (numbers is [var step] && map.Relations.ContainsKey(step))
        {
            return await Write(
                (services, actor) => WithdrawRelation.Handle(services.GetRequiredService<MapWriter>(), Slug, step, actor, key, leaving.Token),
                _ => ($"The step #{step} is withdrawn. Undo brings it back.", map.Relations[step].Target.Number));
        }

        if (numbers.FirstOrDefault(map.Relations.ContainsKey) is > 0 and var mixed)
        {
            return Say(Refusal.Invalid("nodes", $"#{mixed} is a step. Withdraw steps one by one, or nodes together."));
        }

        int? up = numbers.Length > 0 ? map.Tree.StepUp(numbers[0])?.Target : null;
        return await Write(
            (services, actor) => WithdrawSubtree.Handle(services.GetRequiredService<MapWriter>(), Slug, actor, new(numbers), key, leaving.Token),
            written => ($"{Plural.Of(written.Effects.Count, "node")} withdrawn. Undo brings {(written.Effects.Count == 1 ? "it" : "them")} back.", up));
    }

    /// <summary>What a text would add where it was pasted, for the person to say yes to.</summary>
    [JSInvokable]
    public async Task<EditAnswer> Preview(string text, int? target)
    {
        var read = await Desk.Read(person, Slug, leaving.Token);
        var preview = read.Refusal is { } unread ? unread : CopySubtree.Preview(text, target);
        if (preview.Refusal is { } refusal)
        {
            return Say(refusal);
        }

        notice = null;
        paste = preview.Value;
        StateHasChanged();
        return new(true, $"{PasteWords(paste)} Press Enter to add them, Esc to leave it.");
    }

    /// <summary>Adds what a pasted text says.</summary>
    [JSInvokable]
    public async Task<EditAnswer> Paste(string key, string text, int? target)
    {
        var answer = await Write(
            (services, actor) => AddSubtree.Handle(services.GetRequiredService<MapWriter>(), Slug, actor, new(text, target), key, leaving.Token),
            written => ($"{Plural.Of(written.Effects.OfType<NodeEffect>().Count(), "node")} added.", written.AddedNode));
        paste = answer.Done ? null : paste;
        StateHasChanged();
        return answer;
    }

    /// <summary>Leaves what was asked undecided; nothing is done.</summary>
    [JSInvokable]
    public void Leave()
    {
        choice = null;
        paste = null;
        StateHasChanged();
    }

    /// <summary>Shows in the form what the map says already.</summary>
    [JSInvokable]
    public async Task Similar(string text)
    {
        if (form is not { Use: FormUse.Add or FormUse.Begin } open || await Desk.Read(person, Slug, leaving.Token) is not { Refusal: null } read)
        {
            return;
        }

        var kind = open.Kind is "Question" ? Argumentation.Maps.NodeKind.Question : Argumentation.Maps.NodeKind.Claim;
        IReadOnlyList<SimilarNode> similar = [.. SimilarNodes.To(read.Value, text, kind).Where(node => node.Number != open.Number)];
        if (form is { } still && still.Id == open.Id && !similar.SequenceEqual(still.Similar))
        {
            form = still with { Similar = similar };
            StateHasChanged();
        }
    }

    private static string PasteWords(OpenPaste paste) =>
        $"This adds {Plural.Of(paste.Nodes, "node")} and {Plural.Of(paste.Steps, "step")}{(paste.Target is { } target ? $" below #{target}" : ", which hang from nothing yet")}.";
}
