using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Standing;

/// <summary>Which nodes and steps of a map stand, which are defeated, and which the map leaves undecided.</summary>
/// <remarks>
/// The three-valued grounded labelling (Dung 1995), with prerequisites as necessities (Nouioua and Risch 2010) and undercuts as
/// attacks on relations (Baroni, Cerutti, Giacomin and Guida 2011). It is the least fixpoint, in the order "undecided is less
/// than either label", of these rules over everything live:
/// <list type="bullet">
/// <item>A node or step is <em>defeated</em> when an objection onto it is in force, or when a prerequisite step onto it stands and has a defeated premise.</item>
/// <item>It <em>stands</em> when the force of every objection onto it is defeated, and every prerequisite step onto it is itself defeated or has only premises that stand.</item>
/// <item>A step is <em>in force</em> when it and all its premises stand; its force is <em>defeated</em> when it or one of its premises is defeated.</item>
/// </list>
/// Supports, answers, questions and restatements are labelled like every step and never change the standing of anything.
/// Time and memory are linear in the number of things and premises. Any graph is accepted, sound or not.
/// docs/standing.md has the definition with worked examples.
/// </remarks>
public sealed class GroundedLabelling
{
    private readonly ArgumentMap map;
    private readonly Dictionary<int, int> indexOf;
    private readonly int[] numbers;

    /// <summary>How the thing itself fares: a node, or a step regardless of its premises.</summary>
    private readonly Standing[] own;

    /// <summary>Steps only: how the step fares together with its premises.</summary>
    private readonly Standing[] force;

    /// <summary>Objections onto the thing whose force is not known to be defeated, and prerequisite steps onto it not known to be met.</summary>
    private readonly int[] threats;

    /// <summary>Steps only: premises not known to stand.</summary>
    private readonly int[] premisesToStand;

    /// <summary>Steps only: a premise is known to be defeated.</summary>
    private readonly bool[] hasFallenPremise;

    /// <summary>Prerequisite steps only: it can no longer make its target fall, and is not counted among its threats.</summary>
    private readonly bool[] isMet;

    /// <summary>Things whose own label has just been found and whose neighbours have yet to be told.</summary>
    private readonly Queue<int> found = new();

    private GroundedLabelling(ArgumentMap map)
    {
        this.map = map;
        numbers = [.. map.Nodes.Where(map.IsLive).Select(node => node.Number), .. map.Relations.Where(map.IsLive).Select(relation => relation.Number)];
        indexOf = new Dictionary<int, int>(numbers.Length);
        for (var index = 0; index < numbers.Length; index++)
        {
            indexOf.Add(numbers[index], index);
        }

        own = new Standing[numbers.Length];
        force = new Standing[numbers.Length];
        threats = new int[numbers.Length];
        premisesToStand = new int[numbers.Length];
        hasFallenPremise = new bool[numbers.Length];
        isMet = new bool[numbers.Length];
        Count();
        Spread();
    }

    /// <summary>How many times a thing told a neighbour its label: at most once per premise and twice per step, whatever the map's shape.</summary>
    internal int Messages { get; private set; }

    /// <summary>Labels every live node and step of a map.</summary>
    /// <param name="map">Any map; its invariants need not hold.</param>
    public static GroundedLabelling Of(ArgumentMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new GroundedLabelling(map);
    }

    /// <summary>How a node fares. A number that names no live node has no standing: <see cref="Standing.Undecided"/>.</summary>
    public Standing OfNode(int number) =>
        indexOf.TryGetValue(number, out var index) && map.RelationAt(number) is null ? own[index] : Standing.Undecided;

    /// <summary>
    /// How a step itself fares, whatever its premises do: defeated when it is undercut, or when something the step presupposes has fallen.
    /// A number that names no live step has no standing: <see cref="Standing.Undecided"/>.
    /// </summary>
    public Standing OfRelation(int number) =>
        indexOf.TryGetValue(number, out var index) && map.RelationAt(number) is not null ? own[index] : Standing.Undecided;

    /// <summary>
    /// Whether a step is in force: <see cref="Standing.Stands"/> when it and all its premises stand, <see cref="Standing.Defeated"/> when
    /// it or one of its premises is defeated, else <see cref="Standing.Undecided"/>; that too for a number that names no live step.
    /// </summary>
    public Standing Force(int number) => indexOf.TryGetValue(number, out var index) ? force[index] : Standing.Undecided;

    private void Count()
    {
        foreach (var relation in map.Relations.Where(map.IsLive))
        {
            var index = indexOf[relation.Number];
            premisesToStand[index] = relation.Premises.Length;
            isMet[index] = relation.Premises.IsEmpty;
            if (relation.Kind is RelationKind.Objection || (relation.Kind is RelationKind.Prerequisite && !isMet[index]))
            {
                threats[indexOf[relation.Target]]++;
            }
        }
    }

    private void Spread()
    {
        for (var index = 0; index < numbers.Length; index++)
        {
            if (threats[index] == 0)
            {
                Find(index, Standing.Stands);
            }
        }

        while (found.TryDequeue(out var index))
        {
            var number = numbers[index];
            if (map.RelationAt(number) is { } step)
            {
                OnStepLabelled(step, index);
            }
            else
            {
                foreach (var from in map.From(number))
                {
                    OnPremiseLabelled(from, own[index]);
                }
            }
        }
    }

    private void Find(int index, Standing label)
    {
        if (own[index] is Standing.Undecided)
        {
            own[index] = label;
            found.Enqueue(index);
        }
    }

    private void OnPremiseLabelled(Relation step, Standing label)
    {
        Messages++;
        var index = indexOf[step.Number];
        if (label is Standing.Defeated)
        {
            if (hasFallenPremise[index])
            {
                return;
            }

            hasFallenPremise[index] = true;
            SetForce(step, index, Standing.Defeated);
            if (step.Kind is RelationKind.Prerequisite && own[index] is Standing.Stands)
            {
                Defeat(step.Target);
            }
        }
        else if (--premisesToStand[index] == 0)
        {
            if (own[index] is Standing.Stands)
            {
                SetForce(step, index, Standing.Stands);
            }

            Meet(step, index);
        }
    }

    private void OnStepLabelled(Relation step, int index)
    {
        if (own[index] is Standing.Defeated)
        {
            SetForce(step, index, Standing.Defeated);
            Meet(step, index);
            return;
        }

        if (premisesToStand[index] == 0)
        {
            SetForce(step, index, Standing.Stands);
        }

        if (step.Kind is RelationKind.Prerequisite && hasFallenPremise[index])
        {
            Defeat(step.Target);
        }
    }

    private void Meet(Relation step, int index)
    {
        if (step.Kind is RelationKind.Prerequisite && !isMet[index])
        {
            isMet[index] = true;
            LetGo(step.Target);
        }
    }

    private void SetForce(Relation step, int index, Standing label)
    {
        if (force[index] is not Standing.Undecided)
        {
            return;
        }

        force[index] = label;
        if (step.Kind is not RelationKind.Objection)
        {
            return;
        }

        if (label is Standing.Stands)
        {
            Defeat(step.Target);
        }
        else
        {
            LetGo(step.Target);
        }
    }

    private void Defeat(int target)
    {
        Messages++;
        Find(indexOf[target], Standing.Defeated);
    }

    private void LetGo(int target)
    {
        Messages++;
        var index = indexOf[target];
        if (--threats[index] == 0)
        {
            Find(index, Standing.Stands);
        }
    }
}
