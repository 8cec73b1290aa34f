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
        const int Depth = 5_000, MostForOne = 8_000;
        var json = string.Concat(Enumerable.Repeat(opens, Depth)) + "1" + string.Concat(Enumerable.Repeat(closes, Depth));
        Assert.Throws<ThreadFormatException>(() => Samples.Read(json));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ThreadFormatException>(() => Samples.Read(json));

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Depth, 0, MostForOne);
    }

    [Fact]
    public void Thousands_of_short_pieces_of_json_take_no_pages_of_memory_each()
    {
        const int Many = 2_000, MostForOne = 4_096;
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

        Assert.Equal(Enumerable.Range(1, Many).Select(number => number == 1 ? "7" : $"7/{number}").Order(StringComparer.Ordinal), thread.Posts.Select(post => post.Id).Order(StringComparer.Ordinal));
    }
}
