using System.Globalization;
using ArgMap.Argumentation.Exchange;
using ArgMap.Argumentation.Exchange.Argdown;
using ArgMap.Server.Exchange;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>What a pasted text would add.</summary>
/// <param name="Target">Number of the node or step below which it would hang; null for none.</param>
/// <param name="Nodes">How many nodes.</param>
/// <param name="Steps">How many steps.</param>
/// <param name="First">The first few texts.</param>
/// <param name="Losses">What of the text cannot be carried over.</param>
public sealed record OpenPaste(int? Target, int Nodes, int Steps, IReadOnlyList<string> First, IReadOnlyList<string> Losses);

/// <summary>Nodes with all that hangs below them, as Argdown text and back.</summary>
internal static class CopySubtree
{
    private const int MostShown = 5;

    /// <summary>The text of these nodes and what is below; null when there is none among them, or more than can be pasted again.</summary>
    public static string? Text(MapView map, IReadOnlyList<int> chosen)
    {
        var roots = chosen.Where(map.Nodes.ContainsKey).Where(number => !map.Tree.PathToRoot(number).Any(above => above != number && chosen.Contains(above))).ToList();
        return roots.Count == 0 || roots.Sum(map.Tree.Descendants) + roots.Count > AddSubtree.MaxNodes
            ? null
            : ArgdownWriter.Write(Excerpt.Below(map.Graph, map.Tree, roots, number => map.Nodes[number].Text)).Text;
    }

    /// <summary>What a text would add, or why it cannot be read.</summary>
    public static Outcome<OpenPaste> Preview(string text, int? target)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > AddSubtree.MaxLength)
        {
            return Refusal.Invalid("argdown", string.IsNullOrWhiteSpace(text) ? "There is no text to paste." : string.Create(CultureInfo.InvariantCulture, $"The text is {text.Length:N0} characters long; at most {AddSubtree.MaxLength:N0} are read. Paste it in parts."));
        }

        var read = ArgdownReader.Read(text);
        return read.Excerpt is { } excerpt
            ? new OpenPaste(target, excerpt.Map.Nodes.Count, excerpt.Map.Relations.Count, [.. excerpt.Map.Nodes.Take(MostShown).Select(node => excerpt.Texts[node.Number])], read.Losses)
            : Refusal.Invalid("argdown", $"The text cannot be read as Argdown. {string.Join(' ', read.Problems.Take(3).Select(problem => $"Line {problem.Line}: {problem.Message}"))}");
    }
}
