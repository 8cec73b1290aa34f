using ArgMap.Argumentation.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Canvas;

/// <summary>All parts of a large picture, in runs of two dozen in reading order: of a run that is out of sight, the browser lays out and paints nothing.</summary>
public sealed class PictureClusters : ComponentBase
{
    /// <summary>A picture of more parts than this is drawn in clusters.</summary>
    public const int From = 200;

    /// <summary>How many parts are in a cluster.</summary>
    public const int Run = 24;

    /// <summary>The picture.</summary>
    [Parameter, EditorRequired]
    public required PictureModel Model { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var markup = new PictureMarkup(builder, Model);
        var parts = Model.Parts;
        for (var first = 0; first < parts.Count; first += Run)
        {
            var end = Math.Min(first + Run, parts.Count);
            var box = BoxAround(parts, first, end);
            builder.OpenElement(0, "div");
            builder.AddAttribute(1, "class", "cluster");
            builder.AddAttribute(2, "role", "none");
            builder.AddAttribute(3, "style", PictureMarkup.Place(box));
            for (var i = first; i < end; i++)
            {
                markup.Part(parts[i], box.Left, box.Top);
            }

            builder.CloseElement();
        }
    }

    private static Box BoxAround(IReadOnlyList<PicturePart> parts, int first, int end)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, 0.0, 0.0);
        for (var i = first; i < end; i++)
        {
            var place = parts[i].Place;
            left = Math.Min(left, place.Left);
            top = Math.Min(top, place.Top);
            right = Math.Max(right, place.Right);
            bottom = Math.Max(bottom, place.Bottom);
        }

        return new Box(left, top, right - left, bottom - top);
    }
}
