using Microsoft.AspNetCore.Components;

namespace ArgMap.Canvas;

/// <summary>Some links of a picture as SVG paths, to stand in an <c>svg</c> element.</summary>
public sealed class PictureLinks : PicturePiece
{
    /// <summary>Which links; null for all.</summary>
    [Parameter]
    public IReadOnlyList<PictureLink>? Links { get; set; }

    private protected override void Write(PictureMarkup markup)
    {
        foreach (var link in Links ?? Model.Links)
        {
            markup.Link(link);
        }
    }
}
