using Microsoft.AspNetCore.Components;

namespace ArgMap.Canvas;

/// <summary>Some parts of a picture as elements, each at its place on the canvas.</summary>
public sealed class PictureParts : PicturePiece
{
    /// <summary>Which parts, in reading order; null for all.</summary>
    [Parameter]
    public IReadOnlyList<PicturePart>? Parts { get; set; }

    private protected override void Write(PictureMarkup markup)
    {
        foreach (var part in Parts ?? Model.Parts)
        {
            markup.Part(part);
        }
    }
}
