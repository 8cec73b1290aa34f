namespace ArgMap.Server.Shell;

/// <summary>The refusals for what an address or a request names and is not there, or not for this reader.</summary>
internal static class Missing
{
    public static Refusal Map(string slug) => Refusal.NotFound($"There is no map at /m/{slug}.");

    public static Refusal Node(int number) => Refusal.NotFound($"There is no node #{number} in this map.");

    public static Refusal Relation(int number) => Refusal.NotFound($"There is no step #{number} in this map.");

    public static Refusal Thread(int number) => Refusal.NotFound($"There is no node or step #{number} in this map, so it has no thread.");

    public static Refusal Comment(int number) => Refusal.NotFound($"There is no comment {number} in this map.");

    public static Refusal Source(int number) => Refusal.NotFound($"There is no source {number} in this map.");

    public static Refusal SourceLink(int number) => Refusal.NotFound($"There is no relation between sources with the number {number} in this map.");
}
