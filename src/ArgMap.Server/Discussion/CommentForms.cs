using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>The forms by which people discuss.</summary>
public static class CommentForms
{
    /// <summary>Maps them.</summary>
    public static void MapDiscussionForms(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/m/{slug}/thread/{about:int}", Add);
        routes.MapForm("/m/{slug}/thread/{about:int}/resolution", Resolve);
        routes.MapForm("/m/{slug}/c/{number:int}/edit", Edit);
        routes.MapForm("/m/{slug}/c/{number:int}/withdraw", Withdraw);
        routes.MapForm("/m/{slug}/c/{number:int}/promote", Promote);
    }

    private static async Task<IResult> Add(string slug, int about, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        if (form["replyTo"] is { } replyTo && form.Number("replyTo") is null)
        {
            return Again(Refusal.Invalid("replyTo", $"A reply names a comment by its number; “{replyTo}” is none."));
        }

        var request = new AddComment.Request(form["body"], form.Number("replyTo"));
        var outcome = await AddComment.Handle(writer, slug, about, actor, request, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal ? Again(refusal) : ToComment(slug, outcome.Value.AddedComment!.Value, outcome.Value);

        IResult Again(Refusal refusal) => FormRoutes.Again<AddCommentPage>(refusal, form, ("Slug", slug), ("About", about));
    }

    private static async Task<IResult> Resolve(string slug, int about, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        var outcome = form["do"] switch
        {
            "resolve" => await ResolveThread.Handle(writer, slug, about, actor, form.IdempotencyKey, cancellation),
            "reopen" => await ReopenThread.Handle(writer, slug, about, actor, form.IdempotencyKey, cancellation),
            var other => Refusal.Invalid("do", $"A thread can be resolved or reopened; “{other}” is neither."),
        };
        return outcome.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Thread(slug, AboutOf(outcome.Value) ?? new Thing(ThingKind.Node, about)));

        IResult Again(Refusal refusal) => FormRoutes.Again<ResolutionPage>(refusal, form, ("Slug", slug), ("About", about));
    }

    private static async Task<IResult> Edit(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        var request = new EditComment.Request(form["body"], form.Number("basedOn"));
        var outcome = await EditComment.Handle(writer, slug, number, actor, request, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal ? Again(refusal) : ToComment(slug, number, outcome.Value);

        IResult Again(Refusal refusal) => FormRoutes.Again<EditCommentPage>(refusal, form, ("Slug", slug), ("Number", number));
    }

    private static async Task<IResult> Withdraw(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        var outcome = await WithdrawComment.Handle(writer, slug, number, actor, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal ? Again(refusal) : ToComment(slug, number, outcome.Value);

        IResult Again(Refusal refusal) => FormRoutes.Again<WithdrawCommentPage>(refusal, form, ("Slug", slug), ("Number", number));
    }

    private static async Task<IResult> Promote(string slug, int number, SubmittedForm form, Actor actor, MapWriter writer, CancellationToken cancellation)
    {
        if (Unfit(form, actor) is { } unfit)
        {
            return Again(unfit);
        }

        var (kind, relation) = PromotionDraft.Read(form["as"]);
        var request = new PromoteComment.Request(form["text"], form["detail"], kind, relation);
        var outcome = await PromoteComment.Handle(writer, slug, number, actor, request, form.IdempotencyKey, cancellation);
        return outcome.Refusal is { } refusal ? Again(refusal) : FormRoutes.SeeOther(Address.Node(slug, outcome.Value.AddedNode!.Value));

        IResult Again(Refusal refusal) => FormRoutes.Again<PromoteCommentPage>(refusal, form, ("Slug", slug), ("Number", number));
    }

    // Straight to the thread: the permalink would lead there by another redirect, in which a script loses the fragment.
    private static IResult ToComment(string slug, int number, Written written) =>
        FormRoutes.SeeOther(AboutOf(written) is { } about ? Address.Comment(slug, about, number) : Address.Comment(slug, number));

    private static Thing? AboutOf(Written written) => written.Effects switch
    {
        [CommentEffect comment, ..] => comment.After.About,
        [ThreadEffect thread, ..] => thread.After.About,
        _ => null,
    };

    private static Refusal? Unfit(SubmittedForm form, Actor actor) => actor.IsSignedIn ? form.Problem : Refusal.SignedOut();
}
