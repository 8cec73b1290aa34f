using System.Text.Json;
using ArgMap.Argumentation.Exchange.Argdown;

namespace ArgMap.Argumentation.Tests.Exchange;

public sealed class ArgdownVectorTests
{
    private static readonly Dictionary<string, Vector> Vectors = Read();

    public static TheoryData<string> Names => [.. Vectors.Keys];

    [Fact]
    public void Every_case_of_the_vector_file_has_a_row_of_its_own() => Assert.Equal(12, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_taken_apart_as_the_reference_parser_does(string name)
    {
        var vector = Vectors[name];

        var document = ArgdownParser.Parse(vector.Input);

        Assert.Equal(vector.LexerErrors + vector.ParserErrors > 0, document.Problems.Count > 0);
        if (vector.Statements is null)
        {
            return;
        }

        Assert.Equal(vector.Statements.Order(StringComparer.Ordinal), document.Statements.Select(statement => statement.Title).Order(StringComparer.Ordinal));
        Assert.Equal(vector.Arguments!.Order(StringComparer.Ordinal), document.Arguments.Select(argument => argument.Title).Order(StringComparer.Ordinal));
        Assert.Equal(
            vector.Relations.Order(StringComparer.Ordinal),
            document.Relations.Select(relation => $"{relation.From} {relation.Type.ToString().ToLowerInvariant()} {relation.To}").Order(StringComparer.Ordinal));
        Assert.Equal(vector.Tags.Order(StringComparer.Ordinal), document.Tags);
        Assert.Equal(vector.Sections, document.Sections);
    }

    private static Dictionary<string, Vector> Read()
    {
        using var stream = typeof(ArgdownVectorTests).Assembly.GetManifestResourceStream("argdown.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Vector>>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Vector(
        string Input,
        IReadOnlyList<string>? Statements,
        IReadOnlyList<string>? Arguments,
        IReadOnlyList<string> Relations,
        IReadOnlyList<string> Tags,
        IReadOnlyList<string> Sections,
        int LexerErrors,
        int ParserErrors);
}
