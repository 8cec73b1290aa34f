using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Canvas;
using ArgMap.Server.Maps;
using ArgMap.Server.Reading.Sharing;
using ArgMap.Server.Tests.Maps;

namespace ArgMap.Server.Tests.Reading.Sharing;

public sealed class PrintedSheetsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_box_is_whole_on_a_sheet_and_no_strip_is_left_out(int seed)
    {
        var picture = MapPictures.Of(Random(seed), PictureScope.Whole with { Depth = 4 });
        var sheets = PrintedSheets.Of(picture);

        Assert.InRange(sheets.Views.Count, 2, PrintedSheets.Most);
        Assert.All(picture.Parts, part => Assert.Contains(sheets.Views, view => view.Top <= part.Place.Top && part.Place.Bottom <= view.Bottom));
        Assert.Equal(0, sheets.Views[0].Top);
        Assert.Equal(picture.Height, sheets.Views[^1].Bottom);
        Assert.All(sheets.Views.Zip(sheets.Views.Skip(1)), pair => Assert.True(pair.Second.Top <= pair.First.Bottom && pair.Second.Top > pair.First.Top));
        Assert.All(sheets.Views, view => Assert.Equal(picture.Width, view.Width));
    }

    [Fact]
    public void A_small_picture_takes_one_sheet()
    {
        var draft = new Draft();
        draft.Step(RelationKind.Support, draft.Claim("A claim."), draft.Claim("A reason."));
        var picture = MapPictures.Of(draft.View(1), PictureScope.Whole);

        var sheets = PrintedSheets.Of(picture);

        Assert.Equal([new Box(0, 0, picture.Width, picture.Height)], sheets.Views);
    }

    [Fact]
    public void A_map_of_nothing_takes_no_sheet() => Assert.Empty(PrintedSheets.Of(MapPictures.Of(new Draft().View(null), PictureScope.Whole)).Views);

    [Fact]
    public void What_would_be_a_whole_book_ends_and_says_how_much_is_missing()
    {
        var draft = new Draft();
        var thesis = draft.Claim("The thesis.");
        for (var i = 0; i < 900; i++)
        {
            draft.Step(RelationKind.Support, thesis, draft.Claim($"Reason {i}."));
        }

        var sheets = PrintedSheets.Of(MapPictures.Of(draft.View(1), PictureScope.Whole.Drawing(thesis, 900)));

        Assert.Equal(PrintedSheets.Most, sheets.Views.Count);
        Assert.True(sheets.All > PrintedSheets.Most);
    }

    private static MapView Random(int seed)
    {
        var chance = new Random(seed);
        var draft = new Draft();
        var all = new List<int> { draft.Claim("The thesis.") };
        for (var i = 0; i < 120; i++)
        {
            var premise = draft.Claim(string.Concat(Enumerable.Repeat("Some words of it. ", chance.Next(1, 14))));
            draft.Step(chance.Next(2) == 0 ? RelationKind.Support : RelationKind.Objection, all[chance.Next(Math.Max(0, all.Count - 30), all.Count)], premise);
            all.Add(premise);
        }

        return draft.View(all[0]);
    }
}
