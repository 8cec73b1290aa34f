using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class ThingPanelTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task An_objection_written_beside_the_picture_leads_back_to_the_picture_with_it_drawn()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Support, 1, "It has held so far.");

        var added = await debate.Ada.Submit($"/m/{debate.Slug}?at=2", Address.Add(debate.Slug, RelationKind.Objection, 2), ("text", "It has not."));
        var picture = await debate.Ada.Follow(added);

        Assert.Equal($"/m/{debate.Slug}?at=2&open=2#picture-4", added.Location);
        Assert.NotNull(picture.Document.QuerySelector("#picture-4"));
        Assert.Equal("2", picture.Document.QuerySelector(".panel")!.GetAttribute("data-number"));
        Assert.Contains("It has not.", picture.Document.QuerySelector(".panel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_panel_alone_is_the_panel_of_the_page()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It need not.");
        using var reader = app.Anonymous();
        foreach (var number in new[] { 1, 2, 3 })
        {
            var page = await reader.Get($"/m/{debate.Slug}?at={number}");
            var alone = await reader.Get($"/m/{debate.Slug}/panel/{number}");

            Assert.Equal(page.Document.QuerySelector(".panel")!.OuterHtml, alone.Document.QuerySelector(".panel")!.OuterHtml);
            Assert.Equal(page.Document.Title, alone.Document.QuerySelector(".panel")!.GetAttribute("data-title"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/m/{debate.Slug}/panel/4711")).Status);
    }

    [Fact]
    public async Task The_picture_alone_is_the_picture_of_the_page()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It need not.");
        using var reader = app.Anonymous();

        var answer = await reader.Http.GetFromJsonAsync<JsonElement>($"/m/{debate.Slug}/picture?at=2&open=4711");
        var page = await reader.Get($"/m/{debate.Slug}?at=2&open=4711");

        Assert.Equal(2, answer.GetProperty("revision").GetInt32());
        Assert.Equal(page.Document.QuerySelector(".picture")!.GetAttribute("data-scope"), answer.GetProperty("scope").GetString());
        Assert.Contains("id=\"picture-2\"", answer.GetProperty("whole").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at=4711", "#4711 is not in the map")]
    [InlineData("at=nonsense", "“nonsense” is not in the map")]
    [InlineData("focus=4711", "#4711 is not in the map")]
    [InlineData("open=x,,-3,99999999999&shut=&more=1:x&depth=deep", null)]
    public async Task What_the_map_does_not_have_is_said_plainly_and_breaks_nothing(string query, string? notice)
    {
        var debate = await Debate.Begin(app);
        using var reader = app.Anonymous();

        var page = await reader.Get($"/m/{debate.Slug}?{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector("#picture-1"));
        Assert.Null(page.Document.QuerySelector(".panel"));
        Assert.Equal(notice is not null, page.Document.QuerySelector(".notice") is not null);
        Assert.Contains(notice ?? "", page.Text, StringComparison.Ordinal);
    }
}
