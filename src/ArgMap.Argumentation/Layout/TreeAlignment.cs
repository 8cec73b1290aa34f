namespace ArgMap.Argumentation.Layout;

/// <summary>Where a parent lies in relation to its children, across the direction of growth.</summary>
public enum TreeAlignment
{
    /// <summary>Centred over the span from the outer edge of the first child to the outer edge of the last.</summary>
    Centre = 0,

    /// <summary>Beginning where its first child begins, so that the root is in the picture's first corner and can be read without scrolling.</summary>
    Start = 1,
}
