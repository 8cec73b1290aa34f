namespace ArgMap.Argumentation.Generation;

/// <summary>What a generated map shall be like. The same plan always gives the same map.</summary>
/// <param name="Nodes">How many nodes it has; 1 to <see cref="MostNodes"/>.</param>
/// <param name="Seed">0 or more; another number gives another map.</param>
/// <param name="Shape">How it is built.</param>
/// <param name="Texts">What its texts are made of.</param>
public sealed record MapPlan(int Nodes, int Seed = 1, MapShape Shape = MapShape.Debate, TextKind Texts = TextKind.Mixed)
{
    /// <summary>The most nodes of a generated map.</summary>
    public const int MostNodes = 1_000_000;

    /// <summary>The most levels of a <see cref="MapShape.Debate"/>, the root being the first.</summary>
    public const int DeepestDebate = 15;
}
