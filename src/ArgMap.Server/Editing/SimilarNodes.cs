using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Editing;

/// <summary>A node that says much the same as what is being written.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">What it says.</param>
public sealed record SimilarNode(int Number, string Text);

/// <summary>Finds nodes that say much the same: "is it one of these?"</summary>
/// <remarks>
/// By shared trigrams (three letters in a row of the words, as PostgreSQL's pg_trgm has them), in process over the map that is in memory: the database needs no extension, and a map is read for the editor
/// anyway. Similarity is twice the shared ones by all (Dice 1945).
/// </remarks>
internal static class SimilarNodes
{
    private const double Enough = 0.45;

    private const int Most = 3;

    /// <summary>Shorter texts are like too many.</summary>
    private const int Shortest = 12;

    /// <summary>How many nodes are compared, the newest first.</summary>
    private const int MostCompared = 20_000;

    /// <summary>The most similar live nodes of a kind, the likest first.</summary>
    public static IReadOnlyList<SimilarNode> To(MapView map, string? text, NodeKind kind)
    {
        if (text is null || text.Trim().Length < Shortest)
        {
            return [];
        }

        var sought = Trigrams(text).ToHashSet();
        return sought.Count == 0 ? [] : [.. map.Nodes.Values
            .Where(node => node.Kind == kind && !node.IsWithdrawn)
            .OrderByDescending(node => node.Number)
            .Take(MostCompared)
            .Select(node => (node, Likeness: Likeness(sought, node.Text)))
            .Where(found => found.Likeness >= Enough)
            .OrderByDescending(found => found.Likeness)
            .ThenBy(found => found.node.Number)
            .Take(Most)
            .Select(found => new SimilarNode(found.node.Number, found.node.Text))];
    }

    /// <summary>From 0, nothing in common, to 1, the same words.</summary>
    internal static double Likeness(string one, string other) => Likeness(Trigrams(one).ToHashSet(), other);

    private static double Likeness(HashSet<long> sought, string text)
    {
        var own = Trigrams(text).ToHashSet();
        return own.Count + sought.Count == 0 ? 0 : 2.0 * own.Count(sought.Contains) / (own.Count + sought.Count);
    }

    /// <summary>Three signs in a row; every run of letters and digits counts as a word with two spaces before it and one after.</summary>
    private static IEnumerable<long> Trigrams(string text)
    {
        long window = ' ' << 16 | ' ';
        var inWord = false;
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign) || char.IsSurrogate(sign))
            {
                window = ((window << 16) | char.ToLowerInvariant(sign)) & 0xFFFF_FFFF_FFFF;
                inWord = true;
                yield return window;
            }
            else if (inWord)
            {
                yield return ((window << 16) | ' ') & 0xFFFF_FFFF_FFFF;
                window = ' ' << 16 | ' ';
                inWord = false;
            }
        }

        if (inWord)
        {
            yield return ((window << 16) | ' ') & 0xFFFF_FFFF_FFFF;
        }
    }
}
