using System.Net;
using System.Net.Http.Headers;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

/// <summary>Without a script, as every page must work.</summary>
public sealed class ImportPagesTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Comment = "> SGD fully intervenes on the mesa-optimiser.\nI don't think that it can shield parts of itself, because all parameters are updated.\nWhy would it be favoured?";

    private const string PageWithAddress = """
        <!DOCTYPE html><html><head><title>Does it hold?</title><link rel="canonical" href="https://closed.example/thread/7"></head><body><div class="h-feed">
        <article class="h-entry" id="p1"><a class="p-author h-card" href="/u/ada">Ada</a><div class="e-content"><p>I think it holds.</p></div></article>
        <article class="h-entry" id="p2"><a class="p-author h-card" href="/u/bo">Bo</a><div class="e-content"><p>I think it does not.</p></div></article></div></body></html>
        """;

    [Fact]
    public async Task Pasted_text_becomes_a_map_whose_page_says_what_was_found()
    {
        using var ada = await app.SignedInAs("Ada");

        var sent = await ada.Submit("/import", "/import", ("text", Comment), ("title", "A comment"));
        var result = await app.Ended(ada, sent.Location!);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.StartsWith("/m/a-comment/import/", sent.Location, StringComparison.Ordinal);
        Assert.Contains("The thread is here", result.Text, StringComparison.Ordinal);
        Assert.Contains("Posts1", result.Text, StringComparison.Ordinal);
        Assert.Contains("Pasted text", result.Text, StringComparison.Ordinal);
        var map = await ada.Get("/m/a-comment");
        Assert.Contains("A comment", map.Text, StringComparison.Ordinal);
        Assert.Contains("1", (await ada.Get("/m/a-comment/sources")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_sent_and_read()
    {
        using var bea = await app.SignedInAs("Bea");

        var sent = await Send(bea, "/import", SmallForum.File(SmallForum.Four));
        var result = await app.Ended(bea, sent.Headers.Location!.OriginalString);

        Assert.Contains("Posts4", result.Text, StringComparison.Ordinal);
        Assert.Contains("Quotes found1 of 1", result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, "There is nothing to read yet")]
    [InlineData("not an address", null, null, "“not an address” is not the address of a page")]
    [InlineData("-1", null, null, "“-1” is not the address of a page")]
    [InlineData(null, "<html><body><p>hello</p></body></html>", null, "(html). The whole page: Nothing on this page repeats")]
    [InlineData("javascript://alert", null, null, "is not the address of a page")]
    [InlineData("https://forum.example/t/1", "Words.", null, "There is an address and also text. Keep one of the two")]
    [InlineData(null, "Words that say something.", "morse", "There is no format “morse”")]
    [InlineData(null, "http://10.0.0.1/thread/7", null, "10.0.0.1 is not on the public Internet")]
    [InlineData(null, "?! … \u200b ---", null, "There are no words in this text")]
    [InlineData(null, "{\"a\":1}", null, "The pasted text is JSON, but nothing in it looks like posts")]
    public async Task What_is_wrong_is_said_at_the_field_and_everything_typed_is_kept(string? address, string? text, string? format, string message)
    {
        using var cora = await app.SignedInAs("Cora" + Math.Abs(message.GetHashCode(StringComparison.Ordinal) % 100_000));

        var again = await cora.Submit("/import", "/import", ("address", address), ("text", text), ("format", format), ("title", "Kept title"), ("root", "Kept question?"), ("visibility", "Unlisted"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains(message, again.Text, StringComparison.Ordinal);
        Assert.Equal((address ?? "", "Kept title"), (again.Value("#address"), again.Value("#title")));
        Assert.Equal(text ?? "", again.Document.QuerySelector("#text")!.TextContent);
        Assert.Equal("Kept question?", again.Document.QuerySelector("#root")!.TextContent);
        Assert.NotNull(again.Document.QuerySelector("#visibility option[value=Unlisted][selected]"));
        Assert.NotNull(again.Document.QuerySelector(".field-error"));
    }

    [Fact]
    public async Task The_layout_that_came_with_a_text_is_kept_when_the_form_is_refused_and_shown_only_then()
    {
        using var kim = await app.SignedInAs("Kim");

        var empty = await kim.Get("/import");
        var again = await kim.Submit("/import", "/import", ("text", CopiedForum.Text), ("layout", CopiedForum.Layout), ("address", "not an address"));

        Assert.True(empty.Document.QuerySelector("[data-layout]")!.HasAttribute("hidden"));
        Assert.False(again.Document.QuerySelector("[data-layout]")!.HasAttribute("hidden"));
        Assert.Equal(CopiedForum.Layout, again.Value("#layout"));
    }

    [Fact]
    public async Task A_reader_without_an_account_is_told_to_sign_in()
    {
        using var reader = app.Anonymous();

        Assert.Contains("Sign in", (await reader.Get("/import")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_is_brought_into_a_map_and_up_to_date()
    {
        using var dora = await app.SignedInAs("Dora");
        await dora.Submit("/maps/new", "/maps/new", ("title", "Dora's map"), ("root", "Is it so?"));
        var first = await Send(dora, "/m/doras-map/import", SmallForum.File(SmallForum.Four));
        var result = await app.Ended(dora, first.Headers.Location!.OriginalString);
        var update = result.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Single(link => link?.Contains("/import?thread=", StringComparison.Ordinal) == true)!;

        var second = await Send(dora, update, SmallForum.File(SmallForum.Four.Take(3)));
        var updated = await app.Ended(dora, second.Headers.Location!.OriginalString);

        Assert.Contains("The thread is up to date", updated.Text, StringComparison.Ordinal);
        Assert.Contains("0 posts are new, 0 have changed, 3 are as before", updated.Text, StringComparison.Ordinal);
        Assert.Contains("1 post is not in the thread any more", updated.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_was_not_fetched_again_can_be_at_once_from_the_page_that_says_why()
    {
        using var fay = await app.SignedInAs("Fay");
        var first = await app.Ended(fay, (await fay.Submit("/import", "/import", ("text", PageWithAddress), ("title", "Fetched again"))).Location!);
        var update = first.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Single(link => link?.Contains("/import?thread=", StringComparison.Ordinal) == true)!;
        var again = "/m/fetched-again/threads/1/update";

        var refused = await fay.Submit(update, again, ("__RequestVerificationToken", "stale"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Bring a thread up to date", refused.Document.QuerySelector("h1")!.TextContent);
        Assert.Single(refused.Document.QuerySelectorAll("[role=alert]"));
        Assert.Equal(update, refused.Document.QuerySelector("main form[enctype]")!.GetAttribute("action"));
        Assert.Equal(HttpStatusCode.SeeOther, (await fay.Submit(refused, again)).Status);
    }

    [Fact]
    public async Task Where_nothing_is_fetched_a_thread_is_given_to_bring_it_up_to_date()
    {
        using var gil = await app.SignedInAs("Gil");
        var first = await app.Ended(gil, (await gil.Submit("/import", "/import", ("text", PageWithAddress), ("title", "Given again"))).Location!);
        var update = first.Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Single(link => link?.Contains("/import?thread=", StringComparison.Ordinal) == true)!;
        Assert.Equal(2, (await gil.Get(update)).Document.QuerySelectorAll("main form").Length);
        await using var closed = app.AnotherServer(new() { ["Threads:Fetching:Enabled"] = "false" });
        using var there = await closed.SignedInAs("Gil");

        var page = await there.Get(update);

        Assert.Single(page.Document.QuerySelectorAll("main form"));
        Assert.DoesNotContain(update, page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_format_that_was_recognised_wrongly_is_overruled()
    {
        using var eva = await app.SignedInAs("Eva");
        var sent = await Send(eva, "/import", SmallForum.File(SmallForum.Four, title: "Overruled"));
        var page = await app.Ended(eva, sent.Headers.Location!.OriginalString);

        var again = await eva.Submit(page, sent.Headers.Location!.OriginalString + "/read", ("format", "text"));
        var result = await app.Ended(eva, again.Location!);

        Assert.Contains("as you chose", result.Text, StringComparison.Ordinal);
    }

    /// <summary>The page of an import once that has come to an end: on a busy machine the form does not wait so long.</summary>
    private static async Task<HttpResponseMessage> Send(Browser browser, string address, RawInput file)
    {
        var page = await browser.Get(address);
        using var form = new MultipartFormDataContent();
        foreach (var input in page.Document.QuerySelectorAll("main form[enctype] input[type=hidden]"))
        {
            form.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        }

        var content = new ByteArrayContent(file.Bytes());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(content, "files", file.Name);
        return await browser.Http.PostAsync(address, form);
    }
}
