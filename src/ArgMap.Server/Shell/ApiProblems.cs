using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Shell;

/// <summary>Refusals as problem+json (RFC 9457), the API's one shape for every "no".</summary>
public static class ApiProblems
{
    /// <summary>The problem of a refusal. Its members beyond the standard ones: <c>code</c>, <c>errors</c> by input, and for an edit conflict <c>theirs</c>, <c>yours</c>, <c>revision</c>.</summary>
    public static ProblemHttpResult Problem(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var problem = new ProblemDetails
        {
            Type = $"/problems/{refusal.Code}",
            Title = refusal.Title,
            Status = refusal.Status,
            Detail = refusal.Detail,
        };
        problem.Extensions["code"] = refusal.Code;
        if (refusal.Errors.Count > 0)
        {
            problem.Extensions["errors"] = refusal.Errors.ToDictionary(error => error.Key, error => new[] { error.Value });
        }

        if (refusal is EditConflict conflict)
        {
            problem.Extensions["theirs"] = conflict.Theirs;
            problem.Extensions["yours"] = conflict.Yours;
            problem.Extensions["revision"] = conflict.Revision;
        }

        return TypedResults.Problem(problem);
    }
}
