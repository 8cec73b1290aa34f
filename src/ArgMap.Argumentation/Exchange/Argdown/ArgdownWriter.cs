using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Exchange.Argdown;

/// <summary>An excerpt of a map as Argdown text.</summary>
/// <param name="Text">The text; lines end with <c>\n</c>.</param>
/// <param name="Losses">What of the excerpt the text does not carry, in words; empty when it carries all.</param>
public sealed record ArgdownText(string Text, IReadOnlyList<string> Losses);

/// <summary>Writes an excerpt of a map as Argdown.</summary>
/// <remarks>
/// A step with one premise is a relation line. A step with linked premises, and one that something is said about, is an argument: a relation line
/// that names it, and below the tree its premises with a conclusion. What Argdown has no word for is a tag: <c>#question</c> on a question;
/// <c>#asks</c>, <c>#answers</c>, <c>#prerequisite</c>, <c>#restates</c>, <c>#supports</c> and <c>#objects</c> on what hangs; <c>#conclusion</c> on a conclusion
/// that is there only because Argdown wants one. Titles are the excerpt's numbers.
/// </remarks>
public sealed class ArgdownWriter
{
    internal const string QuestionTag = "question";
    internal const string ConclusionTag = "conclusion";

    private readonly Excerpt excerpt;
    private readonly MapTree tree;
    private readonly StringBuilder text = new();
    private readonly HashSet<int> written = [];
    private readonly SortedSet<string> losses = new(StringComparer.Ordinal);
    private readonly Queue<Relation> arguments = new();

    private ArgdownWriter(Excerpt excerpt)
    {
        this.excerpt = excerpt;
        tree = MapTree.Of(excerpt.Map);
    }

    /// <summary>The tag that says what a step does.</summary>
    internal static IReadOnlyDictionary<RelationKind, string> KindTags { get; } = new Dictionary<RelationKind, string>
    {
        [RelationKind.Support] = "supports",
        [RelationKind.Objection] = "objects",
        [RelationKind.Prerequisite] = "prerequisite",
        [RelationKind.Answer] = "answers",
        [RelationKind.Question] = "asks",
        [RelationKind.Restatement] = "restates",
    };

    /// <summary>Writes an excerpt; only what is live in it.</summary>
    public static ArgdownText Write(Excerpt excerpt)
    {
        ArgumentNullException.ThrowIfNull(excerpt);
        var writer = new ArgdownWriter(excerpt);
        foreach (var root in writer.tree.Roots)
        {
            if (writer.text.Length > 0)
            {
                writer.text.Append('\n');
            }

            writer.WriteNode("", root, 0, excerpt.RootKinds.TryGetValue(root, out var kind) ? [KindTags[kind]] : []);
            writer.WriteArguments();
        }

        return new ArgdownText(writer.text.ToString(), [.. writer.losses]);
    }

    /// <summary>What a step of this kind is when nothing is said beside its sign.</summary>
    /// <param name="isAttack">Whether the sign is <c>-</c> or <c>_</c>.</param>
    /// <param name="premiseIsQuestion">Whether what hangs is a question.</param>
    /// <param name="targetIsQuestion">Whether it hangs from a question.</param>
    internal static RelationKind PlainKind(bool isAttack, bool premiseIsQuestion, bool targetIsQuestion) =>
        isAttack ? RelationKind.Objection
        : premiseIsQuestion ? RelationKind.Question
        : targetIsQuestion ? RelationKind.Answer
        : RelationKind.Support;

    /// <summary>Writes a node and what hangs from it, line by line; deep maps are walked without recursion.</summary>
    private void WriteNode(string sign, int root, int rootDepth, IReadOnlyList<string> rootTags)
    {
        var open = new Stack<(string Sign, int Number, int Depth, IReadOnlyList<string> Tags)>();
        open.Push((sign, root, rootDepth, rootTags));
        while (open.TryPop(out var line))
        {
            text.Append(' ', 2 * line.Depth).Append(line.Sign);
            if (excerpt.Map.RelationAt(line.Number) is { } argument)
            {
                text.Append(CultureInfo.InvariantCulture, $"<s{line.Number}>");
                arguments.Enqueue(argument);
            }
            else if (!AppendNode(line.Number))
            {
                AppendTags(line.Tags);
                continue;
            }

            AppendTags(line.Tags);
            foreach (var step in tree.StepsOnto(line.Number).Reverse())
            {
                var isSimple = step.Premises.Length == 1 && tree.StepsOnto(step.Number).Count == 0;
                var isAttack = step.Kind is RelationKind.Objection;
                var isUndercut = isAttack && excerpt.Map.RelationAt(line.Number) is not null;
                var isPlain = step.Kind == PlainKind(
                    isAttack,
                    isSimple && IsQuestion(step.Premises[0]),
                    IsQuestion(line.Number));
                open.Push((isUndercut ? "_ " : isAttack ? "- " : "+ ", isSimple ? step.Premises[0] : step.Number, line.Depth + 1, isPlain ? [] : [KindTags[step.Kind]]));
            }
        }
    }

    private bool IsQuestion(int number) => excerpt.Map.NodeAt(number) is { Kind: NodeKind.Question };

    /// <summary>A node's title, and its words when they are not written yet.</summary>
    private bool AppendNode(int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"[{number}]");
        if (!written.Add(number))
        {
            return false;
        }

        var words = excerpt.Texts[number];
        if (ArgdownWords.AsRead(words) != words.Trim(' ', '\t', '\r', '\n'))
        {
            losses.Add("Line breaks and repeated spaces within a node's text are written as single spaces.");
        }

        text.Append(": ").Append(ArgdownWords.Escape(words));
        if (IsQuestion(number))
        {
            text.Append(" #").Append(QuestionTag);
        }

        return true;
    }

    private void AppendTags(IReadOnlyList<string> tags)
    {
        foreach (var tag in tags)
        {
            text.Append(" #").Append(tag);
        }

        text.Append('\n');
    }

    /// <summary>The premises of the steps that were named, each with what hangs from it. That may name further steps.</summary>
    private void WriteArguments()
    {
        while (arguments.TryDequeue(out var step))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n<s{step.Number}>\n\n");
            var place = 0;
            foreach (var premise in step.Premises)
            {
                WriteNode(string.Create(CultureInfo.InvariantCulture, $"({++place}) "), premise, 0, []);
            }

            text.Append(CultureInfo.InvariantCulture, $"----\n({++place}) {Conclusion(step.Kind)} #{ConclusionTag}\n");
        }
    }

    private static string Conclusion(RelationKind kind) => kind switch
    {
        RelationKind.Support => "This speaks for it.",
        RelationKind.Objection => "This speaks against it.",
        RelationKind.Prerequisite => "It presupposes this.",
        RelationKind.Answer => "This answers it.",
        RelationKind.Question => "This is asked about it.",
        RelationKind.Restatement => "This says it in other words.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for this kind of relation."),
    };
}
