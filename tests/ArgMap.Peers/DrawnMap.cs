using System.Text.Json;
using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Peers;

/// <summary>A map laid out for the peers by the layout that our server uses, so that theirs costs them nothing: boxes, and lines from premises to what they are about.</summary>
/// <param name="Boxes">The nodes, in the size our picture gives them.</param>
/// <param name="Lines">One for each premise. A step is no box of its own for the peers, and an undercut, which they cannot draw, leads to the node that the step it attacks is about.</param>
internal sealed record DrawnMap(IReadOnlyList<DrawnMap.Box> Boxes, IReadOnlyList<DrawnMap.Line> Lines)
{
    private const double Width = 252;
    private const double Frame = 54;
    private const double LineHeight = 20;
    private const int MostLines = 8;

    public sealed record Box(int Number, string Kind, string Text, int Lines, double Left, double Top, double Width, double Height);

    public sealed record Line(int From, int To, string Kind);

    public static DrawnMap Of(GeneratedMap map)
    {
        var tree = MapTree.Of(map.Map);
        var numbers = map.Map.Nodes.Select(node => node.Number).ToList();
        var at = numbers.Index().ToDictionary(each => each.Item, each => each.Index);
        var lines = numbers.ConvertAll(number => Math.Min(TextMeasure.Lines(map.TextOf(number), Width - 26, 14.4), MostLines));
        var parents = numbers.ConvertAll(number => tree.StepUp(number) is { } step ? at[NodeAttacked(map, step.Target)] : TidyTree.NoParent);
        var places = TidyTree.Place([.. lines.Select(count => new Size(Width, Frame + (count * LineHeight)))], parents, 14, 200, TreeDirection.LeftToRight);
        return new DrawnMap(
            [.. numbers.Select((number, index) => new Box(number, Word(tree.RoleOf(number)), map.TextOf(number), lines[index], places[index].Left, places[index].Top, Width, places[index].Height))],
            [.. map.Map.Relations.SelectMany(step => step.Premises.Select(premise => new Line(premise, NodeAttacked(map, step.Target), Word(step.Kind))))]);
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    private static string Word<T>(T kind)
        where T : struct, Enum =>
        kind.ToString().ToLowerInvariant();

    private static int NodeAttacked(GeneratedMap map, int target)
    {
        while (map.Map.RelationAt(target) is { } step)
        {
            target = step.Target;
        }

        return target;
    }
}
