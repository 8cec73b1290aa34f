using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace ArgMap.Server.Shell;

/// <summary>The page for everything that went wrong: what is wrong, and what to do about it.</summary>
/// <remarks>
/// It answers <c>/error</c> (a server fault) and <c>/status/{code}</c> when a request is re-executed there, and can be rendered by a form
/// endpoint through <see cref="Document"/> with its parameters set. It sets the status of the response itself, so no error is ever answered 200.
/// </remarks>
public sealed partial class ErrorPage
{
    /// <summary>The HTTP status; one that is not known here is treated as 404, and none is what the handler of exceptions made of it, else 500.</summary>
    [Parameter]
    public int? Status { get; set; }

    /// <summary>What is wrong, in one sentence, when more is known than the status says; null for the usual sentence.</summary>
    [Parameter]
    public string? Detail { get; set; }

    /// <summary>A path on this site to lead back to; null when there is none better than the list of maps.</summary>
    [Parameter]
    public string? Back { get; set; }

    /// <summary>How long to wait before trying again; null to take it from the response's Retry-After header, if it has one.</summary>
    [Parameter]
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>What a person had typed, or a form to try again with.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private int Code => Status is null ? Fault
        : Words.ContainsKey(Status.Value) ? Status.Value
        : StatusCodes.Status404NotFound;

    /// <summary>What the handler of exceptions has found, which knows whether the request or the server was at fault.</summary>
    private int Fault => Context?.Features.Get<IExceptionHandlerFeature>() is not null && Words.ContainsKey(Context.Response.StatusCode) ? Context.Response.StatusCode : StatusCodes.Status500InternalServerError;

    private (string Title, string Detail, string WhatToDo) Shown =>
        Code is StatusCodes.Status413PayloadTooLarge && Context?.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<MostSent>() is { } most
            ? (Words[Code].Title, most.Limit, most.WhatToDo)
            : Words[Code];

    private string? Trace => Activity.Current?.TraceId.ToString() ?? Context?.TraceIdentifier;

    private string? Wait
    {
        get
        {
            var header = Context?.Response.Headers.RetryAfter.ToString();
            var seconds = RetryAfter?.TotalSeconds
                ?? (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : null as double?);
            return seconds switch
            {
                null => null,
                <= 1 => "a second",
                < 90 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds.Value):0} seconds"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds.Value / 60):0} minutes"),
            };
        }
    }

    private static readonly Dictionary<int, (string Title, string Detail, string WhatToDo)> Words = new()
    {
        [StatusCodes.Status400BadRequest] = (
            "This request could not be read",
            "Something in the address or in the form is not what was expected, or the form has been open for so long that it has expired.",
            "Go back, load the page again and send the form once more. What you typed is kept in this browser."),
        [StatusCodes.Status401Unauthorized] = (
            "You need to sign in for this",
            "Reading needs no account; writing does.",
            "Sign in and try again. What you typed is kept in this browser."),
        [StatusCodes.Status403Forbidden] = (
            "You may not do this",
            "Only the person who wrote something, and the owner of its map, may change it.",
            "You can object to it, ask about it or reply to it instead: that needs no permission on a public map."),
        [StatusCodes.Status404NotFound] = (
            "There is nothing here",
            "No map, node or page has this address. It may be mistyped, or it may be private.",
            "Check the address, or look for the map in the list. If the map is private, sign in as someone who may see it."),
        [StatusCodes.Status405MethodNotAllowed] = (
            "This address takes no such request",
            "The address is for sending a form, not for reading, or the other way round.",
            "Go back to the page you came from and use its links and buttons."),
        [StatusCodes.Status409Conflict] = (
            "Someone else changed this first",
            "It is not as it was when you began, so your change was not applied.",
            "Nothing is lost: your text is kept. Look at what is there now, then send yours again if it still fits."),
        [StatusCodes.Status413PayloadTooLarge] = (
            "That is too much at once",
            "What you sent is larger than this site accepts, so it was not read.",
            "Shorten it, or divide it into several parts. What you typed is kept in this browser."),
        [StatusCodes.Status415UnsupportedMediaType] = (
            "This address takes a form",
            "What was sent is not a form, so it was not read.",
            "Go back to the page you came from and use its form. Programs use the API instead."),
        [StatusCodes.Status429TooManyRequests] = (
            "Too many requests",
            "More came from you, or from your network, in a short time than this site takes.",
            "Nothing was applied. Wait a little and try again. What you typed is kept in this browser."),
        [StatusCodes.Status500InternalServerError] = (
            "Something went wrong here",
            "The fault is on our side, not in what you did. It has been recorded.",
            "Try again. If you were writing something, look first whether it was saved; what you typed is kept in this browser."),
        [StatusCodes.Status503ServiceUnavailable] = (
            "Not available right now",
            "The site cannot reach its database at the moment.",
            "Try again in a minute. What you typed is kept in this browser."),
    };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Context is { Response: { HasStarted: false } response })
        {
            response.StatusCode = Code;
        }
    }
}
