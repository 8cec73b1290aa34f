using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages nested deeper, and longer, than any browser draws. A stack that overflows would end the whole run, so small stacks are where they are read.</summary>
public sealed class DeepPageTests
{
    // Less than any thread of a server has.
    private const int SmallStack = 1024 * 1024;

    [Theory]
    [InlineData("<div class='replies'>", "</div>")]
    [InlineData("<ul class='children'>", "</ul>")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    public void Every_comment_of_a_page_nested_far_deeper_than_browsers_draw_answers_the_one_around_it(string opens, string closes)
    {
        const int Depth = 1_500;
        var thread = OnSmallStack(() => Samples.Read(Nested(Depth, opens, closes)));

        Assert.Equal(Depth, thread.Posts.Count);
        Assert.Equal(0, thread.Report.DamageCount);
        foreach (var post in thread.Posts)
        {
            var number = int.Parse(post.Id, CultureInfo.InvariantCulture);
            Assert.Equal(number == 1 ? null : (number - 1).ToString(CultureInfo.InvariantCulture), post.ParentId);
            Assert.Equal($"Remark {number} of many.", post.Body);
        }
    }

    [Fact]
    public void Comments_nested_twice_as_deep_take_twice_the_memory_and_not_four_times()
    {
        Read(50);
        var (one, two) = (Read(500), Read(1_000));

        Assert.InRange(two, one, 3 * one);

        static long Read(int depth)
        {
            var page = Nested(depth, "<table><tr><td>", "</td></tr></table>");
            var before = GC.GetAllocatedBytesForCurrentThread();
            Samples.Read(page);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("div")]
    [InlineData("blockquote")]
    [InlineData("em")]
    [InlineData("span")]
    [InlineData("ul")]
    [InlineData("ul><li")]
    [InlineData("table><tr><td")]
    [InlineData("details")]
    [InlineData("dl><dd")]
    public void A_comment_nested_thousands_deep_keeps_its_words_and_says_that_it_lost_its_form(string element)
    {
        const int Depth = 5_000;
        var body = $"<p>Before.</p>{string.Concat(Enumerable.Repeat($"<{element}>", Depth))}<b>within</b><p>apart</p>{string.Concat(Enumerable.Repeat(string.Concat(element.Split('<', '>').Where(name => name.Length > 0).Reverse().Select(name => $"</{name}>")), Depth))}<p>After.</p>";
        var thread = OnSmallStack(() => Samples.Read(Flat(3, body)));

        var words = thread.Post("2").Body.Split([' ', '\n', '>', '-', '|', '*'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Before.", "within", "apart", "After."], words.Where(word => word is "Before." or "within" or "apart" or "After."));
        Assert.Equal((3, 1), (thread.Posts.Count, thread.Report.DamageCount));
    }

    [Fact]
    public void Twenty_thousand_comments_beside_each_other_are_read_on_a_small_stack()
    {
        var thread = OnSmallStack(() => Samples.Read(Flat(20_000, "<p>Said once.</p>")));

        Assert.Equal(20_000, thread.Posts.Count);
    }

    private static string Nested(int depth, string opens, string closes)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><body><div class='thread'>");
        for (var number = 1; number <= depth; number++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class='comment' id='comment-{number}'><span class='author'>Writer {number % 7}</span> <time datetime='2024-01-01T10:00:00Z'>x</time><div class='body'><p>Remark {number} of many.</p></div>{opens}");
        }

        return page.Insert(page.Length, closes + "</div>", depth).Append("</div></body></html>").ToString();
    }

    private static string Flat(int count, string second)
    {
        var page = new StringBuilder("<!DOCTYPE html><html><body><div class='thread'>");
        for (var number = 1; number <= count; number++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class='comment' id='comment-{number}'><span class='author'>Writer {number % 7}</span> <time datetime='2024-01-01T10:00:00Z'>x</time><div class='body'>{(number == 2 ? second : $"<p>Remark {number} of many.</p>")}</div></div>");
        }

        return page.Append("</div></body></html>").ToString();
    }

    private static ForumThread OnSmallStack(Func<ForumThread> read)
    {
        ForumThread? thread = null;
        var reader = new Thread(() => thread = read(), SmallStack);
        reader.Start();
        reader.Join();
        return thread!;
    }
}
