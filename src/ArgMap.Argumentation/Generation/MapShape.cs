namespace ArgMap.Argumentation.Generation;

/// <summary>How a generated map is built.</summary>
public enum MapShape
{
    /// <summary>As debates are: a few nodes are answered by many, most by none; at most <see cref="MapPlan.DeepestDebate"/> levels.</summary>
    Debate = 0,

    /// <summary>Every node but the root is onto the root.</summary>
    Wide = 1,

    /// <summary>One chain: every node is onto the one before it.</summary>
    Deep = 2,
}
