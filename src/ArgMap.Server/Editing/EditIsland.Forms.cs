using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.JSInterop;

namespace ArgMap.Server.Editing;

/// <content>Forms at nodes: to add beside one, or to change what one says.</content>
public sealed partial class EditIsland
{
    /// <summary>Opens a form. Another one that is open is closed; the browser keeps what was typed into it.</summary>
    [JSInvokable]
    public async Task<EditAnswer> Open(FormInput asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var read = await Desk.Read(person, Slug, leaving.Token);
        if (read.Refusal is { } unread)
        {
            return Say(unread);
        }

        var opened = FormFor(read.Value, asked);
        if (opened.Refusal is { } refusal)
        {
            return Say(refusal);
        }

        notice = null;
        form = opened.Value;
        guest?.MoveTo(form.Number > 0 ? form.Number : null);
        StateHasChanged();
        return new(true, form.Title, read.Value.Head.Revision);
    }

    /// <summary>Closes the form that is open.</summary>
    [JSInvokable]
    public void Close()
    {
        form = null;
        StateHasChanged();
    }

    /// <summary>Saves what was typed. When it is refused, the form says why and stays as it is.</summary>
    /// <param name="key">Makes it count once, however often it is sent.</param>
    /// <param name="sent">What was typed, and where.</param>
    [JSInvokable]
    public async Task<EditAnswer> Save(string key, FormInput sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var outcome = await Desk.Write(person, (services, actor) => sent.Use is FormUse.Edit
            ? EditInPlace.Save(services, Slug, actor, sent, key, leaving.Token)
            : AddBeside.Save(services, Slug, actor, sent, key, leaving.Token), leaving.Token);
        if (outcome.Refusal is not { } refusal)
        {
            form = null;
            notice = null;
            await ReadOwn();
            StateHasChanged();
            return sent.Use is FormUse.Edit
                ? new(true, $"#{sent.Number} saved.", outcome.Value.Revision, sent.Number)
                : new(true, AddBeside.Done(sent, outcome.Value), outcome.Value.Revision, outcome.Value.AddedNode);
        }

        await Refuse(sent, refusal);
        return EditAnswer.Of(refusal);
    }

    /// <summary>Shows a refusal in the form; in a notice when there is no form for it any more.</summary>
    private async Task Refuse(FormInput sent, Refusal refusal)
    {
        if (refusal is not EditConflict && form is not null)
        {
            form = form with { Refusal = refusal, Theirs = null };
            StateHasChanged();
            return;
        }

        var read = await Desk.Read(person, Slug, leaving.Token);
        var again = read.Refusal is null ? FormFor(read.Value, sent) : read.Refusal;
        if (again.Refusal is not null)
        {
            Say(refusal);
            return;
        }

        // The text it began with is left alone: the browser would take another one for a reason to draw the field again.
        var shown = form ?? again.Value;
        form = refusal is EditConflict conflict ? EditInPlace.After(conflict, read.Value, shown) : shown with { Refusal = refusal };
        StateHasChanged();
    }

    private Outcome<OpenForm> FormFor(MapView map, FormInput asked) =>
        asked.Use is FormUse.Edit ? EditInPlace.Form(map, Actor.From(person), asked.Number) : AddBeside.Form(map, asked);
}
