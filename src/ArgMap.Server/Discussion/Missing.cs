using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>The refusals for things a discussion names and the map does not have.</summary>
internal static class Missing
{
    public static Refusal Map(string slug) => Refusal.NotFound($"There is no map at /m/{slug}.");

    public static Refusal Comment(int number) => Refusal.NotFound($"There is no comment {number} in this map.");

    public static Refusal Thing(int number) => Refusal.NotFound($"There is no node or step #{number} in this map, so it has no thread.");
}
