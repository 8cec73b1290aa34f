using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;

namespace ArgMap.Server.Nodes;

/// <summary>What the pages about one node or step, and about adding one, have in common: they read the map, and may show a refused form again.</summary>
public abstract class ThingPage : ComponentBase
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
    private MapReader Reader { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The map, once it was read; null when there is none for this reader.</summary>
    protected MapView? Map { get; private set; }

    /// <summary>True when a form was sent to something that is not there: what was typed is all there is to show.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>Who reads.</summary>
    protected Actor Person => Actor.From(Context?.User);

    protected CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Map = await Reader.Read(Slug, Person, Aborted, AlsoRead);
        if (Map is not null && Find(Map))
        {
            return;
        }

        IsMissing = Form is not null;
        if (!IsMissing)
        {
            Navigation.NotFound();
        }
    }

    /// <summary>Adds what else the page needs of the same moment.</summary>
    protected virtual void AlsoRead(Database.ReadBatch batch)
    {
    }

    /// <summary>Finds the thing the page is about; false when the map has no such thing.</summary>
    protected abstract bool Find(MapView map);
}
