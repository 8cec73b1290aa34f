using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;

namespace ArgMap.Server.Maps;

/// <summary>What pages within a map have in common: they read all they show in one round trip, and may show a refused form again.</summary>
public abstract class PageOfMap : ComponentBase
{
    /// <summary>The map.</summary>
    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The form as it was sent, when it was refused.</summary>
    [Parameter]
    public SubmittedForm? Form { get; set; }

    /// <summary>Why it was refused.</summary>
    [Parameter]
    public Refusal? Refusal { get; set; }

    [CascadingParameter]
    protected HttpContext? Context { get; set; }

    [Inject]
    protected MapReader Reader { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>True when a form was sent to something that is not there: what was typed is all there is to show.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>The page of this map that the reader came from to fill in a form, or null.</summary>
    protected string? CameFrom => ReturnTo.Of(Context);

    /// <summary>Who reads.</summary>
    protected Actor Person => Actor.From(Context?.User);

    protected CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var isThere = await Read();
        IsMissing = !isThere && Form is not null;
        if (!isThere && Form is null)
        {
            Navigation.NotFound();
        }
    }

    /// <summary>Reads the map with <see cref="AlsoRead"/>; false when there is none for this reader, or it lacks what the page is about.</summary>
    protected abstract Task<bool> Read();

    /// <summary>Adds what else the page needs of the same moment.</summary>
    protected virtual void AlsoRead(ReadBatch batch)
    {
    }

    /// <summary>The value of <c>aria-invalid</c> for the input of this name.</summary>
    protected string? Invalid(string field) => FieldError.Invalid(Refusal, field);
}
