using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Lists as their archives show them: pages with one mail or with all of a thread, and files of a month.</summary>
public sealed class MailPageTests
{
    private static readonly string Month =
        Mail(1, "Ada L", "[maps] Do maps help?", "I think that maps help people to find their way.") + Mail(2, "Bo", "[maps] Do maps help?", "> I think that maps help people to find their way.\n\nNot me.", "In-Reply-To: <m1@x.example>\n");

    [Fact]
    public void A_mail_on_a_page_of_Mailman_is_the_mail_of_the_month_s_file()
    {
        string[] pages = [Page(2, "Bo", "On Monday Ada L &lt;<A HREF=\"https://x.example/listinfo/maps\">ada at x.example</A>&gt; wrote:\n&gt;<i> I think that maps help people to find their way.\n</I>\nNot me."), Page(1, "Ada L", "I think that maps help people to find their way.")];

        var alone = Samples.Read(pages);
        var both = Samples.Read([pages[0], Month]);

        Assert.Equal([("m1@x.example", null, "Ada L", 1), ("m2@x.example", "m1@x.example", "Bo", 2)], alone.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.CreatedAt?.Minute ?? 0)));
        Assert.Equal(QuoteState.Exact, Assert.Single(alone.Posts[1].Quotes).State);
        Assert.DoesNotContain("ada at x.example", alone.Posts[1].Body, StringComparison.Ordinal);
        Assert.Equal([("m1@x.example", ParentFrom.None), ("m2@x.example", ParentFrom.Stated)], both.Posts.Select(post => (post.Id, post.ParentFrom)));
    }

    [Fact]
    public void A_mail_on_a_page_of_MHonArc_says_what_it_answers()
    {
        string[] pages =
        [
            Archived(3, "Cy", "<p>Nor do I keep <i>any</i>.</p>", "m1@x.example", "m&#45;2@x.example"), Archived(1, "Ada L", "<pre>I think that maps help people to find their way.\n</pre>"),
            Archived(2, "Bo", "<pre>On Monday, Ada L wrote:\n&gt; I think that maps help people to find their way.\n\nNot me.\n-- \nBo, who has a car\n</pre>", "m1@x.example"),
        ];

        var thread = Samples.Read(pages);

        Assert.Equal(
            [("m1@x.example", null, "Ada L", 1), ("m-2@x.example", "m1@x.example", "Bo", 2), ("m-3@x.example", "m-2@x.example", "Cy", 3)],
            thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.CreatedAt?.Minute ?? 0)));
        Assert.Equal("On Monday, Ada L wrote:\n> I think that maps help people to find their way.\n\nNot me.", thread.Posts[1].Body);
        Assert.Equal((QuoteState.Exact, "m1@x.example"), (Assert.Single(thread.Posts[1].Quotes).State, thread.Posts[1].Quotes[0].PostId));
        Assert.Equal("Nor do I keep *any*.", thread.Posts[2].Body);
        Assert.Equal(("mhonarc-page", "Maps"), (thread.Format, thread.Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://lists.example.org/maps/T/")]
    public void A_page_of_a_public_inbox_shows_who_answers_whom(string saved)
    {
        var thread = Samples.Read("<html><head><title>Maps</title></head><body><form><pre><a href=\"../../\">maps</a></pre></form>"
            + Entry(1, "Ada L", "I think that maps help people to find their way.") + Entry(2, "Bo", "<span\nclass=\"q\">&gt; I think that maps help people to find their way.\n</span>\nNot me.") + Entry(3, "Cy", "Why not you?") + Entry(4, "Di", "Nor me.")
            + "<pre>end of thread\n\nThread overview: 4+ messages (download: <a href=\"../t.mbox.gz\">mbox.gz</a>)\n-- links below jump to the message on this page --\n2024-01-01 10:01 <a href=#maaa1>Maps</a> Ada L\n2024-01-01 10:02 ` <a href=#maaa2>Bo</a>\n2024-01-01 10:03   ` <a href=#maaa3>Cy</a>\n2024-01-01 10:04 ` <a href=#maaa4>Di</a>\n</pre></body></html>".Replace("<a href=#m", $"<a href={saved}#m", StringComparison.Ordinal));

        Assert.Equal([("m1@x.example", null), ("m2@x.example", "m1@x.example"), ("m3@x.example", "m2@x.example"), ("m4@x.example", "m1@x.example")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(["I think that maps help people to find their way.", "> I think that maps help people to find their way.\n\nNot me.", "Why not you?", "Nor me."], thread.Posts.Select(post => post.Body));
        Assert.Equal(("Maps", "Cy", 3), (thread.Title, thread.Posts[2].Author.Name, thread.Posts[2].CreatedAt?.Minute));
    }

    [Fact]
    public void Two_people_may_say_the_same_in_mails_without_a_key()
    {
        var thread = Samples.Read((Mail(1, "Ada", "Maps", "Do they help?") + Mail(2, "Bo", "Re: Maps", "They do.") + Mail(3, "Cy", "Re: Maps", "They do.")).Replace("Message-ID", "X-Key", StringComparison.Ordinal));

        Assert.Equal(["Ada", "Bo", "Cy"], thread.Posts.Select(post => post.Author.Name));
    }

    [Theory]
    [InlineData("[maps] Re: Do maps help?")]
    [InlineData("Re: [maps] Do maps help?")]
    [InlineData("回复: Do maps help?")]
    [InlineData("Odp: Do maps help?")]
    [InlineData("VS: Do maps help? (was: Greetings)")]
    public void An_answer_is_told_by_its_subject_whatever_the_list_or_a_program_put_round_it(string subject)
    {
        var thread = Samples.Read(Mail(1, "Ada", "[maps] Do maps help?", "They do not.") + Mail(2, "Bo", subject, "They do."));

        Assert.Equal(("m1@x.example", ParentFrom.Guessed), (thread.Post("m2@x.example").ParentId, thread.Post("m2@x.example").ParentFrom));
    }

    private static string Archived(int number, string by, string words, params string[] references) =>
        $"""
        <!-- MHonArc v2.6.19 -->
        <!--X-Subject: {(number > 1 ? "Re: Maps" : "Maps")} -->
        <!--X-Date: Mon, 01 Jan 2024 10:0{number}:00 +0000 -->
        <!--X-Message-Id: m{(number > 1 ? "&#45;" : "")}{number}@x.example -->
        {string.Concat(references.Select(reference => $"<!--X-Reference: {reference} -->\n"))}<!--X-Head-End-->
        <!DOCTYPE HTML><html><head><title>Maps</title></head><body><!--X-Body-Begin--><hr>[<a href="msg2.html">Date Next</a>]<h1>Maps</h1><hr>
        <!--X-Head-of-Message-->
        <ul><li><em>To</em>: maps@x.example</li><li><em>Subject</em>: Maps</li><li><em>From</em>: {by} &lt;<a href="mailto:{number}@x.example">{number}@x.example</a>&gt;</li><li><em>Date</em>: Mon, 01 Jan 2024 10:0{number}:00 +0000</li></ul>
        <!--X-Head-of-Message-End-->
        <hr>
        <!--X-Body-of-Message-->
        {words}
        <!--X-Body-of-Message-End-->
        <hr><ul><li><strong>Follow-Ups</strong>: <a href="msg9.html">Re: Maps</a></li></ul></body></html>
        """;

    private static string Mail(int number, string by, string subject, string words, string more = "") =>
        $"From ada at x.example  Mon Jan  1 10:0{number}:00 2024\nFrom: ada at x.example ({by})\nDate: Mon, 01 Jan 2024 10:0{number}:00 +0000\nSubject: {subject}\n{more}Message-ID: <m{number}@x.example>\n\n{words}\n\n";

    private static string Page(int number, string by, string words) =>
        $"""
        <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML><HEAD><TITLE> [maps] Do maps help?
           </TITLE></HEAD><BODY BGCOLOR="#ffffff"><H1>[maps] Do maps help?</H1>
            <B>{by}</B>
            <A HREF="mailto:maps%40x.example?Subject=Re:%20Maps&In-Reply-To=%3Cm{number}%40x.example%3E" TITLE="Maps">ada at x.example
               </A><BR>
            <I>Mon Jan  1 10:0{number}:00 UTC 2024</I>
            <P><UL><LI>Previous message: <A HREF="000001.html">[maps] Greetings</A></li></UL><HR>
        <!--beginarticle-->
        <PRE>{words}
        </PRE>
        <!--endarticle-->
            <HR><P><UL><LI>Next message: <A HREF="000003.html">[maps] Thanks</A></li></UL></body></html>
        """;

    private static string Entry(int number, string by, string words) =>
        $"<pre\nid=eaaa{number}><a\nhref=#eaaa{number}\nid=maaa{number}>*</a> <b>Maps</b>\nFrom: {by} @ 2024-01-01 10:0{number} UTC (<a\nhref=\"../../m{number}@x.example/\">permalink</a> / <a\nhref=\"../../m{number}@x.example/raw\">raw</a>)\n  To: maps; +Cc: Ada L\n\n{words}\n\n<a\nhref=#raaa{number}\nid=raaa{number}>^</a> <a\nhref=\"../../m{number}@x.example/\">permalink</a> <a\nhref=\"../../m{number}@x.example/raw\">raw</a> <a\nhref=\"../../m{number}@x.example/#R\">reply</a>\t[<b>flat</b>] 4+ messages in thread</pre><hr>";
}
