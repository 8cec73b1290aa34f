using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArgMap.Server.Sources;

/// <summary>What a piece of a text with marked passages is.</summary>
public enum MarkedPieceKind
{
    /// <summary>A paragraph begins.</summary>
    Begin,

    /// <summary>A paragraph ends.</summary>
    End,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A mark begins, or goes on after another mark or a paragraph ended across it.</summary>
    Open,

    /// <summary>The mark that was opened last ends, for good or to go on.</summary>
    Close,

    /// <summary>A passage is over: here stands what cites it.</summary>
    Note,
}

/// <summary>One piece; pieces follow each other and nest as elements do.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words of a <see cref="MarkedPieceKind.Text"/>, else empty.</param>
/// <param name="Citations">The citations of an <see cref="MarkedPieceKind.Open"/> or <see cref="MarkedPieceKind.Note"/>: several when they quote the very same passage.</param>
/// <param name="GoesOn">True for an <see cref="MarkedPieceKind.Open"/> that is not where its passage begins.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MarkedPiece(MarkedPieceKind Kind, string Text, ImmutableArray<int> Citations, bool GoesOn = false);

/// <summary>Marks cited passages in a text. Passages may lie inside each other, overlap, and run over several paragraphs.</summary>
public static class PassageMarks
{
    /// <summary>The text in pieces, a paragraph for each line that is not blank.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passages">Citations and where their words stand; ends lie after starts and within the text.</param>
    public static IReadOnlyList<MarkedPiece> Of(string text, IEnumerable<(int Citation, int Start, int End)> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(passages);
        var waiting = new Queue<Mark>(passages
            .Select(passage => Trimmed(text, passage))
            .Where(passage => passage.End > passage.Start)
            .GroupBy(passage => (passage.Start, passage.End), passage => passage.Citation)
            .OrderBy(group => group.Key.Start).ThenByDescending(group => group.Key.End)
            .Select(group => new Mark(group.Key.Start, group.Key.End, [.. group.Order()])));
        var pieces = new List<MarkedPiece>();
        var open = new List<Mark>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                AddParagraph(text, start, end);
            }

            start = end + 1;
        }

        return pieces;

        void AddParagraph(string whole, int start, int end)
        {
            Add(MarkedPieceKind.Begin);
            foreach (var mark in open)
            {
                pieces.Add(new(MarkedPieceKind.Open, "", mark.Citations, GoesOn: true));
            }

            for (var at = start; ;)
            {
                CloseEnded(at);
                while (waiting.TryPeek(out var next) && next.Start <= at && at < end)
                {
                    open.Add(waiting.Dequeue());
                    pieces.Add(new(MarkedPieceKind.Open, "", open[^1].Citations));
                }

                if (at == end)
                {
                    break;
                }

                var cut = open.Select(mark => mark.End).Append(waiting.TryPeek(out var later) ? later.Start : end).Append(end).Min();
                pieces.Add(new(MarkedPieceKind.Text, whole[at..cut], []));
                at = cut;
            }

            open.ForEach(_ => Add(MarkedPieceKind.Close));
            Add(MarkedPieceKind.End);
        }

        void CloseEnded(int at)
        {
            var first = open.FindIndex(mark => mark.End <= at);
            if (first < 0)
            {
                return;
            }

            var inner = open[first..];
            open.RemoveRange(first, open.Count - first);
            inner.ForEach(_ => Add(MarkedPieceKind.Close));
            foreach (var ended in inner.Where(mark => mark.End <= at).Reverse())
            {
                pieces.Add(new(MarkedPieceKind.Note, "", ended.Citations));
            }

            foreach (var mark in inner.Where(mark => mark.End > at))
            {
                open.Add(mark);
                pieces.Add(new(MarkedPieceKind.Open, "", mark.Citations, GoesOn: true));
            }
        }

        void Add(MarkedPieceKind kind) => pieces.Add(new(kind, "", []));
    }

    /// <summary>The passage from its first to its last visible character, so that it begins and ends within a paragraph.</summary>
    private static (int Citation, int Start, int End) Trimmed(string text, (int Citation, int Start, int End) passage)
    {
        var (citation, start, end) = passage;
        var words = text.AsSpan(start, end - start);
        return (citation, end - words.TrimStart().Length, start + words.TrimEnd().Length);
    }

    private sealed record Mark(int Start, int End, ImmutableArray<int> Citations);
}
