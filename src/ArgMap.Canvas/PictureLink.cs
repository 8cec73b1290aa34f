using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas;

/// <summary>What a line of a picture is.</summary>
public enum PictureLinkKind
{
    /// <summary>The spine along all steps onto one thing, with the arrowhead at the thing.</summary>
    Trunk = 0,

    /// <summary>The lines of one step: from the trunk through its label to its premises.</summary>
    Step = 1,

    /// <summary>A cross-link: from what stands for a premise to the node itself.</summary>
    Cross = 2,
}

/// <summary>One path of a picture. It belongs to a part and moves with it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The part it belongs to: of a trunk the thing that is led to, of a step its label, of a cross-link what stands for the node.</param>
/// <param name="Left">x where the path begins, in canvas units.</param>
/// <param name="Top">y where the path begins, in canvas units.</param>
/// <param name="Shape">The path from there on as SVG path data in relative commands: two paths of the same shape differ in their place only.</param>
public sealed record PictureLink(PictureLinkKind Kind, PicturePart Owner, double Left, double Top, string Shape)
{
    /// <summary>True when the path is so long that no dash can be followed along it. Browsers cut all of a dashed path into dashes, what is out of sight too, for every frame.</summary>
    public bool IsLong { get; init; }

    /// <summary>What the step does; null for trunks and cross-links.</summary>
    public RelationKind? StepKind => Kind == PictureLinkKind.Step ? ((PictureStep)Owner).Kind : null;

    /// <summary>Whether the step is in force; trunks and cross-links count as standing.</summary>
    public Standing Force => Kind == PictureLinkKind.Step ? ((PictureStep)Owner).Force : Standing.Stands;

    /// <summary>The id of its element.</summary>
    public string Id => Kind switch
    {
        PictureLinkKind.Trunk => $"trunk-{Owner.Number}",
        PictureLinkKind.Step => $"link-{Owner.Number}",
        _ => $"cross-{Owner.Number}-in-{((PictureReference)Owner).Step}",
    };

    /// <summary>The id of the element that makes a double line of an objection's, or null.</summary>
    public string? CoreId => StepKind == RelationKind.Objection ? $"link-{Owner.Number}-core" : null;

    /// <summary>The whole path as SVG path data.</summary>
    public string Data => $"M{PathData.Of(Left)} {PathData.Of(Top)}{Shape}";

    /// <summary>True when the other looks the same and lies in the same place as seen from the part it belongs to.</summary>
    internal bool IsDrawnAs(PictureLink other) =>
        Shape == other.Shape
        && StepKind == other.StepKind
        && Force == other.Force
        && PathData.AreSame(Left - Owner.Place.Left, other.Left - other.Owner.Place.Left)
        && PathData.AreSame(Top - Owner.Place.Top, other.Top - other.Owner.Place.Top);
}
