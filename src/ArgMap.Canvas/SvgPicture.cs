using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Canvas.Marks;

namespace ArgMap.Canvas;

/// <summary>Writes a picture as an SVG document that stands alone: its own style in light colours, text broken into lines, roles and standing in words.</summary>
public static class SvgPicture
{
    private const string Style =
        "text{font:12.5px 'Liberation Sans',Arial,sans-serif;fill:#585d64}.t{font-family:Georgia,'Liberation Serif',serif;fill:#1b1d20}.b{font-weight:600}"
        + ".n{fill:#fff;stroke:#85878a}.n.defeated{stroke-dasharray:1.5 2.5;fill:#fcfcfa}.n.undecided{stroke-dasharray:5 3}.l{fill:#fff}.r{fill:#fcfcfa;stroke:#85878a;stroke-dasharray:5 3}"
        + ".trunk{fill:#85878a;stroke:#85878a;stroke-width:1.25}.link{fill:none;stroke-width:1.75}.core{fill:none;stroke:#fff;stroke-width:1.75}.cross{fill:none;stroke:#85878a;stroke-dasharray:2 3}"
        + ".objection.link{stroke-width:4.5}.prerequisite.link{stroke-dasharray:7 4}.question.link{stroke-dasharray:.1 4.6;stroke-linecap:round;stroke-width:2.4}.answer.link{stroke-dasharray:10 3.5 2 3.5}.restatement.link{stroke-dasharray:16 4;stroke-width:1.25}"
        + ".link.force-defeated{stroke-opacity:.45}.p{fill-rule:evenodd}.u{font-size:12px}.struck{text-decoration:line-through}.l.defeated{stroke:#85878a;stroke-dasharray:1.5 2.5}.l.undecided{stroke-dasharray:5 3}";

    /// <summary>Between the edge of a label, its mark and its words.</summary>
    private const double LabelGap = 7;

    /// <summary>How many characters are gathered before they are sent.</summary>
    private const int Chunk = 32 * 1024;

    /// <summary>Writes a whole picture, or what of it lies in a rectangle.</summary>
    /// <param name="to">Where to write; the text is well-formed XML whatever the map says.</param>
    /// <param name="model">The picture.</param>
    /// <param name="title">What the picture is of.</param>
    /// <param name="view">A rectangle of the canvas; parts and trunks wholly outside are left out. Null for all of it.</param>
    public static void Write(TextWriter to, PictureModel model, string title, Box? view = null)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(title);
        foreach (var _ in Pieces(to, model, title, view))
        {
            // Each step writes one piece.
        }
    }

    /// <summary>Writes the same as UTF-8, a piece at a time: however large the picture is, little of the document is in memory.</summary>
    /// <inheritdoc cref="Write"/>
    /// <param name="cancellation">Stops writing.</param>
    public static async Task WriteAsync(Stream to, PictureModel model, string title, Box? view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(title);
        var gathered = new StringBuilder();
        using var text = new StringWriter(gathered, CultureInfo.InvariantCulture);
        foreach (var _ in Pieces(text, model, title, view))
        {
            if (gathered.Length >= Chunk)
            {
                await Send();
            }
        }

        await Send();

        async Task Send()
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(gathered.ToString()), cancellation);
            gathered.Clear();
        }
    }

    /// <summary>Writes the document; a step of the iteration for each part or line, so that whoever sends it can do so in between.</summary>
    private static IEnumerable<int> Pieces(TextWriter to, PictureModel model, string title, Box? view)
    {
        var box = view ?? new Box(0, 0, Math.Max(1, model.Width), Math.Max(1, model.Height));
        var (left, top, width, height) = (PathData.Of(box.Left), PathData.Of(box.Top), PathData.Of(box.Width), PathData.Of(box.Height));
        to.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{left} {top} {width} {height}\" role=\"img\">");
        to.Write($"<title>{Safe(title)}</title><desc>{Counted(model.Nodes.Count(), "node")} and {Counted(model.Steps.Count(), "step")} of an argument map.</desc><style>{Style}</style>");
        to.Write($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        var written = 0;
        foreach (var link in model.Links)
        {
            if (view is null || IsIn(link.Owner.Place, box) || (link.Owner.Up is { } up && IsIn(up.Place, box)))
            {
                WriteLink(to, link);
                yield return ++written;
            }
        }

        var metrics = PictureMetrics.Of(model.Density);
        foreach (var part in model.Parts)
        {
            if (IsIn(part.Place, box))
            {
                WritePart(to, part, metrics, model.Direction is TreeDirection.TopDown);
                yield return ++written;
            }
        }

        to.Write("</svg>");
    }

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static bool IsIn(Box part, Box view) =>
        part.Left < view.Right && view.Left < part.Right && part.Top < view.Bottom && view.Top < part.Bottom;

    private static void WriteLink(TextWriter to, PictureLink link)
    {
        if (link.StepKind is not { } kind)
        {
            to.Write($"<path class=\"{(link.Kind == PictureLinkKind.Trunk ? "trunk" : "cross")}\" d=\"{link.Data}\"/>");
            return;
        }

        to.Write($"<path class=\"{PictureWords.Of(kind)} link force-{MarkWords.For(link.Force)}\" stroke=\"{ColourOf(kind.RoleOfPremises())}\" d=\"{link.Data}\"/>");
        if (link.CoreId is not null)
        {
            to.Write($"<path class=\"core\" d=\"{link.Data}\"/>");
        }
    }

    private static void WritePart(TextWriter to, PicturePart part, PictureMetrics metrics, bool isCentred)
    {
        var place = part.Place;
        switch (part)
        {
            case PictureNode node:
                WriteNode(to, node, metrics);
                break;
            case PictureStep step:
                WriteStep(to, step, metrics, isCentred);
                break;
            case PictureReference reference:
                Rectangle(to, place, "r", 3, null);
                WriteText(to, place.Left + 12, place.CentreY + 4, null, LinesOf($"→ #{reference.Number} {reference.Text}", 1, metrics)[0], null, size: SmallSize(metrics));
                break;
            case PictureFurther further:
                WriteText(to, place.Left + 10, place.CentreY + 4, "b", PictureWords.Count(further.Count) + " more", null);
                break;
        }
    }

    private static void WriteNode(TextWriter to, PictureNode node, PictureMetrics metrics)
    {
        var (place, small) = (node.Place, SmallSize(metrics));
        var (left, row) = (place.Left + metrics.NodePadding, small * 1.44);
        Rectangle(to, place, $"n {MarkWords.For(node.Standing)}", 3, node.Role is Role.Thesis ? ColourOf(node.Role) : null);
        WriteMarked(to, left, place.Top + 3 + (row * 0.7), small, "b", MarkShapes.Of(node.Role), MarkWords.For(node.Role), ColourOf(node.Role));
        WriteText(to, place.Right - metrics.NodePadding, place.Top + 3 + (row * 0.7), null, $"#{node.Number}", null, isEnd: true, size: small);
        var lines = LinesOf(node.Text, node.Lines, metrics);
        var isFromRight = IsFromRight(node.Text);
        var top = place.Top + 5 + row;
        for (var i = 0; i < lines.Count; i++)
        {
            WriteText(to, isFromRight ? place.Right - metrics.NodePadding : left, top + (metrics.LineHeight * (i + 0.75)), "t", lines[i], null, size: metrics.TextSize, isFromRight: isFromRight);
        }

        var bottom = place.Bottom - 7 - (node.AlsoUsed.Count * metrics.UseHeight) - (row * 0.28);
        var counts = (node.OpenObjections > 0 ? $" · {PictureWords.Count(node.OpenObjections)} open" : "") + (node.HasMore ? $" · {PictureWords.Count(Math.Max(1, node.Hidden))} more" : "");
        WriteMarked(to, left, bottom, small, null, MarkShapes.Of(node.Standing, node.Answered), MarkWords.For(node.Standing, node.Answered) + counts, ColourOf(node.Standing, node.Answered));
        for (var i = 0; i < node.AlsoUsed.Count; i++)
        {
            var use = node.AlsoUsed[i];
            var others = node.FurtherUses > 0 && i == node.AlsoUsed.Count - 1 ? $" and {PictureWords.Count(node.FurtherUses)} more" : "";
            WriteText(to, left, bottom + (metrics.UseHeight * (i + 1)), null, $"also {PictureWords.Of(use.Kind)} {PictureWords.Preposition(use.Kind)} #{use.Target}{others}", null, size: small);
        }
    }

    /// <summary>A label as wide as its words, over its line.</summary>
    private static void WriteStep(TextWriter to, PictureStep step, PictureMetrics metrics, bool isCentred)
    {
        var (place, small, role) = (step.Place, SmallSize(metrics), step.Kind.RoleOfPremises());
        var (word, number) = (PictureWords.Of(step.Kind), $"#{step.Number}");
        var width = Math.Min(place.Width, (3 * LabelGap) + (small * 1.3) + (TextMeasure.Width(word, small) * 1.1) + TextMeasure.Width(number, small));
        var left = isCentred ? place.CentreX - (width / 2) : place.Left;
        var baseline = place.Top + (metrics.StepHeight / 2) + (small * 0.35);
        var isDefeated = step.Force is Standing.Defeated;
        Rectangle(to, new Box(left, place.Top, width, metrics.StepHeight), $"l {MarkWords.For(step.Force)}", metrics.StepHeight / 2, ColourOf(role));
        WriteMarked(to, left + LabelGap, baseline, small, isDefeated ? "b struck" : "b", MarkShapes.Of(role), word, isDefeated ? "#585d64" : ColourOf(role));
        WriteText(to, left + width - LabelGap, baseline, null, number, null, isEnd: true, size: small);
        if (step.HasStatus)
        {
            string[] fares =
            [
                .. step.Force is Standing.Stands ? Array.Empty<string>() : [MarkWords.For(step.Force)],
                .. step.OpenObjections > 0 ? [$"{PictureWords.Count(step.OpenObjections)} open"] : Array.Empty<string>(),
                .. step.HasMore ? [$"{PictureWords.Count(Math.Max(1, step.Hidden))} more"] : Array.Empty<string>(),
            ];
            WriteText(to, left + 16, place.Top + metrics.StepHeight + (small * 0.95), null, string.Join(" · ", fares), null, size: small);
        }
    }

    /// <summary>The size of all letters but those of a node's text; the same as in MapPicture.razor.css.</summary>
    private static double SmallSize(PictureMetrics metrics) => metrics.TextSize switch { < 15 => 12, > 15 => 16, _ => 12.5 };

    private static void WriteMarked(TextWriter to, double x, double y, double size, string? css, string shape, string words, string colour)
    {
        var mark = size * 0.95;
        to.Write($"<path class=\"p\" fill=\"{colour}\" transform=\"translate({PathData.Of(x)} {PathData.Of(y + (size * 0.09) - mark)}) scale({PathData.Of(mark / 16)})\" d=\"{shape}\"/>");
        WriteText(to, x + (size * 1.3), y, css, words, colour, size: size);
    }

    /// <summary>Whether a text is read from the right: its first letter that has a direction says so.</summary>
    private static bool IsFromRight(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF))
            {
                return true;
            }

            if (Rune.IsLetter(rune))
            {
                return false;
            }
        }

        return false;
    }

    private static void Rectangle(TextWriter to, Box place, string css, double radius, string? stroke) =>
        to.Write($"<rect class=\"{css}\" x=\"{PathData.Of(place.Left)}\" y=\"{PathData.Of(place.Top)}\" width=\"{PathData.Of(place.Width)}\" height=\"{PathData.Of(place.Height)}\" rx=\"{PathData.Of(radius)}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>");

    private static void WriteText(TextWriter to, double x, double y, string? css, string text, string? fill, bool isEnd = false, double? size = null, bool isFromRight = false)
    {
        var style = (fill is null ? "" : $"fill:{fill};") + (size is { } letters ? $"font-size:{PathData.Of(letters)}px" : "");
        to.Write($"<text x=\"{PathData.Of(x)}\" y=\"{PathData.Of(y)}\"{(css is null ? "" : $" class=\"{css}\"")}{(isEnd ? " text-anchor=\"end\"" : "")}{(isFromRight ? " direction=\"rtl\"" : "")}{(style.Length == 0 ? "" : $" style=\"{style}\"")}>{Safe(text)}</text>");
    }

    /// <summary>Breaks a text as <see cref="TextMeasure"/> counts its lines; the last ends with an ellipsis when there is more.</summary>
    private static List<string> LinesOf(string text, int most, PictureMetrics metrics)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0.0;
        var space = TextMeasure.Width(" ", metrics.MeasuredTextSize);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var length = TextMeasure.Width(word, metrics.MeasuredTextSize);
            if (line.Length > 0 && used + space + length > metrics.TextWidth)
            {
                Break();
            }

            if (line.Length > 0)
            {
                line.Append(' ');
                used += space;
            }

            foreach (var rune in word.EnumerateRunes())
            {
                var letter = rune.ToString();
                var advance = length > metrics.TextWidth ? TextMeasure.Width(letter, metrics.MeasuredTextSize) : 0;
                if (line.Length > 0 && used + advance > metrics.TextWidth)
                {
                    Break();
                }

                line.Append(letter);
                used += advance;
            }

            used += length > metrics.TextWidth ? 0 : length;
        }

        Break();
        if (lines.Count > most)
        {
            lines.RemoveRange(most, lines.Count - most);
            lines[^1] += "…";
        }

        return lines;

        void Break()
        {
            lines.Add(line.ToString());
            line.Clear();
            used = 0;
        }
    }

    /// <summary>Escapes what XML reserves and drops what it cannot hold: control characters, halves of characters.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '"' => safe.Append("&quot;"),
                '\t' or '\n' or '\r' => safe.Append(' '),
                < 0x20 or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => safe,
                _ => safe.Append(CultureInfo.InvariantCulture, $"{rune}"),
            };
        }

        return safe.ToString();
    }

    private static string ColourOf(Role role) => role switch
    {
        Role.Thesis => "#2c3563",
        Role.Question => "#683b9f",
        Role.Support => "#1b6637",
        Role.Objection => "#a3282d",
        Role.Prerequisite => "#774d00",
        Role.Answer => "#09606d",
        Role.Restatement => "#4b5866",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no colour for this role."),
    };

    private static string ColourOf(Standing standing, bool? answered) => (standing, answered) switch
    {
        (_, true) or (Standing.Stands, null) => "#12613f",
        (Standing.Defeated, null) => "#8f3a26",
        _ => "#5a5f66",
    };
}
