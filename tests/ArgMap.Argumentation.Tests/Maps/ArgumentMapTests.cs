using ArgMap.Argumentation.Maps;
using static ArgMap.Argumentation.Maps.RelationKind;

namespace ArgMap.Argumentation.Tests.Maps;

public sealed class ArgumentMapTests
{
    private static readonly Node[] Nodes = [new(1, NodeKind.Claim), new(2, NodeKind.Claim), new(3, NodeKind.Claim)];
    private static readonly Relation[] Relations = [new(10, Support, [2], 1), new(11, Objection, [3], 10), new(12, Objection, [1], 11)];

    [Fact]
    public void Withdrawing_a_node_silences_every_step_that_rests_on_it_and_restoring_it_brings_them_back()
    {
        var withdrawn = new ArgumentMap([Nodes[0], Nodes[1] with { IsWithdrawn = true }, Nodes[2]], Relations);

        Assert.DoesNotContain(withdrawn.Relations, withdrawn.IsLive);
        Assert.Empty(withdrawn.Onto(1));
        var restored = new ArgumentMap(Nodes, Relations);
        Assert.All(restored.Relations, relation => Assert.True(restored.IsLive(relation)));
        Assert.Equal([10], restored.Onto(1).Select(relation => relation.Number));
        Assert.Equal([12], restored.From(1).Select(relation => relation.Number));
    }

    [Fact]
    public void Steps_with_missing_ends_and_circles_of_steps_are_not_live()
    {
        var map = new ArgumentMap(Nodes, [new(10, Support, [9], 1), new(11, Support, [1], 99), new(12, Objection, [1], 13), new(13, Objection, [1], 12)]);

        Assert.DoesNotContain(map.Relations, map.IsLive);
    }

    [Fact]
    public void A_number_names_one_thing()
    {
        Assert.Throws<ArgumentException>(() => new ArgumentMap([Nodes[0], Nodes[0]], []));
        Assert.Throws<ArgumentException>(() => new ArgumentMap(Nodes, [Relations[0], Relations[0]]));
        Assert.Throws<ArgumentException>(() => new ArgumentMap(Nodes, [new(3, Support, [2], 1)]));
    }

    [Fact]
    public void Things_are_listed_by_number_and_found_by_it()
    {
        var map = new ArgumentMap(Nodes.Reverse(), Relations.Reverse());

        Assert.Equal([1, 2, 3], map.Nodes.Select(node => node.Number));
        Assert.Equal([10, 11, 12], map.Relations.Select(relation => relation.Number));
        Assert.Equal((2, 11), (map.NodeAt(2)?.Number, map.RelationAt(11)?.Number));
        Assert.True(map.NodeAt(10) is null && map.RelationAt(1) is null);
    }
}
