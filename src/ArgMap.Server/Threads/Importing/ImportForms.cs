using ArgMap.Server.Accounts;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Sending;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Threads.Importing;

/// <summary>The forms by which threads are brought in.</summary>
internal static class ImportForms
{
    /// <summary>Reading a short thread takes less than that: then the first page one sees says what was found.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private const string TooMuch = "Go back and give the thread in parts: bring in one, and then add the others to it as parts that were missing. Or give its address, and it is fetched. Whoever runs this site can raise the limit.";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var most = routes.ServiceProvider.GetRequiredService<ImportSettings>().MostBytes;
        routes.MapForm(Address.Import, New).Takes(most);
        routes.MapForm("/m/{slug}/import", Into).Takes(most);
        routes.MapForm("/m/{slug}/threads/{thread:int}/update", Update);
        routes.MapForm("/m/{slug}/import/{import:guid}/cancel", Cancel);
        routes.MapForm("/m/{slug}/import/{import:guid}/read", ReadAgain);
    }

    /// <summary>Lets a form bring as much as an import may, and a little more, so that most of what is too much is said so by the form.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder form, long most) => form
        .WithMetadata(new RequestSizeLimitAttribute((most * 3 / 2) + (4 * 1024 * 1024)), new MostSent(most, TooMuch))
        .WithFormOptions(valueLengthLimit: (int)Math.Min(int.MaxValue, most * 3 / 2), multipartBodyLengthLimit: (most * 3 / 2) + (4 * 1024 * 1024));

    private static async Task<IResult> New(SubmittedForm form, Actor actor, StartImport start, ImportSignals signals, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } problem)
        {
            return FormRoutes.Again<ImportPage>(problem, form);
        }

        var started = form["into"] is { } into && SentBefore.Of(into) is var (slug, thread)
            ? await start.Update(actor, slug, thread, Given(form), true, form.IdempotencyKey, cancellation)
            : await start.IntoNewMap(actor, new(form["title"], form["root"], form["rootKind"], form["visibility"]), Given(form), form.IdempotencyKey, cancellation);
        return started.Refusal is { } refusal ? FormRoutes.Again<ImportPage>(refusal, form) : await See(started.Value, signals, cancellation);
    }

    private static async Task<IResult> Into(string slug, string? thread, SubmittedForm form, Actor actor, StartImport start, ImportSignals signals, CancellationToken cancellation)
    {
        if (form.ProblemFor(actor) is { } problem)
        {
            return FormRoutes.Again<ImportIntoMapPage>(problem, form, ("Slug", slug));
        }

        var given = Given(form);
        var started = string.IsNullOrEmpty(thread)
            ? await start.IntoMap(actor, slug, given, form.IdempotencyKey, cancellation)
            : await start.Update(actor, slug, TypedNumber.Of(thread) ?? 0, given, form["what"] == "part", form.IdempotencyKey, cancellation);
        return started.Refusal is { } refusal ? FormRoutes.Again<ImportIntoMapPage>(refusal, form, ("Slug", slug)) : await See(started.Value, signals, cancellation);
    }

    private static async Task<IResult> Update(string slug, int thread, SubmittedForm form, Actor actor, StartImport start, ImportSignals signals, CancellationToken cancellation)
    {
        var started = form.ProblemFor(actor) is { } problem ? problem : await start.Update(actor, slug, thread, null, false, form.IdempotencyKey, cancellation);
        return started.Refusal is { } refusal
            ? FormRoutes.Again<ImportIntoMapPage>(refusal, form, (nameof(ImportIntoMapPage.Slug), slug), (nameof(ImportIntoMapPage.Refetched), thread))
            : await See(started.Value, signals, cancellation);
    }

    private static async Task<IResult> Cancel(string slug, Guid import, SubmittedForm form, Actor actor, CancelImport cancel, ImportSignals signals, CancellationToken cancellation)
    {
        var stopped = form.ProblemFor(actor) is { } problem ? problem : await cancel.Handle(actor, slug, import, cancellation);
        return stopped.Refusal is { } refusal ? FormRoutes.Again<ImportProgressPage>(refusal, form, ("Slug", slug), ("Import", import)) : await See(stopped.Value, signals, cancellation);
    }

    private static async Task<IResult> ReadAgain(string slug, Guid import, SubmittedForm form, Actor actor, StartImport start, ImportSignals signals, CancellationToken cancellation)
    {
        var started = form.ProblemFor(actor) is { } problem ? problem : await start.ReadAgain(actor, slug, import, form["format"], form.IdempotencyKey, cancellation);
        return started.Refusal is { } refusal ? FormRoutes.Again<ImportProgressPage>(refusal, form, ("Slug", slug), ("Import", import)) : await See(started.Value, signals, cancellation);
    }

    /// <summary>Leads to an import: where it is done at once, to what came of it.</summary>
    internal static async Task<IResult> See(StartedImport started, ImportSignals signals, CancellationToken cancellation)
    {
        await signals.End(started.Import).WaitAsync(Patience, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return FormRoutes.SeeOther(Address.ImportOf(started.Slug, started.Import));
    }

    private static GivenThread Given(SubmittedForm form)
    {
        List<RawInput> files = [];
        foreach (var file in form.Files.Where(file => file.Name == "files" && file.FileName.Length > 0))
        {
            files.Add(new RawInput(Path.GetFileName(file.FileName.Replace('\\', '/')), file.OpenReadStream, file.Length));
        }

        return new GivenThread(form["address"], form["text"], files, form["format"], form["page"], form["layout"]);
    }
}
