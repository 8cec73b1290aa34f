using System.Collections.Immutable;
using System.Globalization;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Exchange.Argdown;

/// <summary>What reading an Argdown text gave.</summary>
/// <param name="Excerpt">The map it says, numbered from 1; null when there are problems.</param>
/// <param name="Problems">What keeps it from being read, with line and column.</param>
/// <param name="Losses">What is in the text and the map does not carry, in words.</param>
/// <param name="LineOf">The line, from 1, on which each node is first met, by number.</param>
public sealed record ArgdownReading(Excerpt? Excerpt, IReadOnlyList<ArgdownProblem> Problems, IReadOnlyList<string> Losses, IReadOnlyDictionary<int, int> LineOf);

/// <summary>Reads Argdown as a map: what <see cref="ArgdownWriter"/> writes comes back as it was, and what others write as near to it as a map can.</summary>
/// <remarks>
/// A statement is a node, and so is an argument that has only a description. An argument with premises is a step (one for each inference): it leads
/// to what the argument speaks for or against when its conclusion is tagged <c>#conclusion</c>, else to its conclusion.
/// </remarks>
public sealed class ArgdownReader
{
    private readonly ArgdownDocument document;
    private readonly Dictionary<(bool IsArgument, string Title), int> nodes = [];
    private readonly Dictionary<ArgdownEntity, int> steps = [];
    private readonly List<Node> allNodes = [];
    private readonly List<Relation> allSteps = [];
    private readonly Dictionary<int, string> texts = [];
    private readonly Dictionary<int, int> lines = [];
    private readonly SortedSet<string> losses = new(StringComparer.Ordinal);
    private readonly Dictionary<int, RelationKind> rootKinds = [];
    private readonly HashSet<string> placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<(RelationKind Kind, int Target, string Premises), int> known = [];
    private int next = 1;

    private ArgdownReader(ArgdownDocument document) => this.document = document;

    /// <summary>Reads a text.</summary>
    public static ArgdownReading Read(string text)
    {
        var parsed = ArgdownParser.Parse(text);
        if (parsed.Problems.Count > 0)
        {
            return new ArgdownReading(null, parsed.Problems, [], new Dictionary<int, int>());
        }

        var reader = new ArgdownReader(parsed);
        reader.Build();
        var map = new ArgumentMap(reader.allNodes, reader.allSteps);
        reader.losses.UnionWith(parsed.Losses.Select(loss => $"The text has {loss}, which a map does not keep."));
        return new ArgdownReading(
            new Excerpt(map, reader.texts, reader.rootKinds.Where(kind => map.From(kind.Key).Count == 0).ToDictionary()), [], [.. reader.losses], reader.lines);
    }

    private void Build()
    {
        var structured = document.Arguments.Where(argument => document.Inferences(argument.Title).Count > 0).ToList();
        foreach (var argument in structured)
        {
            var last = document.Inferences(argument.Title)[^1];
            if (document.StatementsByTitle[last.Conclusion].Tags.Contains(ArgdownWriter.ConclusionTag))
            {
                placeholders.Add(last.Conclusion);
            }
        }

        foreach (var statement in document.Statements.Where(statement => !placeholders.Contains(statement.Title)))
        {
            AddNode(false, statement);
        }

        foreach (var argument in document.Arguments.Where(argument => document.Inferences(argument.Title).Count == 0))
        {
            AddNode(true, argument);
        }

        foreach (var argument in structured)
        {
            AddInferences(argument);
        }

        // A step about a step comes after the one it is about: what cannot be placed yet waits for the rest.
        var waiting = document.Relations.ToList();
        while (waiting.Count > 0)
        {
            var left = waiting.Where(relation => !TryAdd(relation)).ToList();
            if (left.Count == waiting.Count)
            {
                losses.Add(string.Create(CultureInfo.InvariantCulture, $"{left.Count} relations, the first in line {left[0].Line}, are about arguments that lead nowhere."));
                return;
            }

            waiting = left;
        }
    }

    private void AddNode(bool isArgument, ArgdownMember member)
    {
        var number = next++;
        nodes[(isArgument, member.Title)] = number;
        allNodes.Add(new Node(number, member.Tags.Contains(ArgdownWriter.QuestionTag) ? NodeKind.Question : NodeKind.Claim));
        texts[number] = member.Text ?? member.Title;
        lines[number] = member.Line;
        if (KindIn(member.Tags) is { } kind)
        {
            rootKinds[number] = kind;
        }

        var unknown = member.Tags.Where(tag => tag != ArgdownWriter.QuestionTag && !ArgdownWriter.KindTags.Values.Contains(tag, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
        {
            losses.Add($"The text has tags that mean nothing in a map: {string.Join(", ", unknown.Take(5).Select(tag => $"#{tag}"))}.");
        }
    }

    /// <summary>The inferences of an argument that have a conclusion of their own.</summary>
    private void AddInferences(ArgdownMember argument)
    {
        foreach (var inference in document.Inferences(argument.Title).Where(inference => !placeholders.Contains(inference.Conclusion)))
        {
            AddStep(RelationKind.Support, inference.Premises, nodes[(false, inference.Conclusion)], argument.Title, inference);
        }

        if (argument.Text is not null)
        {
            losses.Add("Descriptions of arguments that have premises are not kept.");
        }
    }

    private int AddStep(RelationKind kind, IEnumerable<string> premises, int target, string argument, ArgdownInference inference)
    {
        var number = Add(kind, premises.Where(premise => !placeholders.Contains(premise)).Select(premise => nodes[(false, premise)]), target);
        steps.TryAdd(new ArgdownEntity(ArgdownEntityKind.Argument, argument), number);
        steps.TryAdd(new ArgdownEntity(ArgdownEntityKind.Inference, argument, inference.Index), number);
        if (inference == document.Inferences(argument)[^1])
        {
            steps[new ArgdownEntity(ArgdownEntityKind.Argument, argument)] = number;
        }

        return number;
    }

    private int Add(RelationKind kind, IEnumerable<int> premises, int target)
    {
        ImmutableArray<int> distinct = [.. premises.Distinct()];
        var said = (kind, target, string.Join(' ', distinct.Order().Select(premise => premise.ToString(CultureInfo.InvariantCulture))));
        if (!known.TryGetValue(said, out var number))
        {
            known[said] = number = next++;
            allSteps.Add(new Relation(number, kind, distinct, target));
        }

        return number;
    }

    /// <summary>Adds what a relation says; false when what it is about is not there yet.</summary>
    private bool TryAdd(ArgdownRelation relation)
    {
        var isAttack = relation.Type is not ArgdownRelationType.Support;
        if (Target(relation) is not { } target)
        {
            return false;
        }

        var last = relation.From.Kind is ArgdownEntityKind.Argument && document.Inferences(relation.From.Title) is [.., var inference] ? inference : null;
        var targetIsQuestion = target <= allNodes.Count && allNodes[target - 1].Kind is NodeKind.Question;
        if (last is not null && placeholders.Contains(last.Conclusion))
        {
            AddStep(KindOf(relation, isAttack, false, targetIsQuestion), last.Premises, target, relation.From.Title, last);
            return true;
        }

        if ((last is null ? NodeOf(relation.From) : nodes[(false, last.Conclusion)]) is not { } premise)
        {
            losses.Add(string.Create(CultureInfo.InvariantCulture, $"The relation in line {relation.Line} starts from an inference; a step of a map starts from nodes."));
            return true;
        }

        if (premise == target)
        {
            losses.Add(string.Create(CultureInfo.InvariantCulture, $"The relation in line {relation.Line} leads from a statement to itself."));
            return true;
        }

        Add(KindOf(relation, isAttack, allNodes[premise - 1].Kind is NodeKind.Question, targetIsQuestion), [premise], target);
        if (relation.Type is ArgdownRelationType.Contradictory)
        {
            Add(RelationKind.Objection, [target], premise);
        }

        return true;
    }

    private RelationKind KindOf(ArgdownRelation relation, bool isAttack, bool premiseIsQuestion, bool targetIsQuestion) =>
        KindIn(relation.Tags) ?? ArgdownWriter.PlainKind(isAttack, premiseIsQuestion, targetIsQuestion);

    private static RelationKind? KindIn(IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            foreach (var (kind, name) in ArgdownWriter.KindTags)
            {
                if (string.Equals(tag, name, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    private int? NodeOf(ArgdownEntity entity) =>
        nodes.TryGetValue((entity.Kind is ArgdownEntityKind.Argument, entity.Title), out var number) && entity.Kind is not ArgdownEntityKind.Inference ? number : null;

    /// <summary>The node or step a relation is about, or null when it is not there yet.</summary>
    private int? Target(ArgdownRelation relation)
    {
        if (steps.TryGetValue(relation.To, out var step))
        {
            return step;
        }

        if (NodeOf(relation.To) is not { } node)
        {
            return null;
        }

        if (relation.Type is not ArgdownRelationType.Undercut)
        {
            return node;
        }

        // Of an argument that is only described, the step to undercut is the one by which it speaks for or against something.
        var from = document.Relations.Any(other => other.From == relation.To && other != relation);
        return allSteps.Find(other => other.Premises.Contains(node))?.Number ?? (from ? null : node);
    }
}
