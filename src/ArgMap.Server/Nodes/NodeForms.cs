using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Nodes;

/// <summary>The forms by which nodes are added on their own, edited and withdrawn.</summary>
internal static class NodeForms
{
    public static void MapNodeForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/m/{slug}/add-node", Add);
        routes.MapForm("/m/{slug}/n/{number:int}/edit", Edit);
        routes.MapForm("/m/{slug}/n/{number:int}/withdraw", Withdraw);
    }

    private static async Task<IResult> Add(string slug, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        var added = await AddNode.Handle(writer, slug, actor, new(form["kind"], form["text"], form["detail"]), form.IdempotencyKey, cancellation);
        return added.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Node(slug, added.Value.AddedNode!.Value));

        IResult Again(Refusal refusal) => FormRoutes.Again<AddNodePage>(refusal, form, ("Slug", slug));
    }

    private static async Task<IResult> Edit(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        var request = new EditNode.Request(form["kind"], form["text"], form["detail"], form.Number("basedOn"));
        var edited = await EditNode.Handle(writer, slug, number, actor, request, form.IdempotencyKey, cancellation);
        return edited.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Node(slug, number));

        IResult Again(Refusal refusal) => FormRoutes.Again<EditNodePage>(refusal, form, ("Slug", slug), ("Number", number));
    }

    private static async Task<IResult> Withdraw(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        var withdrawn = await WithdrawNode.Handle(writer, slug, number, actor, form.IdempotencyKey, cancellation);
        return withdrawn.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Node(slug, number));

        IResult Again(Refusal refusal) => FormRoutes.Again<WithdrawNodePage>(refusal, form, ("Slug", slug), ("Number", number));
    }
}
