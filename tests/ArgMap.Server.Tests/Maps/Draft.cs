using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Tests.Maps;

/// <summary>A map put together in memory, numbered as the database would number it.</summary>
internal sealed class Draft
{
    public static readonly Guid Owner = new("11111111-1111-1111-1111-111111111111");

    private static readonly DateTimeOffset Then = new(2026, 3, 4, 10, 20, 0, TimeSpan.Zero);

    private readonly List<NodeView> nodes = [];
    private readonly List<RelationView> relations = [];
    private int last;

    /// <summary>Comments by what they are about.</summary>
    public Dictionary<int, int> Comments { get; } = [];

    /// <summary>Citations by what they are about.</summary>
    public Dictionary<int, int> Citations { get; } = [];

    public int Claim(string text, string? detail = null) => Node(NodeKind.Claim, text, detail);

    public int Question(string text) => Node(NodeKind.Question, text, null);

    /// <summary>A step from these premises onto a node or another step.</summary>
    public int Step(RelationKind kind, int target, params int[] premises)
    {
        var onto = new Thing(relations.Exists(relation => relation.Number == target) ? ThingKind.Relation : ThingKind.Node, target);
        relations.Add(new RelationView(++last, kind, [.. premises], onto, Owner, "ada", false, 1, Then));
        return last;
    }

    public void Withdraw(int node)
    {
        var index = nodes.FindIndex(each => each.Number == node);
        nodes[index] = nodes[index] with { IsWithdrawn = true };
    }

    public MapView View(int? root, Visibility visibility = Visibility.Public, string? about = null) => new(
        new MapHead(1, "map", "A debate", about, root, visibility, Owner, "ada", 7, Then, Then),
        nodes.ToDictionary(node => node.Number),
        relations.ToDictionary(relation => relation.Number),
        Comments,
        Citations);

    /// <summary>A question with two answers; the first has four linked prerequisites, an undercut onto that step, an answered and an open objection.</summary>
    /// <remarks>Every role and both shapes of a step are in it; one claim is used in two steps.</remarks>
    public static Draft OfEverything()
    {
        var draft = new Draft();
        var question = draft.Question("Would it crystallise?");
        var likely = draft.Claim("Deception is likely.");
        var unlikely = draft.Claim("Deception is unlikely.");
        draft.Step(RelationKind.Answer, question, likely);
        draft.Step(RelationKind.Answer, question, unlikely);
        var coherent = draft.Claim("The model is coherent.");
        var aware = draft.Claim("The model is aware.");
        var needs = draft.Step(RelationKind.Prerequisite, likely, coherent, aware);
        var shield = draft.Claim("It cannot shield itself.");
        draft.Step(RelationKind.Objection, needs, shield);
        var suboptimal = draft.Claim("It is suboptimal.");
        draft.Step(RelationKind.Objection, likely, suboptimal);
        var not = draft.Claim("It is not suboptimal by much.");
        draft.Step(RelationKind.Objection, suboptimal, not);
        draft.Step(RelationKind.Support, unlikely, suboptimal);
        var asked = draft.Question("At which point in training?");
        draft.Step(RelationKind.Question, aware, asked);
        var restated = draft.Claim("Deceptive objectives are the default.");
        draft.Step(RelationKind.Restatement, likely, restated);
        draft.Claim("A claim nobody has attached.");
        return draft;
    }

    private int Node(NodeKind kind, string text, string? detail)
    {
        nodes.Add(new NodeView(++last, kind, text, detail, Owner, "ada", null, false, 1, Then, Then));
        return last;
    }
}
