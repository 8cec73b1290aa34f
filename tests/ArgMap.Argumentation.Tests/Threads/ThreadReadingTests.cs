using System.Text;
using System.Text.Json;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using FsCheck;
using FsCheck.Fluent;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class ThreadReadingTests
{
    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_format_is_recognised_and_every_record_is_found(string format, string text, int records)
    {
        var thread = Samples.Read(text);

        Assert.Equal(format, thread.Format);
        Assert.Equal(records, thread.Report.Found);
        Assert.Equal(0, thread.Report.DamageCount);
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void The_same_file_twice_adds_nothing(string format, string text, int records)
    {
        var (once, twice) = (Samples.Read(text), Samples.Read(text, text));

        Assert.Equal(format, twice.Format);
        Assert.Equal(once.Posts.Select(post => (post.Id, post.ParentId, post.Body)), twice.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
        Assert.Equal(records, twice.Report.DuplicatesDropped);
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Damaged_input_is_read_or_refused_in_words_and_nothing_is_lost(string format, string text, int records)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var damages = Gen.Choose(0, bytes.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(value => (At: at, Value: (byte)value))).ListOf(3);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(damages.ToArbitrary(), places =>
        {
            byte[] damaged = [.. bytes];
            foreach (var (at, value) in places)
            {
                damaged[at] = value;
            }

            Balances(damaged, format);
            Balances(damaged[..places[0].At], format);
        }));
        Assert.True(records > 0);
    }

    [Fact]
    public void Reading_and_drafting_can_be_given_up()
    {
        using var stop = new CancellationTokenSource();
        var begun = new ThreadInput("begun", Begin);

        Assert.Throws<OperationCanceledException>(() => ThreadReading.Read([begun], cancellation: stop.Token));
        Assert.Throws<OperationCanceledException>(() => ThreadDrafting.Draft(Samples.Read(Samples.Algolia), cancellation: stop.Token));

        MemoryStream Begin()
        {
            stop.Cancel();
            return new MemoryStream(Encoding.UTF8.GetBytes(Samples.Algolia));
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_keeps_what_came_before_and_names_the_place()
    {
        var thread = Samples.Read(Samples.Discourse[..Samples.Discourse.IndexOf("\"id\":904", StringComparison.Ordinal)]);

        Assert.Equal(["901", "902", "903"], thread.Posts.Select(post => post.Id).Order());
        Assert.Equal("line 5, byte 3", thread.Report.Damages[^1].Place);
    }

    [Fact]
    public void A_format_can_be_overruled_and_an_unknown_one_is_refused()
    {
        var thread = ThreadReading.Read([Samples.Input(Samples.Algolia)], "text");

        Assert.Equal("text", thread.Format);
        Assert.True(Assert.Single(thread.Report.Files).Overruled);
        Assert.Throws<ArgumentException>(() => ThreadReading.Read([Samples.Input("x")], "usenet"));
    }

    [Fact]
    public void The_wrong_format_is_refused_with_the_place() =>
        Assert.Contains("line 1, byte", Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([Samples.Input("not json")], "reddit")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("%PDF-1.7")]
    public void What_is_no_text_is_refused(string text) => Assert.Throws<ThreadFormatException>(() => Samples.Read(text));

    [Fact]
    public void A_thread_fifty_thousand_deep_is_read_without_recursion()
    {
        const int Depth = 50_000;
        var nested = new StringBuilder();
        for (var index = 1; index <= Depth; index++)
        {
            nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"id\":{index},\"type\":\"comment\",\"author\":\"a\",\"parent_id\":{index - 1},\"text\":\"t\",\"created_at_i\":{1_700_000_000 + index},\"children\":[");
        }

        for (var index = 0; index < Depth; index++)
        {
            nested.Append("]}");
        }

        var thread = Samples.Read(nested.ToString());

        Assert.Equal(Depth, thread.Posts.Count);
        Assert.Equal($"{Depth - 1}", thread.Posts[^1].ParentId);
    }

    [Fact]
    public void A_circle_of_parents_is_cut_and_reported()
    {
        var thread = Samples.Read("""
            {"id":1,"type":"comment","by":"a","parent":2,"time":1700000001,"text":"x"}
            {"id":2,"type":"comment","by":"b","parent":1,"time":1700000002,"text":"y"}
            {"id":3,"type":"comment","by":"c","parent":3,"time":1700000003,"text":"z"}
            """);

        Assert.Equal(3, thread.Posts.Count);
        Assert.Equal(2, thread.Report.CirclesCut);
        Assert.Equal("1", thread.Post("2").ParentId);
    }

    [Fact]
    public void A_post_that_was_edited_to_quote_a_later_one_which_quotes_it_loses_nobody()
    {
        var thread = Samples.Read("<html><head><title>The old bridge | Town forum</title></head><body>" + Said("Ada", 101, "What shall become of the old bridge?")
            + Said("Ben", 102, """The cables of the bridge are rusting through.<br>Edit: <blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="Cleo" data-source="post: 103">Without the bridge the hospital is cut off from us.</blockquote> I forgot the hospital.""")
            + Said("Cleo", 103, "<blockquote>The cables of the bridge are rusting through.</blockquote>Without the bridge the hospital is cut off from us.")
            + Said("Dan", 104, """<blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="Cleo" data-source="post: 103">the hospital is cut off from us</blockquote>Then build another.""") + "</body></html>");

        Assert.Equal([("101", null), ("102", "101"), ("103", "102"), ("104", "103")], thread.Posts.Select(post => (post.Id, post.ParentId)));

        static string Said(string name, int id, string words) => $"""
            <article class="message message--post" data-author="{name}" data-content="post-{id}" id="js-post-{id}"><h4 class="message-name"><a href="/members/{id}/" class="username">{name}</a></h4>
            <time datetime="2024-03-01T10:0{id % 10}:00Z">Mar 1, 2024</time><div class="message-body"><div class="bbWrapper">{words}</div></div></article>
            """;
    }

    [Fact]
    public void Posts_in_a_circle_that_the_opening_answers_are_not_lost() =>
        Assert.Equal(["1", "2", "3"], Samples.Read("""
            {"id":1,"type":"story","by":"a","title":"t","parent":2,"time":1700000003}
            {"id":2,"type":"comment","by":"b","parent":3,"time":1700000001,"text":"x"}
            {"id":3,"type":"comment","by":"c","parent":2,"time":1700000002,"text":"y"}
            """).Posts.Select(post => post.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Windows_1252_and_half_a_surrogate_pair_become_text()
    {
        var legacy = ThreadReading.Read([new ThreadInput("old", [.. "Ada: it\u0092s \u0093so\u0094\n\nBo: no\n\nAda: yes".Select(character => (byte)character)])]);
        var broken = Samples.Read("""{"id":1,"type":"comment","by":"a","time":1700000001,"text":"x \ud83d y"}""");

        Assert.Equal("it’s “so”", legacy.Posts[0].Body);
        Assert.Equal("windows-1252", legacy.Report.Files[0].Encoding);
        Assert.Equal("x \uFFFD y", broken.Posts[0].Body);
    }

    /// <summary>Either it is read, every record accounted for and every post under one before it, or refused in the reader's own words.</summary>
    private static void Balances(byte[] bytes, string format)
    {
        try
        {
            var thread = ThreadReading.Read([new ThreadInput("file", bytes)], format);
            var report = thread.Report;
            Assert.Equal(report.Found, report.Posts + report.DuplicatesDropped + report.OlderVersions);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            Assert.All(thread.Posts, post =>
            {
                Assert.True(post.ParentId is null || seen.Contains(post.ParentId));
                Assert.True(seen.Add(post.Id));
                Assert.All(post.Quotes, quote => Assert.InRange(quote.Start + quote.Length, quote.Start, post.Body.Length));
            });
            Assert.NotEmpty(JsonSerializer.Serialize(thread));
        }
        catch (ThreadFormatException refused)
        {
            Assert.Contains("file", refused.Message, StringComparison.Ordinal);
        }
    }
}
