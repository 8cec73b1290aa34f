using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;

namespace ArgMap.Server.Sources;

/// <summary>What the pages about sources have in common: they read in one round trip, and may show a refused form again.</summary>
public abstract class SourcesPageBase : ComponentBase
{
    private static readonly string[] WrittenFields = ["title", "url", "exact", "note", "text", "newSource.title", "newSource.url"];

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
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The map's head once it was read and <see cref="Find"/> was content; else null.</summary>
    protected MapHead? Head { get; private set; }

    /// <summary>True when a form was sent to something that is not there: what was typed is all there is to show.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>Who reads.</summary>
    protected Actor Person => Actor.From(Context?.User);

    /// <summary>Whether a form is shown, or a way to sign in: what was typed is shown to whoever typed it.</summary>
    protected bool ShowsForms => Person.IsSignedIn || Form is not null;

    /// <summary>What was typed into a form that cannot be shown again.</summary>
    protected IEnumerable<string?> Typed => WrittenFields.Select(name => Form?[name]);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var head = await Reader.ReadHead(Slug, Person, Context?.RequestAborted ?? CancellationToken.None, AlsoRead);
        Head = head is not null && Find() ? head : null;
        IsMissing = Head is null && Form is not null;
        if (Head is null && Form is null)
        {
            Navigation.NotFound();
        }
    }

    /// <summary>Adds what the page needs of the same moment.</summary>
    protected abstract void AlsoRead(ReadBatch batch);

    /// <summary>Looks at what was read; false when what the page is about is not there.</summary>
    protected virtual bool Find() => true;
}
