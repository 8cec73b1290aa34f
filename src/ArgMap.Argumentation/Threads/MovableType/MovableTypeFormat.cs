using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.MovableType;

/// <summary>Movable Type, TypePad and what learnt from them: the export of a blog as text, with its articles and the comments on them.</summary>
internal sealed partial class MovableTypeFormat : ForumFormat
{
    private static readonly string[] DateFormats = ["MM/dd/yyyy hh:mm:ss tt", "MM/dd/yyyy HH:mm:ss"];

    internal override string Name => "movable-type";

    internal override string Description => "Movable Type, TypePad: the export of a blog as text";

    internal override int Recognise(ThreadInput input) => Beginning().IsMatch(input.Head) && Body().IsMatch(input.Head) ? 92 : 0;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var (section, article, number) = (new Section("", 1), new Dictionary<string, string>(StringComparer.Ordinal), 0);
        List<Section> comments = [], texts = [];
        foreach (var line in PlainText.Clean(input.Text).Split('\n').Append("--------"))
        {
            number++;
            if (line == "-----" || line == "--------")
            {
                _ = section.Kind switch
                {
                    "COMMENT" => Kept(comments),
                    "BODY" or "EXTENDED BODY" => Kept(texts),
                    _ => false,
                };
                if (section.Kind == "PING")
                {
                    thread.LeavesOut("pingbacks and trackbacks");
                }

                section = new Section("", number + 1);
                if (line == "--------")
                {
                    Article(article, texts, comments, thread);
                    (article, texts, comments) = (new(StringComparer.Ordinal), [], []);
                }
            }
            else if (section is { Kind: "", Lines.Count: 0 } && Opens().Match(line) is { Success: true } opens)
            {
                section = new Section(opens.Groups["kind"].Value, number);
            }
            else if (section.Kind.Length == 0)
            {
                if (Field().Match(line) is { Success: true } field)
                {
                    article.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value);
                }
            }
            else
            {
                section.Lines.Add(line);
            }

            bool Kept(List<Section> kept)
            {
                kept.Add(section);
                return true;
            }
        }
    }

    private static void Article(Dictionary<string, string> fields, List<Section> texts, List<Section> comments, ThreadAssembly thread)
    {
        if (comments.Count == 0)
        {
            if (texts.Count > 0)
            {
                thread.LeavesOut("articles without comments");
            }

            return;
        }

        var title = PlainText.Line(fields.GetValueOrDefault("TITLE"));
        var written = fields.GetValueOrDefault("DATE");
        var id = "article-" + (fields.GetValueOrDefault("BASENAME") ?? fields.GetValueOrDefault("UNIQUE URL") ?? WordKey.Of(title, written ?? "")[ThreadPost.ToldByWords.Length..]);
        thread.Title ??= title;
        var body = Converted(string.Join("\n\n", texts.Select(text => string.Join('\n', text.Lines).Trim('\n'))).Trim('\n'), thread);
        thread.Add(new FoundPost
        {
            Id = id,
            Kind = body.Markdown.Length > 0 ? PostKind.Opening : PostKind.Page,
            Author = thread.Author(fields.GetValueOrDefault("AUTHOR")),
            CreatedAt = Time(written),
            CreatedAtAsWritten = written,
            Title = title,
            Address = fields.GetValueOrDefault("UNIQUE URL"),
            Body = body,
        });
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        foreach (var comment in comments)
        {
            Dictionary<string, string> own = new(StringComparer.Ordinal);
            var from = 0;
            for (; from < comment.Lines.Count && CommentField().Match(comment.Lines[from]) is { Success: true } field; from++)
            {
                own.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value);
            }

            thread.AddressesDropped += own.Count(pair => pair.Key is "EMAIL" or "IP" && pair.Value.Length > 0);
            var words = Converted(string.Join('\n', comment.Lines.Skip(from)).Trim('\n'), thread);
            if (words.Markdown.Length == 0 && own.Count == 0)
            {
                thread.Damaged($"line {comment.Line}", "A comment without a writer and words was left out.");
                continue;
            }

            // It gives its comments no keys.
            var key = WordKey.Of(own.GetValueOrDefault("AUTHOR"), words.Markdown);
            var times = ids[key] = ids.GetValueOrDefault(key) + 1;
            var when = own.GetValueOrDefault("DATE");
            thread.Add(new FoundPost
            {
                Id = times == 1 ? key : $"{key}-{times.ToString(CultureInfo.InvariantCulture)}",
                Parent = id,
                Author = thread.Author(own.GetValueOrDefault("AUTHOR")),
                CreatedAt = Time(when),
                CreatedAtAsWritten = when,
                Body = words,
            });
        }
    }

    /// <summary>Line breaks are made paragraphs when a text is shown.</summary>
    private static ConvertedBody Converted(string text, ThreadAssembly thread) =>
        thread.FromHtml(text.Contains("<p", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) ? text
            : (text.Contains('<', StringComparison.Ordinal) ? text : WebUtility.HtmlEncode(text)).Replace("\n", "<br>", StringComparison.Ordinal), null);

    private static DateTimeOffset? Time(string? written) =>
        DateTimeOffset.TryParseExact(written?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private sealed record Section(string Kind, int Line)
    {
        internal List<string> Lines { get; } = [];
    }

    [GeneratedRegex(@"\A((AUTHOR|TITLE|STATUS|BASENAME|DATE|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|PRIMARY CATEGORY|CATEGORY|TAGS|UNIQUE URL|NO ENTRY|IMAGE): ?[^\n]*\n){2,30}-----\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^-----\s*\n([A-Z ]+:\s*\n)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?<kind>BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?<name>[A-Z][A-Z ]{1,20}): ?(?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?<name>AUTHOR|EMAIL|IP|URL|DATE|TITLE): ?(?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentField();
}
