using ArgMap.Argumentation.Standing;

namespace ArgMap.Argumentation.Tests;

public sealed class RandomMapsTests
{
    [Fact]
    public void Random_maps_are_large_and_varied_enough_to_test_with()
    {
        var labels = new List<Argumentation.Standing.Standing>();
        RandomMaps.ForAnyMap(map =>
        {
            var labelling = GroundedLabelling.Of(map);
            labels.AddRange(map.Nodes.Where(map.IsLive).Select(node => labelling.OfNode(node.Number)));
        });

        Assert.True(labels.Count > 5_000, $"1,000 maps have {labels.Count} nodes.");
        Assert.All(labels.CountBy(label => label), count => Assert.True(count.Value > labels.Count / 20, $"{count.Key}: {count.Value} of {labels.Count}."));
        Assert.Equal(3, labels.Distinct().Count());
    }
}
