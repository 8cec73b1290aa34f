using ArgMap.Argumentation.Generation;
using ArgMap.Migrations;

namespace ArgMap.Server.Tests.Maps.Generated;

public sealed class MapRequestTests
{
    public static TheoryData<string, int, int, MapShape, TextKind> Wanted => new()
    {
        { "", 1_000, 1, MapShape.Debate, TextKind.Mixed },
        { "nodes=5000 seed=7", 5_000, 7, MapShape.Debate, TextKind.Mixed },
        { "seed=0 nodes=1000000", 1_000_000, 0, MapShape.Debate, TextKind.Mixed },
        { "shape=wide", 3_001, 1, MapShape.Wide, TextKind.Mixed },
        { "shape=deep texts=arabic", 500, 1, MapShape.Deep, TextKind.Arabic },
        { "shape=wide nodes=4 texts=longword", 4, 1, MapShape.Wide, TextKind.LongWord },
        { "shape=single", 1, 1, MapShape.Debate, TextKind.Mixed },
        { "shape=single nodes=1", 1, 1, MapShape.Debate, TextKind.Mixed },
    };

    [Theory]
    [MemberData(nameof(Wanted))]
    public void What_is_asked_for_is_understood(string words, int nodes, int seed, MapShape shape, TextKind texts) =>
        Assert.Equal((new MapRequest(new MapPlan(nodes, seed, shape, texts), null), null), MapRequest.Read(Words(words)));

    [Fact]
    public void A_title_may_have_spaces_and_equals_signs() =>
        Assert.Equal("Is a = b?", MapRequest.Read(["title=Is a = b?"]).Request?.Title);

    [Theory]
    [InlineData("nodes=0", "“0” is no number of nodes.")]
    [InlineData("nodes=1000001", "from 1 to 1,000,000")]
    [InlineData("nodes=many", "“many” is no number of nodes.")]
    [InlineData("nodes=", "“” is no number of nodes.")]
    [InlineData("seed=-1", "“-1” is no seed. Write a whole number from 0")]
    [InlineData("seed=1.5", "“1.5” is no seed.")]
    [InlineData("shape=round", "Write shape=debate, wide, deep or single.")]
    [InlineData("shape=1", "“1” is no shape")]
    [InlineData("shape=single nodes=2", "Leave nodes= out.")]
    [InlineData("texts=greek", "“greek” is no kind of texts.")]
    [InlineData("texts=", "“” is no kind of texts.")]
    [InlineData("title=", "The title has 0 characters")]
    [InlineData("seed=1 seed=2", "seed= is given twice.")]
    [InlineData("5000", "“5000” is nothing that can be asked")]
    [InlineData("colour=red", "“colour=red” is nothing that can be asked")]
    public void What_cannot_be_done_is_refused_in_plain_words(string words, string part)
    {
        var (request, problem) = MapRequest.Read(Words(words));

        Assert.Null(request);
        Assert.Contains(part, problem, StringComparison.Ordinal);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
