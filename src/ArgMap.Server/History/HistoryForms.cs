using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;

namespace ArgMap.Server.History;

/// <summary>The undo buttons of the history.</summary>
public static class HistoryForms
{
    /// <summary>Maps them.</summary>
    public static void MapHistoryForms(this IEndpointRouteBuilder routes) => routes.MapForm("/m/{slug}/history/{revision:int}/undo", Undo);

    private static async Task<IResult> Undo(
        string slug, int revision, SubmittedForm form, Actor actor, MapWriter writer, ArgMapDbContext db, CancellationToken cancellation)
    {
        var outcome = form.ProblemFor(actor) is { } problem ? problem : await UndoChange.Handle(writer, db, slug, revision, actor, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal
            ? FormRoutes.Again<HistoryPage>(refusal, form, ("Slug", slug), ("Refused", revision))
            : FormRoutes.SeeOther(Address.Revision(slug, outcome.Value.Revision));
    }
}
