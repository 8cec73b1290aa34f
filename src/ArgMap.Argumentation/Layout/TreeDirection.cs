namespace ArgMap.Argumentation.Layout;

/// <summary>Which way a tree grows from its root.</summary>
public enum TreeDirection
{
    /// <summary>The root is on top, children are below, siblings run from left to right.</summary>
    TopDown = 0,

    /// <summary>The root is at the left, children are to the right, siblings run from top to bottom.</summary>
    LeftToRight = 1,
}
