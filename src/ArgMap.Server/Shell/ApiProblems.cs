using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace ArgMap.Server.Shell;

/// <summary>Refusals as problem+json (RFC 9457), the API's one shape for every "no".</summary>
public static partial class ApiProblems
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

    /// <summary>Answers what the framework refuses or a bug breaks as problems too, whatever the caller says it accepts.</summary>
    public static void UseApiProblems(this IApplicationBuilder api)
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Problem(Of(context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error)).ExecuteAsync(context),
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
        });
        api.UseStatusCodePages(status => Problem(Of(status.HttpContext)).ExecuteAsync(status.HttpContext));

        // JSON is UTF-8 (RFC 8259, section 8.1). Other character sets are refused here: the framework takes one that it does not know for a bug of ours.
        api.Use((context, next) => IsUtf8(context.Request) ? next(context) : Problem(Refusal.WrongContentType()).ExecuteAsync(context));
    }

    /// <summary>What an exception means to the caller. What it says inside stays in the log.</summary>
    internal static Refusal Of(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } unread => Refusal.Unreadable(Unreadable(unread)),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusal.TooLarge(),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Refusal.WrongContentType(),
        BadHttpRequestException other => Refusal.Unreadable(other.Message) with { Status = other.StatusCode },
        NpgsqlException { IsTransient: true } or RetryLimitExceededException => Refusal.Unavailable(),
        _ => Refusal.Fault(),
    };

    private static bool IsUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.Charset.Value is null or ""
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static string Unreadable(BadHttpRequestException exception) => exception.InnerException switch
    {
        JsonException json => string.Create(
            CultureInfo.InvariantCulture,
            $"The JSON of the request is broken, or not what is expected here, at {json.Path ?? "$"} in line {(json.LineNumber ?? 0) + 1}, byte {(json.BytePositionInLine ?? 0) + 1}. /openapi/v1.json says what is expected."),
        _ when Unbound().Match(exception.Message) is { Success: true } match => $"“{match.Groups["value"].Value}” cannot be read as the input {match.Groups["name"].Value}. /openapi/v1.json says what is expected.",
        _ when exception.Message.Contains("no body", StringComparison.Ordinal) => "This request needs a body: JSON, as /openapi/v1.json says.",
        _ => "The request could not be read. /openapi/v1.json says what is expected.",
    };

    /// <summary>How the framework puts it: <c>Failed to bind parameter "Nullable&lt;int&gt; limit" from "abc".</c></summary>
    [GeneratedRegex("\"([^\" ]+ )*(?<name>\\w+)\" from \"(?<value>[^\"]{0,40})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unbound();

    /// <summary>What a status without a body means to the caller.</summary>
    private static Refusal Of(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        return response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => Refusal.SignedOut(),
            StatusCodes.Status403Forbidden => Refusal.Forbidden("You may not do this."),
            StatusCodes.Status404NotFound => Refusal.NotFound($"The API has nothing at {request.Path}. /openapi/v1.json lists what it has."),
            StatusCodes.Status405MethodNotAllowed => Refusal.MethodNotAllowed($"{request.Path} takes no {request.Method}, only {response.Headers.Allow}."),
            StatusCodes.Status413PayloadTooLarge => Refusal.TooLarge(),
            StatusCodes.Status415UnsupportedMediaType => Refusal.WrongContentType(),
            StatusCodes.Status429TooManyRequests => Refusal.TooManyRequests($"More came from you in a short time than this site takes. Try again after {response.Headers.RetryAfter} s."),
            StatusCodes.Status503ServiceUnavailable => Refusal.Unavailable(),
            >= 400 and < 500 and var status => Refusal.Unreadable("The request could not be read. /openapi/v1.json says what is expected.") with { Status = status },
            _ => Refusal.Fault(),
        };
    }
}
