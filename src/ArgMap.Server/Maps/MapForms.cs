using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Maps;

/// <summary>The forms about a map itself.</summary>
public static class MapForms
{
    /// <summary>Maps them.</summary>
    public static void MapMapForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm(Address.NewMap, Create);
        routes.MapForm("/m/{slug}/settings", Edit);
    }

    private static async Task<IResult> Create(SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } problem)
        {
            return FormRoutes.Again<NewMapPage>(problem, form);
        }

        var request = new CreateMap.Request(form["title"], form["root"], form["rootKind"], form["about"], form["visibility"]);
        var outcome = await CreateMap.Handle(writer, actor, request, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal ? FormRoutes.Again<NewMapPage>(refusal, form) : FormRoutes.SeeOther(Address.Map(outcome.Value.Slug));
    }

    private static async Task<IResult> Edit(string slug, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        var problem = form.ProblemFor(actor);
        if (form["root"] is { } root && form.Number("root") is null)
        {
            problem ??= Refusal.Invalid("root", $"What it is about must be the number of a node, such as #1; “{root}” is none.");
        }

        if (problem is not null)
        {
            return FormRoutes.Again<MapSettingsPage>(problem, form, ("Slug", slug));
        }

        var request = new EditMap.Request(form["title"], form["about"], form.Number("root"), form["visibility"], form.Number("basedOn"));
        var outcome = await EditMap.Handle(writer, slug, actor, request, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal
            ? FormRoutes.Again<MapSettingsPage>(refusal, form, ("Slug", slug))
            : FormRoutes.SeeOther(Address.Map(slug));
    }
}
