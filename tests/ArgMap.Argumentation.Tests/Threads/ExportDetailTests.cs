using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class ExportDetailTests
{
    private const string Disqus = "<?xml version=\"1.0\"?><disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\"><thread dsq:id=\"1\"><link>https://a.example.org/one/</link><title>One</title></thread><thread dsq:id=\"2\"><link>https://a.example.org/two/</link><title>Two</title></thread>"
        + "<post dsq:id=\"11\"><message><![CDATA[<p>See <a href=\"https://disq.us/url?url=https%3A%2F%2Fb.example.org%2Fx%3Fa%3D1%26b%3D2%3Aabcdefghijklmnopqrstuv-_W&amp;cuid=5\">this</a>.</p>]]></message><author><name>Ada</name></author><thread dsq:id=\"1\"/></post>"
        + "<post dsq:id=\"12\"><message>Why?</message><author><name>Bo</name></author><thread dsq:id=\"2\"/><parent dsq:id=\"99\"/></post></disqus>";

    private const string WordPress = "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Blog</title><wp:author><wp:author_login>adaq</wp:author_login><wp:author_email>ada@example.org</wp:author_email><wp:author_display_name>Ada Quist</wp:author_display_name></wp:author>"
        + "<item><title>One</title><link>https://a.example.org/one/</link><dc:creator>adaq</dc:creator><content:encoded>Maps help.</content:encoded><wp:post_id>1</wp:post_id>"
        + "<wp:comment><wp:comment_id>11</wp:comment_id><wp:comment_author>Other blog</wp:comment_author><wp:comment_content>[...] maps [...]</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>"
        + "<wp:comment><wp:comment_id>12</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_content>Thanks for the link.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>11</wp:comment_parent></wp:comment>"
        + "<wp:comment><wp:comment_id>13</wp:comment_id><wp:comment_author>Shop</wp:comment_author><wp:comment_content>Order 5 was sent to Cy, 1 High Street.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>order_note</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>"
        + "</item><item><title>Two</title><wp:post_id>2</wp:post_id><wp:comment><wp:comment_id>21</wp:comment_id><wp:comment_author>Di</wp:comment_author><wp:comment_content>No.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>";

    private const string Posts = "<?xml version=\"1.0\"?>\n<posts>\n  <row Id=\"1\" PostTypeId=\"1\" CreationDate=\"2016-08-02T15:39:14.947\" Score=\"10\" Body=\"&lt;p&gt;Do maps &lt;em&gt;help&lt;/em&gt;?&lt;/p&gt;\" OwnerUserId=\"8\" Title=\"Do &quot;maps&quot; help?\" Tags=\"&lt;maps&gt;\" />\n  <row Id=\"3\" PostTypeId=\"2\" ParentId=\"1\" CreationDate=\"2016-08-02T15:40:24.820\" Score=\"-2\" Body=\"&lt;p&gt;They do.&lt;/p&gt;\" OwnerDisplayName=\"Ada\" />\n  <row Id=\"4\" PostTypeId=\"5\" Body=\"About maps\" />\n</posts>";

    private const string Comments = "<?xml version=\"1.0\"?>\n<comments>\n  <row Id=\"3\" PostId=\"3\" Score=\"1\" Text=\"How?\" CreationDate=\"2016-08-02T16:00:00.000\" UserId=\"9\" />\n</comments>";

    [Fact]
    public void A_comment_of_Disqus_whose_parent_is_missing_stays_on_its_page()
    {
        var thread = Samples.Read(Disqus);

        Assert.Equal(("thread-2", ParentFrom.Missing), (thread.Post("12").ParentId, thread.Post("12").ParentFrom));
        Assert.Equal(1, thread.Report.MissingParents);
    }

    [Fact]
    public void A_link_that_Disqus_counts_leads_where_it_was_meant_to() =>
        Assert.Equal(["https://b.example.org/x?a=1&b=2"], Samples.Read(Disqus).Post("11").Links);

    [Fact]
    public void An_export_of_WordPress_shows_names_not_logins_and_no_notes_of_its_shop()
    {
        var thread = Samples.Read(WordPress);

        Assert.Equal(("Ada Quist", "adaq"), (thread.Post("post-1").Author.Name, thread.Post("post-1").Author.Id));
        Assert.Equal(("post-1", ParentFrom.Missing), (thread.Post("12").ParentId, thread.Post("12").ParentFrom));
        Assert.DoesNotContain(thread.Posts, post => post.Body.Contains("Street", StringComparison.Ordinal));
        Assert.Equal((1, 1), (thread.Report.LeftOut["pingbacks and trackbacks"], thread.Report.LeftOut["records that are no comments"]));
    }

    [Fact]
    public void A_comment_of_Lemmy_whose_parent_is_missing_hangs_on_what_that_answered()
    {
        var thread = Samples.Read("{\"comments\":[{\"comment\":{\"id\":21,\"post_id\":5,\"content\":\"No.\",\"path\":\"0.21\",\"published\":\"2023-06-15T10:05:00Z\"},\"creator\":{\"name\":\"bo\"},\"post\":{\"id\":5,\"name\":\"Maps\"},\"counts\":{\"score\":1}},{\"comment\":{\"id\":30,\"post_id\":5,\"content\":\"Why?\",\"path\":\"0.21.25.27.30\",\"published\":\"2023-06-15T10:08:00Z\"},\"creator\":{\"name\":\"cy\"},\"post\":{\"id\":5,\"name\":\"Maps\"},\"counts\":{\"score\":1}}]}");

        Assert.Equal(("21", "27", ParentFrom.Missing), (thread.Post("30").ParentId, thread.Post("30").StatedParentId, thread.Post("30").ParentFrom));
    }

    [Fact]
    public void One_question_of_the_dump_of_Stack_Exchange_is_read_from_two_files()
    {
        var thread = ThreadReading.Read([new ThreadInput("Comments.xml", Encoding.UTF8.GetBytes(Comments)), new ThreadInput("Posts.xml", Encoding.UTF8.GetBytes(Posts))]);

        Assert.Equal([("1", null, PostKind.Opening), ("3", "1", PostKind.Answer), ("comment-3", "3", PostKind.Reply)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Kind)));
        Assert.Equal(["user8: Do maps *help*?", "Ada: They do.", "user9: How?"], thread.Posts.Select(post => $"{post.Author.Name}: {post.Body}"));
        Assert.Equal(("Do \"maps\" help?", -2), (thread.Title, thread.Posts[1].Score));
    }

    [Fact]
    public void The_dump_of_a_whole_site_is_refused_with_what_to_do()
    {
        var site = Posts.Replace("</posts>", "  <row Id=\"7\" PostTypeId=\"1\" Body=\"And now?\" Title=\"Now\" />\n</posts>", StringComparison.Ordinal);

        var refused = Assert.Throws<ThreadFormatException>(() => Samples.Read(site));

        Assert.Contains("ParentId=\"1\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_of_WordPress_in_Atom_has_the_title_of_its_article() =>
        Assert.Equal("Do maps help?", Samples.Read("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"><title>Comments on Do maps help?</title><entry><title>By: Ada</title><link rel=\"alternate\" href=\"https://a.example.org/maps/#comment-11\"/><author><name>Ada</name></author><id>https://a.example.org/maps/#comment-11</id><published>2021-01-04T11:00:00Z</published><content type=\"html\">&lt;p&gt;Yes.&lt;/p&gt;</content><thr:in-reply-to ref=\"https://a.example.org/?p=7\" href=\"https://a.example.org/maps/\"/></entry></feed>").Title);

    [Fact]
    public void All_names_in_an_export_of_Disqus_may_have_a_prefix()
    {
        var thread = Samples.Read("""<?xml version="1.0"?><d:disqus xmlns:d="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><d:thread dsq:id="1"><d:link>https://b.example/maps</d:link><d:title>On maps</d:title></d:thread><d:post dsq:id="11"><d:message><![CDATA[<p>No.</p>]]></d:message><d:createdAt>2021-01-04T11:00:00Z</d:createdAt><d:author><d:name>Bo</d:name></d:author><d:thread dsq:id="1"/></d:post><d:post dsq:id="12"><d:message>Why?</d:message><d:author><d:name>Cy</d:name></d:author><d:thread dsq:id="1"/><d:parent dsq:id="11"/></d:post></d:disqus>""");

        Assert.Equal([("thread-1", null, ""), ("11", "thread-1", "No."), ("12", "11", "Why?")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
        Assert.Equal("disqus", thread.Format);
    }
}
