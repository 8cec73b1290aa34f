using System.Text.Json;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using static ArgMap.Argumentation.Standing.Standing;

namespace ArgMap.Argumentation.Tests.Standing;

public sealed class DungVectorTests
{
    private static readonly Dictionary<string, Framework> Frameworks = Read();

    public static TheoryData<string> Names => [.. Frameworks.Keys];

    [Fact]
    public void Every_case_of_the_vector_file_has_a_row_of_its_own() => Assert.Equal(206, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Plain_objections_give_the_grounded_labelling(string name)
    {
        var framework = Frameworks[name];
        var numberOf = framework.Arguments.Select((argument, index) => (argument, Number: index + 1)).ToDictionary(entry => entry.argument, entry => entry.Number);
        var map = new ArgumentMap(
            numberOf.Values.Select(number => new Node(number, NodeKind.Claim)),
            framework.Attacks.Select((attack, index) => new Relation(1000 + index, RelationKind.Objection, [numberOf[attack[0]]], numberOf[attack[1]])));

        var labelling = GroundedLabelling.Of(map);

        foreach (var argument in framework.Arguments)
        {
            var expected = framework.Grounded.Contains(argument) ? Stands
                : framework.Attacks.Any(attack => attack[1] == argument && framework.Grounded.Contains(attack[0])) ? Defeated
                : Undecided;
            Assert.Equal((argument, expected), (argument, labelling.OfNode(numberOf[argument])));
        }
    }

    private static Dictionary<string, Framework> Read()
    {
        using var stream = typeof(DungVectorTests).Assembly.GetManifestResourceStream("dung.json")!;
        var file = JsonSerializer.Deserialize<VectorFile>(stream, JsonSerializerOptions.Web)!;
        return file.Cases.ToDictionary(framework => framework.Name);
    }

    private sealed record VectorFile(IReadOnlyList<Framework> Cases);

    private sealed record Framework(string Name, IReadOnlyList<string> Arguments, IReadOnlyList<IReadOnlyList<string>> Attacks, IReadOnlyList<string> Grounded);
}
