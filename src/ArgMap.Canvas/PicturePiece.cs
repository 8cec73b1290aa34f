using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Canvas;

/// <summary>Some elements of a picture: those of a whole page, or those that a change draws anew.</summary>
public abstract class PicturePiece : ComponentBase
{
    /// <summary>The picture they are of.</summary>
    [Parameter, EditorRequired]
    public required PictureModel Model { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => Write(new PictureMarkup(builder, Model));

    private protected abstract void Write(PictureMarkup markup);
}
