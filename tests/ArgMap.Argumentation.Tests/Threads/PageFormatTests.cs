using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class PageFormatTests
{
    [Fact]
    public void Structured_data_is_read_where_it_says_more_than_the_page()
    {
        var thread = Samples.Read(MoreSamples.JsonLd);

        Assert.Equal([("https://forum.example.org/t/1", null), ("c1", "https://forum.example.org/t/1"), ("c2", "c1"), ("c3", "c2")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((4, "Do & they?"), (thread.Report.StatedCount, thread.Post("c1").Body));
    }

    [Fact]
    public void Structured_data_of_the_opening_post_alone_does_not_hide_the_page()
    {
        var page = MoreSamples.BoardPage.Replace("<head>", "<head><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"DiscussionForumPosting\",\"headline\":\"On maps\",\"interactionStatistic\":{\"interactionType\":\"https://schema.org/ReplyAction\",\"userInteractionCount\":5}}</script>", StringComparison.Ordinal);

        var thread = Samples.Read(page);

        Assert.Equal(("html", 3, 6), (thread.Format, thread.Report.Posts, thread.Report.StatedCount));
    }

    [Fact]
    public void Microformats_nest_comments_in_their_entry()
    {
        var thread = Samples.Read(MoreSamples.Microformats);

        Assert.Equal(["On maps", null, null], thread.Posts.Select(post => post.Title));
        Assert.Equal(["Bo", "Cy"], thread.Posts.Skip(1).Select(post => post.Author.Name));
        Assert.All(thread.Posts.Skip(1), post => Assert.Equal(thread.Posts[0].Id, post.ParentId));
        Assert.Equal((QuoteState.Exact, thread.Posts[0].Id), (thread.Posts[1].Quotes[0].State, thread.Posts[1].Quotes[0].PostId));
    }

    [Theory]
    [InlineData("<div class=\"u-in-reply-to h-cite\"><a class=\"p-author h-card\" href=\"https://zoe.example.org\">Zoe</a> <a class=\"u-url\" href=\"https://zoe.example.org/1\"><time class=\"dt-published\" datetime=\"2024-01-01T00:00:00Z\">then</time></a><p class=\"e-content\">Do maps help?</p></div>", true)]
    [InlineData("<div class=\"p-in-reply-to h-cite\"><a class=\"p-author h-card\" href=\"https://zoe.example.org\">Zoe</a> <a class=\"u-url\" href=\"https://zoe.example.org/1\"><time class=\"dt-published\" datetime=\"2024-01-01T00:00:00Z\">then</time></a><p class=\"e-content\">Do maps help?</p></div>", true)]
    [InlineData("<p class=\"u-in-reply-to h-cite\">In reply to <a class=\"p-author h-card\" href=\"https://zoe.example.org\">Zoe</a>'s <a class=\"u-url\" href=\"https://zoe.example.org/1\">note</a></p>", false)]
    public void What_an_entry_answers_is_not_the_entry(string answered, bool hasWords)
    {
        var thread = Samples.Read($"<html><body><article class=\"h-entry\">{answered}<a class=\"p-author h-card\" href=\"https://ada.example.org\">Ada</a> <data class=\"dt-published\" value=\"2024-01-02T00:00:00Z\"></data><a class=\"u-url\" href=\"https://ada.example.org/2\">link</a><p class=\"e-content\">A map helps by default.</p><div class=\"p-comment h-cite\"><a class=\"p-author h-card\" href=\"https://bo.example.org\">Bo</a> <a class=\"u-url\" href=\"https://bo.example.org/3\">link</a><p class=\"e-content\">Why?</p></div></article></body></html>");

        (string, string?, string, string)[] all = [("https://zoe.example.org/1", null, "Zoe", "Do maps help?"), ("https://ada.example.org/2", hasWords ? "https://zoe.example.org/1" : null, "Ada", "A map helps by default."), ("https://bo.example.org/3", "https://ada.example.org/2", "Bo", "Why?")];
        Assert.Equal(all.Skip(hasWords ? 0 : 1), thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name!, post.Body)));
        Assert.Equal(("https://zoe.example.org/1", new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero)), (thread.Post("https://ada.example.org/2").StatedParentId, thread.Post("https://ada.example.org/2").CreatedAt));
    }

    [Fact]
    public void The_Markdown_interface_is_read_with_parents_reactions_and_mended_links()
    {
        var thread = Samples.Read(MoreSamples.MarkdownInterface);

        Assert.Equal([("aaaaaaaaaaaaaaaaa", ParentFrom.Missing), ("bbbbbbbbbbbbbbbbb", ParentFrom.Stated), ("ccccccccccccccccc", ParentFrom.Guessed)], thread.Posts.Select(post => (post.Id, post.ParentFrom)));
        Assert.Equal(["abcdefghijklmnopq", "aaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbb"], thread.Posts.Select(post => post.StatedParentId ?? post.ParentId));
        Assert.Equal("The proxy is fixed early. See [this](/posts/bcdefghijklmnopqr).", thread.Posts[0].Body);
        Assert.Equal(("changemind", 2, "the proxy is fixed"), (thread.Posts[0].Reactions[0].Name, thread.Posts[0].Reactions[0].Count, thread.Posts[0].Reactions[0].Quotes[0]));
        Assert.Equal((QuoteState.Exact, "aaaaaaaaaaaaaaaaa", -3), (thread.Posts[1].Quotes[0].State, thread.Posts[1].Quotes[0].PostId, thread.Posts[1].Score));
        Assert.Equal((PostState.Deleted, "", 3), (thread.Posts[2].State, thread.Posts[2].Body, thread.Report.StatedCount));
    }

    [Fact]
    public void The_Markdown_interface_s_post_and_comments_make_one_thread()
    {
        const string Post = "# On maps\n\nBy [Ada](/users/ada)\n2024-01-01T00:00:00.000Z\n\nThe proxy is fixed early.\n";

        var thread = ThreadReading.Read([new ThreadInput("post", System.Text.Encoding.UTF8.GetBytes(Post), "https://forum.example.org/api/post/abcdefghijklmnopq"), Samples.Input(MoreSamples.MarkdownInterface)]);

        Assert.Equal((0, 4, "On maps"), (thread.Report.MissingParents, thread.Report.Posts, thread.Title));
        Assert.Equal("abcdefghijklmnopq", thread.Post("aaaaaaaaaaaaaaaaa").ParentId);
    }

    [Fact]
    public void A_saved_page_of_the_forum_nests_as_it_is_drawn()
    {
        var thread = Samples.Read(MoreSamples.ForumMagnumPage);

        Assert.Equal([("abcdefghijklmnopq", null, "Ada"), ("aaaaaaaaaaaaaaaaa", "abcdefghijklmnopq", "Bo"), ("bbbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaaa", null), ("ccccccccccccccccc", "bbbbbbbbbbbbbbbbb", "Cy"), ("ddddddddddddddddd", "abcdefghijklmnopq", "Di")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
        Assert.Equal((40, 1), (thread.Posts[0].Score, thread.Report.LeftOut["the rest of comments that the page shows on one line or cut short"]));
        Assert.Equal((PostState.Deleted, 7, QuoteState.Folded), (thread.Posts[2].State, thread.Posts[1].Score, thread.Posts[1].Quotes[0].State));
        Assert.Equal(("No.", 3), (thread.Posts[3].Body, thread.Report.StatedCount));
    }

    [Fact]
    public void GreaterWrong_has_the_forum_s_own_keys()
    {
        var thread = Samples.Read(MoreSamples.GreaterWrong);

        Assert.Equal([("abcdefghijklmnopq", null, "Ada"), ("aaaa1", "abcdefghijklmnopq", "Bo"), ("bbbb2", "aaaa1", null), ("cccc3", "bbbb2", "Cy")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
        Assert.Equal((PostState.Deleted, PostState.Retracted, 5), (thread.Posts[2].State, thread.Posts[3].State, thread.Report.StatedCount));
        Assert.Equal(("forum.example.org", 40, new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero)), (thread.Forum, thread.Posts[0].Score, thread.Posts[1].CreatedAt));
    }

    [Fact]
    public void The_forum_before_2018_nests_by_key()
    {
        var thread = Samples.Read(MoreSamples.OldLessWrong);

        Assert.Equal([("t3_1x", null, "ada", null), ("t1_2a", "t3_1x", "bo", 5), ("t1_2b", "t1_2a", null, null), ("t1_2c", "t1_2b", "cy", -1)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.Score)));
        Assert.Equal((PostState.DeletedByAuthor, "", "On maps"), (thread.Posts[2].State, thread.Posts[2].Body, thread.Title));
        Assert.Equal((QuoteState.Exact, "t1_2a"), (thread.Posts[3].Quotes[0].State, thread.Posts[3].Quotes[0].PostId));
    }

    [Fact]
    public void A_blog_s_comments_are_told_from_its_menu_and_hang_under_its_article()
    {
        var thread = Samples.Read(MoreSamples.BlogPage);

        Assert.Equal([("article", null), ("21", "article"), ("22", "21"), ("23", "article")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(["Bo", "Cy", "Di"], thread.Posts.Skip(1).Select(post => post.Author.Name));
        Assert.Equal(["Do they help all people?", "> Do they help all people?\n\nMost of them.", "No map has helped me."], thread.Posts.Skip(1).Select(post => post.Body));
        Assert.All(thread.Posts.Skip(1), post => Assert.NotNull(post.CreatedAt));
    }

    [Fact]
    public void A_board_s_quotes_say_whom_a_post_answers()
    {
        var thread = Samples.Read(MoreSamples.BoardPage);

        Assert.Equal([("101", null, "Ada"), ("102", "101", "Bo"), ("103", "101", "Cy")], thread.Posts.OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => (post.Id, post.ParentId, post.Author.Name)));
        Assert.Equal((ParentFrom.Quote, "> Maps help people decide.\n\nThey do not."), (thread.Post("103").ParentFrom, thread.Post("103").Body));
        Assert.Equal((QuoteState.Exact, "Ada", "101"), (thread.Post("103").Quotes[0].State, thread.Post("103").Quotes[0].StatedAuthor, thread.Post("103").Quotes[0].PostId));
    }

    [Fact]
    public void Rows_that_are_set_in_answer_the_row_above_that_is_set_in_less()
    {
        var thread = Samples.Read(MoreSamples.IndentedPage);

        Assert.Equal([("31", null, "bo"), ("32", "31", "cy"), ("33", null, "di")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
        Assert.Equal(["Maps help people.", "How would they?", "Not me."], thread.Posts.Select(post => post.Body));
    }
}
