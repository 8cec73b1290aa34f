using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas;

/// <summary>Something with a place in the picture. The list of a picture's parts is in reading order.</summary>
/// <param name="Place">Where it is, in canvas units (CSS pixels at 100 %).</param>
public abstract record PicturePart(Box Place);

/// <summary>A node of the map, drawn in full in its one place.</summary>
public sealed record PictureNode(Box Place) : PicturePart(Place)
{
    /// <summary>Its number within the map.</summary>
    public required int Number { get; init; }

    /// <summary>What it is here.</summary>
    public required Role Role { get; init; }

    /// <summary>How it stands.</summary>
    public required Standing Standing { get; init; }

    /// <summary>For a question, whether it has an answer that is not defeated; null for a claim.</summary>
    public required bool? Answered { get; init; }

    /// <summary>Its words, whole.</summary>
    public required string Text { get; init; }

    /// <summary>How many lines of the text there is room for.</summary>
    public required int Lines { get; init; }

    /// <summary>How many objections to it are open.</summary>
    public required int OpenObjections { get; init; }

    /// <summary>How many nodes below it are not drawn.</summary>
    public required int Hidden { get; init; }

    /// <summary>True for the node in focus.</summary>
    public required bool IsFocus { get; init; }

    /// <summary>Address of its page.</summary>
    public required string Href { get; init; }

    /// <summary>Address of a picture that shows what it hides.</summary>
    public required string FocusHref { get; init; }

    /// <summary>The other steps it is a premise of.</summary>
    public required IReadOnlyList<PictureUse> AlsoUsed { get; init; }

    /// <summary>How many other steps it is a premise of that <see cref="AlsoUsed"/> has no room for.</summary>
    public required int FurtherUses { get; init; }
}

/// <summary>A step that a node takes part in beside the one it is drawn at.</summary>
/// <param name="Kind">What the step does.</param>
/// <param name="Target">Number of the node or relation the step is about.</param>
/// <param name="Href">Address of the step's page.</param>
public sealed record PictureUse(RelationKind Kind, int Target, string Href);

/// <summary>The label of a relation; its lines are a <see cref="PictureLink"/>.</summary>
public sealed record PictureStep(Box Place) : PicturePart(Place)
{
    /// <summary>Its number within the map.</summary>
    public required int Number { get; init; }

    /// <summary>What it does to its target.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>Number of the node or relation it is about.</summary>
    public required int Target { get; init; }

    /// <summary>True when the target is a relation.</summary>
    public required bool IsUndercut { get; init; }

    /// <summary>How many premises it has, drawn or not.</summary>
    public required int Premises { get; init; }

    /// <summary>Whether it is in force.</summary>
    public required Standing Force { get; init; }

    /// <summary>How many objections to the step itself are open.</summary>
    public required int OpenObjections { get; init; }

    /// <summary>Address of its page.</summary>
    public required string Href { get; init; }
}

/// <summary>Stands where a premise would be that has its place elsewhere: a cross-link.</summary>
public sealed record PictureReference(Box Place) : PicturePart(Place)
{
    /// <summary>Number of the node.</summary>
    public required int Number { get; init; }

    /// <summary>Its words, whole.</summary>
    public required string Text { get; init; }

    /// <summary>True when the node itself is in this picture.</summary>
    public required bool IsDrawn { get; init; }

    /// <summary>Where to find it: in this picture, or in one that shows it.</summary>
    public required string Href { get; init; }
}

/// <summary>The lines of one relation, or of one cross-link.</summary>
/// <param name="Relation">Number of the relation; 0 for a cross-link.</param>
/// <param name="Kind">What the relation does; null for a cross-link.</param>
/// <param name="Force">Whether the relation is in force.</param>
public sealed record PictureLink(int Relation, RelationKind? Kind, Standing Force)
{
    /// <summary>SVG path of the line that leads from the target towards the label, shared by all relations onto that target; empty for a cross-link.</summary>
    public string Trunk { get; init; } = "";

    /// <summary>SVG path of the line in the relation's own style: label, bracket, premises.</summary>
    public required string Path { get; init; }

    /// <summary>SVG path of the arrowhead at the target.</summary>
    public required string Head { get; init; }
}
