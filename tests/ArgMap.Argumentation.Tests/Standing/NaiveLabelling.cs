using ArgMap.Argumentation.Maps;
using static ArgMap.Argumentation.Standing.Standing;
using Label = ArgMap.Argumentation.Standing.Standing;

namespace ArgMap.Argumentation.Tests.Standing;

/// <summary>The definition of docs/standing.md, word for word: apply every rule to everything until nothing changes.</summary>
internal sealed class NaiveLabelling
{
    private Dictionary<int, Label> own = [];
    private Dictionary<int, Label> force = [];

    public static NaiveLabelling Of(ArgumentMap map)
    {
        var live = map.Relations.Where(map.IsLive).ToList();
        var things = map.Nodes.Where(map.IsLive).Select(node => node.Number).Concat(live.Select(relation => relation.Number)).ToList();
        var now = new NaiveLabelling();
        while (true)
        {
            var next = new NaiveLabelling
            {
                own = things.ToDictionary(thing => thing, thing => now.OwnByTheRules(live, thing)),
                force = live.ToDictionary(relation => relation.Number, now.ForceByTheRules),
            };
            if (things.All(thing => now.Own(thing) == next.Own(thing)) && live.All(relation => now.Force(relation.Number) == next.Force(relation.Number)))
            {
                return now;
            }

            now = next;
        }
    }

    public Label Own(int thing) => own.GetValueOrDefault(thing);

    public Label Force(int relation) => force.GetValueOrDefault(relation);

    private Label OwnByTheRules(List<Relation> live, int thing)
    {
        var objections = live.Where(relation => relation.Target == thing && relation.Kind is RelationKind.Objection).ToList();
        var prerequisites = live.Where(relation => relation.Target == thing && relation.Kind is RelationKind.Prerequisite).ToList();
        if (objections.Any(objection => Force(objection.Number) == Stands)
            || prerequisites.Any(step => Own(step.Number) == Stands && step.Premises.Any(premise => Own(premise) == Defeated)))
        {
            return Defeated;
        }

        var stands = objections.All(objection => Force(objection.Number) == Defeated)
            && prerequisites.All(step => Own(step.Number) == Defeated || step.Premises.All(premise => Own(premise) == Stands));
        return stands ? Stands : Undecided;
    }

    private Label ForceByTheRules(Relation relation)
    {
        if (Own(relation.Number) == Defeated || relation.Premises.Any(premise => Own(premise) == Defeated))
        {
            return Defeated;
        }

        return Own(relation.Number) == Stands && relation.Premises.All(premise => Own(premise) == Stands) ? Stands : Undecided;
    }
}
