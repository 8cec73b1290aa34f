using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>Changes what a node says, where it stands.</summary>
internal static class EditInPlace
{
    /// <summary>The form for it, or why there is none.</summary>
    public static Outcome<OpenForm> Form(MapView map, Actor actor, int number)
    {
        if (map.Relations.ContainsKey(number))
        {
            return Refusal.Invalid("number", $"#{number} is a step, which has no text of its own. Choose one of its premises, or change the step on its page.");
        }

        if (!map.Nodes.TryGetValue(number, out var node) || node.IsWithdrawn)
        {
            return Refusal.NotFound($"#{number} is not in the map any more: somebody has withdrawn it.");
        }

        if (!map.Head.MayChange(actor, node.AuthorId))
        {
            return Refusal.Forbidden($"#{number} was added by {node.AuthorName}. Its author and the map's owner can edit it; you can object to it, or ask about it.");
        }

        return new OpenForm(FormUse.Edit, null, number, $"Edit #{number}", "What it says", "Save") { Text = node.Text, Detail = node.Detail ?? "", BasedOn = map.Head.Revision, Role = map.Tree.RoleOf(number) };
    }

    /// <summary>The form again, after somebody else's change came first: with both texts, and based on what they left.</summary>
    public static OpenForm After(EditConflict conflict, MapView map, OpenForm form)
    {
        var theirs = map.Nodes[form.Number];
        return form with { BasedOn = map.Head.Revision, Refusal = conflict, Theirs = new(theirs.Text, theirs.Detail ?? "", conflict.Title) };
    }

    /// <summary>Changes it.</summary>
    public static Task<Outcome<Written>> Save(IServiceProvider services, string slug, Actor actor, FormInput sent, string key, CancellationToken cancellation) =>
        EditNode.Handle(services.GetRequiredService<MapWriter>(), slug, sent.Number, actor, new(null, sent.Text, sent.Detail, sent.BasedOn), key, cancellation);
}
