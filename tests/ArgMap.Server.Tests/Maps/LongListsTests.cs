using System.Globalization;
using System.Net;
using ArgMap.Canvas;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

/// <summary>Addresses that list more than anybody opens by hand, asked of the real server because its limits are meant.</summary>
public sealed class LongListsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_list_that_is_too_long_is_said_on_the_page_and_one_of_as_many_as_are_kept_is_not()
    {
        app.UseKestrel(0);
        app.StartServer();
        var map = await app.MapOf(await app.Person("ada"));
        using var client = new HttpClient { BaseAddress = app.ClientOptions.BaseAddress };

        Assert.Contains("The address names 251 things to open; only 250 of them are opened.", await Get("open", PictureScope.MostListed + 1), StringComparison.Ordinal);
        Assert.Contains("The address names 8,000 things to open; only 250 of them are opened.", await Get("open", 8_000), StringComparison.Ordinal);
        Assert.Contains("The address names 8,000 things to fold; only 250 of them are folded.", await Get("shut", 8_000), StringComparison.Ordinal);
        Assert.DoesNotContain("The address names", await Get("open", PictureScope.MostListed), StringComparison.Ordinal);

        async Task<string> Get(string list, int count)
        {
            var numbers = string.Join(',', Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture)));
            using var answer = await client.GetAsync(new Uri($"/m/{map}?{list}={numbers}", UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        }
    }
}
