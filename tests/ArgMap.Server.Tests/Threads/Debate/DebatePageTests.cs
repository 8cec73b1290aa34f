using System.Globalization;
using System.Net;
using ArgMap.Argumentation.Citations;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Debates;

public sealed class DebatePageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static readonly IReadOnlyList<Said> Talk =
    [
        new("Ada", "Pure deception **would crystallise**, I think.", null, 12),
        new("Bob", "> would crystallise\n\nWhy would it?", 1, 3) { Quotes = [new("would crystallise", 0, 19, 1, null, QuoteState.Folded, 1, 17, 17, 1)] },
        new("Ada", "Because nothing changes it.", 2),
        new("Cy", "The base objective would do better.", 1, 40),
        new(null, "", 1) { State = PostState.RemovedByModerator },
        new("Dee", "Off topic.", 1) { IsVanished = true },
    ];

    [Fact]
    public async Task A_thread_is_nested_and_says_who_wrote_what_and_what_became_of_it()
    {
        var (slug, thread, _) = await Begin();

        var page = await app.Anonymous().Get(Address.Debate(slug, thread));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(6, page.Document.QuerySelectorAll(".post").Length);
        Assert.Equal("p1", page.Document.QuerySelector("#p2")!.ParentElement!.Closest(".post")!.Id);
        Assert.Equal("p2", page.Document.QuerySelector("#p3")!.ParentElement!.Closest(".post")!.Id);
        Assert.Contains("Ada", page.Document.QuerySelector("#p3 > .byline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("40 points", page.Document.QuerySelector("#p4 > .byline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("removed by a moderator", Words(page, "#p5 > .byline"), StringComparison.Ordinal);
        Assert.Contains("no longer on the forum", Words(page, "#p6 > .byline"), StringComparison.Ordinal);
        Assert.Equal("Ada, post 1", page.Document.QuerySelector("#p2 blockquote .quote-origin")!.TextContent);
        Assert.Equal("strong", page.Document.QuerySelector("#p1 .prose strong")!.LocalName);
    }

    [Fact]
    public async Task What_a_post_answers_can_be_read_where_it_is_not_right_above()
    {
        var (slug, thread, _) = await Begin([new("Ada", "Begin."), new("Bob", "Pure *deception* would crystallise.", 1), new("Cy", "Why?", 2), new("Dee", "How?", 2), new("Eve", "So?", 1)]);

        var page = await app.Anonymous().Get(Address.Debate(slug, thread));

        Assert.Null(page.Document.QuerySelector("#p3 > details > .above"));
        Assert.Contains("answers Bob", Words(page, "#p4 > .byline"), StringComparison.Ordinal);
        Assert.Equal("Pure deception would crystallise.", Words(page, "#p4 > details > .above blockquote p"));
        Assert.Equal("#p2", page.Document.QuerySelector("#p4 > details > .above footer a")!.GetAttribute("href"));
        Assert.DoesNotContain("answers", Words(page, "#p5 > .byline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thread", "1 2 3 4 5 6")]
    [InlineData("newest", "6 5 4 3 2 1")]
    [InlineData("score", "1 4 2 3 5 6")]
    [InlineData("unmapped", "1 3 4 6 2 5")]
    public async Task Posts_are_ordered_as_asked(string order, string expected)
    {
        var (slug, thread, ada) = await Begin();
        Assert.Null((await Make(slug, thread, 2, ada, new(nameof(PassageUse.Question), new("Why would it"), 1, "Why would it?"))).Refusal);

        var page = await app.Anonymous().Get($"{Address.Debate(slug, thread)}&order={order}");

        Assert.Equal(expected, string.Join(' ', page.Document.QuerySelectorAll(".post").Select(post => post.Id![1..])));
    }

    [Fact]
    public async Task A_long_thread_comes_in_pages_that_together_hold_every_post_once()
    {
        var posts = Enumerable.Range(0, 450).Select(index => new Said("Ada", $"Words number {index}.", index % 150 == 0 ? null : index % 3 == 0 ? ((index / 150) * 150) + 1 : index, index)).ToList();
        var (slug, thread, _) = await Begin(Preorder(posts));
        var reader = app.Anonymous();
        foreach (var order in Enum.GetNames<DebateOrder>())
        {
            var seen = new List<string>();
            string? address = $"{Address.Debate(slug, thread)}&order={order}";
            while (address is not null)
            {
                var page = await reader.Get(address);
                var here = page.Document.QuerySelectorAll(".post").Select(post => post.Id!).ToList();
                Assert.InRange(here.Count, 1, PostReader.MostPosts);
                seen.AddRange(here);
                address = page.Document.QuerySelector("nav.pages a[rel=next]")?.GetAttribute("href");
            }

            Assert.Equal(450, seen.Count);
            Assert.Equal(450, seen.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task Replies_that_do_not_fit_are_counted_where_they_belong_and_a_permalink_finds_its_page()
    {
        var (slug, thread, _) = await Begin([new("Ada", "Begin."), .. Enumerable.Range(0, 300).Select(index => new Said("Bob", $"Reply {index}.", 1))]);

        var page = await app.Anonymous().Get(Address.Debate(slug, thread));
        var far = await app.Anonymous().Get(Address.Post(slug, thread, 290).Split('#')[0]);

        Assert.Equal("101 more replies", Words(page, "#p1 > details > .more-posts"));
        Assert.NotNull(far.Document.QuerySelector("#p290"));
        Assert.Contains("Ada: Begin.", Words(far, ".above-here"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_replies_stop_moving_to_the_side()
    {
        var (slug, thread, _) = await Begin([new("Ada", "0"), .. Enumerable.Range(1, 60).Select(depth => new Said("Bob", $"{depth}", depth))]);

        var page = await app.Anonymous().Get(Address.Debate(slug, thread));

        Assert.Equal(ShownPost.MostLevels, page.Document.QuerySelectorAll(".posts").Max(list => Levels(list)));
        Assert.Contains("answers Bob", Words(page, "#p60 > .byline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapped_words_are_marked_with_role_and_standing_and_lead_to_their_node()
    {
        var (slug, thread, ada) = await Begin();
        await Make(slug, thread, 1, ada, new(nameof(PassageUse.Support), new("deception would crystallise, I"), 1, "It would."));
        await Make(slug, thread, 1, ada, new(nameof(PassageUse.Question), new("would"), 1, "Would it?"));

        var page = await app.Anonymous().Get(Address.Debate(slug, thread));

        var marks = page.Document.QuerySelectorAll("#p1 > details > .prose mark");
        Assert.Equal("deception would crystallise, I", string.Concat(marks.Select(mark => mark.TextContent)));
        Assert.Contains("several", marks.Single(mark => mark.TextContent == "would").ClassName, StringComparison.Ordinal);
        var note = page.Document.QuerySelector("#p1 sup.kind-support a")!;
        Assert.Equal(Address.Node(slug, 2), note.GetAttribute("href"));
        Assert.Contains("support, stands: It would.", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 passages mapped", Words(page, "#p1 > details > .post-foot"), StringComparison.Ordinal);
        Assert.Contains("1 of 6 posts mapped, 4 left", Words(page, ".coverage-line"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnchorState.Exact, "exact")]
    [InlineData(AnchorState.Moved, "the same words stand elsewhere")]
    [InlineData(AnchorState.Uncertain, "It now says: Because little changes it")]
    [InlineData(AnchorState.Orphaned, "nothing like these words")]
    public async Task A_node_lists_its_passages_with_what_became_of_them(AnchorState state, string says)
    {
        var (slug, thread, ada) = await Begin();
        var made = (await Make(slug, thread, 3, ada, new(nameof(PassageUse.Support), new("Because nothing changes it"), 1, "Nothing changes it."))).Value;
        if (state is not AnchorState.Exact)
        {
            await app.With<ArgMapDbContext, int>(async db =>
            {
                var isGone = state is AnchorState.Orphaned;
                db.CitationAnchors.Add(new CitationAnchorRow
                {
                    MapId = (await db.Maps.SingleAsync(map => map.Slug == slug)).Id,
                    CitationNumber = made.AddedCitation!.Value,
                    State = state,
                    Start = isGone ? null : 0,
                    Length = isGone ? 0 : 7,
                    Now = isGone ? null : "Because little changes it",
                    PostVersion = 2,
                });
                return await db.SaveChangesAsync();
            });
        }

        var node = await app.Anonymous().Get(Address.Node(slug, made.AddedNode!.Value));
        var debate = await app.Anonymous().Get(Address.Debate(slug, thread));

        Assert.Contains(says, Words(node, ".citations"), StringComparison.Ordinal);
        Assert.Contains("post 3 by Ada", Words(node, ".citations"), StringComparison.Ordinal);
        var way = node.Document.QuerySelector(".citations cite a")!.GetAttribute("href")!;
        Assert.NotNull((await app.Anonymous().Get(way.Split('#')[0])).Document.QuerySelector($"#{way.Split('#')[1]}"));
        Assert.Equal(state is AnchorState.Orphaned, debate.Document.QuerySelector("#p3 .lost-passage") is not null);
        Assert.Equal(state is AnchorState.Uncertain, debate.Document.QuerySelector("#p3 mark.uncertain") is not null);
    }

    [Fact]
    public async Task What_came_since_the_last_visit_is_new_to_whoever_is_signed_in()
    {
        var (slug, thread, _) = await Begin();
        using var bob = await app.SignedInAs("Bob");
        Assert.Null((await bob.Get(Address.Debate(slug, thread))).Document.QuerySelector(".badge.new"));
        var map = await app.With<ArgMapDbContext, long>(async db => (await db.Maps.SingleAsync(map => map.Slug == slug)).Id);
        var person = await app.With<ArgMapDbContext, Guid>(async db => (await db.People.SingleAsync(each => each.UserName == "Bob")).Id);
        var lastVisit = app.Clock.GetUtcNow().AddDays(-1);
        await app.With<ArgMapDbContext, int>(db => db.Database.ExecuteSqlAsync(
            $"insert into visits (person_id, map_id, last_at) values ({person}, {map}, {lastVisit}) on conflict (person_id, map_id) do update set last_at = {lastVisit}, previous_end = null"));
        await app.With<ArgMapDbContext, int>(db => db.Database.ExecuteSqlAsync($"update posts set first_seen_at = {lastVisit.AddDays(-1)}, changed_at = {lastVisit.AddDays(-1)} where map_id = {map} and number < 6"));

        var page = await bob.Get(Address.Debate(slug, thread));

        Assert.Equal("p6", Assert.Single(page.Document.QuerySelectorAll(".badge.new")).Closest(".post")!.Id);
        Assert.Contains("1 new since your last visit", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_without_a_thread_has_no_link_to_the_debate_and_an_empty_page_that_leads_to_the_import()
    {
        var ada = await app.Person($"ada {Guid.NewGuid()}");
        var slug = await app.MapOf(ada);

        var map = await app.Anonymous().Get($"/m/{slug}/outline");
        var page = await app.Anonymous().Get(Address.Debate(slug));

        Assert.DoesNotContain("Debate", Words(map, "nav.views"), StringComparison.Ordinal);
        Assert.Equal($"/m/{slug}/import", page.Document.QuerySelector(".empty a")!.GetAttribute("href"));
        await StoredThread.In(app, slug, ada, Talk);
        Assert.Contains("Debate", Words(await app.Anonymous().Get($"/m/{slug}/outline"), "nav.views"), StringComparison.Ordinal);
        Assert.Contains("Debate", Words(await app.Anonymous().Get($"/m/{slug}"), "nav.views"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_threads_of_a_map_can_be_chosen_from()
    {
        var (slug, thread, ada) = await Begin();
        var other = await StoredThread.In(app, slug, ada, [new("Eve", "Elsewhere.")], "Another place");

        var page = await app.Anonymous().Get(Address.Debate(slug, other));

        Assert.Equal("Elsewhere.", Words(page, "#p1 .prose"));
        Assert.NotNull(page.Document.QuerySelector($"nav a[href='{Address.Debate(slug, thread)}']"));
        Assert.Contains("no thread 999", (await app.Anonymous().Get(Address.Debate(slug, 999))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_text_keeps_its_lines_but_those_that_were_wrapped()
    {
        const string Wrapped = "People read maps more readily than threads, because a map shows at once\nwhat has been said and what has not, and nobody has to keep in mind who\nanswered whom.", Verse = "A verse:\nshort lines,\neach of them meant";
        var ada = await app.Person($"ada {Guid.NewGuid()}");
        var slug = await app.MapOf(ada);
        var thread = await StoredThread.In(app, slug, ada, [new("Ada", $"{Wrapped}\n\n{Verse}")], format: "text");
        await Make(slug, thread, 1, ada, new(nameof(PassageUse.Support), new("who\nanswered whom."), 1, "So it is."));

        var post = (await app.Anonymous().Get(Address.Debate(slug, thread))).Document.QuerySelector("#p1")!;

        Assert.Contains("as-pasted", post.ClassList);
        Assert.StartsWith(Wrapped.Replace('\n', ' '), post.QuerySelector(".prose p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Verse, post.QuerySelector(".prose p:last-child")!.TextContent);
        Assert.Equal("who answered whom.", post.QuerySelector(".prose mark")!.TextContent);
    }

    [Fact]
    public async Task A_stranger_sees_no_thread_of_a_private_map()
    {
        var ada = await app.Person($"ada {Guid.NewGuid()}");
        var slug = await app.MapOf(ada, visibility: Visibility.Private);
        await StoredThread.In(app, slug, ada, Talk);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().Get(Address.Debate(slug))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_takes_at_most_three_round_trips(bool isSignedIn)
    {
        var (slug, thread, _) = await Begin();
        using var reader = isSignedIn ? await app.SignedInAs("counting") : app.Anonymous();
        foreach (var address in new[] { Address.Debate(slug), $"{Address.Debate(slug, thread)}&order=score&at=1", $"{Address.Debate(slug, thread)}&order=unmapped" })
        {
            await reader.Get(address);
            using var asked = new RoundTrips(app);

            await reader.Get(address);

            Assert.True(asked.Count is > 0 and <= 3, $"{address} asked {asked.Count} times: {asked}");
        }
    }

    public static Task<Outcome<Written>> Make(ArgMapApplication app, string slug, int thread, int post, Actor actor, MakeFromPassage.Request request, string? key = null) =>
        app.With<MapWriter, Outcome<Written>>(writer => MakeFromPassage.Handle(writer, slug, thread, post, actor, request, key, CancellationToken.None));

    internal static string Words(Page page, string selector) =>
        string.Join(' ', page.Document.QuerySelector(selector)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    private Task<Outcome<Written>> Make(string slug, int thread, int post, Actor actor, MakeFromPassage.Request request) => Make(app, slug, thread, post, actor, request);

    private async Task<(string Slug, int Thread, Actor Ada)> Begin(IReadOnlyList<Said>? said = null)
    {
        var ada = await app.Person($"ada {Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}");
        var slug = await app.MapOf(ada);
        return (slug, await StoredThread.In(app, slug, ada, said ?? Talk), ada);
    }

    /// <summary>Puts posts, whose parents are numbers in the order given, into the order of the thread.</summary>
    private static List<Said> Preorder(IReadOnlyList<Said> posts)
    {
        var order = new List<int>();
        var open = new Stack<int>(Enumerable.Range(0, posts.Count).Where(index => posts[index].Parent is null).Reverse());
        while (open.TryPop(out var next))
        {
            order.Add(next);
            foreach (var child in Enumerable.Range(0, posts.Count).Where(index => posts[index].Parent == next + 1).Reverse())
            {
                open.Push(child);
            }
        }

        return [.. order.Select(index => posts[index] with { Parent = posts[index].Parent is { } parent ? order.IndexOf(parent - 1) + 1 : null })];
    }

    private static int Levels(AngleSharp.Dom.IElement list)
    {
        var levels = 0;
        for (var at = list; at is not null; at = at.ParentElement?.Closest(".posts"))
        {
            levels++;
        }

        return levels;
    }
}
