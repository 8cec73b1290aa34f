using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas;

/// <summary>What a picture of a map is made from.</summary>
/// <param name="Map">The graph.</param>
/// <param name="Tree">The same map read as a tree.</param>
/// <param name="Labelling">The standing of the same map.</param>
public sealed record PictureRequest(ArgumentMap Map, MapTree Tree, GroundedLabelling Labelling)
{
    /// <summary>The text of the node with this number.</summary>
    public required Func<int, string> TextOf { get; init; }

    /// <summary>How many open objections there are against the node or relation with this number.</summary>
    public required Func<int, int> OpenObjectionsTo { get; init; }

    /// <summary>Address of the page about the node or relation with this number.</summary>
    public required Func<int, string> HrefOf { get; init; }

    /// <summary>Address of a picture of the same map with the node of this number in focus, without a fragment.</summary>
    public required Func<int, string> FocusHrefOf { get; init; }

    /// <summary>Address of the page the picture is on, without a fragment: links within the picture need it, because a page with a base address resolves a bare fragment elsewhere.</summary>
    public required string PageHref { get; init; }

    /// <summary>Number of the node in focus: it, the way up to its root, and what lies below it are drawn. Null, or a number that names no live node, for the whole map from its roots. A relation's number focuses what it is about.</summary>
    public int? Focus { get; init; }

    /// <summary>How many levels below the focus, or below the roots, are drawn; at least 0. Null for as many as <see cref="MostNodes"/> allows, but one at least.</summary>
    public int? Depth { get; init; }

    /// <summary>Where <see cref="Depth"/> is null: no further level is opened that would bring the picture over this many nodes.</summary>
    public int MostNodes { get; init; } = 24;

    /// <summary>Which way the picture grows.</summary>
    public TreeDirection Direction { get; init; } = TreeDirection.LeftToRight;
}
