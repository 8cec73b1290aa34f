using System.IO.Compression;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>What people really give: wrapped, packed, broken off, or made to hurt.</summary>
public sealed class StrangeInputTests
{
    private const string Post = """{"_id":"p1","slug":"maps","title":"On maps","postedAt":"2024-03-01T10:00:00.000Z","baseScore":4,"contents":{"html":"<p>Maps help.</p>"}}""";
    private const string Comments = """[{"_id":"c1","postId":"p1","parentCommentId":null,"postedAt":"2024-03-02T10:00:00.000Z","contents":{"html":"<p>Why?</p>"}},{"_id":"c2","postId":"p1","parentCommentId":"c1","postedAt":"2024-03-03T10:00:00.000Z","contents":{"html":"<p>Look.</p>"}}]""";
    private const string Item = """{"id":1,"type":"story","by":"ada","title":"On maps","time":1700000000}""";

    public static TheoryData<string> Wrappings() =>
    [
        "[{\"data\":{\"post\":{\"result\":" + Post + "}}},{\"data\":{\"comments\":{\"results\":" + Comments + "}}}]",
        "{\"data\":{\"post\":{\"result\":" + Post + "}}}{\"data\":{\"comments\":{\"results\":" + Comments + "}}}",
        "{\"fetchedAt\":1,\"answers\":{\"/post\":{\"data\":{\"post\":{\"result\":" + Post + "}}},\"/comments\":{\"data\":{\"comments\":{\"results\":" + Comments + "}}}}}",
        "{\"post\":" + Post[..^1] + ",\"comments\":" + Comments + "}}",
    ];

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void Answers_of_an_interface_are_found_in_whatever_holds_them(string json)
    {
        var thread = Samples.Read(json);

        Assert.Equal(("forummagnum", "On maps"), (thread.Format, thread.Title));
        Assert.Equal([("p1", null), ("c1", "p1"), ("c2", "c1")], thread.Posts.Select(post => (post.Id, post.ParentId)));
    }

    [Fact]
    public void Comments_by_key_under_names_of_any_kind_are_found()
    {
        var thread = Samples.Read("""{"page":{"info":{"n":2},"list":{"a":{"id":"a","author":{"name":"Ada","description":"A mapper"},"contents":{"html":"<p>Maps help.</p>"}},"b":{"id":"b","parent":"a","author":{"name":"Bo"},"contents":{"html":"<p>No.</p>"}}}}}""");

        Assert.Equal([("a", null, "Ada", "Maps help."), ("b", "a", "Bo", "No.")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name, post.Body)));
    }

    [Fact]
    public void A_discussion_asked_for_by_edges_is_whole_and_says_what_is_on_other_pages()
    {
        var thread = Samples.Read("""{"data":{"repository":{"discussion":{"id":"D1","title":"Maps?","body":"Do maps help?","author":{"login":"ada"},"comments":{"totalCount":5,"pageInfo":{"hasNextPage":true},"edges":[{"node":{"id":"C1","author":{"login":"bo"},"body":"Yes.","replies":{"totalCount":1,"edges":[{"node":{"id":"C2","author":null,"body":"No."}}]}}}]}}}}}""");

        Assert.Equal([("D1", null), ("C1", "D1"), ("C2", "C1")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(4, Assert.Single(thread.Report.LeftOut).Value);
    }

    [Fact]
    public void A_writer_s_name_comes_before_the_number_of_their_account() =>
        Assert.Equal("Bo", Samples.Read("""[{"id":3,"parent":0,"author":0,"author_name":"Bo","content":{"rendered":"<p>Maps help.</p>"}}]""").Posts[0].Author.Name);

    [Theory]
    [InlineData("json", "", "parent", "[", "]")]
    [InlineData("json", "", "parent", """{"post":""", "}")]
    [InlineData("json", "", "created", """{"a":""", "}")]
    [InlineData("jsonld", "\"@context\":\"https://schema.org\",\"@type\":\"Comment\",", "parentItem", "[", "]")]
    public void Members_nested_without_end_are_passed_over(string format, string type, string member, string opens, string closes)
    {
        const int Deep = 100_000;
        var nested = string.Concat(Enumerable.Repeat(opens, Deep)) + "1" + string.Concat(Enumerable.Repeat(closes, Deep));

        var thread = Samples.Read($$"""[{ {{type}} "id":1,"author":"ada","text":"Maps help."},{ {{type}} "id":2,"author":"bo","text":"No.","{{member}}":{{nested}}}]""");

        Assert.Equal(format, thread.Format);
        Assert.Equal(["Maps help.", "No."], thread.Posts.Select(post => post.Body));
    }

    [Theory]
    [InlineData("""{"name":"a","version":2,"files":["x"]}""", "JSON")]
    [InlineData("""{"data":{"post":{"result":{"_id":"x","contents":{"html":"<p>broken""", "line 1, byte")]
    [InlineData("""<?xml version="1.0"?><project><name>a</name></project>""", "XML")]
    public void Code_in_which_nobody_says_anything_is_no_post(string text, string words)
    {
        Assert.Contains(words, Assert.Throws<ThreadFormatException>(() => Samples.Read(text)).Message, StringComparison.Ordinal);
        Assert.Equal(1, ThreadReading.Read([Samples.Input(text)], "text").Report.Posts);
    }

    [Fact]
    public void Text_that_begins_with_a_bracket_is_text() => Assert.Equal(("text", 1), (Samples.Read("[see below]\n\nMaps help.").Format, Samples.Read("[see below]\n\nMaps help.").Report.Posts));

    [Theory]
    [InlineData("<html><body><div class=\"comment\" id=\"c-1\"><a class=\"author\" href=\"/u/ada\">Ada</a><p>Maps help.</p></div>\n<div class=\"comment\" id=\"c-2\"><a class=\"author\" href=\"/u/bo\">Bo</a><p>N", 2, "line 2")]
    [InlineData("From ada Mon Jan  1 00:00:00 2001\nFrom: Ada\nMessage-ID: <1@example.org>\nSubject: maps\n\nMaps he", 1, "line 6")]
    public void A_page_or_an_archive_that_was_cut_off_says_so(string text, int posts, string place)
    {
        var report = Samples.Read(text).Report;

        Assert.Equal((posts, place), (report.Posts, Assert.Single(report.Damages).Place));
    }

    [Theory]
    [InlineData("{\"id\":3,\"type\":\"comment\",\"by\":\"cy\",\"parent\":1,\"te")]
    [InlineData("{\"id\":3,\"type\":\"comment\",\"by\":\"cy\",\"parent\":1,")]
    [InlineData("{\"id\":3,\"type\":\"comment\",\"by\":\"cy\",\"parent\":1,\"text\":")]
    public void A_faulty_line_among_many_costs_the_rest_of_that_line_and_nothing_else(string faulty)
    {
        const string Two = """{"id":2,"type":"comment","by":"bo","parent":1,"text":"Why?"}""", Four = """{"id":4,"type":"comment","by":"di","parent":2,"text":"So."}""", Five = """{"id":5,"type":"comment","by":"ed","parent":1,"text":"No."}""";

        var thread = Samples.Read(string.Join('\n', [Item, Two, faulty, Four, "{\"id\":6,", Five]));

        Assert.Equal([("1", null), ("2", "1"), ("3", "1"), ("4", "2"), ("5", "1")], thread.Posts.Where(post => post.Id != "6").Select(post => (post.Id, post.ParentId)).OrderBy(post => post.Id, StringComparer.Ordinal));
        Assert.Equal("So.", thread.Post("4").Body);
        Assert.Equal(2, thread.Report.DamageCount);
        Assert.All(thread.Report.Damages, damage => Assert.EndsWith("so was what could be made out after it.", damage.What, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_over_several_lines_that_is_wrong_in_the_middle_is_read_up_to_there()
    {
        var thread = Samples.Read("[\n" + Item + ",\n{\"id\":2,\"type\":\"comment\",\"by\":\"bo\",\"parent\":1,\"text\":\n{\"id\":3,\"type\":\"comment\",\"by\":\"cy\",\"parent\":1,\"text\":\"No.\"},\n{\"id\":4}\n]");

        Assert.Equal("1", thread.Posts[0].Id);
        Assert.Single(thread.Report.Damages);
    }

    [Fact]
    public void An_archive_of_mail_whose_beginning_is_gone_is_an_archive_and_says_what_it_lost()
    {
        const string Mails = "and this is where it goes on.\n\nFrom ada Mon Jan  1 00:00:00 2001\nFrom: Ada\nMessage-ID: <1@example.org>\nSubject: maps\n\nMaps help.\n\nFrom bo Mon Jan  1 01:00:00 2001\nFrom: Bo\nMessage-ID: <2@example.org>\nIn-Reply-To: <1@example.org>\nSubject: Re: maps\n\n> Maps help.\n\nHow?\n";

        var thread = Samples.Read(Mails);

        Assert.Equal(("mbox", "A mail has no head, so nothing but its words is known.", "line 1"), (thread.Format, Assert.Single(thread.Report.Damages).What, thread.Report.Damages[0].Place));
        Assert.Equal([("1@example.org", null), ("2@example.org", "1@example.org")], thread.Posts.Where(post => post.Author.Name is not null).Select(post => (post.Id, post.ParentId)));
        Assert.Equal("and this is where it goes on.", Assert.Single(thread.Posts, post => post.Author.Name is null).Body);
    }

    [Fact]
    public void A_packed_file_is_unpacked_and_one_that_breaks_off_says_where()
    {
        var packed = Packed(Enumerable.Range(1, 2000).Select(number => $$"""{"id":{{number}},"type":"comment","by":"u{{number * 7919 % 1000}}","text":"{{number * 104729}}"}""" + "\n"));

        var whole = ThreadReading.Read([new ThreadInput("items.json.gz", packed)]);
        var half = ThreadReading.Read([new ThreadInput("items.json.gz", packed[..(packed.Length / 2)])]);

        Assert.Equal((2000, 0), (whole.Report.Posts, whole.Report.DamageCount));
        Assert.InRange(half.Report.Posts, 500, 1500);
        Assert.Contains(half.Report.Damages, damage => damage.What.StartsWith("The compressed file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_packed_file_that_would_fill_the_memory_is_refused()
    {
        var packed = Packed(Enumerable.Repeat(new string(' ', 1_000_000), 140));

        Assert.Contains("unpacks to more than", Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([new ThreadInput("bomb.gz", packed)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a<br>", 100_000)]
    [InlineData("<p>a", 100_000)]
    [InlineData("<span><b>a</b></span>", 50_000)]
    [InlineData("<blockquote>a</blockquote>", 30_000)]
    public void A_post_of_very_many_elements_side_by_side_is_read_whole(string element, int times)
    {
        var thread = Samples.Read(Item.Replace("}", $",\"text\":{System.Text.Json.JsonSerializer.Serialize(string.Concat(Enumerable.Repeat(element, times)))}}}", StringComparison.Ordinal));

        Assert.Equal(times, thread.Posts[0].Body.Count(character => character == 'a'));
    }

    [Fact]
    public void A_table_with_one_endless_row_does_not_grow_with_the_square()
    {
        var html = "<table><tr>" + string.Concat(Enumerable.Repeat("<td>a", 50_000)) + string.Concat(Enumerable.Repeat("<tr><td>b", 50_000)) + "</table>";

        var body = Samples.Read(Item.Replace("}", $",\"text\":{System.Text.Json.JsonSerializer.Serialize(html)}}}", StringComparison.Ordinal)).Posts[0].Body;

        Assert.Equal((50_000, 50_000), (body.Count(character => character == 'a'), body.Count(character => character == 'b')));
    }

    [Fact]
    public void Code_of_marks_alone_is_fenced_by_more_of_them()
    {
        var body = Samples.Read(Item.Replace("}", $",\"text\":\"<pre>{new string('`', 200_000)}</pre>\"}}", StringComparison.Ordinal)).Posts[0].Body;

        Assert.Equal(200_001, body.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_of_very_many_lines_is_unfolded()
    {
        var mail = "From ada Mon Jan  1 00:00:00 2001\nFrom: Ada\nMessage-ID: <1@example.org>\nSubject: x\n" + string.Concat(Enumerable.Repeat(" y\n", 200_000)) + "\nMaps help.\n";

        Assert.Equal(("Maps help.", 400_001), (Samples.Read(mail).Posts[0].Body, Samples.Read(mail).Posts[0].Title!.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300_000)]
    public void An_archive_is_read_mail_by_mail_however_its_bytes_arrive(int most)
    {
        var filler = string.Concat(Enumerable.Repeat("Words that fill a mail to more than is held at first.\n", 12_000));
        var archive = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 40).Select(number => $"From ada Mon Jan  1 00:00:{number:00} 2001\nFrom: Ada\nMessage-ID: <{number}@example.org>\nSubject: maps {number}\n\n{(number == 3 && most > 1 ? filler : "")}Mail {number}.\n\n")));

        var whole = ThreadReading.Read([new ThreadInput("archive", archive)]);
        var streamed = ThreadReading.Read([new ThreadInput("archive", () => new Trickle(archive, most))]);

        Assert.Equal((40, 0), (streamed.Report.Posts, streamed.Report.DamageCount));
        Assert.Equal(whole.Posts.Select(post => (post.Id, post.Body)), streamed.Posts.Select(post => (post.Id, post.Body)));
    }

    [Fact]
    public void Of_several_files_only_the_one_being_read_is_held()
    {
        var opened = new List<WeakReference>();
        ThreadInput Input(int number) => new($"file {number}", () =>
        {
            var bytes = Encoding.UTF8.GetBytes(Item.Replace("1", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
            opened.Add(new WeakReference(bytes));
            return new MemoryStream(bytes);
        });

        var inputs = Enumerable.Range(1, 20).Select(Input).ToList();
        var thread = ThreadReading.Read(inputs);
        GC.Collect();

        Assert.Equal(20, thread.Report.Posts);
        Assert.DoesNotContain(opened, content => content.IsAlive);
        GC.KeepAlive(inputs);
    }

    [Fact]
    public void A_file_that_ends_while_it_is_read_is_refused_by_name()
    {
        var refused = Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([new ThreadInput("lost.json", () => new Trickle(Encoding.UTF8.GetBytes(Item), 5, failsAfter: 20))]));

        Assert.Contains("lost.json cannot be read to its end", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A stream that gives few bytes at a time, and may fail.</summary>
    private sealed class Trickle(byte[] bytes, int most, int failsAfter = int.MaxValue) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) =>
            Position < failsAfter ? base.Read(buffer, offset, Math.Min(count, most)) : throw new IOException("The disk is gone.");

        public override int Read(Span<byte> buffer) =>
            Position < failsAfter ? base.Read(buffer[..Math.Min(buffer.Length, most)]) : throw new IOException("The disk is gone.");
    }

    private static byte[] Packed(IEnumerable<string> parts)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            foreach (var part in parts)
            {
                gzip.Write(Encoding.UTF8.GetBytes(part));
            }
        }

        return packed.ToArray();
    }
}
