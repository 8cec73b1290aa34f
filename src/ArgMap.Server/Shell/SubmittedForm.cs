using ArgMap.Server.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace ArgMap.Server.Shell;

/// <summary>A form as a person sent it: its fields, and whether it may be acted on. Kept to show the page again with everything typed.</summary>
public sealed class SubmittedForm
{
    /// <summary>Name of the hidden field that makes a form sent twice count once.</summary>
    public const string KeyField = "key";

    private readonly IFormCollection fields;

    private SubmittedForm(IFormCollection fields, Refusal? problem)
    {
        this.fields = fields;
        Problem = problem;
    }

    /// <summary>Why the form may not be acted on (its writer has signed out or in since it was opened), or null.</summary>
    public Refusal? Problem { get; }

    /// <summary>Why this person may not have it acted on, or null. Whoever has signed out hears that first: their form is stale too, and sending it once more would not help.</summary>
    public Refusal? ProblemFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsSignedIn ? Problem : Refusal.SignedOut();
    }

    /// <summary>The idempotency key the form carried, or null.</summary>
    public string? IdempotencyKey => this[KeyField];

    /// <summary>What was typed into a field, or null when it was left empty or is not there.</summary>
    public string? this[string field] => fields.TryGetValue(field, out var values) && !string.IsNullOrEmpty(values[0]) ? values[0] : null;

    /// <summary>Everything that was chosen or typed under a name that a form has several times, such as boxes to tick.</summary>
    public IReadOnlyList<string> All(string field) => fields.TryGetValue(field, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>The files sent with it. A browser does not keep them for a form that comes back.</summary>
    public IFormFileCollection Files => fields.Files;

    /// <summary>A field that holds a whole number, or null when it is empty or holds something else.</summary>
    public int? Number(string field) => TypedNumber.Of(this[field]);

    /// <summary>Lets form endpoints take a <see cref="SubmittedForm"/> as an ordinary parameter.</summary>
    public static async ValueTask<SubmittedForm?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Request.HasFormContentType)
        {
            throw new BadHttpRequestException("A form was expected.", StatusCodes.Status415UnsupportedMediaType);
        }

        var sent = await Read(context);
        if (context.GetEndpoint()?.Metadata.GetMetadata<SameOrigin>() is not null)
        {
            return new SubmittedForm(sent, SameOrigin.Sent(context.Request) ? null : Foreign);
        }

        var isGenuine = await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        return new SubmittedForm(sent, isGenuine ? null : Stale);
    }

    /// <summary>The fields, or an exception that says the request is at fault: the reader's own ones would count as bugs of ours.</summary>
    private static async Task<IFormCollection> Read(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            context.Request.Body = new WithoutNuls(context.Request.Body);
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, unreadable);
        }
    }

    /// <summary>A form of another site, or one opened before its writer signed in: sent again from the page that answers, it is genuine.</summary>
    private static Refusal Stale { get; } = new(
        StatusCodes.Status400BadRequest,
        "stale-form",
        "Please send it once more",
        "You have signed in or out since this page was opened, or it was open for very long. Nothing is lost: everything you typed is below. Send it once more.");

    /// <summary>A form without a token that no page of ours has sent.</summary>
    private static Refusal Foreign { get; } = new(
        StatusCodes.Status400BadRequest,
        "foreign-form",
        "Please send it from here",
        "This did not come from a page of this site, or your browser does not say where it came from, so nothing was changed. Send it from this page.");
}
