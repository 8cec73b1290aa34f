using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Drafting.Cues;
using ArgMap.Server.Threads.Drafting.Models;
using ArgMap.Server.Threads.Importing;
using Npgsql;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>The forms of a draft.</summary>
public static class DraftForms
{
    /// <summary>Maps them.</summary>
    public static void MapDraftForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/m/{slug}/draft/answer", Answer);
        routes.MapForm("/m/{slug}/draft/accept", AcceptMany);
        routes.MapForm("/m/{slug}/draft/model", Ask);
        routes.MapForm("/m/{slug}/draft/cues", Cues);
        routes.MapForm("/m/{slug}/draft/undo", Undo);
        routes.MapForm("/m/{slug}/draft/thesis", Thesis);
    }

    private static async Task<IResult> Answer(string slug, SubmittedForm form, Actor actor, MapWriter writer, ArgMapDbContext db, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var number = form.Number("number");
        if (form.ProblemFor(actor) is { } unfit)
        {
            return Again(slug, unfit, form, number);
        }

        if (form.Number("thread") is not { } thread)
        {
            return Again(slug, Refusal.Invalid("thread", "Say which thread this is about."), form, number);
        }

        var numbers = Numbers(form["numbers"]);
        var done = form["do"] ?? "";
        var refusal = (done, number) switch
        {
            ("reject", { } one) => (await RejectSuggestions.Handle(database, clock, slug, actor, thread, [one], cancellation)).Refusal,
            ("reject", null) when numbers.Count > 0 => (await RejectSuggestions.Handle(database, clock, slug, actor, thread, numbers, cancellation)).Refusal,
            ("reject-rest", null) => (await RejectSuggestions.Handle(database, clock, slug, actor, thread, null, cancellation)).Refusal,
            ("bring-back", { } one) => (await RejectSuggestions.BringBack(database, slug, actor, thread, [one], cancellation)).Refusal,
            (_, { } one) when Items(form, one) is { } items => (await AcceptSuggestions.Handle(writer, db, clock, slug, actor, new(thread, items), form.IdempotencyKey, cancellation)).Refusal,
            _ => Refusal.Invalid("do", "Say what shall be done with the suggestion: accept, change or reject it."),
        };
        return refusal is null ? FormRoutes.SeeOther(Next(slug, form)) : Again(slug, refusal, form, number);
    }

    /// <summary>What a form accepts: the suggestion as it is or as it was changed, after those that it hangs from; null when it does something else.</summary>
    private static IReadOnlyList<AcceptSuggestions.Item>? Items(SubmittedForm form, int number)
    {
        var with = Numbers(form["with"]).Where(other => other != number).Select(other => new AcceptSuggestions.Item(other)).ToList();
        switch (form["do"])
        {
            case "accept":
                return [.. with, new(number)];
            case "alone":
                return [new(number)];
            case { } chosen when chosen.StartsWith("as-", StringComparison.Ordinal):
                return [.. with, new(number, chosen[3..])];
            case "change":
                var texts = new List<string?> { form["text"] };
                texts.AddRange(Enumerable.Range(2, Argumentation.Maps.Relation.MaxPremises - 1).Select(index => form[$"text-{index}"]));

                var target = form["target"] ?? "";
                IEnumerable<AcceptSuggestions.Item> before = Acceptance.SuggestionIn(target) is { } other && other != number
                    ? with.Exists(item => item.Number == other) ? with : [new(other)]
                    : [];
                return [.. before, new(number, form["as"], texts, target)];
            default:
                return null;
        }
    }

    private static async Task<IResult> AcceptMany(string slug, SubmittedForm form, Actor actor, MapWriter writer, ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var thread = form.Number("thread") ?? 0;
        var taken = form.All("take").Select(TypedNumber.Of).OfType<int>().Select(number => new AcceptSuggestions.Item(number, form[DraftItem.FieldOf(number)])).ToList();
        var accepted = form.ProblemFor(actor) is { } unfit ? unfit
            : await AcceptSuggestions.Handle(writer, db, clock, slug, actor, new(thread, taken, Numbers(form["numbers"]), form["do"] == "rest"), form.IdempotencyKey, cancellation);
        return accepted.Refusal is { } refusal ? FormRoutes.Again<AcceptSuggestionsPage>(refusal, form, ("Slug", slug)) : FormRoutes.SeeOther($"{Address.Draft(slug, thread)}#open");
    }

    private static async Task<IResult> Undo(string slug, SubmittedForm form, Actor actor, MapWriter writer, ArgMapDbContext db, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var numbers = Numbers(form["numbers"]);
        var refusal = form.ProblemFor(actor);
        if (refusal is null && form.Number("revision") is { } revision)
        {
            refusal = (await UndoChange.Handle(writer, db, slug, revision, actor, form.IdempotencyKey, cancellation)).Refusal;
        }

        // Of one answer some may have been accepted and the others rejected.
        refusal ??= (await RejectSuggestions.BringBack(database, slug, actor, form.Number("thread") ?? 0, numbers, cancellation)).Refusal;
        return refusal is null
            ? FormRoutes.SeeOther($"{DraftAddress.Of(slug, DraftAddress.Read(form["part"]))}#{(numbers.Count > 0 ? DraftItem.IdOf(numbers[^1]) : "open")}")
            : Again(slug, refusal, form, null);
    }

    private static async Task<IResult> Thesis(string slug, SubmittedForm form, Actor actor, MapWriter writer, ArgMapDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var (thread, suggestion) = (form.Number("thread") ?? 0, form.Number("suggestion"));
        var same = form["thesis"] == form["same-text"] ? form.Number("same") : null;
        var request = suggestion is null ? new TakeThesis.Request(thread, form["kind"], form["thesis"], same) : new TakeThesis.Request(thread, null, null, suggestion);
        var taken = form.ProblemFor(actor) is { } unfit ? unfit : await TakeThesis.Handle(writer, db, clock, slug, actor, request, form.IdempotencyKey, cancellation);
        return taken.Refusal is { } refusal ? Again(slug, refusal, form, null) : FormRoutes.SeeOther($"{DraftAddress.Of(slug, new(thread, SuggestionState.Open, false, null, 0, IsSettled: true))}#ways");
    }

    private static async Task<IResult> Ask(string slug, SubmittedForm form, Actor actor, AskModel model, CancellationToken cancellation)
    {
        var asked = form.ProblemFor(actor) is { } unfit ? unfit : await model.Handle(slug, actor, form.Number("thread"), form.Number("from"), form["sent"], cancellation);
        return asked.Refusal is { } refusal
            ? FormRoutes.Again<AskModelPage>(refusal, form, ("Slug", slug))
            : FormRoutes.Page<AskModelPage>(StatusCodes.Status200OK, new Dictionary<string, object?> { ["Slug"] = slug, ["Form"] = form, ["Report"] = asked.Value });
    }

    private static async Task<IResult> Cues(string slug, SubmittedForm form, Actor actor, KeepCues keep, ImportSignals signals, CancellationToken cancellation)
    {
        var started = form.ProblemFor(actor) is { } unfit ? unfit
            : await keep.Handle(slug, form.Number("thread") ?? 0, actor, form["do"] == "ordinary" ? null : form["cues"] ?? "", form.IdempotencyKey, cancellation);
        return started.Refusal is { } refusal ? FormRoutes.Again<CuesPage>(refusal, form, ("Slug", slug)) : await ImportForms.See(started.Value, signals, cancellation);
    }

    private static IResult Again(string slug, Refusal refusal, SubmittedForm form, int? number) => FormRoutes.Again<DraftPage>(refusal, form, ("Slug", slug), ("Refused", number));

    private static string Next(string slug, SubmittedForm form) =>
        $"{DraftAddress.Of(slug, DraftAddress.Read(form["part"]))}#{(form.Number("next") is { } next ? DraftItem.IdOf(next) : "open")}";

    private static List<int> Numbers(string? typed) =>
        [.. (typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(TypedNumber.Of).OfType<int>()];
}
