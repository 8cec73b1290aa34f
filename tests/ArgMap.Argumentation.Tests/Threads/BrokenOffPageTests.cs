namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages of which little is left: one comment, or no names of classes. The words are ours.</summary>
public sealed class BrokenOffPageTests
{
    private const string Story = """
        <!DOCTYPE html><html><head><title>Do maps help? - News</title></head><body><article id="story-17" class="story"><header><h2><a href="/story">Do maps help?</a></h2><div class="details" id="details-17"><span class="byline">Posted by <a href="/~ed">ed</a> <time datetime="2024-01-01T10:34:00Z">Monday</time></span></div></header><div class="body"><div id="text-17" class="p">A reader writes that <i>maps help people to find what nobody has answered yet.</i></div></div></article>
        <ul id="comments">
        """;

    private const string First = """<li id="tree_900" class="comment full"><div id="comment_900"><div class="commentTop"><h4><a id="link_900" href="/c?cid=900">They do not</a></h4><div class="details"><span class="by">by <a href="/~bo">bo</a></span> <span class="otherdetails" id="comment_otherdetails_900">on Monday January 01, 2024 @10:40AM</span></div></div><div class="commentBody"><div id="comment_body_900">I doubt that maps help anybody at all. They only look nice.</div></div></div>""";

    private const string Second = """<ul><li id="tree_901" class="comment full"><div id="comment_901"><div class="commentTop"><h4><a id="link_901" href="/c?cid=901">Re:""";

    [Theory]
    [InlineData(First)]
    [InlineData(First + Second)]
    public void A_page_that_breaks_off_after_its_first_comment_has_that_and_what_it_is_about(string left)
    {
        var thread = Samples.Read(Story + left);

        Assert.Contains("nobody has answered yet", thread.Posts[0].Body, StringComparison.Ordinal);
        var comment = thread.Posts.Single(post => post.Author.Name == "bo");
        Assert.Contains("I doubt that maps help anybody at all. They only look nice.", comment.Body, StringComparison.Ordinal);
        Assert.Equal((thread.Posts[0].Id, 40), (comment.ParentId, comment.CreatedAt?.Minute));
    }

    [Fact]
    public void One_comment_below_an_article_is_its_writers()
    {
        var thread = Samples.Read("""<!DOCTYPE html><html><head><title>On maps</title></head><body><article class="post" id="post-5"><h1>On maps</h1><span class="author">Ada</span> <time datetime="2024-01-01T10:00:00Z">then</time><div class="entry-content"><p>Maps help people to find what nobody has answered yet, I think.</p></div></article><div id="comments"><ol class="commentlist"><li class="comment" id="comment-7"><span class="comment-author">Bo</span> <time datetime="2024-01-02T10:00:00Z">then</time><div class="comment-content"><p>Why would they?</p></div></li></ol></div></body></html>""");

        Assert.Equal([("article", "Ada", null), ("7", "Bo", "article")], thread.Posts.Select(post => (post.Id, post.Author.Name, post.ParentId)));
        Assert.Equal(["Maps help people to find what nobody has answered yet, I think.", "Why would they?"], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public void An_article_without_the_names_of_its_parts_is_what_has_paragraphs_between_title_and_comments()
    {
        static string Comment(int number, string name) => $"""<li id="comment-{number}"><div><a href="https://b.example/users/{name}">{name}</a> <a href="#comment-{number}">1 Jan 2024 1:0{number} UTC</a></div><div><p>No, they do not help {number} people.</p></div></li>""";

        var thread = Samples.Read($"<!DOCTYPE html><html><head><title>On maps - B</title></head><body><div><main><h1>On maps</h1><div><a href=\"https://b.example/users/ada\">Ada</a> <span>1 Jan 2024 0:00 UTC</span></div><div><p>Maps help people to find what nobody has answered yet.</p><p>I think.</p></div></main><ul>{Comment(1, "bo")}{Comment(2, "cy")}</ul></div></body></html>");

        Assert.Equal(("Ada", "Maps help people to find what nobody has answered yet.\n\nI think."), (thread.Posts[0].Author.Name, thread.Posts[0].Body));
        Assert.Equal([thread.Posts[0].Id, thread.Posts[0].Id], thread.Posts.Skip(1).Select(post => post.ParentId));
    }

    [Fact]
    public void Words_of_a_post_that_lost_its_beginning_are_told_of()
    {
        static string Post(int number) => $"""<div class="post" id="p{number}"><a class="author">N{number}</a> <time datetime="2024-01-0{number}T10:00:00Z">then</time><div class="content">Words of {number}, and more of them so that they are a text of some length.</div></div>""";
        var page = $"<!DOCTYPE html><html><head><title>Maps</title></head><body><div>{Post(1)}{Post(2)}{Post(3)}</div></body></html>";
        var lost = page.Replace("""<div class="post" id="p2"><a class="author">N2</a> <time datetime="2024-01-02T10:00:00Z">then</time><div class="content">""", "<div><div>", StringComparison.Ordinal);

        Assert.Empty(Samples.Read(page).Report.LeftOut);
        Assert.Equal(1, Samples.Read(lost).Report.LeftOut["texts between the posts that belong to none of them"]);
    }

    [Fact]
    public void A_question_whose_parts_an_archive_took_the_names_from_keeps_answers_and_comments()
    {
        static string Signed(string when, string name, int number) => $"""<div><div>asked <span title="{when}">then</span></div><div><a href="https://archive.ph/o/AbC12/https://maps.stackexchange.com/users/{number}/{name}">{name}</a></div></div>""";
        const string Comment = """<ul><li id="comment-31"><div><span>Which maps do you mean?</span> &ndash; <a href="https://archive.ph/o/AbC12/https://maps.stackexchange.com/users/2/bo">Bo</a> <span><a href="#comment31_9"><span title="2024-01-01 11:00:00Z, License: CC BY-SA 4.0">then</span></a></span></div></li></ul>""";

        var thread = Samples.Read($"""<!DOCTYPE html><html><head><title>Do maps help? - Maps Stack Exchange</title><link rel="canonical" href="https://archive.ph/o/AbC12/https://maps.stackexchange.com/questions/9/do-maps-help"></head><body><div id="question-header"><h1>Do maps help?</h1></div><div id="question"><div><div>12</div></div><div><div><p>Do maps help people?</p></div>{Signed("2024-01-01 10:00:00Z", "ada", 1)}</div><div>{Comment}</div></div><div id="answers"><div id="answer-22"><div><div>7</div></div><div><div><blockquote><p>help people</p></blockquote><p>They do.</p></div>{Signed("2024-01-02 10:00:00Z", "cy", 3)}</div></div></div></body></html>""");

        Assert.Equal("stackexchange-page", thread.Format);
        Assert.Equal(
            [("9", null, "ada", "1", "Do maps help people?", 12), ("comment-31", "9", "Bo", "2", "Which maps do you mean?", null), ("22", "9", "cy", "3", "> help people\n\nThey do.", 7)],
            thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.Author.Id, post.Body, post.Score)));
        Assert.Equal([10, 11, 10], thread.Posts.Select(post => post.CreatedAt?.Hour));
    }
}
