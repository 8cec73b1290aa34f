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
    }

    private static async Task<IResult> Add(string slug, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if ((actor.IsSignedIn ? form.Problem : Refusal.SignedOut()) is { } unfit)
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
            : FormRoutes.SeeOther(added.Value.AddedNode is { } node ? Address.Node(slug, node) : Address.Step(slug, added.Value.AddedRelation!.Value));

        IResult Again(Refusal refusal) => FormRoutes.Again<AddStepPage>(refusal, form, ("Slug", slug));
    }
}
