using System.Globalization;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas;

/// <summary>A map, or a part of it, as a laid out picture: what there is, where, and with which lines. Knows nothing of a browser.</summary>
/// <remarks>
/// A tidy tree (<see cref="TidyTree"/>, each thing centred over what hangs from it) of nodes and, between a node and its premises, the labels of steps. A step with several premises is a bracket with
/// one label. An undercut's label is beside the label it attacks. A premise that has its place elsewhere is a reference to it.
/// Making one takes time linear in what is drawn, and no recursion however deep it is.
/// </remarks>
public sealed class PictureModel
{
    private PictureModel(PictureRequest request, DrawnThings drawn, IReadOnlyList<PicturePart> parts)
    {
        Parts = parts;
        Direction = request.Direction;
        Density = request.Density;
        PageHref = request.PageHref;
        Scope = drawn.Scope;
        Focus = drawn.Focus;
        Links = LinkRouter.Route(parts, PictureMetrics.Of(Density), Direction);
        foreach (var part in parts)
        {
            Width = Math.Max(Width, part.Place.Right);
            Height = Math.Max(Height, part.Place.Bottom);
        }

        Width += parts.Count == 0 ? 0 : PictureMetrics.Margin;
        Height += parts.Count == 0 ? 0 : PictureMetrics.Margin;
    }

    /// <summary>Everything that has a place, in the order in which it is read: a node, then each step onto it followed by its premises and the steps onto the step.</summary>
    public IReadOnlyList<PicturePart> Parts { get; }

    /// <summary>The lines, to be drawn below the parts.</summary>
    public IReadOnlyList<PictureLink> Links { get; }

    /// <summary>Which way the picture grows.</summary>
    public TreeDirection Direction { get; }

    /// <summary>How large letters and gaps are.</summary>
    public PictureDensity Density { get; }

    /// <summary>What was asked for, without what the map does not have, and with the depth that fits. Asked for again it gives the same picture, and the same levels when the map has grown.</summary>
    public PictureScope Scope { get; }

    /// <summary>Path of the page the picture is on.</summary>
    public string PageHref { get; }

    /// <summary>Number of the node in focus, or null.</summary>
    public int? Focus { get; }

    /// <summary>Width of the whole picture in canvas units, margin included; 0 when there is nothing to draw.</summary>
    public double Width { get; }

    /// <summary>Height of the whole picture in canvas units, margin included; 0 when there is nothing to draw.</summary>
    public double Height { get; }

    /// <summary>The same for pictures whose parts are the same and lie in the same places; else another. Tells whether what is on somebody's screen is what it is taken for.</summary>
    /// <remarks>It does not depend on the words, nor on what is chosen. The same in every process.</remarks>
    public string Imprint => field ??= TakeImprint();

    /// <summary>The drawn nodes, in reading order.</summary>
    public IEnumerable<PictureNode> Nodes => Parts.OfType<PictureNode>();

    /// <summary>The labels of the drawn steps, in reading order.</summary>
    public IEnumerable<PictureStep> Steps => Parts.OfType<PictureStep>();

    /// <summary>Lays out a picture.</summary>
    public static PictureModel Of(PictureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var drawn = new DrawnThings(request);
        var sketch = new PictureSketch(request, drawn);
        var metrics = PictureMetrics.Of(request.Density);
        var boxes = TidyTree.Place(sketch.Sizes, sketch.Parents, metrics.SiblingGap, metrics.LevelGap, request.Direction);
        PutInPlace(sketch, boxes, metrics, request.Direction);
        return new PictureModel(request, drawn, sketch.Parts);
    }

    /// <summary>Rounds each box as seen from its parent: what is drawn equal is so to the last digit, and what moves together moves by the same.</summary>
    private static void PutInPlace(PictureSketch sketch, Box[] boxes, PictureMetrics metrics, TreeDirection direction)
    {
        var sideways = direction == TreeDirection.LeftToRight;
        var placed = new Box[boxes.Length];
        for (var i = 0; i < boxes.Length; i++)
        {
            var box = boxes[i];
            var parent = sketch.Parents[i];
            var left = parent < 0 ? PathData.Rounded(box.Left + PictureMetrics.Margin) : PathData.Rounded(placed[parent].Left + PathData.Rounded(box.Left - boxes[parent].Left));
            var top = parent < 0 ? PathData.Rounded(box.Top + PictureMetrics.Margin) : PathData.Rounded(placed[parent].Top + PathData.Rounded(box.Top - boxes[parent].Top));
            placed[i] = new Box(left, top, box.Width, box.Height);
            var indent = sideways ? Math.Min(IndentOf(sketch.Parts[i]), PictureMetrics.MostIndents) * metrics.Indent : 0;
            sketch.Parts[i].Place = new Box(left + indent, top, box.Width - indent, box.Height);
        }
    }

    /// <summary>An FNV-1a hash of 64 bits, taken of numbers instead of bytes. Source: RFC 9923.</summary>
    private string TakeImprint()
    {
        var hash = 14_695_981_039_346_656_037;
        Take((long)Direction);
        Take((long)Density);
        foreach (var part in Parts)
        {
            Take(part.Key);
            Take((long)Math.Round(part.Place.Left * 100));
            Take((long)Math.Round(part.Place.Top * 100));
            Take((long)Math.Round(part.Place.Width * 100));
            Take((long)Math.Round(part.Place.Height * 100));
            Take((part.IsOpen ? 1 : 0) + (part.HasMore ? 2 : 0));
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);

        void Take(long number) => hash = unchecked((hash ^ (ulong)number) * 1_099_511_628_211);
    }

    private static int IndentOf(PicturePart part) => part switch
    {
        PictureStep step => step.Indent,
        PictureFurther further => further.Indent,
        _ => 0,
    };
}
