namespace ArgMap.Argumentation.Maps;

/// <summary>One proposition or one question of a map, as far as the graph is concerned: its words are kept elsewhere.</summary>
/// <param name="Number">Its number within its map, from 1; relations draw from the same counter, so a number names one thing.</param>
/// <param name="Kind">A claim or a question.</param>
/// <param name="IsWithdrawn">Withdrawn nodes keep their number and history but take no part in the argument.</param>
public sealed record Node(int Number, NodeKind Kind, bool IsWithdrawn = false)
{
    /// <summary>The most characters (UTF-16 code units) a node's text may have.</summary>
    public const int MaxTextLength = 500;

    /// <summary>The most characters (UTF-16 code units) a node's Markdown detail may have.</summary>
    public const int MaxDetailLength = 20_000;
}
