using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Canvas;

/// <summary>Some links of a picture as SVG paths, to stand in an <c>svg</c> element.</summary>
public sealed class PictureLinks : ComponentBase
{
    /// <summary>The picture they are of.</summary>
    [Parameter, EditorRequired]
    public required PictureModel Model { get; set; }

    /// <summary>Which links; null for all.</summary>
    [Parameter]
    public IReadOnlyList<PictureLink>? Links { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var markup = new PictureMarkup(builder, Model);
        foreach (var link in Links ?? Model.Links)
        {
            markup.Link(link);
        }
    }
}
