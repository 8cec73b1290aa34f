using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArgMap.Server.Shell;

/// <summary>How forms are posted: each to an endpoint that answers with a redirect, or with its page again and all that was typed.</summary>
public static class FormRoutes
{
    /// <summary>Maps the endpoint of a form. Its handler takes a <see cref="SubmittedForm"/>, which knows whether the form is genuine.</summary>
    /// <remarks>
    /// The framework's own check would answer a stale form with a bare 400 and lose what was typed, so the form's binding does it.
    /// Pages take POST too, so a form at its page's own address needs to come first.
    /// </remarks>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute(required: false)).RequireRateLimiting(RateLimits.Writing).WithOrder(-1).ExcludeFromDescription();

    /// <summary>Done: look at this address now, or at the page that the form was opened from, when it says so (<see cref="ReturnTo"/>).</summary>
    /// <param name="address">Where what was done can be seen.</param>
    /// <param name="place">The id of the element that shows it on the page the form was opened from; null for the fragment of <paramref name="address"/>.</param>
    public static IResult SeeOther(string address, string? place = null) => new SeeOtherResult(address, place);

    /// <summary>Not done: the page again, with the refusal and what was typed. The page takes them as parameters <c>Refusal</c> and <c>Form</c>.</summary>
    /// <typeparam name="TPage">The page component.</typeparam>
    /// <param name="refusal">Why not; its status is the response's.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="parameters">The page's other parameters, such as those of its address.</param>
    public static IResult Again<TPage>(Refusal refusal, SubmittedForm form, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(parameters);
        var all = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        all["Refusal"] = refusal.ToldOfForm();
        all["Form"] = form;
        return Page<TPage>(refusal.Status, all);
    }

    /// <summary>A page as the answer of an endpoint.</summary>
    public static IResult Page<TPage>(int status, IDictionary<string, object?> parameters)
        where TPage : IComponent =>
        new RazorComponentResult<Document>(new Dictionary<string, object?>
        {
            [nameof(Document.Page)] = typeof(TPage),
            [nameof(Document.Parameters)] = parameters,
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>303, which turns the POST into a GET; the framework's redirects offer 301, 302, 307 and 308.</summary>
    private sealed class SeeOtherResult(string address, string? place) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = ReturnTo.Of(httpContext) is { } back ? $"{back}{(place is null ? Fragment(address) : $"#{place}")}" : address;
            return Task.CompletedTask;
        }

        private static string Fragment(string address) => address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var start ? address[start..] : "";
    }
}
