using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Discussion;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Discussion;

public sealed class ThreadTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_comment_and_a_reply_are_read_nested_with_who_and_when()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");

        var said = await debate.Ada.Submit(debate.At("n/1"), debate.At("thread/1"), ("body", "That *step* is where you lose me."));
        var page = await debate.Ada.Follow(said);
        var first = page.Document.QuerySelector(".comment")!.Id!;
        var replied = await grace.Submit(debate.At("n/1"), debate.At($"thread/1?replyTo={first[1..]}"), ("body", "Which one?"));
        var read = await app.Anonymous().Follow(replied);

        Assert.EndsWith($"/n/1?comment={first[1..]}#{first}", said.Location, StringComparison.Ordinal);
        var outer = read.Document.QuerySelector($"#thread > div > ol > li#{first}")!;
        Assert.Equal("step", outer.QuerySelector(":scope > details > .prose em")!.TextContent);
        Assert.Equal("Ada", outer.QuerySelector(":scope > .byline .author")!.TextContent);
        Assert.NotNull(outer.QuerySelector(":scope > .byline time[datetime]"));
        var inner = outer.QuerySelector("ol.thread > li.comment")!;
        Assert.Equal("Which one?", inner.QuerySelector(".prose")!.TextContent.Trim());
        Assert.Equal("Grace", inner.QuerySelector(".author")!.TextContent);
        Assert.Equal("Thread 2 comments", string.Join(' ', read.Document.QuerySelector("#thread h2")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_step_has_a_thread_of_its_own()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");

        var page = await debate.Ada.Follow(await debate.Ada.Submit(debate.At("r/3"), debate.At("thread/3"), ("body", "Does it?")));

        Assert.Equal("Does it?", page.Document.QuerySelector("#thread .prose")!.TextContent.Trim());
        Assert.Empty((await debate.Ada.Get(debate.At("n/1"))).Document.QuerySelectorAll("#thread .comment"));
    }

    [Fact]
    public async Task A_reply_to_a_comment_of_another_thread_is_refused_and_its_text_kept()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost performance.");
        var elsewhere = await Said.By(app, "Ada", debate.Slug, 2, "In the thread of #2.");

        var (status, html) = await Debate.Post(debate.Ada, debate.At("thread/1"), await debate.Ada.Get(debate.At("n/1")), ("body", "Out of place."), ("replyTo", $"{elsewhere}"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"Comment {elsewhere} is in the thread of #2, not of #1.", html, StringComparison.Ordinal);
        Assert.Contains(">Out of place.</textarea>", html, StringComparison.Ordinal);
        Assert.Empty((await debate.Ada.Get(debate.At("n/1"))).Document.QuerySelectorAll("#thread .comment"));
    }

    [Fact]
    public async Task Whoever_is_signed_out_keeps_the_text_and_is_led_to_signing_in()
    {
        var debate = await Debate.Begin(app);
        using var reader = app.Anonymous();

        var page = await reader.Get(debate.At("n/1"));
        var (status, html) = await Debate.Post(reader, debate.At("thread/1"), null, ("body", "Typed for an hour."));

        Assert.NotNull(page.Document.QuerySelector($"#thread a[href='/sign-in?returnUrl={Uri.EscapeDataString(debate.At("thread/1"))}']"));
        Assert.Empty(page.Document.QuerySelectorAll("#thread form"));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains(">Typed for an hour.</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("/sign-in?returnUrl=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_see_what_is_said_in_a_private_map()
    {
        var debate = await Debate.Begin(app, Visibility.Private);
        using var stranger = await app.SignedInAs("Stranger");
        var secret = await Said.By(app, "Ada", debate.Slug, 1, "Between us.");

        foreach (var address in new[] { "n/1", "thread/1", "thread/1/resolution", $"c/{secret}", $"c/{secret}/edit", $"c/{secret}/withdraw", $"c/{secret}/promote", $"c/{secret}/history" })
        {
            var page = await stranger.Get(debate.At(address));
            Assert.Equal((address, HttpStatusCode.NotFound), (address, page.Status));
            Assert.DoesNotContain("Between us", page.Text, StringComparison.Ordinal);
        }

        var (status, html) = await Debate.Post(stranger, debate.At("thread/1"), await stranger.Get("/maps/new"), ("body", "Let me in."));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("Let me in.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permalink_leads_into_the_thread_with_everything_around_the_comment_open()
    {
        var debate = await Debate.Begin(app);
        var parent = await Said.By(app, "Ada", debate.Slug, 1, "Top.");
        for (var depth = 0; depth < 5; depth++)
        {
            parent = await Said.By(app, "Ada", debate.Slug, 1, $"Depth {depth + 1}.", parent);
        }

        for (var more = 0; more < 40; more++)
        {
            await Said.By(app, "Ada", debate.Slug, 1, $"More {more}.");
        }

        using var reader = app.Anonymous();
        var folded = await reader.Get(debate.At("n/1"));
        var led = await reader.Get(debate.At($"c/{parent}"));
        var open = await reader.Follow(led);

        Assert.Contains(folded.Document.QuerySelectorAll("#thread .comment > details"), fold => !fold.HasAttribute("open"));
        Assert.Equal("1 reply", folded.Document.QuerySelectorAll("#thread .comment:has(> details:not([open])) > .byline .folded-count")[0].TextContent);
        Assert.EndsWith($"/n/1?comment={parent}#c{parent}", led.Location, StringComparison.Ordinal);
        Assert.All(open.Document.QuerySelectorAll($"#thread details:has(#c{parent}), #c{parent} > details"), fold => Assert.True(fold.HasAttribute("open")));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(debate.At("c/4711"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(debate.At("n/1?comment=nonsense"))).Status);
    }

    [Fact]
    public async Task Replies_deeper_than_a_page_has_room_for_say_what_they_reply_to()
    {
        var debate = await Debate.Begin(app);
        int? parent = null;
        for (var depth = 0; depth <= DiscussionThread.MaxShownDepth + 1; depth++)
        {
            parent = await Said.By(app, "Ada", debate.Slug, 1, $"Depth {depth}.", parent);
        }

        var page = await debate.Ada.Get(debate.At("n/1"));

        var last = page.Document.QuerySelector($"#c{parent}")!;
        Assert.Equal($"#c{parent - 1}", last.QuerySelector(".byline a[href^='#c']")!.GetAttribute("href"));
        Assert.Same(page.Document.QuerySelector($"#c{parent - 1}")!.ParentElement, last.ParentElement);
    }

    [Fact]
    public async Task A_thread_is_resolved_and_reopened_and_says_who_did()
    {
        var debate = await Debate.Begin(app);
        using var grace = await app.SignedInAs("Grace");
        await Said.By(app, "Ada", debate.Slug, 1, "Settled?");
        var action = debate.At("thread/1/resolution");

        var resolved = await grace.Follow(await grace.Submit(debate.At("n/1"), action, ("do", "resolve")));
        var twice = await debate.Ada.Follow(await debate.Ada.Submit(debate.At("n/1"), action, ("do", "resolve")));
        var reopened = await debate.Ada.Follow(await debate.Ada.Submit(debate.At("n/1"), action, ("do", "reopen")));

        Assert.Contains("Resolved by Grace", resolved.Text, StringComparison.Ordinal);
        Assert.NotNull(resolved.Document.QuerySelector("#thread .resolved .comment"));
        Assert.Contains("Resolved by Grace", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Reopened by Ada", reopened.Text, StringComparison.Ordinal);
        Assert.Null(reopened.Document.QuerySelector("#thread .resolved"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[press](javascript:alert(1))")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("![p](data:text/html,<script>alert(1)</script>)")]
    public async Task Hostile_Markdown_ends_as_harmless_text(string body)
    {
        var debate = await Debate.Begin(app);
        var number = await Said.By(app, "Ada", debate.Slug, 1, body);

        foreach (var address in new[] { "n/1", $"thread/1?replyTo={number}", $"c/{number}/history", $"c/{number}/edit", $"c/{number}/promote", $"c/{number}/withdraw" })
        {
            var main = (await debate.Ada.Get(debate.At(address))).Document.QuerySelector("main")!;
            Assert.Empty(main.QuerySelectorAll("script, img, [onerror], iframe"));
            Assert.DoesNotContain(main.QuerySelectorAll("a"), link => link.GetAttribute("href") is { } href && (href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("data:", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task A_comment_must_say_something_and_not_too_much()
    {
        var debate = await Debate.Begin(app);

        var empty = await debate.Ada.Submit(debate.At("n/1"), debate.At("thread/1"), ("body", " \u200b "));
        var long_ = await debate.Ada.Submit(debate.At("n/1"), debate.At("thread/1"), ("body", new string('x', CommentRow.MaxBodyLength + 1)));

        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("The comment is empty. Write something.", empty.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, long_.Status);
        Assert.Contains("Shorten it by 1.", long_.Text, StringComparison.Ordinal);
        Assert.Equal(CommentRow.MaxBodyLength + 1, long_.Document.QuerySelector("textarea[name=body]")!.TextContent.Length);
    }
}
