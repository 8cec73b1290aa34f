using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Values that no program foresees: digits of other scripts, signs of private use, numbers too large. One of them must not take the thread with it.</summary>
public sealed class OddValueTests
{
    [Theory]
    [InlineData("a \uE000 b", "a b")]
    [InlineData("a &#xE000; b", "a b")]
    [InlineData("a &#57345; b \uE001", "a b")]
    [InlineData("a &#xE000;0&#xE001; b", "a 0 b")]
    [InlineData("a \uE00099999999999\uE001 b", "a 99999999999 b")]
    public void Signs_that_we_mark_quotes_with_are_dropped_from_pages(string words, string expected) =>
        Assert.Equal(expected, Samples.Read(Page(words, "b")).Posts[0].Body);

    [Theory]
    [InlineData("<p>&#xE000;99&#xE001; a", "99 a")]
    [InlineData("<p>a &#xE000;0&#xE001; b", "a 0 b")]
    public void Signs_that_we_mark_quotes_with_are_dropped_from_answers_of_interfaces(string words, string expected) =>
        Assert.Equal(expected, Samples.Read($$"""{"id":1,"type":"story","title":"t","author":"ada","created_at_i":1700000000,"children":[{"id":2,"type":"comment","author":"bo","text":"{{words}}","parent_id":1,"story_id":1,"created_at_i":1700000100,"children":[]}]}""").Posts[1].Body);

    [Fact]
    public void Nobody_can_make_a_quote_seem_to_be_from_elsewhere() =>
        Assert.Equal([null, "Cy"], Samples.Read(Page("""<blockquote>&#xE000;0&#xE001;words of somebody</blockquote><p>a</p><blockquote data-quote="Cy">words of Cy</blockquote>b""", "c")).Posts[0].Quotes.Select(quote => quote.StatedAuthor));

    [Fact]
    public void An_encoding_that_is_no_longer_read_is_taken_for_another()
    {
        var thread = Samples.Read("""
            From ada@example.org Mon Jan  1 10:00:00 2024
            From: Ada <ada@example.org>
            Subject: Maps
            Date: Mon, 1 Jan 2024 10:00:00 +0000
            Message-ID: <a@x>
            Content-Type: text/plain; charset=utf-7

            Maps help.

            """);

        Assert.Equal("Maps help.", Assert.Single(thread.Posts).Body);
        Assert.Equal(2, Samples.Read(Page("a", "b").Replace("utf-8", "utf-7", StringComparison.Ordinal)).Posts.Count);
    }

    [Fact]
    public void Times_in_digits_of_other_scripts_are_read()
    {
        var thread = Samples.Read(Page("a", "b").Replace("2024-03-01T10:00Z", "١٣/٠٣/٢٠٢٤ ١٠:٣٠", StringComparison.Ordinal).Replace("2024-03-02T10:00Z", "١٤/٠٣/٢٠٢٤ ١١:٣٠", StringComparison.Ordinal));

        Assert.Equal([new(2024, 3, 13, 10, 30, 0, TimeSpan.Zero), new DateTimeOffset(2024, 3, 14, 11, 30, 0, TimeSpan.Zero)], thread.Posts.Select(post => post.CreatedAt));
    }

    [Fact]
    public void Numbers_of_posts_in_digits_of_other_scripts_are_read() =>
        Assert.Equal(["0/1", "0/2"], Samples.Read("""
            ada | 2024-03-01 10:00:00 UTC | #١

            Do maps help?

            -------------------------

            bo | 2024-03-02 10:00:00 UTC | #2

            They do.

            -------------------------
            """).Posts.Select(post => post.Id));

    [Theory]
    [InlineData("agree: ٣", 3)]
    [InlineData("agree: -2", -2)]
    [InlineData("agree: 99999999999999999999", null)]
    public void Reactions_are_counted_in_any_digits_and_in_numbers_that_can_be(string line, int? count)
    {
        var thread = Samples.Read($"""
            # Comments: On maps

            Post URL (HTML): [/posts/abcdefghijklmnopq/on-maps](/posts/abcdefghijklmnopq/on-maps)

            Showing 1 of 1 comments (sort=top).

            ### Comment by [Bo](/users/bo)

            *   2024-01-01T11:00:00.000Z
            *   Karma: 15
            *   HTML permalink: [/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa](/posts/abcdefghijklmnopq/on-maps/comment/c1aaaaaaaaaaaaaaa)
            *   Markdown permalink: [/api/post/on-maps/comments/c1aaaaaaaaaaaaaaa](/api/post/on-maps/comments/c1aaaaaaaaaaaaaaa)
            *   {line}

              Why so?
            """);

        Assert.EndsWith("Why so?", thread.Post("c1aaaaaaaaaaaaaaa").Body, StringComparison.Ordinal);
        Assert.Equal(count is { } some ? [some] : [], thread.Post("c1aaaaaaaaaaaaaaa").Reactions.Select(reaction => reaction.Count));
    }

    [Fact]
    public void Two_signatures_below_one_post_are_one() =>
        Assert.Equal(2, Samples.Read("""
            Do maps help?
            Asked 3 years ago
            Modified 2 years ago

            5

            They hang on the wall and nobody looks. Do they help?

            Share
            Improve this question
            asked Mar 3, 2021 at 10:30
            asked Mar 4, 2021 at 11:30
            1,234
            5 gold badges

            2
            Those who look find their way.

            Share
            Improve this answer
            answered Mar 4, 2021 at 11:30
            Bo
            99
            """).Posts.Count);

    [Theory]
    [InlineData("January 1, 0001 at 12:00:00 AM GMT+05:00")]
    [InlineData("December 31, 9999 at 11:00:00 PM GMT-05:00")]
    [InlineData("9999-12-31T23:00:00Z")]
    public void Times_at_the_end_of_all_times_are_none(string time) =>
        Assert.Equal([null, new(2024, 3, 2, 10, 0, 0, TimeSpan.Zero)], Samples.Read(Page("a", "b").Replace("2024-03-01T10:00Z", time, StringComparison.Ordinal)).Posts.Select(post => post.CreatedAt));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_recording_that_ends_before_an_answer_gives_those_before_it(string rest) =>
        Assert.Equal("Maps help.", Assert.Single(Samples.Read($$"""
            http_interactions:
            - response:
                body:
                  string: '[{"id":1,"author":"ada","text":"Maps help."}]'
            - response:
                body:
                  string: |
            {{rest}}
            """).Posts).Body);

    [Theory]
    [InlineData("urn:x:1")]
    [InlineData("mailto:ada@example.org")]
    public void An_address_of_no_page_says_nothing_of_the_forum(string address) =>
        Assert.Equal(4, ThreadReading.Read([new ThreadInput("given", Encoding.UTF8.GetBytes(Samples.Discourse), address)]).Posts.Count);

    [Fact]
    public void Numbers_as_large_as_can_be_are_added_up()
    {
        var thread = Samples.Read("""
            [{"id":1,"post_number":2147483646,"topic_id":1,"username":"ada","created_at":"2024-03-01T10:00:00Z","cooked":"<p>a</p>","raw":"a"},
             {"id":2,"post_number":2147483646,"topic_id":2,"username":"bo","created_at":"2024-03-01T10:00:00Z","cooked":"<p>b</p>","raw":"b"}]
            """);

        Assert.Equal((2, int.MaxValue), (thread.Posts.Count, thread.Report.NumberGaps));
    }

    [Fact]
    public void A_fault_of_ours_is_damage_to_one_file_and_the_others_are_read()
    {
        var broken = new ThreadInput("broken.txt", () => throw new InvalidOperationException("no"));
        var thread = ThreadReading.Read([broken, Samples.Input(Page("a", "b"))]);

        Assert.Equal(2, thread.Posts.Count);
        Assert.Equal(("broken.txt", true), (Assert.Single(thread.Report.Damages).File, thread.Report.Damages[0].What.Contains(nameof(InvalidOperationException), StringComparison.Ordinal)));
        Assert.Contains("broken.txt", Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([broken])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Being_stopped_is_no_damage() =>
        Assert.Throws<OperationCanceledException>(() => ThreadReading.Read([new ThreadInput("a", () => throw new OperationCanceledException())]));

    [Fact]
    public void Numbers_in_messages_do_not_follow_the_machine()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Contains("20,000", Assert.Throws<ThreadFormatException>(() => Samples.Read("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 30_000)))).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Page(params string[] bodies) => $"""
        <html><head><meta charset="utf-8"><title>On maps | A board</title></head><body>{string.Concat(bodies.Select((body, index) => $"""
        <article class="message message--post" data-author="Ada{index}" data-content="post-10{index}" id="js-post-10{index}"><h4 class="message-name"><a href="/m/10{index}/" class="username">Ada{index}</a></h4>
        <time>2024-03-0{index + 1}T10:00Z</time><div class="message-body"><div class="bbWrapper">{body}</div></div></article>
        """))}</body></html>
        """;
}
