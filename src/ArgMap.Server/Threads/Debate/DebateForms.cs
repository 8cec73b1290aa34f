using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Reading.Finding;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Threads.Debate;

/// <summary>The forms of the debate view.</summary>
internal static class DebateForms
{
    public static void MapDebateForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/m/{slug}/debate/{thread:int}/{number:int}/make", Make);
        routes.MapForm("/m/{slug}/debate/{thread:int}/{number:int}/nothing", Nothing);
        routes.MapForm("/m/{slug}/citations/{number:int}/words", OtherWords);
    }

    private static async Task<IResult> OtherWords(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, ArgMapDbContext db, CancellationToken cancellation)
    {
        var thread = await db.Citations.Where(citation => citation.Number == number && db.Maps.Any(map => map.Id == citation.MapId && map.Slug == slug)).Select(citation => citation.SourceNumber).SingleOrDefaultAsync(cancellation);
        var cited = form.ProblemFor(actor) is { } unfit ? unfit : await CiteOtherWords.Handle(writer, slug, number, actor, new(form["exact"], Start: form.Number("start"), Length: form.Number("length")), form.IdempotencyKey, cancellation);
        return cited.Refusal is { } refusal
            ? FormRoutes.Again<ChangedPassagesPage>(refusal, form, (nameof(ChangedPassagesPage.Slug), slug), (nameof(ChangedPassagesPage.Thread), thread), (nameof(ChangedPassagesPage.Refused), number))
            : FormRoutes.SeeOther(Address.ChangedPassages(slug, thread));
    }

    private static async Task<IResult> Make(
        string slug, int thread, int number, SubmittedForm form, Actor actor, MapWriter writer, MapReader maps, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        IReadOnlyList<int> found = [];
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(unfit);
        }

        var target = form.Number("target");
        if (form["find"] is { } sought)
        {
            if (await maps.Read(slug, actor, cancellation) is not { } map)
            {
                return Again(Refusal.NotFound("There is no such map, or not for you."));
            }

            var wish = Find(map, sought);
            found = wish.Numbers;
            if (wish.Refusal is { } unclear)
            {
                return Again(unclear);
            }

            target = found[0];
        }

        var passage = new PassageCitation.Passage(form["words"], form["prefix"], form["suffix"], form.Number("start"), form.Number("length"));
        var made = await MakeFromPassage.Handle(writer, slug, thread, number, actor, new(form["use"], passage, target, form["text"], form["detail"]), form.IdempotencyKey, cancellation);
        if (made.Refusal is { } refusal)
        {
            return Again(refusal);
        }

        if (form.Number("suggestion") is { } suggestion && actor.Id is { } person)
        {
            await TakenByHand.Note(database, slug, thread, suggestion, person, made.Value, clock.GetUtcNow(), cancellation);
        }

        return FormRoutes.SeeOther(Address.Post(slug, thread, number), $"p{number}");

        IResult Again(Refusal why) => FormRoutes.Again<MakePage>(
            why, form, (nameof(MakePage.Slug), slug), (nameof(MakePage.Thread), thread), (nameof(MakePage.Number), number), (nameof(MakePage.Found), found));
    }

    /// <summary>What the words or the number mean: one thing, or a refusal and what there is to choose from.</summary>
    private static (IReadOnlyList<int> Numbers, Refusal? Refusal) Find(MapView map, string typed)
    {
        const int MostOffered = 12;
        var sought = Sought.Of(TypedNumber.Of(typed) is { } number ? $"#{number}" : typed);
        if (sought.Problem is { } problem)
        {
            return ([], Refusal.Invalid("target", problem));
        }

        var found = MapSearch.Of(map).Find(sought);
        return found.Total switch
        {
            0 => ([], Refusal.Invalid("target", $"Nothing in this map is found by “{sought.Typed}”. Try other words of it, or its number.")),
            1 => (found.Numbers, null),
            _ => (
                [.. found.Numbers.Take(MostOffered)],
                Refusal.Invalid("target", $"{found.Total} things in this map are found by “{sought.Typed}”. Choose one of them above and empty this field, or give more words.")),
        };
    }

    private static async Task<IResult> Nothing(
        string slug, int thread, int number, string? next, SubmittedForm form, Actor actor, MapReader maps, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var said = form.ProblemFor(actor) is { } unfit ? unfit
            : await SayNothingToMap.Handle(maps, database, slug, thread, number, actor, form["nothing"] != "no", clock.GetUtcNow(), cancellation);
        return said.Refusal is { } refusal
            ? FormRoutes.Page<ErrorPage>(refusal.Status, new Dictionary<string, object?>
            {
                [nameof(ErrorPage.Status)] = refusal.Status,
                [nameof(ErrorPage.Detail)] = refusal.Detail,
                [nameof(ErrorPage.Back)] = Address.Debate(slug, thread),
            })
            : FormRoutes.SeeOther(Address.Post(slug, thread, number), $"p{TypedNumber.Of(next) ?? number}");
    }
}
