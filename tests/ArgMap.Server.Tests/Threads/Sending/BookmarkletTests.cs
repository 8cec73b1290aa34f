using System.Net;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Tests.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Sending;

/// <summary>From another site to the import, step by step, as browsers send it: the first request without the session.</summary>
public sealed class BookmarkletTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Sent = "/import/sent";
    private const string From = "https://closed.example/thread/7?page=2&x=%22";

    private const string Html =
        """<!DOCTYPE html><html><head><title>Why &amp; how </title><script>alert(1)</script></head><body><div class="h-feed"><article class="h-entry" id="p1"><a class="p-author h-card" href="/u/ada">Ada</a><time class="dt-published" datetime="2026-11-01T10:00:00Z">then</time><div class="e-content"><p>It is so </textarea><b>because</b> I say.</p></div></article><article class="h-entry" id="p2"><a class="p-author h-card" href="/u/bo">Bo</a><time class="dt-published" datetime="2026-11-02T10:00:00Z">then</time><div class="e-content"><p>It is not.</p></div></article></div></body></html>""";

    [Fact]
    public async Task The_bookmark_sends_to_this_site_and_can_be_kept_by_hand()
    {
        using var reader = app.Anonymous();

        var page = await reader.Get("/import/bookmarklet");

        var code = page.Document.QuerySelector("main a.button")!.GetAttribute("href")!;
        Assert.StartsWith("javascript:(()=>{", code, StringComparison.Ordinal);
        Assert.Contains("f.action='http://localhost/import/sent'", code, StringComparison.Ordinal);
        Assert.DoesNotContain(code, character => character is '%' or '\n' or '\r');
        Assert.Equal(code, page.Document.QuerySelector("#code")!.TextContent);
        Assert.Contains((await reader.Get("/import/bookmarklet")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/import");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("none")]
    [InlineData(null)]
    public async Task What_another_site_sends_is_shown_and_nothing_is_stored(string? site)
    {
        using var reader = app.Anonymous();

        var page = await Post(reader, site, ("page", From), ("text", Html));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Why & how", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://closed.example/thread/7?page=2&x=%22", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has been stored", page.Text, StringComparison.Ordinal);
        Assert.Contains("It is not.", page.Document.QuerySelector(".as-typed")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main script, main b, main article"));
        Assert.Equal(Html, page.Document.QuerySelector("textarea[name=text]")!.TextContent);
    }

    [Fact]
    public async Task A_session_that_another_site_cannot_use_anyway_stores_nothing_either()
    {
        using var ada = await app.SignedInAs("AdaSends");

        await Post(ada, "cross-site", ("page", From), ("text", Html));

        Assert.DoesNotContain("Why & how", (await ada.Get("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_leads_to_the_form_and_from_there_to_the_map()
    {
        using var bea = await app.SignedInAs("BeaSends");
        var shown = await Post(bea, "cross-site", ("page", From), ("text", Html));

        bea.Http.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var form = await bea.Submit(shown, Sent);
        var done = await app.Ended(bea, await bea.Submit(form, "/import", ("title", "Sent here")));

        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Contains("The page that was sent", form.Text, StringComparison.Ordinal);
        Assert.Null(form.Document.QuerySelector(".refusal"));
        Assert.Contains("The thread is here", done.Text, StringComparison.Ordinal);
        Assert.Contains("Posts2", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_brought_in_before_brings_its_thread_up_to_date()
    {
        using var cora = await app.SignedInAs("CoraSends");
        cora.Http.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        var first = await app.Ended(cora, await cora.Submit(await Post(cora, null, ("page", From + "#p1"), ("text", Html)), "/import", ("title", "Sent twice")));
        Assert.Contains("Posts2", first.Text, StringComparison.Ordinal);
        var third = Html.Replace("</div></body>", """<article class="h-entry" id="p3"><a class="p-author h-card" href="/u/cy">Cy</a><div class="e-content"><p>It is, at times.</p></div></article></div></body>""", StringComparison.Ordinal);

        var form = await Post(cora, null, ("page", From), ("text", third));
        var choice = form.Document.QuerySelector("input[name=into][checked]")!;
        var done = await app.Ended(cora, await cora.Submit(form, "/import"));

        Assert.Equal("sent-twice/1", choice.GetAttribute("value"));
        Assert.Contains("Bring “Why & how” up to date, in the map “Sent twice”", form.Text, StringComparison.Ordinal);
        Assert.Contains("The thread is up to date", done.Text, StringComparison.Ordinal);
        Assert.Contains("1 post is new, 0 have changed, 2 are as before", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("/m/sent-twice/import/", done.Address, StringComparison.Ordinal);

        var other = await app.Ended(cora, await cora.Submit(form, "/import", ("into", ""), ("title", "Sent anew"), ("key", "another")));

        Assert.StartsWith("/m/sent-anew/import/", other.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_have_brought_in_from_a_page_is_not_offered()
    {
        using var dan = await app.SignedInAs("DanSends");
        using var eli = await app.SignedInAs("EliSends");
        foreach (var browser in new[] { dan, eli })
        {
            browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        }

        await app.Ended(dan, await dan.Submit(await Post(dan, null, ("page", From), ("text", Html)), "/import", ("title", "Dan's")));
        var form = await Post(eli, null, ("page", From), ("text", Html));
        var forged = await eli.Submit(form, "/import", ("into", "dans/1"));

        Assert.Empty(form.Document.QuerySelectorAll("[name=into]"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await eli.Submit(form, "/import", ("into", "dans/none"))).Status);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_told_so_before_going_on()
    {
        using var reader = app.Anonymous();
        reader.Http.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");

        var page = await Post(reader, null, ("page", From), ("text", Html));

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
    }

    [Theory]
    [InlineData("javascript:alert(1)", Html)]
    [InlineData("", Html)]
    [InlineData(From, "")]
    public async Task What_is_no_page_is_refused_in_words(string address, string text)
    {
        using var reader = app.Anonymous();

        var page = await Post(reader, "cross-site", ("page", address), ("text", text));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("No page came with that", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_several_megabytes_gets_through()
    {
        using var reader = app.Anonymous();

        var page = await Post(reader, "cross-site", ("page", From), ("text", Html + new string('x', 6_000_000)));

        Assert.Contains("5.7 MB", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> Post(Browser browser, string? site, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Sent) { Content = content };
        if (site is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        }

        return await browser.Send(request);
    }
}
