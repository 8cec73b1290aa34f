using ArgMap.Argumentation.Maps;
using static ArgMap.Argumentation.Maps.RelationKind;

namespace ArgMap.Argumentation.Tests.Maps;

public sealed class MapTreeTests
{
    [Fact]
    public void Every_live_node_and_step_is_in_the_tree_exactly_once() => RandomMaps.ForAnyMap(map =>
    {
        var tree = MapTree.Of(map);
        var (nodes, steps) = Walk(tree);

        Assert.Equal(map.Nodes.Where(map.IsLive).Select(node => node.Number), nodes.Order());
        Assert.Equal(map.Relations.Where(map.IsLive).Select(relation => relation.Number), steps.Order());
    });

    [Fact]
    public void The_map_s_root_comes_first_then_what_is_no_premise_then_entries_into_circles() => RandomMaps.ForAnyMap(map =>
    {
        var tree = MapTree.Of(map);
        var live = map.Nodes.Where(map.IsLive).Select(node => node.Number).ToList();
        var expected = new List<int>();
        if (map.Root is { } root && live.Contains(root))
        {
            expected.Add(root);
        }

        expected.AddRange(live.Where(node => !expected.Contains(node) && map.From(node).Count == 0));

        Assert.Equal(expected, tree.Roots.Take(expected.Count));
        var circles = tree.Roots.Skip(expected.Count).ToList();
        Assert.Equal(circles.Order(), circles);
        Assert.All(circles, entry =>
        {
            // Whatever leads to the entry is also led to by it: all of them are one circle, and the entry is its lowest number.
            var below = Reach(map, entry);
            var above = live.Where(node => Reach(map, node).Contains(entry)).ToList();
            Assert.All(above, node => Assert.Contains(node, below));
            Assert.Equal(entry, above.Append(entry).Min());
            Assert.Contains(entry, above);
        });
    });

    [Fact]
    public void The_way_up_is_the_shortest_there_is_to_the_map_s_root() => RandomMaps.ForAnyMap(map =>
    {
        var tree = MapTree.Of(map);
        foreach (var root in tree.Roots.Take(1))
        {
            var steps = StepsBelow(map, root);
            foreach (var node in map.Nodes.Where(map.IsLive).Select(node => node.Number))
            {
                if (steps.TryGetValue(node, out var distance))
                {
                    Assert.Equal((node, distance), (node, tree.Depth(node)));
                    Assert.Equal((node, root), (node, tree.PathToRoot(node)[^1]));
                }
            }
        }
    });

    [Fact]
    public void A_path_goes_from_the_thing_to_a_root_and_each_step_is_about_the_next() => RandomMaps.ForAnyMap(map =>
    {
        var tree = MapTree.Of(map);
        foreach (var number in map.Numbers())
        {
            var path = tree.PathToRoot(number);
            var relation = map.RelationAt(number);
            Assert.Equal(relation is null ? map.IsLive(map.NodeAt(number)!) : map.IsLive(relation), path.Count > 0);
            for (var index = 0; index + 1 < path.Count; index++)
            {
                var next = map.RelationAt(path[index]) is { } step ? step.Target : tree.StepUp(path[index])?.Number;
                Assert.Equal(path[index + 1], next);
            }

            if (path.Count > 0)
            {
                Assert.Equal(number, path[0]);
                Assert.Contains(path[^1], tree.Roots);
                Assert.True(relation is not null || tree.Depth(number) == path.Count(on => map.RelationAt(on) is not null));
            }
        }
    });

    [Fact]
    public void A_node_s_descendants_are_the_nodes_whose_path_passes_through_it() => RandomMaps.ForAnyMap(map =>
    {
        var tree = MapTree.Of(map);
        var paths = map.Nodes.Select(node => tree.PathToRoot(node.Number)).ToList();

        Assert.All(map.Nodes, node => Assert.Equal(paths.Count(path => path.Skip(1).Contains(node.Number)), tree.Descendants(node.Number)));
    });

    [Fact]
    public void The_same_map_in_another_order_gives_the_same_tree() => RandomMaps.ForAnyMap(map =>
    {
        var (one, other) = (MapTree.Of(map), MapTree.Of(new ArgumentMap(map.Nodes.Reverse(), map.Relations.Reverse(), map.Root)));

        Assert.Equal(one.Roots, other.Roots);
        Assert.All(map.Numbers(), number =>
        {
            Assert.Equal(one.StepsOnto(number).Select(step => step.Number), other.StepsOnto(number).Select(step => step.Number));
            Assert.Equal(one.OwnPremises(number), other.OwnPremises(number));
            Assert.Equal(one.PathToRoot(number), other.PathToRoot(number));
        });
    });

    [Fact]
    public void Steps_are_read_by_kind_and_then_by_number()
    {
        var tree = Read(
            Claims(3), new(10, Question, [2], 1), new(11, Objection, [2], 1), new(12, Support, [2], 1), new(13, Prerequisite, [2], 1),
            new(14, Answer, [2], 1), new(15, Restatement, [2], 1), new(16, Objection, [3], 1), new(17, Support, [3], 1, IsWithdrawn: true));

        Assert.Equal([15, 14, 13, 12, 11, 16, 10], tree.StepsOnto(1).Select(step => step.Number));
        Assert.Empty(tree.StepsOnto(2));
    }

    [Fact]
    public void A_node_with_several_parents_has_one_place_and_is_linked_from_the_others()
    {
        var tree = Read(Claims(4), new(10, Support, [2, 3], 1), new(11, Objection, [3, 4], 1), new(12, Support, [4], 2));

        Assert.Equal([2, 3], tree.OwnPremises(10));
        Assert.Equal([4], tree.OwnPremises(11));
        Assert.Empty(tree.OwnPremises(12));
        Assert.Equal((Role.Thesis, Role.Support, Role.Support, Role.Objection), (tree.RoleOf(1), tree.RoleOf(2), tree.RoleOf(3), tree.RoleOf(4)));
        Assert.Equal((3, 0), (tree.Descendants(1), tree.Descendants(2)));
    }

    [Fact]
    public void The_path_of_an_undercut_passes_from_step_to_step()
    {
        var tree = Read(Claims(3), new(10, Support, [2], 1), new(11, Objection, [3], 10));

        Assert.Equal([3, 11, 10, 1], tree.PathToRoot(3));
        Assert.Equal([11, 10, 1], tree.PathToRoot(11));
        Assert.Equal((1, 2, 2), (tree.Depth(2), tree.Depth(3), tree.Descendants(1)));
        Assert.Equal([11], tree.StepsOnto(10).Select(step => step.Number));
    }

    [Fact]
    public void A_shorter_way_wins_over_one_that_is_read_earlier()
    {
        var tree = Read(Claims(3), new(10, Restatement, [2], 1), new(11, Support, [3], 2), new(12, Question, [3], 1));

        Assert.Equal([3, 12, 1], tree.PathToRoot(3));
    }

    [Fact]
    public void What_the_map_s_root_leads_to_hangs_below_it_even_when_another_thesis_is_nearer()
    {
        var map = new ArgumentMap(Claims(4), [new(10, Support, [3], 2), new(11, Support, [4], 3), new(12, Objection, [4], 1)], root: 2);
        var tree = MapTree.Of(map);

        Assert.Equal([2, 1], tree.Roots);
        Assert.Equal([4, 11, 3, 10, 2], tree.PathToRoot(4));
        Assert.Empty(tree.OwnPremises(12));
    }

    [Fact]
    public void A_circle_is_entered_at_its_lowest_number_and_not_from_below_it()
    {
        var tree = Read(Claims(4), new(10, Objection, [3], 4), new(11, Objection, [4], 3), new(12, Support, [2], 3), new(13, Support, [1], 2));

        Assert.Equal([3], tree.Roots);
        Assert.Equal([1, 13, 2, 12, 3], tree.PathToRoot(1));
    }

    [Fact]
    public void A_question_that_hangs_from_nothing_is_a_question_and_an_answer_is_one()
    {
        var tree = Read([new(1, NodeKind.Question), new(2, NodeKind.Claim), new(3, NodeKind.Question), new(4, NodeKind.Claim), new(5, NodeKind.Claim)],
            new(10, Answer, [2], 1), new(11, Question, [3], 2), new(12, Prerequisite, [4], 2), new(13, Restatement, [5], 2));

        Assert.Equal([Role.Question, Role.Answer, Role.Question, Role.Prerequisite, Role.Restatement], Enumerable.Range(1, 5).Select(tree.RoleOf));
    }

    [Fact]
    public void Withdrawn_and_unknown_things_are_not_in_the_tree()
    {
        var tree = Read([new(1, NodeKind.Claim), new(2, NodeKind.Claim, IsWithdrawn: true)], new Relation(10, Support, [2], 1));

        Assert.Equal([1], tree.Roots);
        Assert.Empty(tree.StepsOnto(1));
        Assert.Empty(tree.PathToRoot(2));
        Assert.Empty(tree.PathToRoot(10));
        Assert.Empty(tree.PathToRoot(99));
        Assert.Equal(Role.Thesis, tree.RoleOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.RoleOf(99));
    }

    [Fact]
    public void An_empty_map_has_no_roots() => Assert.Empty(Read([]).Roots);

    [Fact]
    public void A_chain_of_100_000_nodes_can_be_read()
    {
        const int Length = 100_000;
        var tree = Read(Claims(Length), [.. Enumerable.Range(1, Length - 1).Select(number => new Relation(Length + number, Support, [number + 1], number))]);

        Assert.Equal((Length - 1, Length - 1), (tree.Depth(Length), tree.Descendants(1)));
        Assert.Equal((2 * Length) - 1, tree.PathToRoot(Length).Count);
    }

    [Fact]
    public void A_circle_of_100_000_nodes_can_be_read()
    {
        const int Length = 100_000;
        var tree = Read(Claims(Length), [.. Enumerable.Range(1, Length).Select(number => new Relation(Length + number, Support, [(number % Length) + 1], number))]);

        Assert.Equal([1], tree.Roots);
        Assert.Equal(Length - 1, tree.Descendants(1));
    }

    [Fact]
    public void A_chain_of_100_000_undercuts_can_be_read()
    {
        const int Length = 100_000;
        var tree = Read(Claims(Length + 1), [.. Enumerable.Range(0, Length).Select(index => new Relation(Length + 10 + index, Objection, [index + 2], index == 0 ? 1 : Length + 9 + index))]);

        Assert.Equal((Length, Length), (tree.Depth(Length + 1), tree.Descendants(1)));
    }

    [Fact]
    public void A_hub_of_100_000_steps_can_be_read()
    {
        const int Length = 100_000;
        var tree = Read(Claims(Length), [.. Enumerable.Range(2, Length - 1).Select(number => new Relation(Length + number, number % 2 == 0 ? Objection : Support, [number], 1))]);

        Assert.Equal((Length - 1, Support, Objection), (tree.Descendants(1), tree.StepsOnto(1)[0].Kind, tree.StepsOnto(1)[^1].Kind));
    }

    private static IEnumerable<Node> Claims(int count) => Enumerable.Range(1, count).Select(number => new Node(number, NodeKind.Claim));

    private static MapTree Read(IEnumerable<Node> nodes, params Relation[] relations) => MapTree.Of(new ArgumentMap(nodes, relations));

    private static (List<int> Nodes, List<int> Steps) Walk(MapTree tree)
    {
        var (nodes, steps) = (new List<int>(), new List<int>());
        var next = new Stack<int>();
        foreach (var root in tree.Roots)
        {
            nodes.Add(root);
            next.Push(root);
        }

        while (next.TryPop(out var number))
        {
            foreach (var step in tree.StepsOnto(number))
            {
                steps.Add(step.Number);
                nodes.AddRange(tree.OwnPremises(step.Number));
                next.Push(step.Number);
                foreach (var premise in tree.OwnPremises(step.Number))
                {
                    Assert.Equal(step.Number, tree.StepUp(premise)?.Number);
                    next.Push(premise);
                }
            }
        }

        return (nodes, steps);
    }

    /// <summary>The nodes that lie below a node in the graph; the node itself only if it lies on a circle.</summary>
    private static HashSet<int> Reach(ArgumentMap map, int node) =>
        [.. map.Relations.Where(map.IsLive).Where(relation => FinalTarget(map, relation) == node)
            .SelectMany(relation => relation.Premises).SelectMany(premise => StepsBelow(map, premise).Keys)];

    private static int FinalTarget(ArgumentMap map, Relation relation)
    {
        while (map.RelationAt(relation.Target) is { } next)
        {
            relation = next;
        }

        return relation.Target;
    }

    /// <summary>How many steps each node is below a node, by relaxing every step until nothing gets shorter.</summary>
    private static Dictionary<int, int> StepsBelow(ArgumentMap map, int root)
    {
        var distance = new Dictionary<int, int> { [root] = 0 };
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var relation in map.Relations.Where(map.IsLive).Where(relation => distance.ContainsKey(relation.Target)))
            {
                foreach (var number in relation.Premises.Append(relation.Number))
                {
                    if (!distance.TryGetValue(number, out var known) || known > distance[relation.Target] + 1)
                    {
                        distance[number] = distance[relation.Target] + 1;
                        changed = true;
                    }
                }
            }
        }

        return distance;
    }
}
