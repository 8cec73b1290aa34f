using System.Net;
using System.Text.RegularExpressions;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

public sealed partial class StyleSheetTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Reading_pages_wait_for_one_sheet_that_holds_all_rules()
    {
        var page = await app.Anonymous().Get("/");
        var sheet = Assert.Single(page.Document.QuerySelectorAll("link[rel=stylesheet]")).GetAttribute("href")!;

        using var client = app.CreateClient();
        var rules = await client.GetStringAsync(sheet);

        Assert.Contains("@layer", rules, StringComparison.Ordinal);
        Assert.Contains(".map-body", rules, StringComparison.Ordinal);
        Assert.Contains(".diagram", rules, StringComparison.Ordinal);
        Assert.Contains(".picture.live", rules, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", rules, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task It_is_kept_for_good_in_each_encoding(string encoding)
    {
        using var client = app.CreateClient();
        var address = Sheet().Match(await client.GetStringAsync("/")).Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);

        using var answer = await client.SendAsync(request);

        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task An_address_of_an_earlier_build_still_answers_and_is_not_kept()
    {
        using var client = app.CreateClient();
        using var answer = await client.GetAsync("/css/argmap.0123456789.css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task No_insertion_restyles_a_whole_page_and_no_part_is_compared_with_all_before_it()
    {
        using var client = app.CreateClient();
        var rules = await client.GetStringAsync(Sheet().Match(await client.GetStringAsync("/")).Value);

        Assert.DoesNotMatch(UniversalAfterHas(), rules);
        Assert.DoesNotMatch(AllThatFollow(), rules);
    }

    [GeneratedRegex(@"/css/argmap\.[a-z0-9]+\.css")]
    private static partial Regex Sheet();

    [GeneratedRegex(@"~\s*\*")]
    private static partial Regex AllThatFollow();

    // :has(…), then a combinator and something universal before the next comma or brace.
    [GeneratedRegex(@":has\([^()]*(\([^()]*\)[^()]*)*\)\s*[ >+~][^,{}]*(?<![\w\]\)])\*", RegexOptions.ExplicitCapture)]
    private static partial Regex UniversalAfterHas();
}
