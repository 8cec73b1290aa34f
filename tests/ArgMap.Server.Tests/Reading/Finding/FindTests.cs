using System.Globalization;
using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Reading.Finding;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Maps;

namespace ArgMap.Server.Tests.Reading.Finding;

public sealed class FindTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task The_script_gets_the_numbers_in_reading_order()
    {
        var debate = await Begin();

        var answer = await app.CreateClient().Get(debate.At("find?q=" + Uri.EscapeDataString("SCHWELLE strasse")));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1, answer.Number("total"));
        Assert.Equal([2], answer["numbers"].EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal((await debate.Read()).Head.Revision, answer.Number("revision"));
    }

    [Theory]
    [InlineData("крипто", 4)]
    [InlineData("ЕЩЕ", 4)]
    [InlineData("احمد", 6)]
    [InlineData("模型", 8)]
    [InlineData("🧠", 10)]
    [InlineData("istanbul", 12)]
    [InlineData("\"not pure deception\"", 14)]
    [InlineData("„not pure deception“", 14)]
    [InlineData("deception pure isn't", 14)]
    [InlineData("#12", 12)]
    [InlineData("#13", 13)]
    [InlineData("#2 straße", 2)]
    public async Task Everything_that_fits_is_found(string typed, int number)
    {
        var debate = await Begin();

        Assert.Equal([number], MapSearch.Of(await debate.Read()).Find(Sought.Of(typed)).Numbers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"deception pure\"")]
    [InlineData("#999")]
    [InlineData("#2 #4")]
    [InlineData("#2 моделью")]
    [InlineData("#99999999999999999999")]
    [InlineData("nowhere")]
    public async Task What_does_not_fit_is_not_found(string typed)
    {
        var debate = await Begin();

        Assert.Equal(0, MapSearch.Of(await debate.Read()).Find(Sought.Of(typed)).Total);
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_found()
    {
        var debate = await Begin();
        await debate.Ada.Submit(debate.At("n/10/withdraw"), debate.At("n/10/withdraw"));

        Assert.Equal(0, MapSearch.Of(await debate.Read()).Find(Sought.Of("🧠")).Total);
    }

    [Fact]
    public async Task Too_much_to_look_for_is_refused_with_words()
    {
        var debate = await Begin();
        var typed = new string('x', 201);

        var answer = await app.CreateClient().Get(debate.At("find?q=" + typed));
        var page = await debate.Ada.Get($"/m/{debate.Slug}?q={typed}");

        answer.Problem(400);
        Assert.Contains("201 characters, and at most 200 fit", answer["detail"].GetString()!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("201 characters, and at most 200 fit", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_page_lists_what_was_found_with_the_words_marked()
    {
        var debate = await Begin();

        var page = await debate.Ada.Get($"/m/{debate.Slug}?at=4&q={Uri.EscapeDataString("isn't")}");

        var list = page.Document.QuerySelector("#found")!;
        Assert.Equal("1 match", list.QuerySelector("h2")!.TextContent);
        Assert.Equal(["isn’t"], list.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal($"/m/{debate.Slug}?at=14&q=isn%27t", list.QuerySelector("a.text")!.GetAttribute("href"));
        Assert.Equal("isn't", page.Value("form[data-find] [name=q]"));
        Assert.Equal("4", page.Value("form[data-find] [name=at]"));
    }

    [Fact]
    public async Task Words_in_the_detail_are_shown_in_an_excerpt()
    {
        var debate = await Begin();
        await debate.Ada.Submit(debate.At("n/2/edit"), debate.At("n/2/edit"), ("detail", "The long detail mentions **Mesa-Optimierer** once."));

        var page = await debate.Ada.Get($"/m/{debate.Slug}?q=mesa+schwelle");

        Assert.Equal("Mesa", page.Document.QuerySelector(".excerpt mark")!.TextContent);
        Assert.Equal("Schwelle", page.Document.QuerySelector(".things .text mark")!.TextContent);
    }

    [Fact]
    public async Task Nothing_found_is_said_with_what_would_be()
    {
        var debate = await Begin();

        var page = await debate.Ada.Get($"/m/{debate.Slug}?q=%3Cscript%3E");

        Assert.Contains("Nothing in this map holds “<script>”.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_map_gives_the_first_of_many_and_says_how_many_there_are()
    {
        const int Nodes = 2_500;
        var draft = new Draft();
        for (var number = 1; number <= Nodes; number++)
        {
            draft.Claim(string.Create(CultureInfo.InvariantCulture, $"Claim {number}"));
        }

        var found = MapSearch.Of(draft.View(1)).Find(Sought.Of("claim"));

        Assert.Equal((Nodes, MapSearch.MaxFound), (found.Total, found.Numbers.Count));
        Assert.Equal(Enumerable.Range(1, MapSearch.MaxFound), found.Numbers);
    }

    private async Task<Debate> Begin()
    {
        var debate = await Debate.Begin(app);
        foreach (var text in (string[])
        [
            "Die Straße zur Schwelle.", "Криптография ещё не доказана моделью.", "أَحْمَد لا يوافق.", "模型会欺骗训练者。", "The 🧠 argument.", "It was argued in İstanbul.", "It isn’t “not pure deception” at all.",
        ])
        {
            await debate.Add(RelationKind.Support, 1, text);
        }

        return debate;
    }
}
