using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class SavedPageTests
{
    [Fact]
    public void A_page_of_Hacker_News_keeps_its_story_folded_and_deleted_comments_and_quotes()
    {
        var thread = Samples.Read(SavedPages.HackerNews);

        Assert.Equal(("hackernews-page", "Maps by default", 7), (thread.Format, thread.Title, thread.Report.StatedCount));
        Assert.Equal([("10", null), ("11", "10"), ("12", "11"), ("13", "11"), ("14", "13"), ("15", "10"), ("16", "10")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((77, "ada", "<https://paper.example.org/maps>\n\nA map helps by default, I think."), (thread.Posts[0].Score, thread.Posts[0].Author.Name, thread.Posts[0].Body));
        Assert.Equal(("> A map helps by default\n\nWhy would it?", QuoteState.Exact, "10"), (thread.Post("11").Body, thread.Post("11").Quotes[0].State, thread.Post("11").Quotes[0].PostId));
        Assert.Equal((PostState.Deleted, AuthorState.Deleted, "", PostState.Hidden), (thread.Post("13").State, thread.Post("13").Author.State, thread.Post("13").Body, thread.Post("16").State));
        Assert.Equal(new DateTimeOffset(2023, 11, 14, 22, 12, 20, TimeSpan.Zero), thread.Post("12").CreatedAt);
    }

    [Fact]
    public void A_page_of_elements_of_a_site_s_own_making_says_who_answers_whom()
    {
        var thread = Samples.Read(SavedPages.NewReddit);

        Assert.Equal([("article", null, "ada", 12), ("t1_k7", "article", "bo", 3), ("t1_m7", "t1_k7", "cy", 4)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.Score ?? 0)));
        Assert.Equal(["A map shows what hangs on what.", "Mine does not, sadly.", "One case is no rule."], thread.Posts.Select(post => post.Body));
        Assert.Equal((0, new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero)), (thread.Report.Orphans, thread.Posts[0].CreatedAt));
    }

    [Fact]
    public void A_board_that_draws_every_post_as_a_quote_has_posts_and_quotes_nevertheless()
    {
        var thread = Samples.Read(SavedPages.Board);

        Assert.Equal(["Which engine is the best of all?", "> Which engine is the best\n\nThe second.", "> The second.\n\nNo."], thread.Posts.Select(post => post.Body));
        Assert.Equal([("31", null), ("32", "31"), ("33", "32")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal([("Ada", "31", QuoteState.Exact), ("Bo", "32", QuoteState.Exact)], thread.Posts.SelectMany(post => post.Quotes).Select(quote => (quote.StatedAuthor, quote.PostId, quote.State)));
        Assert.Equal((null, "04-11-2012, 09:21 PM"), (thread.Posts[0].CreatedAt, thread.Posts[0].CreatedAtAsWritten));
    }

    [Fact]
    public void A_board_that_puts_its_posts_into_a_form_is_read_and_its_quotes_are_the_words_alone()
    {
        var thread = Samples.Read(SavedPages.SimpleMachines);

        Assert.Equal([("101", null, "Ada"), ("102", "101", "Bo"), ("103", "102", "Cy")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
        Assert.Equal(["Which engine is the best of all?", "> Which engine is the best\n\nThe second.", "> The second.\n\nNo."], thread.Posts.Select(post => post.Body));
        Assert.Equal([("Ada", "101", QuoteState.Exact), ("Bo", "102", QuoteState.Exact)], thread.Posts.SelectMany(post => post.Quotes).Select(quote => (quote.StatedAuthor, quote.PostId, quote.State)));
        Assert.Equal(["March 04, 2012, 09:21:00 PM", "March 04, 2012, 09:22:00 PM", "March 04, 2012, 09:23:00 PM"], thread.Posts.Select(post => post.CreatedAtAsWritten));
    }

    [Fact]
    public void Comments_shorter_than_their_writers_names_and_times_are_comments()
    {
        var thread = Samples.Read(SavedPages.Blog);

        Assert.Equal([("article", null, "Ada", "Maps help."), ("1", "article", "Bo", "Yes."), ("2", "1", "Cy", "No."), ("3", "article", "Di", "Why?")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.Body)));
    }

    [Theory]
    [InlineData("<blockquote data-ipsquote-username=\"Ada\" data-ipsquote-contentcommentid=\"5\"><div class=\"ipsQuote_citation\">On Monday, Ada said:</div><div><p>Maps help.</p></div></blockquote><p>No.</p>")]
    [InlineData("<blockquote class=\"Quote\"><div class=\"QuoteAuthor\"><a href=\"/profile/ada\">Ada</a> said:</div><div class=\"QuoteText\">Maps help.</div></blockquote><p>No.</p>")]
    [InlineData("<blockquote class=\"mycode_quote\"><cite><span> (03-04-2021, 10:00 AM)</span>Ada Wrote:  <a href=\"#pid5\" class=\"quick_jump\"></a></cite>Maps help.</blockquote>No.")]
    [InlineData("<blockquote><div><cite>Ada wrote:</cite>Maps help.</div></blockquote>No.")]
    public void Whoever_a_board_says_is_quoted_is_no_part_of_the_quote(string html)
    {
        var thread = Samples.Read($$"""[{"id":1,"author":"Ada","content":"<p>Maps help.</p>"},{"id":2,"parent":1,"author":"Bo","content":{{System.Text.Json.JsonSerializer.Serialize(html)}}}]""");

        Assert.Equal("> Maps help.\n\nNo.", thread.Post("2").Body);
        Assert.Equal(("Ada", QuoteState.Exact), (thread.Post("2").Quotes[0].StatedAuthor, thread.Post("2").Quotes[0].State));
    }

    [Fact]
    public void A_link_to_more_comments_is_no_comment()
    {
        var thread = Samples.Read("""<html><body><div class="thing" id="thing_t1_a" data-fullname="t1_a"><a class="author" href="/user/ada">ada</a><div class="md"><p>Maps help.</p></div></div><div class="thing morechildren" id="thing_t1_b" data-fullname="t1_b"><span class="morecomments"><a href="#">load more comments (7 replies)</a></span></div></body></html>""");

        Assert.Equal((1, 0, 1), (thread.Report.Posts, thread.Report.Deleted, thread.Report.LeftOut.Values.Sum()));
    }

    [Fact]
    public void A_comment_without_an_address_still_has_a_key()
    {
        var thread = Samples.Read("""<html><body><div class="h-entry"><p class="e-content">Maps help.</p><div class="h-cite u-comment"><a class="p-author h-card" href="#">Bo</a><a class="u-url" href=""></a><p class="e-content">No.</p></div></div></body></html>""");

        Assert.All(thread.Posts, post => Assert.False(string.IsNullOrWhiteSpace(post.Id)));
    }
}
