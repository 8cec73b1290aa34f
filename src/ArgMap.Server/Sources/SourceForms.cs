using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>The forms by which sources are added, edited, joined and withdrawn, and passages cited.</summary>
internal static class SourceForms
{
    public static void MapSourceForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/m/{slug}/sources", Add);
        routes.MapForm("/m/{slug}/sources/{number:int}/edit", Edit);
        routes.MapForm("/m/{slug}/sources/{number:int}/address", Give);
        routes.MapForm("/m/{slug}/sources/{number:int}/withdraw", Withdraw);
        routes.MapForm("/m/{slug}/sources/{number:int}/links", Link);
        routes.MapForm("/m/{slug}/sources/{number:int}/links/{link:int}/withdraw", Unlink);
        routes.MapForm("/m/{slug}/cite", Cite);
        routes.MapForm("/m/{slug}/citations/{number:int}/withdraw", WithdrawOneCitation);
    }

    private static async Task<IResult> Add(string slug, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        var added = await AddSource.Handle(writer, slug, actor, ReadSource(form), form.IdempotencyKey, cancellation);
        return added.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther($"{Address.Sources(slug)}#s{added.Value.AddedSource}");

        IResult Again(Refusal refusal) => FormRoutes.Again<SourcesPage>(refusal, form, (nameof(SourcesPage.Slug), slug));
    }

    private static async Task<IResult> Edit(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        var wished = ReadSource(form);
        var request = new EditSource.Request(
            wished.Title, wished.Medium, wished.Url, wished.Authors, wished.Published, wished.Minutes, wished.Words, wished.Note, wished.Text ?? "", form.Number("basedOn"));
        var edited = await EditSource.Handle(writer, slug, number, actor, request, form.IdempotencyKey, cancellation);
        return edited.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Source(slug, number));

        IResult Again(Refusal refusal) => FormRoutes.Again<EditSourcePage>(refusal, form, (nameof(EditSourcePage.Slug), slug), (nameof(EditSourcePage.Number), number));
    }

    private static Task<IResult> Give(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        OnSource(slug, number, form, actor, () => GiveAddress.Handle(writer, slug, number, actor, new(form["url"]), form.IdempotencyKey, cancellation));

    private static Task<IResult> Withdraw(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        OnSource(slug, number, form, actor, () => WithdrawSource.Handle(writer, slug, number, actor, form.IdempotencyKey, cancellation));

    private static Task<IResult> Link(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        OnSource(slug, number, form, actor, () => LinkSources.Handle(writer, slug, actor, new(number, form["kind"], form.Number("to") ?? 0), form.IdempotencyKey, cancellation));

    private static Task<IResult> Unlink(string slug, int number, int link, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation) =>
        OnSource(slug, number, form, actor, () => UnlinkSources.Handle(writer, slug, link, actor, form.IdempotencyKey, cancellation));

    private static async Task<IResult> Cite(string slug, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        // A medium alone describes nothing: its field always holds one.
        var newSource = form["newSource.title"] is null && form["newSource.url"] is null ? null : ReadSource(form, "newSource.");
        var (about, comment) = (form.Number("about"), form.Number("comment"));
        var request = new AddCitation.Request(
            about, comment, form.Number("source"), newSource, form["exact"], form["prefix"], form["suffix"], form["start"], form["end"], form["note"]);
        var cited = await AddCitation.Handle(writer, slug, actor, request, form.IdempotencyKey, cancellation);
        if (cited.Refusal is { } refusal)
        {
            return Again(refusal);
        }

        var citation = cited.Value.Effects.OfType<CitationEffect>().First();
        return FormRoutes.SeeOther(citation.After.About.Kind is ThingKind.Comment
            ? Address.Passage(slug, citation.After.Source, citation.Number)
            : $"{Address.Of(slug, citation.After.About)}#citation-{citation.Number}");

        IResult Again(Refusal refusal) => FormRoutes.Again<CitePage>(refusal, form, (nameof(CitePage.Slug), slug));
    }

    private static async Task<IResult> WithdrawOneCitation(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        var withdrawn = Unfit(form, actor) is { } unfit ? unfit : await WithdrawCitation.Handle(writer, slug, number, actor, form.IdempotencyKey, cancellation);
        if (withdrawn.Refusal is { } refusal)
        {
            return FormRoutes.Page<ErrorPage>(refusal.Status, new Dictionary<string, object?>
            {
                [nameof(ErrorPage.Status)] = refusal.Status,
                [nameof(ErrorPage.Detail)] = refusal.Detail,
                [nameof(ErrorPage.Back)] = Address.Sources(slug),
            });
        }

        var citation = withdrawn.Value.Effects.OfType<CitationEffect>().FirstOrDefault()?.After;
        return FormRoutes.SeeOther(citation is null ? Address.Sources(slug)
            : form["back"] == "source" ? Address.Source(slug, citation.Source)
            : Address.Of(slug, citation.About));
    }

    private static async Task<IResult> OnSource(string slug, int number, SubmittedForm form, Actor actor, Func<Task<Outcome<Written>>> act)
    {
        var outcome = Unfit(form, actor) is { } unfit ? unfit : await act();
        return outcome.Refusal is { } refusal
            ? FormRoutes.Again<SourcePage>(refusal, form, (nameof(SourcePage.Slug), slug), (nameof(SourcePage.Number), number))
            : FormRoutes.SeeOther(Address.Source(slug, number));
    }

    private static Refusal? Unfit(SubmittedForm form, Actor actor) => actor.IsSignedIn ? form.Problem : Refusal.SignedOut();

    private static AddSource.Request ReadSource(SubmittedForm form, string prefix = "") => new(
        form[$"{prefix}title"],
        form[$"{prefix}medium"],
        form[$"{prefix}url"],
        form[$"{prefix}authors"]?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        form[$"{prefix}published"],
        Count(form, $"{prefix}minutes"),
        Count(form, $"{prefix}words"),
        form[$"{prefix}note"],
        form[$"{prefix}text"]);

    /// <summary>What was typed as a number; 0, which every check refuses in words that fit, when it is none.</summary>
    private static int? Count(SubmittedForm form, string field) => string.IsNullOrWhiteSpace(form[field]) ? null : form.Number(field) ?? 0;
}
