using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using ArgMap.Server.Reading.Sharing;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Maps;

namespace ArgMap.Server.Tests.Reading.Sharing;

public sealed class SharingTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Theory]
    [InlineData(Visibility.Public)]
    [InlineData(Visibility.Unlisted)]
    public async Task A_map_is_shown_in_frames_of_other_sites_without_forms_or_cookies(Visibility visibility)
    {
        var debate = await Debate.Begin(app, visibility);
        await debate.Add(RelationKind.Objection, 1, "It does not.");

        var page = await app.Anonymous().Get(debate.At("embed?theme=dark"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith("frame-ancestors *", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.False(page.Headers.ContainsKey("Set-Cookie"));
        Assert.Empty(page.Document.QuerySelectorAll("form, input, button, .site-header"));
        Assert.Equal("dark", page.Document.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal($"/m/{debate.Slug}", page.Document.QuerySelector("h1 a")!.GetAttribute("href"));
        Assert.Equal("_blank", page.Document.QuerySelector("base")!.GetAttribute("target"));
        Assert.NotNull(page.Document.QuerySelector("#picture-2"));
        Assert.NotNull(page.Document.QuerySelector("script[src*='js/map']"));
    }

    [Fact]
    public async Task No_other_page_is_shown_in_frames()
    {
        var debate = await Debate.Begin(app);
        foreach (var address in new[] { "/", debate.At(""), debate.At("print"), debate.At("n/1"), "/m/no-such-map/embed" })
        {
            var page = await app.Anonymous().Get(address);
            Assert.EndsWith("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_private_map_is_shown_in_no_frame_not_even_to_its_owner()
    {
        var debate = await Debate.Begin(app, Visibility.Private);

        var page = await debate.Ada.Get(debate.At("embed"));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.EndsWith("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("it cannot be embedded", (await debate.Ada.Get($"/m/{debate.Slug}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("\"><script>")]
    public async Task Colours_that_are_none_are_passed_over(string theme)
    {
        var debate = await Debate.Begin(app);

        Assert.False((await app.Anonymous().Get(debate.At("embed?theme=" + Uri.EscapeDataString(theme)))).Document.DocumentElement.HasAttribute("data-theme"));
        Assert.False((await app.Anonymous().Get($"/m/{debate.Slug}?theme=dark")).Document.DocumentElement.HasAttribute("data-theme"));
    }

    [Fact]
    public async Task The_snippet_for_other_sites_keeps_what_is_shown_and_harms_no_page_it_is_pasted_into()
    {
        var ada = await app.Person("Quoting");
        var slug = await app.MapOf(ada, "A \"quoted\" <title>");

        var page = await app.Anonymous().Get($"/m/{slug}?at=1&depth=2");

        Assert.Equal(
            $"<iframe src=\"http://localhost/m/{slug}/embed?at=1&amp;depth=2\" title=\"A &quot;quoted&quot; &lt;title&gt;\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
            page.Document.QuerySelector("#embed")!.TextContent);
    }

    [Fact]
    public async Task On_paper_is_the_picture_then_everything_in_words_then_the_sources()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It does not.");
        await debate.Add(RelationKind.Question, 3, "Why would that matter?");
        await debate.Ada.Submit(debate.At("sources"), debate.At("sources"), ("title", "A talk"), ("medium", "Talk"));

        var page = await app.Anonymous().Get(debate.At("print"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var sheet = page.Document.QuerySelector(".sheets > img")!.GetAttribute("src")!;
        Assert.Contains("It does not.", await app.Anonymous().Http.GetStringAsync(sheet), StringComparison.Ordinal);
        Assert.Equal(
            ["#1 Deception crystallises. defeated, 1 open objection", "#3 objection to #1:", "#2 It does not. stands", "#5 question about the step #3:", "#4 Why would that matter? not answered"],
            page.Document.QuerySelectorAll(".lines > li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("A talk", page.Document.QuerySelector(".printed-sources")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".site-header, nav"));
    }

    [Fact]
    public void Every_node_is_printed_once_in_its_place_and_named_where_it_is_used_again()
    {
        var map = Draft.OfEverything().View(1);
        var lines = PrintedLines.Of(map);

        var printed = lines.Where(line => line.Standing is not null && line.Text is not null).Select(line => line.Number).ToList();
        Assert.Equal(map.Nodes.Keys.Order(), printed.Order());
        Assert.Contains(lines, line => line.Text?.EndsWith("(in its own place)", StringComparison.Ordinal) is true);
    }

    [Fact]
    public void A_map_of_any_depth_is_printed()
    {
        var draft = new Draft();
        var above = draft.Claim("The first.");
        for (var level = 0; level < 3_000; level++)
        {
            var next = draft.Claim("The next.");
            draft.Step(RelationKind.Support, above, next);
            above = next;
        }

        Assert.Equal(6_001, PrintedLines.Of(draft.View(1)).Count);
    }
}
