using System.Collections.Immutable;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Server.Maps;

/// <summary>What a reader wants to know of a map before anything else.</summary>
public sealed class MapFacts
{
    private MapFacts(MapView map)
    {
        var (graph, tree, standing) = (map.Graph, map.Tree, map.Standing);
        Root = map.Head.Root is { } root && map.Nodes.GetValueOrDefault(root) is { IsWithdrawn: false } node ? node : null;
        Theses = Root switch
        {
            null => [],
            { Kind: NodeKind.Claim } => [new ThesisFact(Root, standing.Labelling.OfNode(Root.Number), null, standing.Objections.OpenAgainst(Root.Number))],
            _ => [.. Answers(map, Root.Number)],
        };
        OtherRoots = [.. tree.Roots.Where(number => number != Root?.Number).Select(number => map.Nodes[number])];
        OpenObjections = [.. graph.Relations.Where(relation => standing.Objections.IsOpen(relation.Number))];
        UnansweredQuestions = [.. standing.UnansweredQuestions.Select(number => map.Nodes[number])];
        LiveNodes = map.Nodes.Values.Count(each => !each.IsWithdrawn);
        LiveSteps = graph.Relations.Count(graph.IsLive);
        MinutesToRead = ReadingTime.Minutes(Texts(map));
    }

    /// <summary>The question or thesis that the debate is about, or null when none has been chosen.</summary>
    public NodeView? Root { get; }

    /// <summary>The thesis the debate is about; when it is about a question, every claim that answers it, by number of the answering step.</summary>
    public ImmutableArray<ThesisFact> Theses { get; }

    /// <summary>Nodes that hang from nothing and are not the root: further theses, questions asked on their own, claims nobody has attached yet.</summary>
    public ImmutableArray<NodeView> OtherRoots { get; }

    /// <summary>The objections nobody has answered, by number.</summary>
    public ImmutableArray<Relation> OpenObjections { get; }

    /// <summary>The questions nobody has answered, by number; the root too, when it is one of them.</summary>
    public ImmutableArray<NodeView> UnansweredQuestions { get; }

    /// <summary>How many nodes take part in the argument.</summary>
    public int LiveNodes { get; }

    /// <summary>How many steps take part in the argument.</summary>
    public int LiveSteps { get; }

    /// <summary>Minutes to read the introduction and every live node with its detail; at least 1.</summary>
    public int MinutesToRead { get; }

    /// <summary>Finds the facts of a map.</summary>
    public static MapFacts Of(MapView map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new MapFacts(map);
    }

    private static IEnumerable<ThesisFact> Answers(MapView map, int question)
    {
        var labelling = map.Standing.Labelling;
        return map.Graph.Onto(question)
            .Where(step => step.Kind is RelationKind.Answer)
            .SelectMany(step => step.Premises, (step, number) => (Step: step.Number, Number: number))
            .DistinctBy(answer => answer.Number)
            .Select(answer => new ThesisFact(
                map.Nodes[answer.Number],
                labelling.OfNode(answer.Number),
                labelling.OfRelation(answer.Step) is Standing.Stands ? null : labelling.OfRelation(answer.Step),
                map.Standing.Objections.OpenAgainst(answer.Number)));
    }

    private static IEnumerable<string> Texts(MapView map)
    {
        if (map.Head.About is { } about)
        {
            yield return about;
        }

        foreach (var node in map.Nodes.Values.Where(node => !node.IsWithdrawn))
        {
            yield return node.Text;
            if (node.Detail is { } detail)
            {
                yield return detail;
            }
        }
    }
}

/// <summary>A thesis and how it fares.</summary>
/// <param name="Node">The claim.</param>
/// <param name="Standing">How the claim itself stands.</param>
/// <param name="AsAnswer">How the step from it to the question stands when that is not in order: it may be a true claim and yet no answer. Else null.</param>
/// <param name="OpenObjections">How many objections against the claim itself nobody has answered.</param>
public sealed record ThesisFact(NodeView Node, Standing Standing, Standing? AsAnswer, int OpenObjections);
