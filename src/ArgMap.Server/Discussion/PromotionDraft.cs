using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Server.Discussion;

/// <summary>What a form that makes a comment a node begins with: the person edits it.</summary>
/// <param name="Text">What the node may say: the beginning of the comment's own words, at most <see cref="Node.MaxTextLength"/> characters.</param>
/// <param name="Detail">The whole comment, when the text does not hold all of it.</param>
internal sealed partial record PromotionDraft(string Text, string? Detail)
{
    /// <summary>The choice of a claim that no step joins to anything yet.</summary>
    public const string ClaimAlone = "claim-alone";

    /// <summary>The choice of a question that no step joins to anything yet.</summary>
    public const string QuestionAlone = "question-alone";

    private static readonly string[] SentenceEnds = [". ", "? ", "! ", "… "];

    /// <summary>True when the text reads as a question.</summary>
    public bool IsQuestion => Text.EndsWith('?');

    /// <summary>The draft for a comment. What it quotes from others is left out of the text.</summary>
    public static PromotionDraft Of(string body)
    {
        var paragraphs = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var own = paragraphs.FirstOrDefault(paragraph => paragraph[0] != '>') ?? "";
        var line = Plain(string.Join(' ', own.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var text = Shorten(line);
        return new(text, paragraphs.Length > 1 || text != line ? body : null);
    }

    /// <summary>What a choice of the form means: the kind of node, and what it does to the thing the thread is about.</summary>
    public static (string? Kind, string? Relation) Read(string? choice) => choice switch
    {
        ClaimAlone => (nameof(NodeKind.Claim), null),
        QuestionAlone => (nameof(NodeKind.Question), null),
        _ => (null, choice),
    };

    // A node's text is plain: the commonest marks are taken off; whoever promotes it sees to the rest.
    private static string Plain(string line) => Emphasis().Replace(Link().Replace(line, "${words}"), "${words}");

    [GeneratedRegex(@"(?<![\w*])(?<mark>\*{1,2})(?=\S)(?<words>[^*]+)(?<=\S)\k<mark>(?![\w*])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[(?<words>[^\[\]]+)\]\([^()\s]+\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();

    // Whole sentences where that leaves enough to go by, else whole words.
    private static string Shorten(string line)
    {
        if (line.Length <= Node.MaxTextLength)
        {
            return line;
        }

        var start = line[..Node.MaxTextLength];
        var sentence = SentenceEnds.Max(end => start.LastIndexOf(end, StringComparison.Ordinal));
        var word = start.LastIndexOf(' ');
        var end = sentence > 0 ? sentence + 1 : word > 0 ? word : start.Length - (char.IsHighSurrogate(start[^1]) ? 1 : 0);
        return start[..end];
    }
}
