using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using ArgMap.Server.Reading.Sharing;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Reading.Sharing;

public sealed class PictureFileTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task The_picture_is_a_file_with_the_name_of_its_map()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It does not.");

        var (answer, text) = await Get(app.Anonymous(), debate.At("picture.svg"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("Crystallisation.svg", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("It does not.", XDocument.Parse(text).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_by_itself_it_may_use_its_own_style_and_run_nothing()
    {
        var debate = await Debate.Begin(app);
        var (answer, _) = await Get(app.Anonymous(), debate.At("picture.svg"));

        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task It_holds_the_part_of_the_map_and_of_the_picture_that_is_asked_for()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It does not.");
        await debate.Add(RelationKind.Objection, 2, "It does.");

        var (_, roots) = await Get(app.Anonymous(), debate.At("picture.svg?depth=0"));
        var (_, all) = await Get(app.Anonymous(), debate.At("picture.svg?depth=all"));
        var (_, corner) = await Get(app.Anonymous(), debate.At("picture.svg?depth=all&view=0,0,100.5,50"));

        Assert.DoesNotContain("It does not.", roots, StringComparison.Ordinal);
        Assert.Contains("It does.", all, StringComparison.Ordinal);
        Assert.Equal("0 0 100.5 50", (string?)XDocument.Parse(corner).Root!.Attribute("viewBox"));
        Assert.DoesNotContain("It does", corner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("0,0,0,10")]
    [InlineData("0,0,-1,10")]
    [InlineData("0,0,NaN,10")]
    [InlineData("0,0,1e999,10")]
    [InlineData("a,b,c,d")]
    [InlineData("0,0,10,10,10")]
    public async Task A_view_that_is_no_rectangle_is_refused_in_plain_words(string view)
    {
        var debate = await Debate.Begin(app);
        var (answer, text) = await Get(app.Anonymous(), debate.At($"picture.svg?view={view}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("such as view=0,0,800,600", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_map_is_drawn_for_its_owner_only()
    {
        var debate = await Debate.Begin(app, Visibility.Private);

        var (own, _) = await Get(debate.Ada, debate.At("picture.svg"));
        var (others, _) = await Get(app.Anonymous(), debate.At("picture.svg"));
        var (others2, _) = await Get(app.Anonymous(), debate.At("picture.svg"), own.Headers.ETag);

        Assert.Equal((HttpStatusCode.OK, true), (own.StatusCode, own.Headers.CacheControl!.Private));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.StatusCode, others2.StatusCode));
    }

    [Theory]
    [InlineData("picture.svg?depth=all")]
    public async Task It_is_sent_again_only_when_the_map_has_changed(string address)
    {
        var debate = await Debate.Begin(app);
        var reader = app.Anonymous();
        var (first, _) = await Get(reader, debate.At(address));
        var (again, nothing) = await Get(reader, debate.At(address), first.Headers.ETag);
        var (other, _) = await Get(reader, debate.At(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "focus=1"), first.Headers.ETag);
        await debate.Edit(1, "Deception never crystallises.");
        var (changed, text) = await Get(reader, debate.At(address), first.Headers.ETag);

        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, nothing));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("never", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_to_what_is_drawn_and_to_the_whole_map()
    {
        var debate = await Debate.Begin(app);
        var page = await app.Anonymous().Get($"/m/{debate.Slug}?depth=2&at=1");

        Assert.Equal(
            [debate.At("picture.svg?at=1&depth=2"), debate.At("picture.svg?depth=all")],
            page.Document.QuerySelectorAll(".files > li:not([hidden]) > a:not([hidden])").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("What? A/B: \"c\" <d>|e*", "What A B c d e")]
    [InlineData("Ends with dots...", "Ends with dots")]
    [InlineData("???", "map")]
    [InlineData("Crème brûlée 𝄞", "Crème brûlée 𝄞")]
    public void A_title_becomes_a_name_that_every_file_system_takes(string title, string name) => Assert.Equal(name, PictureFile.NameOf(title));

    private static async Task<(HttpResponseMessage Answer, string Text)> Get(Browser browser, string address, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        var answer = await browser.Http.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
