using System.Globalization;
using System.Net;
using ArgMap.Canvas;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

/// <summary>Addresses that list more than anybody opens by hand, asked of the real server because its limits are meant.</summary>
public sealed class LongListsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private string? map;

    [Theory]
    [InlineData("open", 251, "The address names 251 things to open; only 250 of them are opened.")]
    [InlineData("open", 8_000, "The address names 8,000 things to open; only 250 of them are opened.")]
    [InlineData("shut", 8_000, "The address names 8,000 things to fold; only 250 of them are folded.")]
    public async Task A_list_that_is_too_long_is_said_on_the_page(string list, int count, string notice)
    {
        var (status, html) = await Get(list, count);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(notice, html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 1_000, 200_000);
    }

    [Fact]
    public async Task A_list_of_as_many_as_are_kept_needs_no_notice()
    {
        var (status, html) = await Get("open", PictureScope.MostListed);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("The address names", html, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Html)> Get(string list, int count)
    {
        if (map is null)
        {
            app.UseKestrel(0);
            app.StartServer();
            map = await app.MapOf(await app.Person($"ada {list} {count}"));
        }

        using var client = new HttpClient { BaseAddress = app.ClientOptions.BaseAddress };
        using var answer = await client.GetAsync(new Uri($"/m/{map}?{list}={string.Join(',', Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture)))}", UriKind.Relative), Xunit.TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken));
    }
}
