using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class ExportFormatTests
{
    [Fact]
    public void A_Disqus_export_keeps_deleted_comments_and_drops_addresses()
    {
        var thread = Samples.Read(MoreSamples.Disqus);

        Assert.Equal(["thread-2", "11", "12", "13", "14"], thread.Posts.Select(post => post.Id));
        Assert.Equal((PostKind.Page, "On maps & debates"), (thread.Post("thread-2").Kind, thread.Post("thread-2").Title));
        Assert.Equal((PostState.Deleted, "11", ""), (thread.Post("12").State, thread.Post("12").ParentId, thread.Post("12").Body));
        Assert.Equal((PostState.Hidden, QuoteState.Folded, "11"), (thread.Post("13").State, thread.Post("13").Quotes[0].State, thread.Post("13").Quotes[0].PostId));
        Assert.Equal(("thread-99", ParentFrom.Missing), (thread.Post("14").StatedParentId, thread.Post("14").ParentFrom));
        Assert.Equal((3, 1, 1), (thread.Report.AddressesDropped, thread.Report.MissingParents, thread.Report.LeftOut["pages without comments"]));
    }

    [Fact]
    public void A_WordPress_export_hangs_comments_on_comments_and_articles_in_any_order()
    {
        var thread = Samples.Read(MoreSamples.WordPress);

        Assert.Equal([("post-7", null), ("5", "post-7"), ("2", "5")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((PostKind.Opening, "Maps help.\n\nThey do."), (thread.Posts[0].Kind, thread.Posts[0].Body));
        Assert.Equal((PostState.Hidden, "A < B  \nso."), (thread.Post("5").State, thread.Post("2").Body));
        Assert.Equal((2, 1, 1), (thread.Report.AddressesDropped, thread.Report.LeftOut["pingbacks and trackbacks"], thread.Report.LeftOut["articles without comments"]));
    }

    [Fact]
    public void Mail_is_threaded_by_reference_and_by_subject_and_its_quotes_name_their_writers()
    {
        var thread = Samples.Read(MoreSamples.Mbox);

        Assert.Equal([("1@example.org", null), ("2@example.org", "1@example.org"), ("3@example.org", "1@example.org"), ("4@example.org", "1@example.org")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal([ParentFrom.None, ParentFrom.Stated, ParentFrom.Guessed, ParentFrom.Missing], thread.Posts.Select(post => post.ParentFrom));
        Assert.Equal(["Bo Bloggs", "Lovelace, Ada", "cy", "Di"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal("Café maps", thread.Title);
        Assert.Equal("It needs a fork, always.\n\nFrom time to time I write. Ask me at bo@….", thread.Posts[0].Body);
        Assert.Equal(1, thread.Report.LeftOut["signatures"]);
        var quote = Assert.Single(thread.Posts[1].Quotes);
        Assert.Equal((QuoteState.Exact, "Bo Bloggs", "1@example.org"), (quote.State, quote.StatedAuthor, quote.PostId));
        Assert.Contains("It’s not so, and never was.", thread.Posts[1].Body, StringComparison.Ordinal);
        Assert.Equal((QuoteState.Folded, "2@example.org", "Ada Lovelace"), (thread.Posts[2].Quotes[0].State, thread.Posts[2].Quotes[0].PostId, thread.Posts[2].Quotes[0].StatedAuthor));
    }

    [Fact]
    public void Flowed_and_encoded_mail_becomes_the_text_that_was_written()
    {
        var thread = Samples.Read("From: Ada <ada@example.org>\nMessage-ID: <1@x>\nDate: Mon, 05 Nov 2001 12:00:00 +0000\nSubject: a\nContent-Type: text/plain; format=flowed; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(Encoding.UTF8.GetBytes("One line that \ngoes on.\n> quoted and \n> going on\n\nEnd ⟂.")));

        Assert.Equal("One line that goes on.\n> quoted and going on\n\nEnd ⟂.", Assert.Single(thread.Posts).Body);
    }

    [Theory]
    [InlineData("Nein.\n\n-----Ursprüngliche Nachricht-----\nVon: list@example.org [mailto:list@example.org] Im Auftrag von Ada L\nGesendet: Montag, 4. März 2019 22:21\nAn: list@example.org\nBetreff: Maps\n\nMaps help, I say.", "Nein.")]
    [InlineData("Non.\n\nDe : Ada L <ada@example.org>\nEnvoyé : lundi 4 mars 2019 22:21\nÀ : list@example.org\nObjet : Maps\n\nMaps help, I say.", "Non.")]
    [InlineData("No.\n\n**From:** Ada L \\<ada@example.org>  \n**Sent:** Monday, March 4, 2019  \n**To:** list@example.org  \n**Subject:** Maps\n\nMaps help, I say.", "No.")]
    public void What_office_programs_put_below_an_answer_is_a_quote_in_any_language(string body, string own)
    {
        var post = Samples.Read($"From ada Mon Mar  4 21:21:00 2019\nFrom: Ada L <ada@example.org>\nMessage-ID: <m1@x>\nSubject: Maps\nDate: Mon, 4 Mar 2019 21:21:00 +0000\n\nMaps help, I say.\n\nFrom bo Mon Mar  4 22:21:00 2019\nFrom: Bo <bo@example.org>\nMessage-ID: <m2@x>\nIn-Reply-To: <m1@x>\nSubject: Re: Maps\nDate: Mon, 4 Mar 2019 22:21:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{body}\n").Post("m2@x");

        Assert.Equal($"{own}\n\nAda L wrote:\n\n> Maps help, I say.", post.Body);
        Assert.Equal((QuoteState.Exact, "m1@x"), (Assert.Single(post.Quotes).State, post.Quotes[0].PostId));
    }

    [Fact]
    public void What_an_archive_and_its_list_write_into_a_mail_is_left_out()
    {
        var thread = Samples.Read("From bo Mon Mar  4 22:21:00 2019\nFrom: bo at example.org\nMessage-ID: <m2@x>\nSubject: Maps\nDate: Mon, 4 Mar 2019 22:21:00 +0000\nContent-Type: text/plain; format=flowed\n\nYes, as Ada <ada at example.org> says. \n\nNo, too.\n-------------- next part --------------\nAn HTML attachment was scrubbed...\nURL: <http://lists.example.org/a.html>\n-------------- next part --------------\nA non-text attachment was scrubbed...\nName: signature.asc\nType: application/pgp-signature\n\n_______________________________________________\ntalk mailing list\nhttps://lists.example.org/mailman/listinfo/talk\n");

        Assert.Equal(("bo", "Yes, as Ada ada@… says.\n\nNo, too."), (thread.Posts[0].Author.Name, thread.Posts[0].Body));
        Assert.Equal((2, 1), (thread.Report.LeftOut["attachments"], thread.Report.LeftOut["signatures"]));
    }

    [Theory]
    [InlineData("########################################################################\n\nTo unsubscribe from the MAPS list, click the following link:\nhttps://lists.example.org/scripts/wa.exe?SUBED1=MAPS&A=1")]
    [InlineData("-\nTo unsubscribe from this list: send the line \"unsubscribe maps\" in\nthe body of a message to majordomo@lists.example.org\nMore majordomo info at  https://lists.example.org/majordomo-info.html")]
    [InlineData("---------------------------------------------------------------------\nTo unsubscribe, e-mail: maps-unsubscribe@lists.example.org\nFor additional commands, e-mail: maps-help@lists.example.org")]
    [InlineData("-- \nYou received this message because you are subscribed to the Google Groups \"maps\" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to maps+unsubscribe@example.org.")]
    public void What_list_programs_write_under_a_mail_is_left_out(string footer)
    {
        var thread = Samples.Read($"From bo Mon Mar  4 22:21:00 2019\nFrom: Bo <bo@example.org>\nMessage-ID: <m2@x>\nSubject: Maps\nDate: Mon, 4 Mar 2019 22:21:00 +0000\n\nThree things:\n\n-\none that I forgot\n\n{footer}\n");

        Assert.Equal("Three things:\n\n-\none that I forgot", thread.Posts[0].Body);
        Assert.Equal(1, thread.Report.LeftOut["signatures"]);
    }

    [Fact]
    public void A_type_definition_in_XML_is_refused_before_it_can_grow()
    {
        const string Laughs = "<?xml version=\"1.0\"?><!DOCTYPE disqus [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><disqus xmlns=\"http://disqus.com\"><post>&b;</post></disqus>";

        var refused = Assert.Throws<ThreadFormatException>(() => Samples.Read(Laughs));

        Assert.Contains("Line 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_that_was_cut_off_keeps_what_came_before_and_names_the_line()
    {
        var thread = Samples.Read(MoreSamples.Disqus[..MoreSamples.Disqus.IndexOf("<post dsq:id=\"13\"", StringComparison.Ordinal)]);

        Assert.Equal(["thread-2", "11", "12"], thread.Posts.Select(post => post.Id));
        Assert.StartsWith("line 7", thread.Report.Damages[^1].Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_legacy_encoding_of_an_export_is_believed()
    {
        var text = MoreSamples.Disqus.Replace("utf-8", "iso-8859-2", StringComparison.Ordinal).Replace("Bo<", "B\u00b3a<", StringComparison.Ordinal);

        var thread = ThreadReading.Read([new ThreadInput("old.xml", Encoding.Latin1.GetBytes(text))]);

        Assert.Equal("Bła", thread.Post("11").Author.Name);
        Assert.Equal("iso-8859-2", thread.Report.Files[0].Encoding);
    }

    [Fact]
    public void ActivityPub_objects_are_found_in_activities_and_collections()
    {
        var thread = Samples.Read(MoreSamples.ActivityPub);

        Assert.Equal("Maps *help*.", thread.Post("https://a.example.org/1").Body);
        Assert.Equal("bo@b.example.org", thread.Post("https://a.example.org/2").Author.Name);
        Assert.Equal((PostState.Deleted, "https://a.example.org/3"), (thread.Post("https://a.example.org/3").State, thread.Post("https://a.example.org/4").ParentId));
    }

    [Fact]
    public void Comments_of_any_make_are_read_nested_or_flat()
    {
        var (nested, pages) = (Samples.Read(MoreSamples.GenericNested), Samples.Read(MoreSamples.GenericPages));

        Assert.Equal([("a", null), ("b", "a"), ("c", "b")], nested.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((PostState.Deleted, 3, 3), (nested.Post("b").State, nested.Report.StatedCount, nested.Posts[0].Score));
        Assert.Equal(["/one/", "/one/#1", "/one/#2", "/two/", "/two/#1"], pages.Posts.Select(post => post.Id));
        Assert.Equal([null, "/one/", "/one/#1", null, "/two/"], pages.Posts.Select(post => post.ParentId));
        Assert.Equal(("On maps", 2), (pages.Title, pages.Report.AddressesDropped));
    }

    [Theory]
    [InlineData(MoreSamples.YamlRecording, "mastodon", "It's so")]
    [InlineData(MoreSamples.EscapedRecording, "mastodon", "It is ☺")]
    [InlineData(MoreSamples.LineRecording, "hackernews", "It is so")]
    public void The_answers_in_a_recording_of_an_interface_are_read(string text, string format, string body)
    {
        var thread = Samples.Read(text);

        Assert.Equal((format, body, "7"), (thread.Format, Assert.Single(thread.Posts).Body, thread.Posts[0].Id));
    }

    [Fact]
    public void A_hundred_thousand_levels_of_nested_comments_are_read_without_recursion()
    {
        const int Depth = 100_000;
        var nested = new StringBuilder();
        for (var index = 1; index <= Depth; index++)
        {
            nested.Append(CultureInfo.InvariantCulture, $"{{\"id\":{index},\"author\":\"a\",\"text\":\"t{index}\",\"replies\":[");
        }

        nested.Insert(nested.Length, "]}", Depth);

        var thread = Samples.Read(nested.ToString());

        Assert.Equal(Depth, thread.Posts.Count);
        Assert.Equal($"{Depth - 1}", thread.Posts[^1].ParentId);
    }

    [Fact]
    public void Attachments_of_an_archive_take_no_memory_beyond_their_bytes()
    {
        var line = new string('A', 76) + "\n";
        var attachment = string.Concat(Enumerable.Repeat(line, 250_000));
        var bytes = Encoding.ASCII.GetBytes($"From a\nFrom: Ada <ada@example.org>\nMessage-ID: <1@x>\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello.\n--b\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n{attachment}--b--\n");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var thread = ThreadReading.Read([new ThreadInput("archive", bytes)]);

        Assert.Equal(("Hello.", 1), (thread.Posts[0].Body, thread.Report.LeftOut["attachments"]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes.Length / 10);
    }
}
