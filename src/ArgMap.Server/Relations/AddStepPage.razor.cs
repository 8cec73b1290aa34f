using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;

namespace ArgMap.Server.Relations;

/// <summary>Where a step with one or several premises is written: what it is about is shown above what is being written.</summary>
public sealed partial class AddStepPage : ThingPage
{
    /// <summary>What the step does, by name; anything else means an objection.</summary>
    [SupplyParameterFromQuery(Name = "kind")]
    private string? AskedKind { get; set; }

    /// <summary>Number of the node or step it is about.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    private string? AskedTarget { get; set; }

    private string? TypedTarget => Form is null ? AskedTarget : Form["to"];

    private RelationKind Kind => Enum.TryParse<RelationKind>(Form is null ? AskedKind : Form["kind"], ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : RelationKind.Objection;

    /// <summary>The number of what it is about, when the map has such a thing and it is not withdrawn.</summary>
    private int? Target => TargetNode?.Number ?? TargetStep?.Number;

    private NodeView? TargetNode { get; set; }

    private RelationView? TargetStep { get; set; }

    private IReadOnlyList<string?> Texts => AddStep.Texts(Form);

    private string? Detail => Form?["detail"];

    private string? Premises => Form?["premises"];

    private IEnumerable<RelationKind> Kinds =>
        new[] { RelationKind.Objection, RelationKind.Support, RelationKind.Prerequisite, RelationKind.Answer, RelationKind.Question, RelationKind.Restatement }
            .Where(kind => kind != RelationKind.Answer || Kind == kind || TargetNode is null or { Kind: NodeKind.Question })
            .Where(kind => kind != RelationKind.Answer || Kind == kind || TargetStep is null);

    private string It => TargetNode is { } node ? $"#{node.Number}" : TargetStep is { } step ? $"the step #{step.Number}" : "it";

    private string Title => Target is null ? "Add to the argument" : Kind switch
    {
        RelationKind.Objection => $"Object to {It}",
        RelationKind.Support => $"Support {It}",
        RelationKind.Prerequisite => $"Add a prerequisite of {It}",
        RelationKind.Answer => $"Answer {It}",
        RelationKind.Question => $"Ask about {It}",
        _ => $"Say {It} in other words",
    };

    private string Here => Target is { } to ? Address.Add(Slug, Kind, to) : $"{Address.Map(Slug)}/add?kind={Kind}";

    private string Back => TargetNode is { } node ? Address.Node(Slug, node.Number) : TargetStep is { } step ? Address.Step(Slug, step.Number) : Address.Map(Slug);

    /// <inheritdoc/>
    protected override bool Find(MapView map)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (TypedNumber.Of(TypedTarget) is { } number)
        {
            TargetNode = map.Nodes.GetValueOrDefault(number) is { IsWithdrawn: false } node ? node : null;
            TargetStep = map.Graph.RelationAt(number) is { } step && map.Graph.IsLive(step) ? map.Relations[number] : null;
        }

        return true;
    }

    private static string FieldId(string field) =>
        field == "target" ? "to" : Enumerable.Range(0, AddStep.MaxNewPremises).Where(index => AddStep.ErrorField(index) == field).Select(AddStep.TextField).FirstOrDefault(field);
}
