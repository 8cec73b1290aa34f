using ArgMap.Argumentation.Maps;
using ArgMap.Canvas.Marks;
using ArgMap.Server.Maps;
using ArgMap.Server.Relations;

namespace ArgMap.Server.Reading.Sharing;

/// <summary>One line of a map on paper. Where something belongs is said in words as well, because a page break takes away what the indent would say.</summary>
/// <param name="Level">How far in, from 0.</param>
/// <param name="Number">The node's number, or the step's where several premises work together.</param>
/// <param name="Relation">What it is to what, such as <c>objection to #4</c>; null for a root.</param>
/// <param name="Text">The node's words; null for a step.</param>
/// <param name="Standing">How it stands, in words; null where that is said elsewhere.</param>
public sealed record PrintedLine(int Level, int Number, string? Relation, string? Text, string? Standing);

/// <summary>A whole map as lines of text in reading order.</summary>
internal static class PrintedLines
{
    /// <summary>The most nodes that are printed: some hundred pages.</summary>
    public const int MostNodes = 6_000;

    /// <summary>The lines. Linear in the size of the map, however deep it is.</summary>
    public static List<PrintedLine> Of(MapView map)
    {
        var lines = new List<PrintedLine>();
        var nodes = 0;
        var next = new Stack<(int Number, int Level, string? Relation, bool IsElsewhere)>(map.Tree.Roots.Reverse().Select(root => (root, 0, (string?)null, false)));
        while (nodes < MostNodes && next.TryPop(out var item))
        {
            var (number, level, relation, isElsewhere) = item;
            if (isElsewhere)
            {
                lines.Add(new(level, number, relation, $"{map.Nodes[number].Text} (in its own place)", null));
                continue;
            }

            for (var i = map.Tree.StepsOnto(number).Count - 1; i >= 0; i--)
            {
                next.Push((map.Tree.StepsOnto(number)[i].Number, level + 1, null, false));
            }

            if (map.Graph.RelationAt(number) is { } step)
            {
                AddStep(map, step, level, lines, next);
            }
            else
            {
                nodes++;
                lines.Add(new(level, number, relation, map.Nodes[number].Text, StandingOf(map, number)));
            }
        }

        return lines;
    }

    private static void AddStep(MapView map, Relation step, int level, List<PrintedLine> lines, Stack<(int Number, int Level, string? Relation, bool IsElsewhere)> next)
    {
        var own = map.Tree.OwnPremises(step.Number);
        var isOntoStep = map.Graph.RelationAt(step.Target) is not null;
        var about = $"{MarkWords.For(StepWords.Role(step.Kind))} {Preposition(step.Kind)} {(isOntoStep ? "the step " : "")}#{step.Target}";
        var force = map.Standing.Labelling.OfRelation(step.Number);
        var status = force is Argumentation.Standing.Standing.Stands ? null : MarkWords.For(force);
        lines.Add(new(level, step.Number, $"{about}{(step.Premises.Length > 1 ? $", by {step.Premises.Length} premises together" : "")}:", null, status is null ? null : $"the step: {status}"));
        foreach (var premise in step.Premises.Reverse())
        {
            next.Push((premise, level + 1, step.Premises.Length > 1 ? "premise:" : null, !own.Contains(premise)));
        }
    }

    private static string StandingOf(MapView map, int number)
    {
        var open = map.Standing.Objections.OpenAgainst(number);
        var standing = map.Nodes[number].Kind is NodeKind.Question
            ? map.Standing.UnansweredQuestions.AsSpan().BinarySearch(number) < 0 ? "answered" : "not answered"
            : MarkWords.For(map.Standing.Labelling.OfNode(number));
        return open == 0 ? standing : $"{standing}, {Shell.Plural.Of(open, "open objection")}";
    }

    private static string Preposition(RelationKind kind) => kind switch
    {
        RelationKind.Support => "for",
        RelationKind.Prerequisite or RelationKind.Restatement => "of",
        RelationKind.Question => "about",
        _ => "to",
    };
}
