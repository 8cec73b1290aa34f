using System.Runtime.CompilerServices;
using ArgMap.Argumentation.Text;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Reading.Finding;

/// <summary>What was found.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Numbers">Their numbers in reading order: the first <see cref="MapSearch.MaxFound"/>.</param>
public sealed record Found(int Total, IReadOnlyList<int> Numbers);

/// <summary>Finds the nodes of a map by words of their text and detail, and any live thing by its number.</summary>
/// <remarks>
/// It goes through all folded texts in turn. A map of 100,000 nodes takes some milliseconds for it, which no index in a database would repay: it would have to hold every revision that is being read.
/// The texts are folded once for each map that has been read, when somebody first looks for something in it.
/// </remarks>
public sealed class MapSearch
{
    /// <summary>The most that are given.</summary>
    public const int MaxFound = 2_000;

    // Goes with the map it belongs to: whoever keeps a map that was read keeps this, and nobody else does.
    private static readonly ConditionalWeakTable<MapView, MapSearch> Made = [];

    private readonly MapView map;
    private readonly Lazy<List<(int Number, string Text, string? Detail)>> texts;

    private MapSearch(MapView map)
    {
        this.map = map;
        texts = new(() =>
        [
            .. ReadingOrder.Of(map).Where(map.Nodes.ContainsKey)
                .Select(number => (number, FoldedText.Fold(map.Nodes[number].Text), map.Nodes[number].Detail is { } detail ? FoldedText.Fold(detail) : null)),
        ]);
    }

    /// <summary>The search of this map.</summary>
    public static MapSearch Of(MapView map) => Made.GetValue(map, static map => new MapSearch(map));

    /// <summary>Finds what is sought; nothing when it is empty or cannot be looked for.</summary>
    public Found Find(Sought sought)
    {
        ArgumentNullException.ThrowIfNull(sought);
        if (sought.Numbers.Count > 0)
        {
            int[] asked = [.. sought.Numbers.Distinct()];
            return asked is [var number] && Outline.IsLive(map, number) && (sought.Words.Count == 0 || (map.Nodes.TryGetValue(number, out var node) && Fits(FoldedText.Fold(node.Text), Folded(node.Detail), sought.Words)))
                ? new(1, asked)
                : new(0, []);
        }

        if (sought.Words.Count == 0)
        {
            return new(0, []);
        }

        var total = 0;
        var numbers = new List<int>();
        foreach (var (number, text, detail) in texts.Value)
        {
            if (Fits(text, detail, sought.Words))
            {
                total++;
                if (total <= MaxFound)
                {
                    numbers.Add(number);
                }
            }
        }

        return new(total, numbers);
    }

    private static string? Folded(string? text) => text is null ? null : FoldedText.Fold(text);

    private static bool Fits(string text, string? detail, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (!text.Contains(word, StringComparison.Ordinal) && detail?.Contains(word, StringComparison.Ordinal) != true)
            {
                return false;
            }
        }

        return true;
    }
}
