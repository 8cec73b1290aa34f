using System.Net;
using ArgMap.Argumentation.Citations;
using ArgMap.Server.Database;
using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Sources;

public sealed class SourcesOfTheDemoTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Every_quotation_of_the_demo_is_marked_in_its_text_and_every_citation_has_a_place()
    {
        await app.With<ArgMapDbContext, string?>(db => LoadDemoMap.Handle(db, app.Clock, CancellationToken.None));
        var demo = DemoMap.Current;
        using var reader = app.Anonymous();

        var places = 0;
        for (var number = 1; number <= demo.Sources.Count; number++)
        {
            var page = await reader.Get($"/m/{demo.LoadedSlug}/sources/{number}");
            Assert.True(page.Status == HttpStatusCode.OK, $"{page.Address} is answered {page.Status}: {page.Text}");
            places += page.Document.QuerySelectorAll("[id^=q]").Length;
            Assert.DoesNotContain("not in the text as it is kept now", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(demo.Citations.Count, places);
        var list = await reader.Get($"/m/{demo.LoadedSlug}/sources");
        Assert.Equal(demo.Sources.Count, list.Document.QuerySelectorAll("ol.sources > li").Length);
        Assert.Equal(demo.Sources.Count(source => source.Url is null), list.Document.QuerySelectorAll(".wanted").Length);
        Assert.Contains("about 5 min to read", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_quotation_of_the_demo_stands_in_its_text_with_its_surroundings()
    {
        var demo = DemoMap.Current;
        var texts = demo.Sources.Where(source => source.TextFile is not null).ToDictionary(source => source.Key, source => DemoMap.TextOf(source.TextFile!));
        var quotations = demo.Citations.Where(citation => citation.Exact is not null).ToList();

        Assert.NotEmpty(quotations);
        // The comment holds two drafts of itself, so some stand there twice.
        Assert.All(quotations, citation => Assert.NotEqual(CitingResult.NotThere, new CitableText(texts[citation.Source]).Cite(citation.Exact!, citation.Prefix, citation.Suffix).Result));
    }

    [Fact]
    public async Task A_page_asks_the_database_at_most_three_times()
    {
        await app.With<ArgMapDbContext, string?>(db => LoadDemoMap.Handle(db, app.Clock, CancellationToken.None));
        using var reader = app.Anonymous();
        foreach (var page in new[] { "sources", "sources/1", "sources/1/edit", "cite?about=2", "n/2" })
        {
            var address = $"/m/{DemoMap.Current.LoadedSlug}/{page}";

            // The first visit also finds the keys that protect forms.
            Assert.Equal(HttpStatusCode.OK, (await reader.Get(address)).Status);
            using var asked = new RoundTrips(app);

            await reader.Get(address);

            Assert.True(asked.Count is > 0 and <= 3, $"{address} asked {asked.Count} times: {asked}");
        }
    }
}
