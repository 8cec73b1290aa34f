using ArgMap.Argumentation.Generation;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Server.Database;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Shell;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>Maps that no one wishes for: they are legible on a desk, on a phone, and at a zoom of 400 %, which leaves a window of 350 pixels.</summary>
public sealed class BadDaysTests(BrowserHost host)
{
    [Theory]
    [InlineData(1, MapShape.Debate, TextKind.Latin)]
    [InlineData(120, MapShape.Wide, TextKind.Mixed)]
    [InlineData(120, MapShape.Deep, TextKind.Latin)]
    [InlineData(20, MapShape.Debate, TextKind.LongWord)]
    [InlineData(20, MapShape.Debate, TextKind.Arabic)]
    public async Task No_page_is_wider_than_its_window_and_no_text_than_its_box(int nodes, MapShape shape, TextKind texts)
    {
        var loaded = await host.App.With<ArgMapDbContext, Outcome<LoadGeneratedMap.Loaded>>(db => LoadGeneratedMap.Handle(db, host.App.Clock, new MapPlan(nodes, 3, shape, texts), null, CancellationToken.None));
        foreach (var width in new[] { 350, 1400 })
        {
            await host.Visit(
                async page =>
                {
                    foreach (var scope in new[] { "", "?depth=all&at=1" })
                    {
                        await page.GotoAsync($"/m/{loaded.Value.Slug}{scope}");

                        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{page.Url} is wider than {width} px.");
                        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.picture .node > .text')].filter(text => text.scrollWidth > text.clientWidth + 1).length"));
                        Assert.Equal(texts == TextKind.Arabic, await page.EvaluateAsync<bool>("() => document.querySelector('.picture .node > .text').matches(':dir(rtl)')"));
                    }
                },
                width: width);
        }
    }
}
