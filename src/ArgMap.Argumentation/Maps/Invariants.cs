using System.Collections.Immutable;
using System.Globalization;

namespace ArgMap.Argumentation.Maps;

/// <summary>The rules every map keeps, in one place.</summary>
public static class Invariants
{
    /// <summary>Says everything that is wrong with a map.</summary>
    /// <remarks>
    /// Every relation that is not itself withdrawn is checked, also one that is silent because something it rests on is withdrawn:
    /// so restoring a node can never break an invariant. Time is linear in the size of the map, and chains of any length are walked without recursion.
    /// </remarks>
    /// <param name="map">The map, sound or not.</param>
    /// <returns>The violations by number, then by rule; empty when the map is sound. One for each cycle of prerequisites or of targets.</returns>
    public static ImmutableArray<Violation> Check(ArgumentMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var relations = map.Relations.Where(relation => !relation.IsWithdrawn).ToList();
        var violations = new List<Violation>();
        foreach (var relation in relations)
        {
            CheckPremises(map, relation, violations);
            CheckTarget(map, relation, violations);
        }

        FindIdentical(relations, violations);
        violations.AddRange(TargetCycles.Find(map, relations));
        violations.AddRange(PrerequisiteCycles.Find(map, relations));
        if (map.Root is { } root && map.NodeAt(root) is null)
        {
            violations.Add(new Violation(Invariant.RootExists, root, Text($"#{root} cannot be the root: this map has no node #{root}. Choose one of its nodes.")));
        }

        return [.. violations.OrderBy(violation => violation.Number).ThenBy(violation => violation.Rule)];
    }

    /// <summary>Numbers in messages look the same for everyone.</summary>
    internal static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);

    /// <summary>"#1, #2 and #3"; of many, the first few and how many more.</summary>
    internal static string List(IReadOnlyList<int> numbers)
    {
        const int Shown = 5;
        var names = numbers.Take(Shown).Select(number => Text($"#{number}")).ToList();
        if (numbers.Count > Shown)
        {
            names.Add(Text($"{numbers.Count - Shown} more"));
        }

        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    private static void CheckPremises(ArgumentMap map, Relation relation, List<Violation> violations)
    {
        var step = relation.Number;
        var distinct = relation.Premises.Distinct().ToList();
        if (distinct.Count == 0)
        {
            Add(Invariant.PremiseCount, $"Step #{step} has no premise. Name at least one node that it starts from.");
        }
        else if (distinct.Count > Relation.MaxPremises)
        {
            Add(Invariant.PremiseCount, $"Step #{step} has {distinct.Count} premises; at most {Relation.MaxPremises} can be linked in one step. Split it into several steps.");
        }

        if (distinct.Count < relation.Premises.Length)
        {
            var repeated = relation.Premises.GroupBy(premise => premise).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToList();
            Add(Invariant.PremisesDistinct, $"Step #{step} names {List(repeated)} as a premise more than once. Name each premise once.");
        }

        var missing = distinct.Where(premise => map.NodeAt(premise) is null && map.RelationAt(premise) is null).ToList();
        if (missing.Count > 0)
        {
            Add(Invariant.PremisesExist, $"Step #{step} starts from {List(missing)}, which this map does not have. Choose nodes of this map as premises.");
        }

        var steps = distinct.Where(premise => map.RelationAt(premise) is not null).ToList();
        if (steps.Count > 0)
        {
            Add(Invariant.PremisesAreNodes, $"Step #{step} starts from {List(steps)}, but a step cannot be a premise, only a node can. Put what you mean in a node and start from that.");
        }

        if (distinct.Contains(relation.Target) && map.NodeAt(relation.Target) is not null)
        {
            Add(Invariant.PremiseIsNotTarget, $"#{relation.Target} cannot be a premise of step #{step}, because the step is about #{relation.Target} itself. Choose another premise or another target.");
        }

        if (relation.Kind is RelationKind.Question)
        {
            var claims = distinct.Where(premise => map.NodeAt(premise) is { Kind: not NodeKind.Question }).ToList();
            if (claims.Count > 0)
            {
                Add(Invariant.QuestionPremisesAreQuestions, $"Step #{step} asks {List(claims)}, but only a question can be asked, and {(claims.Count == 1 ? "that is a claim" : "those are claims")}. Put it as a question, or choose another kind of step.");
            }
        }

        void Add(Invariant rule, FormattableString message) => violations.Add(new Violation(rule, step, Text(message)));
    }

    private static void CheckTarget(ArgumentMap map, Relation relation, List<Violation> violations)
    {
        var node = map.NodeAt(relation.Target);
        var undercut = map.RelationAt(relation.Target);
        if (node is null && undercut is null)
        {
            violations.Add(new Violation(
                Invariant.TargetExists, relation.Number, Text($"Step #{relation.Number} is about #{relation.Target}, which this map does not have. Choose a node or a step of this map as its target.")));
        }
        else if (relation.Kind is RelationKind.Answer && node is not { Kind: NodeKind.Question })
        {
            var what = node is null ? "a step" : "a claim";
            violations.Add(new Violation(
                Invariant.AnswerTargetsQuestion, relation.Number, Text($"Step #{relation.Number} answers #{relation.Target}, but only a question can be answered, and #{relation.Target} is {what}. Choose a question as its target, or another kind of step.")));
        }
    }

    private static void FindIdentical(List<Relation> relations, List<Violation> violations)
    {
        var first = new Dictionary<(RelationKind Kind, int Target, string Premises), int>(relations.Count);
        foreach (var relation in relations)
        {
            var premises = string.Join(' ', relation.Premises.Distinct().Order().Select(premise => premise.ToString(CultureInfo.InvariantCulture)));
            if (!first.TryAdd((relation.Kind, relation.Target, premises), relation.Number))
            {
                var same = first[(relation.Kind, relation.Target, premises)];
                violations.Add(new Violation(
                    Invariant.NoIdenticalRelations, relation.Number, Text($"Step #{relation.Number} says the same as step #{same}: the same kind, premises and target. Use #{same}, or withdraw one of the two.")));
            }
        }
    }
}
