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
        + ".trunk{fill:#85878a;stroke:#85878a;stroke-width:1.25}.link{fill:none;stroke-width:1.75}.core{fill:none;stroke:#f3f3ee;stroke-width:1.75}.cross{fill:none;stroke:#85878a;stroke-dasharray:2 3}"
        + ".objection.link{stroke-width:4.5}.prerequisite.link{stroke-dasharray:7 4}.question.link{stroke-dasharray:.1 4.6;stroke-linecap:round;stroke-width:2.4}.answer.link{stroke-dasharray:10 3.5 2 3.5}.restatement.link{stroke-dasharray:16 4;stroke-width:1.25}"
        + ".link.force-defeated{stroke-opacity:.45}";

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
        var box = view ?? new Box(0, 0, Math.Max(1, model.Width), Math.Max(1, model.Height));
        var (left, top, width, height) = (PathData.Of(box.Left), PathData.Of(box.Top), PathData.Of(box.Width), PathData.Of(box.Height));
        to.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{left} {top} {width} {height}\" role=\"img\">");
        to.Write($"<title>{Safe(title)}</title><desc>{model.Nodes.Count()} nodes and {model.Steps.Count()} steps of an argument map.</desc><style>{Style}</style>");
        to.Write($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#f3f3ee\"/>");
        foreach (var link in model.Links)
        {
            if (view is null || IsIn(link.Owner.Place, box) || (link.Owner.Up is { } up && IsIn(up.Place, box)))
            {
                WriteLink(to, link);
            }
        }

        var metrics = PictureMetrics.Of(model.Density);
        foreach (var part in model.Parts)
        {
            if (IsIn(part.Place, box))
            {
                WritePart(to, part, metrics);
            }
        }

        to.Write("</svg>");
    }

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

    private static void WritePart(TextWriter to, PicturePart part, PictureMetrics metrics)
    {
        var place = part.Place;
        switch (part)
        {
            case PictureNode node:
                Rectangle(to, place, $"n {MarkWords.For(node.Standing)}", 3, null);
                WriteText(to, place.Left + metrics.NodePadding, place.Top + 16, "b", MarkWords.For(node.Role), ColourOf(node.Role));
                WriteText(to, place.Right - metrics.NodePadding, place.Top + 16, null, $"#{node.Number}", null, isEnd: true);
                var lines = LinesOf(node.Text, node.Lines, metrics);
                for (var i = 0; i < lines.Count; i++)
                {
                    WriteText(to, place.Left + metrics.NodePadding, place.Top + 20 + (metrics.LineHeight * (i + 0.75)), "t", lines[i], null, size: metrics.TextSize);
                }

                var state = MarkWords.For(node.Standing, node.Answered)
                    + (node.OpenObjections > 0 ? $" · {PictureWords.Count(node.OpenObjections)} open" : "")
                    + (node.HasMore ? $" · {PictureWords.Count(Math.Max(1, node.Hidden))} more" : "");
                WriteText(to, place.Left + metrics.NodePadding, place.Top + 20 + (metrics.LineHeight * node.Lines) + 20, null, state, null);
                break;
            case PictureStep step:
                Rectangle(to, place with { Height = metrics.StepHeight }, "l", metrics.StepHeight / 2, ColourOf(step.Kind.RoleOfPremises()));
                WriteText(to, place.Left + 10, place.Top + (metrics.StepHeight * 0.7), "b", $"{PictureWords.Of(step.Kind)} #{step.Number}", ColourOf(step.Kind.RoleOfPremises()));
                if (step.HasStatus)
                {
                    var fares = (step.Force == Standing.Stands ? "" : MarkWords.For(step.Force) + " ") + (step.OpenObjections > 0 ? $"{PictureWords.Count(step.OpenObjections)} open" : "");
                    WriteText(to, place.Left + 20, place.Top + metrics.StepHeight + 12, null, fares.Trim(), null);
                }

                break;
            case PictureReference reference:
                Rectangle(to, place, "r", 3, null);
                WriteText(to, place.Left + 12, place.CentreY + 4, null, LinesOf($"→ #{reference.Number} {reference.Text}", 1, metrics)[0], null);
                break;
            case PictureFurther further:
                WriteText(to, place.Left + 10, place.CentreY + 4, "b", PictureWords.Count(further.Count) + " more", null);
                break;
        }
    }

    private static void Rectangle(TextWriter to, Box place, string css, double radius, string? stroke) =>
        to.Write($"<rect class=\"{css}\" x=\"{PathData.Of(place.Left)}\" y=\"{PathData.Of(place.Top)}\" width=\"{PathData.Of(place.Width)}\" height=\"{PathData.Of(place.Height)}\" rx=\"{PathData.Of(radius)}\"{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>");

    private static void WriteText(TextWriter to, double x, double y, string? css, string text, string? fill, bool isEnd = false, double? size = null)
    {
        var style = (fill is null ? "" : $"fill:{fill};") + (size is { } letters ? $"font-size:{PathData.Of(letters)}px" : "");
        to.Write($"<text x=\"{PathData.Of(x)}\" y=\"{PathData.Of(y)}\"{(css is null ? "" : $" class=\"{css}\"")}{(isEnd ? " text-anchor=\"end\"" : "")}{(style.Length == 0 ? "" : $" style=\"{style}\"")}>{Safe(text)}</text>");
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
}
