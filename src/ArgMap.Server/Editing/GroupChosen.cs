using ArgMap.Server.Maps;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>Links the nodes that are chosen as premises of one step, when they are about the same thing.</summary>
internal static class GroupChosen
{
    /// <summary>What to ask of <see cref="GroupPremises"/>, or why these cannot be linked.</summary>
    public static Outcome<GroupPremises.Request> Plan(MapView map, IReadOnlyList<int> chosen)
    {
        if (chosen.Count < 2)
        {
            return Refusal.Invalid("premises", "Choose two or more nodes that are about the same thing (Shift+click, or Shift with an arrow key), then link them.");
        }

        if (chosen.FirstOrDefault(number => !map.Nodes.ContainsKey(number)) is > 0 and var step)
        {
            return Refusal.Invalid("premises", $"#{step} is a step, and premises are nodes. Choose nodes only.");
        }

        var steps = chosen.Select(number => map.Tree.StepUp(number)).ToList();
        if (steps.Any(up => up?.Target != steps[0]?.Target) || steps[0] is not { } first)
        {
            return Refusal.Invalid("premises", $"{StepWords.List([.. chosen])} are not about the same thing, so they cannot work together. Move them to the same node or step first.");
        }

        return steps.Any(up => up!.Kind != first.Kind)
            ? Refusal.Invalid("premises", $"{StepWords.List([.. chosen])} do not do the same to #{first.Target}. Linked premises are all of one kind.")
            : new GroupPremises.Request([.. chosen], first.Target, first.Kind.ToString());
    }

    /// <summary>The step whose premises can be taken apart: the chosen one, or that of the chosen node; null when there is none.</summary>
    public static int? Linked(MapView map, int number) =>
        (map.Relations.ContainsKey(number) ? map.Graph.RelationAt(number) : map.Tree.StepUp(number)) is { Premises.Length: > 1 } step ? step.Number : null;
}
