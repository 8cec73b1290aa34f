using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class FeedAndWikiTests
{
    [Fact]
    public void A_feed_of_comments_says_in_words_which_comment_is_answered()
    {
        var thread = Samples.Read(FeedSamples.WordPress);

        Assert.Equal(("Maps & debates", "https://blog.example.org/maps/", "blog.example.org"), (thread.Title, thread.Address, thread.Forum));
        Assert.Equal([PostKind.Page, PostKind.Reply, PostKind.Reply, PostKind.Reply], thread.Posts.Select(post => post.Kind));
        Assert.Equal(["", "First! See [here](https://blog.example.org/other).", "Maps help nobody.", "> Maps help nobody.\n\nThey do."], thread.Posts.Select(post => post.Body));
        Assert.Equal(thread.Posts[2].Id, thread.Posts[3].ParentId);
        Assert.Equal([thread.Posts[0].Id, thread.Posts[0].Id], thread.Posts.Skip(1).Take(2).Select(post => post.ParentId));
        Assert.Equal((1, QuoteState.Exact), (thread.Report.AddressesDropped, thread.Posts[3].Quotes[0].State));
        Assert.DoesNotContain(thread.Posts, post => post.Author.Name?.Contains('@', StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Blogger_s_feed_tells_what_is_answered_from_where_it_stands()
    {
        var thread = Samples.Read(FeedSamples.Blogger);

        Assert.Equal(("Maps and debates", 5), (thread.Title, thread.Report.StatedCount));
        Assert.Equal(["77", "101", "102", "103"], thread.Posts.Select(post => post.Id.Split('-')[^1]));
        Assert.Equal([null, "77", "101", "102"], thread.Posts.Select(post => post.ParentId?.Split('-')[^1]));
        Assert.Equal(["", "Maps help nobody.  \nNobody.", "They **do** help.", ""], thread.Posts.Select(post => post.Body));
        Assert.Equal((PostState.Deleted, 1, new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero)), (thread.Posts[3].State, thread.Report.AddressesDropped, thread.Posts[2].EditedAt));
    }

    [Fact]
    public void A_board_s_feed_is_read_as_posts_of_one_topic()
    {
        var thread = Samples.Read(FeedSamples.Board);

        Assert.Equal([("Maps help people.", "Ada"), ("Which people?", "@bo Bo")], thread.Posts.Where(post => post.Kind == PostKind.Reply).Select(post => (post.Body, post.Author.Name!)));
    }

    [Fact]
    public void A_feed_that_breaks_off_names_the_line_and_keeps_what_came_before()
    {
        var text = FeedSamples.WordPress;

        var thread = Samples.Read(text[..text.IndexOf("#comment-11</link>", StringComparison.Ordinal)]);

        Assert.Equal(["Bo", "Cy"], thread.Posts.Where(post => post.Body.Length > 0).Select(post => post.Author.Name));
        Assert.All(thread.Report.Damages, damage => Assert.StartsWith("line ", damage.Place, StringComparison.Ordinal));
    }

    [Fact]
    public void A_discussion_of_Flarum_is_read_without_the_forum_s_notices_and_says_what_was_not_loaded()
    {
        var thread = Samples.Read(FeedSamples.Flarum);

        Assert.Equal([("21", null, "Ada"), ("23", "21", "Bo"), ("24", "23", "Ada"), ("25", "21", null)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)).OrderBy(post => post.Id, StringComparer.Ordinal));
        Assert.Equal(["Maps help **people** decide.", "> Maps help people decide.\n\nWhich people?", "All of them.", ""], thread.Posts.OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => post.Body));
        Assert.Equal((PostState.Deleted, AuthorState.Deleted, "https://flarum.example.org/d/7/3", 1), (thread.Post("25").State, thread.Post("25").Author.State, thread.Post("23").Address, thread.Post("21").Score));
        Assert.Equal((4, 1, 0, 1), (thread.Report.StatedCount, thread.Report.NotLoaded, thread.Report.NumberGaps, thread.Report.LeftOut["notices of the forum"]));
        Assert.Equal((QuoteState.Folded, "21"), (thread.Post("23").Quotes[0].State, thread.Post("23").Quotes[0].PostId));
    }

    [Fact]
    public void A_saved_talk_page_nests_by_its_keys_without_signatures_and_addresses()
    {
        var thread = Samples.Read(WikiSamples.Saved);

        Assert.Equal([(PostKind.Page, "Scale", null), (PostKind.Reply, null, "Ada L"), (PostKind.Reply, null, null), (PostKind.Reply, null, "Cy"), (PostKind.Page, "North", null), (PostKind.Reply, null, "Bo")], thread.Posts.Select(post => (post.Kind, post.Title, post.Author.Name)));
        Assert.Equal(["", "A map needs a *scale*, as [Cy](https://wiki.example.org/wiki/User:Cy) said.\n\nAlways.", "“A map needs a scale” Why?", "To measure:\n\n- lengths\n- areas", "", "Up is north."], thread.Posts.Select(post => post.Body));
        Assert.Equal([null, thread.Posts[0].Id, thread.Posts[1].Id, thread.Posts[2].Id, null, thread.Posts[4].Id], thread.Posts.Select(post => post.ParentId));
        Assert.Equal((1, 1, new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.Zero)), (thread.Report.AddressesDropped, thread.Report.LeftOut["sections without comments"], thread.Posts[1].CreatedAt));
        Assert.DoesNotContain(thread.Posts, post => $"{post.Id} {post.Address} {post.StatedParentId}".Contains("192.0.2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_source_of_a_talk_page_nests_by_colons_and_asterisks()
    {
        var thread = Samples.Read(WikiSamples.Source);
        var posts = thread.Posts.Select(post => (Name: post.Title ?? post.Author.Name, Parent: thread.Posts.FirstOrDefault(other => other.Id == post.ParentId) is { } parent ? parent.Title ?? parent.Author.Name ?? "?" : null, post.Body)).ToList();

        Assert.Equal(("Scale", null, ""), posts[0]);
        Assert.Contains(("Ada L", "Scale", "A map needs a **scale**, as Cy said. See [this](https://example.org/scale).\n\nAlways."), posts);
        Assert.Contains((null, "Ada L", "“A map needs a scale” Why?"), posts);
        Assert.Contains(("Cy", "?", "To measure:\n\n- lengths\n- areas"), posts);
        Assert.Contains(("Di", "Ada L", "It depends."), posts);
        Assert.Contains(("Bo", "Di", "It does not."), posts);
        Assert.Contains(("A footnote", "Scale", ""), posts);
        Assert.Contains(("Eve", "A footnote", "**Support** this."), posts);
        Assert.Contains((null, "A footnote", "Words that nobody signed."), posts);
        Assert.Equal((9, 1, 1), (posts.Count, thread.Report.AddressesDropped, thread.Report.LeftOut["sections without comments"]));
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 14, 0, 0, TimeSpan.Zero), thread.Posts.Single(post => post.Author.Name == "Bo").CreatedAt);
        Assert.DoesNotContain(thread.Posts, post => $"{post.Id} {post.Body}".Contains("192.0.2", StringComparison.Ordinal));
    }
}
