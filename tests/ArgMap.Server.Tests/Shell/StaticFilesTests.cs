using System.Net;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

public sealed class StaticFilesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    /// <summary>Files of a web root outside the project can be served under their fingerprints with no bytes; see the project file.</summary>
    [Fact]
    public async Task The_fingerprinted_stylesheet_has_content()
    {
        var page = await app.Anonymous().Get("/");
        var sheets = page.Document.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.NotEmpty(sheets);
        using var client = app.CreateClient();
        foreach (var sheet in sheets)
        {
            using var answer = await client.GetAsync(sheet);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Matches(@"\.[a-z0-9]{10}\.", sheet);
            Assert.True((await answer.Content.ReadAsStringAsync()).Length > 0, $"{sheet} is empty.");
        }
    }

    [Fact]
    public async Task Scripts_are_sent_whole_but_for_their_comments()
    {
        using var client = app.CreateClient();
        foreach (var source in Directory.GetFiles(Path.Combine(Stylesheets.Root(), "wwwroot", "js"), "*.js"))
        {
            var sent = (await client.GetStringAsync($"/js/{Path.GetFileName(source)}")).Split('\n');

            var code = (await File.ReadAllLinesAsync(source)).Where(line => line.Trim() is var text && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith('*') && !(text.StartsWith("/*", StringComparison.Ordinal) && (text.EndsWith("*/", StringComparison.Ordinal) || !text.Contains("*/", StringComparison.Ordinal))));
            Assert.Equal(code, sent.SkipLast(1));
        }
    }

    [Fact]
    public async Task Nothing_inline_can_run_in_a_page()
    {
        using var answer = await app.CreateClient().GetAsync("/");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
    }
}
