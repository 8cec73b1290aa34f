using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

public sealed class ReturnToTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Theory]
    [InlineData("/m/map")]
    [InlineData("/m/map?at=12&open=4,5")]
    [InlineData("/m/map/edit?at=12")]
    public void A_page_of_the_map_can_be_come_back_to(string address) => Assert.Equal(address, ReturnTo.Within("map", address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/m/mapping")]
    [InlineData("/m/other")]
    [InlineData("/m/map#here")]
    [InlineData("/m/map/../../sign-out")]
    [InlineData("//m/map")]
    [InlineData("https://example.org/m/map")]
    [InlineData("/m/map\r\nSet-Cookie: a=b")]
    [InlineData("/m/map?\\\\example.org")]
    [InlineData("/m/map?at=ä")]
    public void Nothing_else_can(string? address) => Assert.Null(ReturnTo.Within("map", address));

    [Fact]
    public async Task What_was_opened_from_the_picture_leads_back_to_it_and_to_what_was_added()
    {
        var debate = await Debate.Begin(app);
        var picture = $"/m/{debate.Slug}?at=1&open=1";
        var form = ReturnTo.With(Address.Add(debate.Slug, RelationKind.Objection, 1), picture);

        var added = await debate.Ada.Submit(form, Address.Add(debate.Slug, RelationKind.Objection, 1), ("text", "It need not."));

        Assert.Equal((HttpStatusCode.SeeOther, $"{picture}#picture-2"), (added.Status, added.Location));
    }

    [Fact]
    public async Task A_refused_form_still_knows_where_it_came_from()
    {
        var debate = await Debate.Begin(app);
        var picture = $"/m/{debate.Slug}?at=1";

        var refused = await debate.Ada.Submit(ReturnTo.With(Address.EditNode(debate.Slug, 1), picture), Address.EditNode(debate.Slug, 1), ("text", ""));
        var saved = await debate.Ada.Submit(refused, Address.EditNode(debate.Slug, 1), ("text", "It crystallises."));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(picture, refused.Document.QuerySelector(".buttons a.quiet")!.GetAttribute("href"));
        Assert.Equal((HttpStatusCode.SeeOther, picture), (saved.Status, saved.Location));
    }

    [Fact]
    public async Task A_form_that_names_another_site_or_map_leads_where_it_always_does()
    {
        var debate = await Debate.Begin(app);
        foreach (var elsewhere in new[] { "https://example.org/", "//example.org", $"/m/{debate.Slug}-2?at=1", "/sign-out" })
        {
            var page = await debate.Ada.Get(debate.At("n/1/edit"));
            var (status, _) = await Debate.Post(debate.Ada, debate.At("n/1/edit"), page, ("text", $"Not {elsewhere}"), ("kind", "Claim"), ("basedOn", page.Value("input[name=basedOn]")), ("returnTo", elsewhere));

            Assert.Equal(HttpStatusCode.SeeOther, status);
            var saved = await debate.Ada.Submit(debate.At($"n/1/edit?returnTo={Uri.EscapeDataString(elsewhere)}"), debate.At("n/1/edit"), ("text", $"As {elsewhere}"));
            Assert.Equal(debate.At("n/1"), saved.Location);
        }
    }
}
