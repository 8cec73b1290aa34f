using System.Globalization;
using System.Text.Json;

namespace ArgMap.Server.Shell;

/// <summary>Answers what the API cannot read (no JSON, a number where a text belongs) with 400 and the place that is wrong, in every environment.</summary>
internal static class UnreadableRequests
{
    /// <summary>Has the framework report such a request with its reason, and the reason put into the problem.</summary>
    public static IServiceCollection AddUnreadableRequests(this IServiceCollection services)
    {
        // The default depends on the environment: in production the reason is dropped, in development the answer is 500.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.Exception is BadHttpRequestException unreadable)
            {
                context.ProblemDetails.Type = "/problems/unreadable";
                context.ProblemDetails.Title = "The request could not be read";
                context.ProblemDetails.Detail = Reason(unreadable);
                context.ProblemDetails.Extensions["code"] = "unreadable";
            }
        });
    }

    /// <summary>Their status is the caller's fault, and so no error of ours to log.</summary>
    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        StatusCodeSelector = failure => failure is BadHttpRequestException unreadable ? unreadable.StatusCode : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
    };

    private static string Reason(BadHttpRequestException unreadable) => unreadable.InnerException is JsonException json
        ? string.Create(CultureInfo.InvariantCulture, $"The body is not the JSON that was asked for: look at {json.Path ?? "$"} in line {(json.LineNumber ?? 0) + 1}, byte {(json.BytePositionInLine ?? 0) + 1}. /openapi/v1.json says what belongs there.")
        : $"{unreadable.Message} /openapi/v1.json says what belongs there.";
}
