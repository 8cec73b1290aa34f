using System.Text.RegularExpressions;

namespace ArgMap.Server.History;

/// <summary>What a stretch of text is in a comparison.</summary>
public enum DiffKind
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>Only in the earlier text.</summary>
    Removed,

    /// <summary>Only in the later text.</summary>
    Added,
}

/// <summary>A stretch of text in a comparison.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word.</summary>
/// <remarks>Longest common subsequence by dynamic programming over the words between the common beginning and end; where these are too many for that, the whole middle counts as replaced.</remarks>
public static partial class WordDiff
{
    /// <summary>The largest table that is filled, in cells of two bytes.</summary>
    private const int MaxCells = 4_000_000;

    /// <summary>The stretches of both texts in reading order, what was removed before what was added in its place. The removed and same ones make the earlier text, the added and same ones the later.</summary>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var parts = new Parts();
        parts.Add(DiffKind.Same, old.Take(start));
        Middle(parts, old[start..^end], now[start..^end]);
        parts.Add(DiffKind.Same, old.TakeLast(end));
        return parts.Done();
    }

    private static void Middle(Parts parts, List<string> old, List<string> now)
    {
        if ((long)old.Count * now.Count > MaxCells)
        {
            parts.Add(DiffKind.Removed, old);
            parts.Add(DiffKind.Added, now);
            return;
        }

        // common[i, j]: how many words the texts share from word i of the one and word j of the other on.
        var common = new ushort[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (from, to) = (0, 0);
        while (from < old.Count || to < now.Count)
        {
            if (from < old.Count && to < now.Count && old[from] == now[to])
            {
                parts.Add(DiffKind.Same, [old[from++]]);
                to++;
            }
            else if (to == now.Count || (from < old.Count && common[from + 1, to] >= common[from, to + 1]))
            {
                parts.Add(DiffKind.Removed, [old[from++]]);
            }
            else
            {
                parts.Add(DiffKind.Added, [now[to++]]);
            }
        }
    }

    private static List<string> Split(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>A word with the spaces after it, or spaces at the start.</summary>
    [GeneratedRegex(@"\w+\s*|[^\w\s]\s*|\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    /// <summary>Joins neighbours of one kind; between two same stretches all that was removed comes before all that was added.</summary>
    private sealed class Parts
    {
        private readonly List<DiffPart> parts = [];
        private string removed = "";
        private string added = "";

        public void Add(DiffKind kind, IEnumerable<string> words)
        {
            var text = string.Concat(words);
            if (text.Length == 0)
            {
                return;
            }

            switch (kind)
            {
                case DiffKind.Removed:
                    removed += text;
                    break;
                case DiffKind.Added:
                    added += text;
                    break;
                default:
                    Flush();
                    if (parts is [.., { Kind: DiffKind.Same } last])
                    {
                        parts[^1] = last with { Text = last.Text + text };
                    }
                    else
                    {
                        parts.Add(new(DiffKind.Same, text));
                    }

                    break;
            }
        }

        public IReadOnlyList<DiffPart> Done()
        {
            Flush();
            return parts;
        }

        private void Flush()
        {
            if (removed.Length > 0)
            {
                parts.Add(new(DiffKind.Removed, removed));
            }

            if (added.Length > 0)
            {
                parts.Add(new(DiffKind.Added, added));
            }

            (removed, added) = ("", "");
        }
    }
}
