namespace ArgMap.Server.Threads.Debate;

/// <summary>In which order a thread is shown.</summary>
public enum DebateOrder
{
    /// <summary>As it went: nested, replies to one post by time.</summary>
    Thread,

    /// <summary>One by one, the newest first.</summary>
    Newest,

    /// <summary>Nested, the branches with the highest score first.</summary>
    Score,

    /// <summary>One by one, those that nothing in the map comes from first.</summary>
    Unmapped,
}

/// <summary>Which posts of which thread a page shows.</summary>
/// <param name="Thread">The thread's source; null for the first thread of the map.</param>
/// <param name="Order">The order.</param>
/// <param name="From">
/// Where the page begins: in <see cref="DebateOrder.Thread"/> the first position; in the others the number of the last post (for <see cref="DebateOrder.Score"/> of the last branch)
/// of the page before. 0 for the beginning.
/// </param>
/// <param name="Post">A post that must be on the page, in <see cref="DebateOrder.Thread"/>; null for none.</param>
public sealed record DebateQuery(int? Thread, DebateOrder Order, int From, int? Post)
{
    /// <summary>True when replies stand under what they answer.</summary>
    public bool IsNested => Order is DebateOrder.Thread or DebateOrder.Score;

    /// <summary>What was typed, or the default where it is none.</summary>
    public static DebateQuery Of(string? thread, string? order, string? from, string? post) => new(
        Shell.TypedNumber.Of(thread),
        Enum.TryParse<DebateOrder>(order, ignoreCase: true, out var wished) && Enum.IsDefined(wished) ? wished : DebateOrder.Thread,
        Shell.TypedNumber.Of(from) ?? 0,
        Shell.TypedNumber.Of(post));
}
