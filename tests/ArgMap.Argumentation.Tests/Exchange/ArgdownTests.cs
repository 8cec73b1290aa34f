using ArgMap.Argumentation.Exchange;
using ArgMap.Argumentation.Exchange.Argdown;
using ArgMap.Argumentation.Maps;

namespace ArgMap.Argumentation.Tests.Exchange;

public sealed class ArgdownTests
{
    private static readonly string[] Awkward =
    [
        "plain words", "#12 and # 3", "[a]: b", "<b>", "*bold* and _slanted_ and **both**", "@[x]", "a \\ b \\\\", "// no comment", "https://example.org/a_b_c#d",
        "/* no comment */", "<!-- none -->", "(1) numbered", "- dash", "+ plus", "----", "=== front", "{a: b}", ":smile: .^.", "Ä 目标 😀 مرحبا", "a\u00A0b", "`code`", ">< + -> <-", "\uE000\uE001", "\\",
    ];

    [Fact]
    public void A_sound_map_comes_back_as_it_was() => RandomMaps.ForSoundMaps(map =>
    {
        var texts = map.Nodes.ToDictionary(node => node.Number, node => $"{Awkward[node.Number % Awkward.Length]} {node.Number}");
        var tree = MapTree.Of(map);
        var excerpt = Excerpt.Below(map, tree, tree.Roots, number => texts[number]);

        var written = ArgdownWriter.Write(excerpt);
        var read = ArgdownReader.Read(written.Text);

        if (tree.Roots.Count == 0)
        {
            return;
        }

        Assert.Empty(read.Problems);
        Assert.Empty(read.Losses);
        Assert.Empty(written.Losses);
        Assert.Equal(Told(excerpt), Told(read.Excerpt!));
        Assert.Equal(map.Nodes.Count(map.IsLive), read.Excerpt!.Map.Nodes.Count);
        Assert.Equal(map.Relations.Count(map.IsLive), read.Excerpt.Map.Relations.Count);
    });

    [Fact]
    public void Any_text_of_a_node_comes_back_as_it_was()
    {
        foreach (var words in Awkward.Concat(Awkward.Select(words => $"so {words}")))
        {
            var excerpt = new Excerpt(new ArgumentMap([new Node(1, NodeKind.Claim), new Node(2, NodeKind.Claim)], [new Relation(3, RelationKind.Objection, [2], 1)]), new Dictionary<int, string> { [1] = words, [2] = words }, new Dictionary<int, RelationKind>());

            var read = ArgdownReader.Read(ArgdownWriter.Write(excerpt).Text);

            Assert.Equal(ArgdownWords.AsRead(words), read.Excerpt?.Texts[1]);
            Assert.Equal(ArgdownWords.AsRead(words), read.Excerpt?.Texts[2]);
        }
    }

    [Fact]
    public void A_part_that_is_cut_out_keeps_what_it_did()
    {
        var map = new ArgumentMap([new Node(1, NodeKind.Claim), new Node(2, NodeKind.Claim), new Node(3, NodeKind.Claim)], [new Relation(4, RelationKind.Prerequisite, [2], 1), new Relation(5, RelationKind.Support, [3], 2)]);

        var text = ArgdownWriter.Write(Excerpt.Below(map, MapTree.Of(map), [2, 3], number => $"N{number}")).Text;

        Assert.Equal("[2]: N2 #prerequisite\n  + [3]: N3\n", text);
        Assert.Equal(RelationKind.Prerequisite, ArgdownReader.Read(text).Excerpt!.RootKinds[1]);
    }

    [Fact]
    public void Linked_premises_and_an_undercut_are_an_argument()
    {
        var map = new ArgumentMap(
            [new Node(1, NodeKind.Claim), new Node(2, NodeKind.Claim), new Node(3, NodeKind.Claim), new Node(4, NodeKind.Claim)],
            [new Relation(5, RelationKind.Objection, [2, 3], 1), new Relation(6, RelationKind.Objection, [4], 5)]);

        var text = ArgdownWriter.Write(Excerpt.Below(map, MapTree.Of(map), [1], number => $"N{number}")).Text;

        Assert.Equal("[1]: N1\n  - <s5>\n    _ [4]: N4\n\n<s5>\n\n(1) [2]: N2\n(2) [3]: N3\n----\n(3) This speaks against it. #conclusion\n", text);
    }

    [Fact]
    public void What_somebody_wrote_by_hand_is_read_for_what_it_means()
    {
        var read = ArgdownReader.Read("Why is it so? #question\n  + Because of this\n    - But not always\n    + Which case? #question\n");

        Assert.Equal(
            ["Answer: Because of this → Why is it so?", "Objection: But not always → Because of this", "Question: Which case? → Because of this"],
            read.Excerpt!.Map.Relations.Select(step => $"{step.Kind}: {read.Excerpt.Texts[step.Premises[0]]} → {read.Excerpt.Texts[step.Target]}"));
    }

    [Fact]
    public void An_argument_with_a_conclusion_of_its_own_supports_it()
    {
        var read = ArgdownReader.Read("<a>\n\n(1) One\n(2) Two\n----\n(3) [C]: So it is\n\n[D]: Not so\n  - [C]\n");

        Assert.Equal(
            ["Objection [So it is] → Not so", "Support [One, Two] → So it is"],
            read.Excerpt!.Map.Relations.Select(step => $"{step.Kind} [{string.Join(", ", step.Premises.Select(premise => read.Excerpt.Texts[premise]))}] → {read.Excerpt.Texts[step.Target]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", 1, 1, "no statement")]
    [InlineData("[A]: a\n\n  + [B]: b\n", 3, 3, "relates to nothing")]
    [InlineData("[A]: a\n\n(1) b\n(2) c\n", 3, 1, "lead nowhere")]
    [InlineData("===\ntitle: x\n", 1, 1, "never closed")]
    [InlineData("[A]: a\n  + b /* c\n", 2, 7, "comment")]
    [InlineData("<a>\n\n(1) b\n----\n(2) c\n(3) d\n", 3, 1, "no inference above it")]
    public void What_cannot_be_read_is_told_with_its_line_and_column(string text, int line, int column, string words)
    {
        var read = ArgdownReader.Read(text);

        Assert.Null(read.Excerpt);
        Assert.Equal((line, column), (read.Problems[0].Line, read.Problems[0].Column));
        Assert.Contains(words, read.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_map_does_not_keep_is_told()
    {
        var read = ArgdownReader.Read("===\ntitle: x\n===\n\n# Heading\n\n[A]: a {x: 1} #odd\n");

        Assert.Equal("a", read.Excerpt!.Texts[1]);
        Assert.Contains(read.Losses, loss => loss.Contains("headings", StringComparison.Ordinal));
        Assert.Contains(read.Losses, loss => loss.Contains("front matter", StringComparison.Ordinal));
        Assert.Contains(read.Losses, loss => loss.Contains("data in braces", StringComparison.Ordinal));
        Assert.Contains(read.Losses, loss => loss.Contains("#odd", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_breaks_the_reader() => RandomMaps.ForAll(choices =>
    {
        const string Signs = "[]<>(){}#+-_*/\\@:= \n\t1aä😀";
        var text = new string([.. choices.Select(choice => Signs[choice % Signs.Length])]);

        var read = ArgdownReader.Read(text);

        Assert.Equal(read.Excerpt is null, read.Problems.Count > 0);
    });

    [Fact]
    public void A_chain_of_five_thousand_is_written_and_read_without_running_out_of_stack()
    {
        const int Length = 5_000;
        var map = new ArgumentMap(
            Enumerable.Range(1, Length).Select(number => new Node(number, NodeKind.Claim)),
            Enumerable.Range(1, Length - 1).Select(number => new Relation(Length + number, RelationKind.Support, [number + 1], number)));

        var read = ArgdownReader.Read(ArgdownWriter.Write(Excerpt.Below(map, MapTree.Of(map), [1], number => $"N{number}")).Text);

        Assert.Equal(Length - 1, read.Excerpt!.Map.Relations.Count);
    }

    /// <summary>A map told by its words alone, in an order that does not depend on numbers.</summary>
    private static List<string> Told(Excerpt excerpt)
    {
        var map = excerpt.Map;
        return [.. map.Nodes.Select(node => $"{node.Kind} {ArgdownWords.AsRead(excerpt.Texts[node.Number])}")
            .Concat(map.Relations.Select(relation => Step(relation.Number))).Order(StringComparer.Ordinal)];

        string Step(int number) => map.RelationAt(number) is { } step
            ? $"({step.Kind} of {string.Join(" + ", step.Premises.Select(premise => ArgdownWords.AsRead(excerpt.Texts[premise])))} to {Step(step.Target)})"
            : ArgdownWords.AsRead(excerpt.Texts[number]);
    }
}
