using ArgMap.Server.Accounts;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Threads.Sending;

/// <summary>Takes the page that a bookmarklet sends from another site. It stores nothing: what came is shown, and goes on to the form for imports when a person says so there.</summary>
/// <remarks>
/// The first request comes from another site, without a session, as it should. The button on the page that answers it sends the same from this site, with the session; the form that answers that has its token and
/// is the one that imports. So no other site can make anybody store anything, and nothing is kept between the steps.
/// </remarks>
internal static class SentPageForm
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapForm(Address.ImportSent, Show).Takes(routes.ServiceProvider.GetRequiredService<ImportSettings>().MostBytes).WithMetadata(SameOrigin.IsEnough);

    private static IResult Show(SubmittedForm form, Actor actor)
    {
        if (form["text"] is not { } text || !Uri.TryCreate(form["page"], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return FormRoutes.Again<ImportPage>(Refusal.Invalid("text", "No page came with that. Choose the bookmark while you look at a page of a forum, or give the thread here."), form);
        }

        if (form.Problem is not null)
        {
            return FormRoutes.Page<SentPage>(StatusCodes.Status200OK, new Dictionary<string, object?> { [nameof(SentPage.Sent)] = new SentPageContent(address.AbsoluteUri, text) });
        }

        return actor.IsSignedIn
            ? FormRoutes.Page<ImportPage>(StatusCodes.Status200OK, new Dictionary<string, object?> { [nameof(ImportPage.Form)] = form })
            : FormRoutes.Again<ImportPage>(Refusal.SignedOut(), form);
    }
}
