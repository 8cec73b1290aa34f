using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Inputs in which one thing is nested or said again without end: what is done and taken for each must not grow with their number.</summary>
public sealed class HostileNestTests
{
    [Theory]
    [InlineData("{\"data\":", "}")]
    [InlineData("{\"comment\":", "}")]
    [InlineData("{\"children\":[", "]}")]
    [InlineData("[", "]")]
    public void Of_json_nested_without_end_little_is_made_for_each_level(string opens, string closes)
    {
        const int Depth = 5_000, MostForOne = 20_000;
        var json = string.Concat(Enumerable.Repeat(opens, Depth)) + "1" + string.Concat(Enumerable.Repeat(closes, Depth));
        Assert.Throws<ThreadFormatException>(() => Samples.Read(json));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ThreadFormatException>(() => Samples.Read(json));

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Depth, 0, MostForOne);
    }

    [Fact]
    public void Thousands_of_short_pieces_of_json_take_no_pages_of_memory_each()
    {
        const int Many = 2_000, MostForOne = 8_192;
        var json = Encoding.UTF8.GetBytes("""{"@type":"Comment","text":"Maps help."}""");
        List<JsonTable> tables = [JsonTable.Read(json)];

        var before = GC.GetAllocatedBytesForCurrentThread();
        tables.AddRange(Enumerable.Range(0, Many).Select(_ => JsonTable.Read(json)));

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Many, 0, MostForOne);
        Assert.All(tables, table => Assert.Equal("Maps help.", Assert.Single(table.Roots)["text"].Text));
    }

    [Fact]
    public void Of_an_object_with_thousands_of_members_each_is_found_by_its_name_and_of_several_the_first()
    {
        const int Many = 3_000;
        var names = Enumerable.Range(0, Many).Select(number => $"k{number}").ToList();
        var members = names.Concat(names.Take(Many / 2)).Select((name, index) => $"\"{name}\":{index}");

        var root = Assert.Single(JsonTable.Read(Encoding.UTF8.GetBytes("{" + string.Join(',', members) + "}")).Roots);

        Assert.Equal(Enumerable.Range(0, Many), names.Select(name => root[name].Number!.Value));
        Assert.False(root.Has($"k{Many}"));
    }

    [Fact]
    public void Comments_among_anything_else_in_a_list_come_in_its_order()
    {
        var thread = Samples.Read("""
            {"thread":[null,1,{"id":"a","author":"Ada","text":"One."},"x",[[],{"id":"b","author":"Bo","text":"Two.","replies":[null,{"id":"c","author":"Cy","text":"Three."}]}],{},{"id":"d","author":"Di","text":"Four."},null]}
            """);

        Assert.Equal(["One.", "Two.", "Three.", "Four."], thread.Posts.Select(post => post.Body));
        Assert.Equal([null, null, "b", null], thread.Posts.Select(post => post.ParentId));
    }

    [Fact]
    public void Posts_of_a_page_that_all_have_one_key_are_numbered()
    {
        const int Many = 3_000;
        var page = new StringBuilder("<html><body>");
        for (var number = 1; number <= Many; number++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class='comment' id='c7'><a class='author' href='/u/1'>Ada</a> <time datetime='2024-05-01T10:00:00Z'>then</time><p>Remark {number} of many.</p></div>");
        }

        var thread = Samples.Read(page.Append("</body></html>").ToString());

        var key = thread.Posts.Select(post => post.Id).MinBy(id => id.Length)!;
        Assert.Equal(Enumerable.Range(1, Many).Select(number => number == 1 ? key : $"{key}/{number}").Order(StringComparer.Ordinal), thread.Posts.Select(post => post.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("json", "[{\"id\":1,\"author\":\"Ada\",\"text\":\"", "\"},{\"id\":2,\"author\":\"Bo\",\"text\":\"Yes.\"}]", "line 1, byte ")]
    [InlineData("mbox", "From a@b Mon May  1 10:00:00 2024\nFrom: Ada <a@b>\nMessage-ID: <1@b>\nDate: Wed, 1 May 2024 10:00:00 +0000\nSubject: Maps\n\n", "\n\nFrom a@b Mon May  1 11:00:00 2024\nFrom: Bo <b@b>\nMessage-ID: <2@b>\nDate: Wed, 1 May 2024 11:00:00 +0000\nSubject: Re: Maps\n\nYes.\n", "a mail")]
    [InlineData("disqus", "<disqus xmlns='http://disqus.com' xmlns:dsq='http://disqus.com/disqus-internals'><thread dsq:id='9'><title>Maps</title></thread><post dsq:id='1'><message>", "</message><createdAt>2024-05-01T10:00:00Z</createdAt><author><name>Ada</name></author><thread dsq:id='9'/></post><post dsq:id='2'><message>Yes.</message><createdAt>2024-05-01T11:00:00Z</createdAt><author><name>Bo</name></author><thread dsq:id='9'/></post></disqus>", "in <message>")]
    [InlineData("feed", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Maps</title><entry><id>1</id><author><name>Ada</name></author><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>", "</div></content></entry><entry><id>2</id><author><name>Bo</name></author><content>Yes.</content></entry></feed>", "in <content>")]
    public void Of_a_text_longer_than_anybody_writes_the_beginning_is_read_and_the_rest_is_told(string format, string before, string after, string place)
    {
        var line = "Maps help us see what we said." + (format == "json" ? "\\n" : "\n");
        var text = new StringBuilder(before).Insert(before.Length, line, (ThreadInput.MostOfPost / line.Length) + 1_000).Append(after);

        var thread = ThreadReading.Read([new ThreadInput("long", Encoding.UTF8.GetBytes(text.ToString()))]);

        Assert.Equal(format, thread.Format);
        Assert.InRange(thread.Posts.First(post => post.Body.StartsWith("Maps", StringComparison.Ordinal)).Body.Length, ThreadInput.MostOfPost * 9 / 10, ThreadInput.MostOfPost);
        Assert.Contains(thread.Posts, post => post.Body == "Yes.");
        Assert.Contains(thread.Report.Damages, damage => damage.Place.Contains(place, StringComparison.Ordinal) && damage.What.Contains("first 8 MB", StringComparison.Ordinal));
    }

    [Fact]
    public void That_a_text_in_many_sections_is_too_long_is_told_once()
    {
        var section = $"<![CDATA[{new string('a', ThreadInput.MostOfPost / 3)}]]>";

        var thread = Samples.Read($"<rss version='2.0'><channel><title>Maps</title><item><guid>1</guid><description>{string.Concat(Enumerable.Repeat(section, 6))}</description></item></channel></rss>");

        Assert.Equal(ThreadInput.MostOfPost, Assert.Single(thread.Posts).Body.Length);
        Assert.Single(thread.Report.Damages, damage => damage.What.Contains("first 8 MB", StringComparison.Ordinal));
    }

    [Fact]
    public void A_post_of_more_tags_than_anybody_writes_keeps_its_words_and_says_that_it_lost_its_form()
    {
        var body = string.Concat(Enumerable.Repeat("<b>Maps</b> ", 150_000));

        var thread = Samples.Read($$"""[{"id":1,"author":"Ada","text":"{{body}}"},{"id":2,"author":"Bo","text":"Yes."}]""");

        Assert.Equal(150_000, thread.Posts[0].Body.Split("Maps").Length - 1);
        Assert.Contains(thread.Report.Damages, damage => damage.What.Contains("tags", StringComparison.Ordinal));
    }
}
