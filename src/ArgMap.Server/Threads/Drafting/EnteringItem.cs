namespace ArgMap.Server.Threads.Drafting;

/// <summary>A suggestion in a list of those that enter the map together.</summary>
/// <param name="Item">The suggestion.</param>
public sealed record EnteringItem(DraftItem Item)
{
    /// <summary>Those of the list that hang from it.</summary>
    public List<EnteringItem> Below { get; } = [];
}
