using System.Xml.Linq;

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
        Assert.Contains("objection #23", words);
        Assert.Contains("defeated · 1 open", words);
        Assert.Equal(model.Links.Count + model.Links.Count(link => link.CoreId is not null), drawn.Descendants(Svg + "path").Count());
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

    private static XDocument Written(PictureModel model, string title = "A debate")
    {
        using var writer = new StringWriter();
        SvgPicture.Write(writer, model, title);
        return XDocument.Parse(writer.ToString(), LoadOptions.PreserveWhitespace);
    }
}
