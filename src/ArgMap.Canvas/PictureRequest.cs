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

    /// <summary>Path of the page the picture is on, without a query: the links within the picture lead to this page with another scope.</summary>
    public required string PageHref { get; init; }

    /// <summary>Which part of the map is drawn. What it says of numbers that the map does not have, or has withdrawn, counts for nothing.</summary>
    public PictureScope Scope { get; init; } = PictureScope.Whole;

    /// <summary>How many levels this reader likes, where the scope says nothing: 0 or more, <see cref="PictureScope.All"/>, or null for as many as <see cref="Fits"/> allows.</summary>
    public int? UsualDepth { get; init; }

    /// <summary>Where nothing says how deep: no further level is opened that would bring the levels over this many nodes, or put more than eight below one of them; but one always is.</summary>
    public int Fits { get; init; } = 60;

    /// <summary>The most nodes that are opened by depth; what somebody opens one by one is drawn beyond that.</summary>
    public int MostNodes { get; init; } = 6_000;

    /// <summary>Which way the picture grows.</summary>
    public TreeDirection Direction { get; init; } = TreeDirection.LeftToRight;

    /// <summary>How large letters and gaps are.</summary>
    public PictureDensity Density { get; init; } = PictureDensity.Comfortable;
}
