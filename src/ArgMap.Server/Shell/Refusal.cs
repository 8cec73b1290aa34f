namespace ArgMap.Server.Shell;

/// <summary>Why something was not done, in plain words: for the person at the page and, as problem+json, for the program at the API.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Code">A stable name for programs; the last part of the problem's <c>type</c>. Listed in docs/api.md.</param>
/// <param name="Title">The kind of refusal, the same each time.</param>
/// <param name="Detail">What is wrong here, with which input, and what to do.</param>
/// <param name="Field">The input it is about, by its name in the form and the request, or null.</param>
public record Refusal(int Status, string Code, string Title, string Detail, string? Field = null)
{
    /// <summary>What is wrong with each input, by its name; empty when the refusal is not about inputs.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private init; } =
        Field is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [Field] = Detail };

    /// <summary>Whether signing in is what is missing.</summary>
    public bool IsSignedOut => Code == SignedOut().Code;

    /// <summary>An input is missing or wrong.</summary>
    public static Refusal Invalid(string field, string detail) =>
        new(StatusCodes.Status400BadRequest, "invalid-input", "An input is not right", detail, field);

    /// <summary>Inputs are missing or wrong.</summary>
    /// <param name="errors">What is wrong with each, by its name; at least one.</param>
    public static Refusal Invalid(IReadOnlyDictionary<string, string> errors) =>
        Invalid(errors.First().Key, string.Join(' ', errors.Values)) with { Errors = errors };

    /// <summary>The graph would not be sound.</summary>
    public static Refusal Unsound(string detail, string? field = null) =>
        new(StatusCodes.Status422UnprocessableEntity, "unsound-graph", "The map would not hold together", detail, field);

    /// <summary>What was asked for does not exist, or not for this reader.</summary>
    public static Refusal NotFound(string detail) =>
        new(StatusCodes.Status404NotFound, "not-found", "Not found", detail);

    /// <summary>The writer has not signed in.</summary>
    public static Refusal SignedOut() =>
        new(StatusCodes.Status401Unauthorized, "signed-out", "Sign in first", "Only people who are signed in can write. Sign in, or give an access token.");

    /// <summary>The person may read it but not do this.</summary>
    public static Refusal Forbidden(string detail) =>
        new(StatusCodes.Status403Forbidden, "forbidden", "Not yours to change", detail);

    /// <summary>It does not fit the state the map is in now.</summary>
    public static Refusal Conflict(string code, string detail) =>
        new(StatusCodes.Status409Conflict, code, "The map has moved on", detail);

    /// <summary>The request is not in the form that is expected: broken JSON, no body, letters where a number should be.</summary>
    public static Refusal Unreadable(string detail) =>
        new(StatusCodes.Status400BadRequest, "unreadable", "The request could not be read", detail);

    /// <summary>The address takes no request of this method.</summary>
    public static Refusal MethodNotAllowed(string detail) =>
        new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This address takes no such request", detail);

    /// <summary>The request is larger than the server reads.</summary>
    public static Refusal TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "too-large", "That is too much at once", "The request is larger than this address takes, so it was not read. Divide it into several.");

    /// <summary>The body is not JSON.</summary>
    public static Refusal WrongContentType() =>
        new(StatusCodes.Status415UnsupportedMediaType, "wrong-content-type", "Only JSON is read here", "Send JSON, in UTF-8, with the header “Content-Type: application/json”.");

    /// <summary>The caller asks too often.</summary>
    public static Refusal TooManyRequests(string detail) =>
        new(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests", detail);

    /// <summary>The database does not answer.</summary>
    public static Refusal Unavailable() =>
        new(StatusCodes.Status503ServiceUnavailable, "unavailable", "Not available right now", "The database does not answer. Try again in a minute, with the same idempotency key if you were writing: what was done is not done twice.");

    /// <summary>A bug.</summary>
    public static Refusal Fault() =>
        new(StatusCodes.Status500InternalServerError, "server-fault", "Something went wrong here", "The fault is on our side and has been recorded. If you were writing, try again with the same idempotency key: what was done is not done twice.");

    /// <summary>The input that holds the idempotency key, as the API calls it.</summary>
    public const string KeyInput = "idempotencyKey";

    /// <summary>The idempotency key was used for another request.</summary>
    public static Refusal KeyReused() =>
        new(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This key was used for something else", "The idempotency key belongs to an earlier, different request of yours. Send a new key with a new request.", KeyInput);

    /// <summary>The refusal as it is told somebody who has sent a form. Of the key in it they know nothing, and the form that comes back has a new one.</summary>
    public Refusal ToldOfForm() => Field != KeyInput ? this
        : Code == KeyReused().Code ? this with
        {
            Title = "This form was sent before",
            Detail = "You sent this form once already, with something else in it, and that was done: look whether it is what you want. If what you sent now shall be done as well, send it once more.",
            Errors = new Dictionary<string, string>(),
        }
        : this with
        {
            Title = "Please send it once more",
            Detail = "A part of the form that you do not see was lost on the way, so nothing was done. Everything you typed is below: send it once more.",
            Errors = new Dictionary<string, string>(),
        };
}

/// <summary>Somebody changed the thing since the person read it. Holds both texts, so that nothing is lost.</summary>
/// <param name="Detail">What changed, and when.</param>
/// <param name="Theirs">The text as it is now.</param>
/// <param name="Yours">The text that was sent.</param>
/// <param name="Revision">The map's revision to base the next try on.</param>
public sealed record EditConflict(string Detail, string Theirs, string Yours, int Revision)
    : Refusal(StatusCodes.Status409Conflict, "edit-conflict", "Somebody changed it in the meantime", Detail);
