using System.Text.Json;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Argumentation.Tests.Layout;

/// <summary>Against the reference results in Vectors/tidy-tree.json, which an independent implementation of the paper computed.</summary>
public sealed class TidyTreeVectorTests
{
    private const double Tolerance = 0.01;

    public static TheoryData<string> Names => [.. Cases().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reference_tree_is_placed_as_the_reference_places_it(string name)
    {
        var item = Cases().Single(candidate => candidate.Name == name);
        var boxes = TidyTree.Place(
            [.. item.Nodes.Select(node => new Size(node.Width, node.Height))],
            [.. item.Nodes.Select(node => node.Parent ?? TidyTree.NoParent)],
            item.GapX,
            item.GapY);
        foreach (var node in item.Nodes)
        {
            Assert.Equal(node.Left, boxes[node.Id].Left, Tolerance);
            Assert.Equal(node.Top, boxes[node.Id].Top, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Left_to_right_is_top_down_with_the_axes_exchanged(string name)
    {
        var item = Cases().Single(candidate => candidate.Name == name);
        var boxes = TidyTree.Place(
            [.. item.Nodes.Select(node => new Size(node.Height, node.Width))],
            [.. item.Nodes.Select(node => node.Parent ?? TidyTree.NoParent)],
            item.GapX,
            item.GapY,
            TreeDirection.LeftToRight);
        foreach (var node in item.Nodes)
        {
            Assert.Equal(node.Left, boxes[node.Id].Top, Tolerance);
            Assert.Equal(node.Top, boxes[node.Id].Left, Tolerance);
        }
    }

    [Fact]
    public void All_forty_reference_trees_are_there() => Assert.Equal(40, Cases().Count);

    private static List<VectorCase> Cases()
    {
        using var stream = typeof(TidyTreeVectorTests).Assembly.GetManifestResourceStream("tidy-tree.json")!;
        var file = JsonSerializer.Deserialize<VectorFile>(stream, JsonSerializerOptions.Web);
        return file?.Cases ?? [];
    }

    private sealed record VectorFile(List<VectorCase> Cases);

    private sealed record VectorCase(string Name, double GapX, double GapY, List<VectorNode> Nodes);

    private sealed record VectorNode(int Id, int? Parent, double Width, double Height, double Left, double Top);
}
