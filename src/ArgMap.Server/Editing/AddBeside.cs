using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>Adds a node beside another, by the step that says what it does to it; or one that hangs from nothing.</summary>
internal static class AddBeside
{
    /// <summary>What can be added to a node or step, the likeliest first.</summary>
    public static IReadOnlyList<RelationKind> Kinds(MapView map, int number) =>
        map.Nodes.GetValueOrDefault(number) is not { } node ? [RelationKind.Objection, RelationKind.Support, RelationKind.Prerequisite, RelationKind.Question]
        : node.Kind is NodeKind.Question ? [RelationKind.Answer, RelationKind.Objection, RelationKind.Support, RelationKind.Prerequisite, RelationKind.Question, RelationKind.Restatement]
        : [RelationKind.Objection, RelationKind.Support, RelationKind.Prerequisite, RelationKind.Question, RelationKind.Restatement];

    /// <summary>The form for it, or why there is none.</summary>
    public static Outcome<OpenForm> Form(MapView map, FormInput asked)
    {
        if (asked.Use is FormUse.Begin)
        {
            return Enum.TryParse<NodeKind>(asked.Kind, out var begun) && Enum.IsDefined(begun)
                ? new OpenForm(FormUse.Begin, asked.Kind, 0, begun is NodeKind.Question ? "A question of its own" : "A claim of its own", begun is NodeKind.Question ? "The question" : "The claim", $"Add the {asked.Kind!.ToLowerInvariant()}") { BasedOn = map.Head.Revision }
                : Refusal.Invalid("kind", "A node is a claim or a question.");
        }

        if (!Outline.IsLive(map, asked.Number))
        {
            return Refusal.NotFound($"#{asked.Number} is not in the map any more: somebody has withdrawn it.");
        }

        if (!Enum.TryParse<RelationKind>(asked.Kind, out var kind) || !Kinds(map, asked.Number).Contains(kind))
        {
            return Refusal.Invalid("kind", kind is RelationKind.Answer ? $"#{asked.Number} is no question, so it cannot be answered. Object to it, support it or ask about it." : $"Nothing of this kind can be added to #{asked.Number}.");
        }

        var to = string.Create(CultureInfo.InvariantCulture, $"{(map.Nodes.ContainsKey(asked.Number) ? "" : "the step ")}#{asked.Number}");
        return new OpenForm(FormUse.Add, asked.Kind, asked.Number, $"{Title(kind)} {to}", StepWords.Label(kind), StepWords.Button(kind)) { Role = StepWords.Role(kind), BasedOn = map.Head.Revision };
    }

    /// <summary>Adds it.</summary>
    public static Task<Outcome<Written>> Save(IServiceProvider services, string slug, Actor actor, FormInput sent, string key, CancellationToken cancellation)
    {
        var writer = services.GetRequiredService<MapWriter>();
        return sent.Use is FormUse.Begin
            ? AddNode.Handle(writer, slug, actor, new(sent.Kind, sent.Text, sent.Detail), key, cancellation)
            : AddRelation.Handle(writer, slug, actor, new(sent.Kind, sent.Number, NewPremises: [new(sent.Text, sent.Detail)]), key, cancellation);
    }

    /// <summary>What was done, in words.</summary>
    public static string Done(FormInput sent, Written written) => sent.Use is FormUse.Begin
        ? $"{sent.Kind} #{written.AddedNode} added."
        : $"{sent.Kind} #{written.AddedNode} added to #{sent.Number}.";

    private static string Title(RelationKind kind) => kind switch
    {
        RelationKind.Support => "Support for",
        RelationKind.Objection => "Objection to",
        RelationKind.Prerequisite => "Prerequisite of",
        RelationKind.Answer => "Answer to",
        RelationKind.Question => "Question about",
        _ => "Restatement of",
    };
}
