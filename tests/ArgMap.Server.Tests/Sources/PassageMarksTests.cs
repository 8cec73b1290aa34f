using System.Text;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Tests.Sources;

public sealed class PassageMarksTests
{
    [Fact]
    public void A_passage_is_marked_and_followed_by_what_cites_it() =>
        Assert.Equal("¶one [7]two[/](7) three¶", Shown("one two three", (7, 4, 7)));

    [Fact]
    public void A_passage_within_another_is_marked_within_it() =>
        Assert.Equal("¶[1]one [2]two[/](2) three[/](1)¶", Shown("one two three", (2, 4, 7), (1, 0, 13)));

    [Fact]
    public void The_same_passage_cited_twice_is_one_mark() =>
        Assert.Equal("¶[3,8]one[/](3,8) two¶", Shown("one two", (8, 0, 3), (3, 0, 3)));

    [Fact]
    public void Passages_that_overlap_go_on_after_each_other() =>
        Assert.Equal("¶[1]one [2]two[/][/](1)[+2] three[/](2)¶", Shown("one two three", (1, 0, 7), (2, 4, 13)));

    [Fact]
    public void Passages_that_touch_do_not_mix() =>
        Assert.Equal("¶[1]one[/](1)[2]two[/](2)¶", Shown("onetwo", (1, 0, 3), (2, 3, 6)));

    [Fact]
    public void A_passage_over_several_paragraphs_goes_on_in_each() =>
        Assert.Equal("¶a [1]b[/]¶¶[+1]c[/]¶¶[+1]d[/](1) e¶", Shown("a b\n\nc\nd e", (1, 2, 8)));

    [Fact]
    public void Blank_lines_are_no_paragraphs() => Assert.Equal("¶a¶¶b¶", Shown("\n\na\n  \nb\n"));

    [Fact]
    public void Whatever_overlaps_no_word_is_lost_and_every_mark_is_closed()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => "ab \n"[random.Next(4)]));
            var passages = Enumerable.Range(1, random.Next(8)).Select(number =>
            {
                var start = random.Next(text.Length);
                return (number, start, random.Next(start + 1, text.Length + 1));
            }).ToList();

            var pieces = PassageMarks.Of(text, passages);

            Assert.Equal(string.Concat(text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))), string.Concat(pieces.Select(piece => piece.Text)));
            var depth = 0;
            foreach (var piece in pieces)
            {
                depth += piece.Kind switch { MarkedPieceKind.Open => 1, MarkedPieceKind.Close => -1, _ => 0 };
                Assert.True(depth >= 0, $"Round {round}: a mark is closed that was not open in “{text}”.");
                Assert.True(piece.Kind is not (MarkedPieceKind.Begin or MarkedPieceKind.End) || depth == 0, $"Round {round}: a mark crosses a paragraph in “{text}”.");
            }
        }
    }

    private static string Shown(string text, params (int Citation, int Start, int End)[] passages)
    {
        var shown = new StringBuilder();
        foreach (var piece in PassageMarks.Of(text, passages))
        {
            var citations = string.Join(',', piece.Citations);
            shown.Append(piece.Kind switch
            {
                MarkedPieceKind.Begin or MarkedPieceKind.End => "¶",
                MarkedPieceKind.Open => $"[{(piece.GoesOn ? "+" : "")}{citations}]",
                MarkedPieceKind.Close => "[/]",
                MarkedPieceKind.Note => $"({citations})",
                _ => piece.Text,
            });
        }

        return shown.ToString();
    }
}
