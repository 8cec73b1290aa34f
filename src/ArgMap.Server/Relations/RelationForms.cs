using ArgMap.Canvas;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>The forms by which steps are added, edited and withdrawn.</summary>
internal static class RelationForms
{
    public static void MapRelationForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/m/{slug}/add", Add);
        routes.MapForm("/m/{slug}/r/{number:int}/edit", Edit);
        routes.MapForm("/m/{slug}/r/{number:int}/withdraw", Withdraw);
    }

    private static async Task<IResult> Add(string slug, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        if (form["more"] is not null)
        {
            return FormRoutes.Page<AddStepPage>(StatusCodes.Status200OK, new Dictionary<string, object?> { ["Slug"] = slug, ["Form"] = form });
        }

        var request = AddStep.Read(form);
        if (request.Refusal is { } unread)
        {
            return Again(unread);
        }

        var added = await AddRelation.Handle(writer, slug, actor, request.Value, form.IdempotencyKey, cancellation);
        return added.Refusal is { } refusal ? Again(refusal)
            : FormRoutes.SeeOther(
                added.Value.AddedNode is { } node ? Address.Node(slug, node) : Address.Step(slug, added.Value.AddedRelation!.Value),
                PartId.Of(added.Value.AddedNode ?? added.Value.AddedRelation!.Value));

        IResult Again(Refusal refusal) => FormRoutes.Again<AddStepPage>(refusal, form, ("Slug", slug));
    }

    private static async Task<IResult> Edit(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        var premises = NodeNumbers.Read("premises", form["premises"]);
        if (premises.Refusal is { } unread)
        {
            return Again(unread);
        }

        if (form.Number("target") is not { } target)
        {
            return Again(Refusal.Invalid("target", "Say what it is about: the number of a node or a step of this map, such as 12."));
        }

        var request = new EditRelation.Request(form["kind"], target, premises.Value, form.Number("basedOn"));
        var edited = await EditRelation.Handle(writer, slug, number, actor, request, form.IdempotencyKey, cancellation);
        return edited.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Step(slug, number));

        IResult Again(Refusal refusal) => FormRoutes.Again<EditStepPage>(refusal, form, ("Slug", slug), ("Number", number));
    }

    private static async Task<IResult> Withdraw(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        var withdrawn = await WithdrawRelation.Handle(writer, slug, number, actor, form.IdempotencyKey, cancellation);
        return withdrawn.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Step(slug, number));

        IResult Again(Refusal refusal) => FormRoutes.Again<WithdrawStepPage>(refusal, form, ("Slug", slug), ("Number", number));
    }
}
