using System.Xml.Linq;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas.Tests;

public sealed class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_picture_becomes_a_document_that_says_what_the_page_says()
    {
        var model = PictureModel.Of(Debate.Request());
        var drawn = Written(model);
        var words = drawn.Descendants(Svg + "text").Select(text => text.Value).ToList();

        Assert.Equal("A debate", drawn.Root!.Element(Svg + "title")!.Value);
        Assert.All(model.Nodes, node => Assert.Contains(node.Text, words));
        Assert.Equal("objection", words[words.IndexOf("#23") - 1]);
        Assert.Contains("defeated · 1 open", words);
        Assert.Equal(model.Links.Count + model.Links.Count(link => link.CoreId is not null), drawn.Descendants(Svg + "path").Count(path => (string?)path.Attribute("class") != "p"));
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>")]
    [InlineData("a & b \"c\" 'd' ]]> <!--")]
    [InlineData("bell \a null \0 escape \u001b next \u0085 none \uffff")]
    [InlineData("half \ud800 of a character")]
    [InlineData("")]
    [InlineData("مرحبا بالعالم")]
    public void Any_text_stays_text(string text)
    {
        var drawn = Written(PictureModel.Of(Debate.Request() with { TextOf = _ => text }), text);

        Assert.Empty(drawn.Descendants(Svg + "script"));
        Assert.DoesNotContain(drawn.ToString(SaveOptions.DisableFormatting), char.IsControl);
    }

    [Fact]
    public void A_long_word_is_broken_and_ends_with_an_ellipsis()
    {
        var lines = Written(PictureModel.Of(Debate.Request("depth=0") with { TextOf = _ => new string('m', 400) })).Descendants(Svg + "text").Where(text => (string?)text.Attribute("class") == "t").Select(text => text.Value).ToList();

        Assert.Equal(PictureMetrics.MostLines, lines.Count);
        Assert.EndsWith("m…", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_holds_what_is_in_it()
    {
        var model = PictureModel.Of(Debate.Request());
        var root = model.Nodes.First();
        using var writer = new StringWriter();
        SvgPicture.Write(writer, model, "A debate", root.Place);

        Assert.Equal([root.Text], XDocument.Parse(writer.ToString()).Descendants(Svg + "text").Where(text => (string?)text.Attribute("class") == "t").Select(text => text.Value));
    }

    [Fact]
    public void What_is_read_from_the_right_begins_at_the_right()
    {
        var drawn = Written(PictureModel.Of(Debate.Request("depth=0") with { TextOf = _ => "1. «مرحبا» hello" }));
        var line = drawn.Descendants(Svg + "text").First(text => (string?)text.Attribute("class") == "t");
        var box = drawn.Descendants(Svg + "rect").First(rect => ((string?)rect.Attribute("class"))?.StartsWith('n') is true);

        Assert.Equal("rtl", (string?)line.Attribute("direction"));
        Assert.True((double)line.Attribute("x")! > (double)box.Attribute("x")! + ((double)box.Attribute("width")! / 2));
        Assert.DoesNotContain(Written(PictureModel.Of(Debate.Request())).Descendants(Svg + "text"), text => text.Attribute("direction") is not null);
    }

    [Theory]
    [InlineData(PictureDensity.Comfortable, TreeDirection.LeftToRight)]
    [InlineData(PictureDensity.Compact, TreeDirection.TopDown)]
    [InlineData(PictureDensity.Large, TreeDirection.LeftToRight)]
    public void Labels_and_lines_of_text_stay_where_their_parts_are(PictureDensity density, TreeDirection direction)
    {
        var model = PictureModel.Of(Debate.Request() with { Density = density, Direction = direction });
        var drawn = Written(model);

        Assert.All(drawn.Descendants(Svg + "rect").Skip(1), rect => Assert.Contains(model.Parts, part =>
            (double)rect.Attribute("x")! >= part.Place.Left - 0.01 && (double)rect.Attribute("x")! + (double)rect.Attribute("width")! <= part.Place.Right + 0.01
            && (double)rect.Attribute("y")! >= part.Place.Top - 0.01 && (double)rect.Attribute("y")! + (double)rect.Attribute("height")! <= part.Place.Bottom + 0.01));
        Assert.All(drawn.Descendants(Svg + "text"), text => Assert.Contains(model.Parts, part =>
            (double)text.Attribute("y")! > part.Place.Top && (double)text.Attribute("y")! < part.Place.Bottom + 4 && (double)text.Attribute("x")! >= part.Place.Left && (double)text.Attribute("x")! <= part.Place.Right));
    }

    [Fact]
    public async Task What_is_sent_in_pieces_is_the_same_document()
    {
        var model = PictureModel.Of(Debate.Request() with { TextOf = number => new string('é', 400) + number });
        using var whole = new StringWriter();
        SvgPicture.Write(whole, model, "A debate");
        using var sent = new MemoryStream();
        await SvgPicture.WriteAsync(sent, model, "A debate", null, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(whole.ToString(), System.Text.Encoding.UTF8.GetString(sent.ToArray()));
    }

    private static XDocument Written(PictureModel model, string title = "A debate")
    {
        using var writer = new StringWriter();
        SvgPicture.Write(writer, model, title);
        return XDocument.Parse(writer.ToString(), LoadOptions.PreserveWhitespace);
    }
}
