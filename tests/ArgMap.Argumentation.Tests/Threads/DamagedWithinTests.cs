using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Files with a fault in their midst, after which they go on as if nothing had happened.</summary>
public sealed class DamagedWithinTests
{
    [Theory]
    [InlineData("I said it", "I \"said\" it")]
    [InlineData("\"cooked\":\"<p>I said", "\"cooked\":<p>I said")]
    [InlineData("\"username\":\"lee\",\"created_at\":\"2025-03-11T10:01:00Z\"", "\"username\":\"lee\" \"created_at\":\"2025-03-11T10:01:00Z\"")]
    [InlineData("always.</p>\",\"reply_to_post_number\":3}", "always.</p>\",\"reply_to_post_number\":3")]
    public void A_fault_within_one_post_costs_none_of_those_after_it(string right, string wrong)
    {
        Assert.Contains(right, Samples.Discourse, StringComparison.Ordinal);

        var thread = Samples.Read(Samples.Discourse.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(["901", "902", "903", "904"], thread.Posts.Select(post => post.Id).Order(StringComparer.Ordinal));
        Assert.Contains("Why would it?", thread.Post("903").Body, StringComparison.Ordinal);
        var damage = Assert.Single(thread.Report.Damages);
        Assert.Contains("so was what could be made out after it", damage.What, StringComparison.Ordinal);
        Assert.StartsWith("line ", damage.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"cooked\":\"<p>I said", "\"cooked\":\"<p>I \"said")]
    [InlineData("\"cooked\":\"<p>I said", "\"a\":{\"b\":\"c\"d\",\"e\":[{\"f\":1}]},\"cooked\":\"<p>I said")]
    [InlineData("\"cooked\":\"<p>I said", "\"cooked\":<p>I said")]
    public void What_comes_after_a_fault_within_a_post_is_still_of_that_post(string right, string wrong)
    {
        Assert.Contains(right, Samples.Discourse, StringComparison.Ordinal);
        Assert.True(Samples.Discourse.IndexOf("\"reply_to_post_number\":3", StringComparison.Ordinal) > Samples.Discourse.IndexOf(right, StringComparison.Ordinal));

        var thread = Samples.Read(Samples.Discourse.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal((4, "12/3"), (thread.Posts.Count, thread.Post("902").StatedParentId));
        Assert.Single(thread.Report.Damages);
    }

    [Theory]
    [InlineData("I said it", "I \"said\" it", "I \"said\" it")]
    [InlineData("I said it", "I \u0001said\n it", "said")]
    [InlineData("\"cooked\":\"<p>I said", "\"cooked\":<p>I said", "I said it")]
    [InlineData("\"cooked\":\"<p>I said", "\"a\":[{\"id\":1,\"acted:false,\"can\":null},{\"id\":2,\"acted\":true}],\"cooked\":\"<p>I said", "I said it")]
    [InlineData("\"cooked\":\"<p>I said", "\"a\":{\"b\":1,\"c\":2x},\"d\":{\"e\":!},\"cooked\":\"<p>I said", "I said it")]
    [InlineData("\"cooked\":\"<p>I said", "\"a\":\"b,\"cooked\":\"<p>I said", "I said it")]
    [InlineData("\"cooked\":\"<p>I said", "\"a:2,\"cooked\":\"<p>I said", "I said it")]
    [InlineData("\"cooked\":\"<p>I said", "\"a\":{\"b\":1}},\"cooked\":\"<p>I said", "I said it")]
    [InlineData("\"cooked\":\"<p>I said", "\"a\":[\"b\",\"c\",\"d\":1,\"cooked\":\"<p>I said", "I said it")]
    public void Faults_in_a_post_cost_neither_its_words_nor_a_post_after_it(string right, string wrong, string kept)
    {
        Assert.Contains(right, Samples.Discourse, StringComparison.Ordinal);

        var thread = Samples.Read(Samples.Discourse.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(["901", "902", "903", "904"], thread.Posts.Select(post => post.Id).Order(StringComparer.Ordinal));
        Assert.Contains(kept, thread.Post("902").Body, StringComparison.Ordinal);
        Assert.Equal("12/3", thread.Post("902").StatedParentId);
        Assert.NotEmpty(thread.Report.Damages);
    }

    [Theory]
    [InlineData("{\"id\":2,\"author\":\"bo\",\"text\":\"No.\"}", "?\"id\":2,\"author\":\"bo\",\"text\":\"No.\"}")]
    [InlineData("{\"id\":2,\"author\":\"bo\"", "!,\"author\":\"bo\",\"id\":2")]
    [InlineData("\"text\":\"Yes.\"},", "\"text\":\"Yes.\"}]},")]
    [InlineData("\"text\":\"Yes.\"},", "\"text\":\"Yes.\"}]}]}},")]
    public void Comments_whose_brackets_were_lost_are_kept(string right, string wrong)
    {
        const string Page = """{"id":9,"title":"Maps","url":"https://example.org/9","comments":[{"id":1,"author":"ada","text":"Yes."},{"id":2,"author":"bo","text":"No."},{"id":3,"author":"cy","text":"Why?"}]}""";
        Assert.Contains(right, Page, StringComparison.Ordinal);

        var thread = Samples.Read(Page.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal([("ada", "Yes."), ("bo", "No."), ("cy", "Why?")], thread.Posts.Where(post => post.Kind == PostKind.Reply).Select(post => (post.Author.Name, post.Body)));
    }

    [Fact]
    public void A_fault_in_every_line_costs_no_line()
    {
        var lines = Enumerable.Range(1, 1_200).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"c{{number}}","author":"ada","body":"So "called" maps.","link_id":"t3_p1","parent_id":"t3_p1"}"""));

        Assert.Equal(1_200, Samples.Read(string.Join('\n', lines)).Posts.Count(post => post.Body == "So \"called\" maps."));
    }

    [Theory]
    [InlineData("</wp:comment_date>", "")]
    [InlineData("<wp:comment_date>", "<wp:comment_date")]
    [InlineData("10:00", "10<00")]
    public void A_fault_in_a_comment_of_an_export_costs_no_words_that_come_after_it(string right, string wrong)
    {
        const string Export = """
            <rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Maps</title><item><title>On maps</title><wp:post_id>9</wp:post_id>
            <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_date>2021-03-01 10:00</wp:comment_date><wp:comment_author>Ada</wp:comment_author><wp:comment_content><![CDATA[Maps <b>help</b> &amp; more.]]></wp:comment_content></wp:comment>
            <wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_content>Why &amp; how?</wp:comment_content></wp:comment></item></channel></rss>
            """;
        Assert.Contains(right, Export, StringComparison.Ordinal);

        var thread = Samples.Read(Export.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal([("1", "Ada", "Maps **help** & more."), ("2", "Bo", "Why & how?")], thread.Posts.Where(post => post.Kind == PostKind.Reply).Select(post => (post.Id, post.Author.Name ?? "", post.Body)));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(3_000)]
    public void A_thread_with_a_block_that_was_never_written_is_read_for_what_is_left(int length)
    {
        var at = Samples.Discourse.IndexOf("I said it", StringComparison.Ordinal);

        var thread = Samples.Read(Samples.Discourse.Insert(at, new string('\0', length)));

        Assert.Equal(4, thread.Posts.Count);
        Assert.Contains("I said it", thread.Post("902").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_lost_after_a_fault_in_what_all_the_others_answer()
    {
        var thread = Samples.Read("""{"id":10,"type":"story","author":"ada","title":"So "called" maps","created_at_i":1700000000,"children":[{"id":11,"type":"comment","author":"bo","parent_id":10,"story_id":10,"text":"No.","children":[]}]}""");

        Assert.Equal([("10", null), ("11", "10")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void A_fault_in_one_of_many_lines_costs_neither_that_post_nor_the_others()
    {
        var thread = Samples.Read("""
            {"id":"c1","author":"ada","body":"Maps help.","link_id":"t3_p1","parent_id":"t3_p1"}
            {"id":"c2","body":"So "called" maps?","author":"bo","link_id":"t3_p1","parent_id":"t1_c1"}
            {"id":"c3","author":"cy","body":"Why?","link_id":"t3_p1","parent_id":"t1_c2"}
            """);

        Assert.Equal([("t1_c1", null), ("t1_c2", "t1_c1"), ("t1_c3", "t1_c2")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(("bo", "So \"called\" maps?"), (thread.Post("t1_c2").Author.Name, thread.Post("t1_c2").Body));
    }

    [Theory]
    [InlineData(0, "Why")]
    [InlineData(3, "Why")]
    [InlineData(6, "Why’")]
    [InlineData(8, "Why’s")]
    [InlineData(9, "Why’s")]
    [InlineData(10, "Why’s é")]
    public void A_file_that_was_cut_off_within_a_text_keeps_what_there_is_of_it(int after, string kept)
    {
        const string Page = """[{"kind":"t1","data":{"id":"c1","author":"éé","parent_id":"t3_p1","body":"Why\u2019s é, then?"}}]""";
        var bytes = Encoding.UTF8.GetBytes(Page);

        var thread = ThreadReading.Read([new ThreadInput("cut.json", bytes.AsSpan()[..(bytes.AsSpan().IndexOf("Why"u8) + 3 + after)].ToArray())]);

        Assert.Equal(kept, Assert.Single(thread.Posts).Body);
        Assert.NotEmpty(thread.Report.Damages);
    }

    [Fact]
    public void A_recording_that_was_cut_off_within_an_answer_keeps_what_there_is_of_it()
    {
        const string Recording = """{"http_interactions":[{"request":{"body":{"string":""}},"response":{"body":{"encoding":"UTF-8","string":"[{\"kind\":\"t1\",\"data\":{\"id\":\"c1\",\"author\":\"ada\",\"body\":\"Why not?\"}},{\"kind\":\"t1\",\"data\":{\"id\":\"c2\",\"author\":\"bo""";

        var thread = Samples.Read(Recording);

        Assert.Equal([("t1_c1", "Why not?"), ("t1_c2", "")], thread.Posts.Select(post => (post.Id, post.Body)));
        Assert.Equal(1, thread.Report.DamageCount);
    }

    [Theory]
    [InlineData("<p>Maps help nobody.</p>]]>", "<p>Maps help nobody.</p>]]><")]
    [InlineData("<dc:creator><![CDATA[Bo]]></dc:creator>", "<dc:creator><![CDATA[Bo]]></dc:crXator>")]
    [InlineData("<![CDATA[<p>Maps help nobody.</p>]]>", "Maps&nbsp;help & nobody.")]
    [InlineData("<title>By: Bo</title>", "<title>By: Bo&eacute;</title>")]
    public void A_fault_within_one_entry_of_a_feed_costs_none_of_those_after_it(string right, string wrong)
    {
        Assert.Contains(right, FeedSamples.WordPress, StringComparison.Ordinal);

        var thread = Samples.Read(FeedSamples.WordPress.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(["First! See [here](https://blog.example.org/other).", "> Maps help nobody.\n\nThey do."], thread.Posts.Where(post => post.Author.Name is "Cy" or "di").Select(post => post.Body).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(4, thread.Posts.Count);
        Assert.Contains(thread.Report.Damages, damage => damage.What.Contains("so was what could be made out after it", StringComparison.Ordinal));
    }

    [Fact]
    public void An_undeclared_entity_costs_no_word()
    {
        var thread = Samples.Read(FeedSamples.WordPress.Replace("<![CDATA[<p>Maps help nobody.</p>]]>", "Maps&nbsp;help R&D &amp; nobody.", StringComparison.Ordinal));

        Assert.Equal(@"Maps help R\&D & nobody.", Assert.Single(thread.Posts, post => post.Author.Name == "Bo").Body);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void An_export_with_one_bad_sign_anywhere_keeps_nearly_all_its_comments(string format, string text, int records)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at < text.Length - 20; at += 37)
        {
            ForumThread thread;
            try
            {
                thread = ThreadReading.Read([Samples.Input(text.Insert(at, "<"))], format);
            }
            catch (ThreadFormatException refused)
            {
                Assert.Contains("line ", refused.Message, StringComparison.Ordinal);
                continue;
            }

            Assert.True(thread.Report.Found >= records - 2, $"{format} with a sign at {at}: {thread.Report.Found} of {records}");
        }
    }

    public static TheoryData<string, string, int> Exports => new()
    {
        { "feed", FeedSamples.WordPress, 4 },
        { "feed", FeedSamples.Blogger, 4 },
        { "wordpress", MoreSamples.WordPress, 3 },
        { "disqus", MoreSamples.Disqus, 5 },
    };

    [Fact]
    public void Lists_within_a_post_are_not_taken_for_posts_after_a_fault()
    {
        var thread = Samples.Read(Samples.Discourse.Replace("\"cooked\":\"<p>Opening.</p>\"", "\"cooked\":<p>Opening.</p>", StringComparison.Ordinal));

        Assert.Equal(["901", "902", "903", "904"], thread.Posts.Select(post => post.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_thousand_faults_are_passed_over_and_counted()
    {
        var text = new StringBuilder("{\"id\":1,\"title\":\"T\",\"comments\":[");
        for (var number = 1; number <= 2_000; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(number == 1 ? "" : ",")}{{\"id\":{number},\"author\":\"a\",\"text\":\"word {number}{(number % 2 == 0 ? "\" oh" : "")}\",\"created\":1700000000}}");
        }

        var thread = Samples.Read(text.Append("]}").ToString());

        Assert.Equal(2_000, thread.Posts.Count(post => post.Kind != PostKind.Page));
        Assert.InRange(thread.Report.DamageCount, 900, 1_000);
    }

    [Theory]
    [InlineData("<message>Maps help by de\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000</message>")]
    [InlineData("")]
    public void An_export_with_a_hole_in_it_or_without_its_beginning_is_read_for_what_is_left(string hole)
    {
        const string Begins = """<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="2"><link>http://example.org/</link><title>Maps</title></thread>""";
        static string Post(int id, string words) => $"""<post dsq:id="{id}"><message>{words}</message><createdAt>2013-10-11T06:52:33Z</createdAt><author><name>N{id}</name></author><thread dsq:id="2" /></post>""";
        var rest = string.Concat(Enumerable.Range(4, 8).Select(id => Post(id, "Maps help me to think, I say.")));

        var thread = Samples.Read(hole.Length > 0 ? $"{Begins}<post dsq:id=\"3\">{hole}</post>{rest}</disqus>" : $"me to think.</message><author><name>N3</name></author></post>{rest}</disqus>");

        Assert.Equal("disqus", thread.Format);
        Assert.Equal(Enumerable.Range(4, 8).Select(id => $"N{id}"), thread.Posts.Where(post => post.Body == "Maps help me to think, I say.").Select(post => post.Author.Name).Order(Comparer<string?>.Create((one, other) => one!.Length != other!.Length ? one.Length - other.Length : string.CompareOrdinal(one, other))));
    }

    [Theory]
    [InlineData("<category dsq:id=\"1\"><title>T</]title></category>")]
    [InlineData("<caty dsq:id=\"1\"><title>T</title></category>")]
    public void An_element_that_lost_its_end_costs_none_of_the_comments_after_it(string faulty)
    {
        var thread = Samples.Read($"""<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">{faulty}<thread dsq:id="2"><link>http://example.org/</link><title>Maps</title></thread><post dsq:id="3"><message>Maps help.</message><author><name>Ada</name></author><thread dsq:id="2" /></post><post dsq:id="4"><message>Why?</message><author><name>Bo</name></author><thread dsq:id="2" /><parent dsq:id="3" /></post></disqus>""");

        Assert.Equal([("Maps", null), ("Maps help.", "thread-2"), ("Why?", "3")], thread.Posts.Select(post => (post.Title ?? post.Body, post.ParentId)));
    }

    [Fact]
    public void Comments_whose_article_was_lost_with_the_beginning_of_an_export_are_kept()
    {
        static string Comment(int id, int parent, string words) => $"<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>N{id}</wp:comment_author><wp:comment_content>{words}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>";

        var thread = Samples.Read($"the end of it.</wp:comment_content></wp:comment>{Comment(3, 2, "Maps help.")}{Comment(4, 3, "Why?")}</item><item><title>Next</title><wp:post_id>9</wp:post_id>{Comment(5, 0, "Yes.")}</item></channel></rss>");

        Assert.Equal([("3", "Maps help."), ("4", "Why?"), ("5", "Yes.")], thread.Posts.Where(post => post.Kind == PostKind.Reply).OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => (post.Id, post.Body)));
        Assert.Equal(("3", "post-9"), (thread.Post("4").ParentId, thread.Post("5").ParentId));
    }
}
