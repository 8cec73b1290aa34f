using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Canvas;

/// <summary>Some parts of a picture as elements, each at its place on the canvas.</summary>
public sealed class PictureParts : ComponentBase
{
    /// <summary>The picture they are of.</summary>
    [Parameter, EditorRequired]
    public required PictureModel Model { get; set; }

    /// <summary>Which parts, in reading order; null for all.</summary>
    [Parameter]
    public IReadOnlyList<PicturePart>? Parts { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var markup = new PictureMarkup(builder, Model);
        foreach (var part in Parts ?? Model.Parts)
        {
            markup.Part(part);
        }
    }
}
