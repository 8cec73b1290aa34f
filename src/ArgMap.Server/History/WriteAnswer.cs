using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArgMap.Server.History;

/// <summary>How the API answers every write: the revision it made, and the numbers of what it added.</summary>
/// <param name="Map">The map's slug.</param>
/// <param name="Revision">The map's revision after the write; the current one when nothing needed to change.</param>
/// <param name="Node">Number of the node it added; of several, the first.</param>
/// <param name="Relation">Number of the relation it added.</param>
/// <param name="Comment">Number of the comment it added.</param>
/// <param name="Source">Number of the source it added.</param>
/// <param name="SourceLink">Number of the relation between sources it added.</param>
/// <param name="Citation">Number of the citation it added.</param>
/// <param name="Nodes">Numbers of all nodes it added, in order; missing when it added none.</param>
public sealed record WriteAnswer(
    string Map,
    int Revision,
    int? Node,
    int? Relation,
    int? Comment,
    int? Source,
    int? SourceLink,
    int? Citation,
    IReadOnlyList<int>? Nodes)
{
    /// <summary>The header by which a request that is sent again is known.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>200 with what was done, or the problem.</summary>
    public static Results<Ok<WriteAnswer>, ProblemHttpResult> Ok(Outcome<Written> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Refusal is { } refusal ? ApiProblems.Problem(refusal) : TypedResults.Ok(Of(outcome.Value));
    }

    /// <summary>201 with what was done and where the new thing is, or the problem.</summary>
    /// <param name="outcome">What came of the write.</param>
    /// <param name="address">The address of the new thing below <c>/api/v1/maps/{slug}</c>, such as <c>/nodes/12</c>.</param>
    public static Results<Created<WriteAnswer>, ProblemHttpResult> Created(Outcome<Written> outcome, Func<Written, FormattableString> address)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(address);
        return outcome.Refusal is { } refusal
            ? ApiProblems.Problem(refusal)
            : TypedResults.Created($"/api/v1/maps/{outcome.Value.Slug}{FormattableString.Invariant(address(outcome.Value))}", Of(outcome.Value));
    }

    /// <summary>The answer that tells of a write.</summary>
    internal static WriteAnswer Of(Written written) => new(
        written.Slug,
        written.Revision,
        written.AddedNode,
        written.AddedRelation,
        written.AddedComment,
        written.AddedSource,
        written.AddedSourceLink,
        written.AddedCitation,
        written.Effects.OfType<NodeEffect>().Where(effect => effect.IsAddition).Select(effect => effect.Number).ToList() is { Count: > 0 } nodes ? nodes : null);
}

/// <summary>What all endpoints that write to maps have in common.</summary>
public static class WritingEndpoints
{
    /// <summary>Limits how often, says that a token is needed, and lists the problems every write can have.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="problems">The other statuses it can refuse with.</param>
    public static RouteHandlerBuilder Writes(this RouteHandlerBuilder endpoint, params int[] problems)
    {
        endpoint.RequireRateLimiting(RateLimits.Writing).ForSignedIn();
        foreach (var status in problems.Union([StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests]).Order())
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }
}
