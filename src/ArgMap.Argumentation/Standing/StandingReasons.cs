using System.Globalization;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Standing;

/// <summary>Says in plain words why a node or a step has the standing it has, by naming the steps and premises that decide it.</summary>
/// <remarks>Things are named by number, such as <c>#12</c>. The words follow the rules of <see cref="GroundedLabelling"/> one step back, no further.</remarks>
public sealed class StandingReasons
{
    private const int Shown = 5;

    private readonly ArgumentMap map;
    private readonly GroundedLabelling labelling;

    private StandingReasons(ArgumentMap map, GroundedLabelling labelling)
    {
        this.map = map;
        this.labelling = labelling;
    }

    /// <summary>Why a claim or a step stands or falls, why a question is open; one sentence.</summary>
    /// <param name="map">Any map.</param>
    /// <param name="labelling">The labelling of the same map.</param>
    /// <param name="number">Number of a node or a relation.</param>
    /// <returns>The sentence, or null when the number names nothing that takes part in the argument.</returns>
    public static string? Of(ArgumentMap map, GroundedLabelling labelling, int number)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(labelling);
        var reasons = new StandingReasons(map, labelling);
        return (map.NodeAt(number), map.RelationAt(number)) switch
        {
            ({ } node, _) when map.IsLive(node) => node.Kind is NodeKind.Question ? reasons.OfQuestion(number) : reasons.OfClaim(number),
            (_, { } step) when map.IsLive(step) => reasons.OfStep(step),
            _ => null,
        };
    }

    private string OfClaim(int number)
    {
        var standing = labelling.OfNode(number);
        return $"{Word(standing)}: {Join(Own(number, standing, "it"))}.";
    }

    private string OfQuestion(int number)
    {
        var answers = map.Onto(number).Where(step => step.Kind is RelationKind.Answer).ToList();
        var held = With(answers, Standing.Stands);
        var disputed = With(answers, Standing.Undecided);
        var fallen = With(answers, Standing.Defeated);
        var sentence = (held.Count, disputed.Count, fallen.Count) switch
        {
            ( > 0, _, _) => $"Answered: {The("answer", held)} {Are(held, "stands", "stand")}",
            (_, > 0, _) => $"Answered, but not beyond dispute: {The("answer", disputed)} {Are(disputed, "is", "are")} undecided",
            (_, _, > 0) => $"Open: {The("answer", fallen)} {Are(fallen, "is", "are")} defeated",
            _ => "Open: nobody has answered it",
        };
        return labelling.OfNode(number) is Standing.Stands ? $"{sentence}." : $"{sentence}; and {Join(Own(number, labelling.OfNode(number), "it"))}.";
    }

    private string OfStep(Relation step)
    {
        var force = labelling.Force(step.Number);
        var premises = step.Premises.Where(premise => labelling.OfNode(premise) == force).ToList();
        var reasons = new List<string>();
        if (force is Standing.Stands && premises.Count > 0)
        {
            reasons.Add($"its {Are(premises, "premise", "premises")} {List(premises)} {(premises.Count switch { 1 => "stands", 2 => "both stand", _ => "all stand" })}");
        }
        else if (premises.Count > 0)
        {
            reasons.Add($"its {Are(premises, "premise", "premises")} {List(premises)} {Are(premises, "is", "are")} {(force is Standing.Defeated ? "defeated" : "undecided")}");
        }

        if (labelling.OfRelation(step.Number) == force)
        {
            reasons.AddRange(Own(step.Number, force, "the step"));
        }

        var word = force switch
        {
            Standing.Stands => "In force",
            Standing.Defeated => "Not in force",
            _ => "Undecided",
        };
        return $"{word}: {Join(reasons)}.";
    }

    /// <summary>What makes a thing fare as it does by itself: the objections onto it and what it presupposes.</summary>
    private IEnumerable<string> Own(int number, Standing standing, string it)
    {
        var objections = map.Onto(number).Where(step => step.Kind is RelationKind.Objection).ToList();
        var prerequisites = map.Onto(number).Where(step => step.Kind is RelationKind.Prerequisite).ToList();
        return standing switch
        {
            Standing.Stands => WhyStands(objections, prerequisites, it),
            Standing.Defeated => WhyDefeated(objections, prerequisites, it),
            _ => WhyUndecided(objections, prerequisites, it),
        };
    }

    private IEnumerable<string> WhyStands(List<Relation> objections, List<Relation> prerequisites, string it)
    {
        if (objections.Count == 0)
        {
            yield return $"nobody has objected to {it}";
        }
        else
        {
            var numbers = Numbers(objections);
            yield return objections.Count == 1 ? $"the objection {List(numbers)} to {it} is defeated" : $"all objections to {it}, {List(numbers)}, are defeated";
        }

        var presupposed = prerequisites.Where(step => labelling.OfRelation(step.Number) is not Standing.Defeated).SelectMany(step => step.Premises).Distinct().ToList();
        if (presupposed.Count > 0)
        {
            yield return $"what {it} presupposes, {List(presupposed)}, stands";
        }
    }

    private IEnumerable<string> WhyDefeated(List<Relation> objections, List<Relation> prerequisites, string it)
    {
        var inForce = With(objections, Standing.Stands);
        if (inForce.Count > 0)
        {
            yield return $"{The("objection", inForce)} to {it} {Are(inForce, "is", "are")} in force";
        }

        var fallen = prerequisites.Where(step => labelling.OfRelation(step.Number) is Standing.Stands)
            .SelectMany(step => step.Premises).Where(premise => labelling.OfNode(premise) is Standing.Defeated).Distinct().ToList();
        if (fallen.Count > 0)
        {
            yield return $"{it} presupposes {List(fallen)}, which {Are(fallen, "is", "are")} defeated";
        }
    }

    private IEnumerable<string> WhyUndecided(List<Relation> objections, List<Relation> prerequisites, string it)
    {
        var open = With(objections, Standing.Undecided);
        if (open.Count > 0)
        {
            yield return $"{The("objection", open)} to {it} {Are(open, "is", "are")} undecided";
        }

        var presupposed = prerequisites.Where(step => labelling.OfRelation(step.Number) is not Standing.Defeated).ToList();
        var unsettled = presupposed.SelectMany(step => step.Premises).Where(premise => labelling.OfNode(premise) is Standing.Undecided).Distinct().ToList();
        if (unsettled.Count > 0)
        {
            yield return $"{it} presupposes {List(unsettled)}, which {Are(unsettled, "is", "are")} undecided";
        }

        var disputed = presupposed.Where(step => labelling.OfRelation(step.Number) is Standing.Undecided)
            .SelectMany(step => step.Premises).Where(premise => labelling.OfNode(premise) is Standing.Defeated).Distinct().ToList();
        if (disputed.Count > 0)
        {
            yield return $"it is undecided whether {it} presupposes {List(disputed)}, which {Are(disputed, "is", "are")} defeated";
        }
    }

    private List<int> With(IEnumerable<Relation> steps, Standing force) =>
        [.. steps.Where(step => labelling.Force(step.Number) == force).Select(step => step.Number)];

    private static List<int> Numbers(IEnumerable<Relation> steps) => [.. steps.Select(step => step.Number)];

    private static string Word(Standing standing) => standing switch
    {
        Standing.Stands => "Stands",
        Standing.Defeated => "Defeated",
        _ => "Undecided",
    };

    private static string The(string noun, IReadOnlyList<int> numbers) => $"the {noun}{(numbers.Count == 1 ? "" : "s")} {List(numbers)}";

    private static string Are(IReadOnlyList<int> numbers, string one, string several) => numbers.Count == 1 ? one : several;

    private static string List(IReadOnlyList<int> numbers)
    {
        var names = numbers.Take(Shown).Select(number => string.Create(CultureInfo.InvariantCulture, $"#{number}")).ToList();
        if (numbers.Count > Shown)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"{numbers.Count - Shown} more"));
        }

        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    private static string Join(IEnumerable<string> reasons) => string.Join(", and ", reasons);
}
