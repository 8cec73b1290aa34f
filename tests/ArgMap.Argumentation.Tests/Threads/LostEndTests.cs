using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Saved pages that lost the ends of posts: what comes after such a post does not answer it.</summary>
public sealed class LostEndTests
{
    private static readonly string[] Names = ["Ada", "Bo", "Cy", "Di", "Ed", "Fay"];

    private static readonly string Board = Page(string.Concat(Enumerable.Range(1, 6).Select(number => $"""
        <div class="post bg{number % 2}" id="p{number}"><div class="inner">{Head(number)}<div class="content">Words of {number}, and some more.</div></div>
        <div class="foot{number}">Top</div></div>

        """)));

    private static readonly string Nested = Page(Comment(1, Comment(2, Comment(3)), Comment(4)) + Comment(5) + Comment(6));

    private static readonly string Levels = Page($"<ol class=\"list\">{Level(1, 1, Level(2, 2, Level(3, 3)), Level(4, 2))}{Level(5, 1)}{Level(6, 1)}</ol>".ReplaceLineEndings(""));

    [Theory]
    [InlineData("2, and some more.</div></div>", "2, and some more.</div>")]
    [InlineData("2, and some more.</div></div>", "2, and some more.")]
    [InlineData("<div class=\"foot1\">Top</div></div>", "<div class=\"foot1\">Top</div>")]
    [InlineData("<div class=\"foot1\">Top</div></div>", "")]
    [InlineData("<div class=\"foot5\">Top</div></div>", "<div class=\"foot5\">Top</div>")]
    [InlineData("<div class=\"foot3\">Top</div></div>", "<div class=\"foot3\">Top</di")]
    public void Posts_of_a_board_stay_beside_each_other(string right, string wrong) => AssertSame(Board, right, wrong);

    [Fact]
    public void Posts_of_a_board_stay_beside_each_other_where_lines_end_in_two_signs() =>
        AssertSame(Board.ReplaceLineEndings("\r\n"), "<div class=\"foot1\">Top</div></div>", "<div class=\"foot1\">Top</div>");

    [Theory]
    [InlineData("<i id=\"end1\"></i></div>")]
    [InlineData("<i id=\"end2\"></i></div>")]
    [InlineData("<i id=\"end3\"></i></div>")]
    [InlineData("<i id=\"end4\"></i></div>")]
    [InlineData("<i id=\"end5\"></i></div>")]
    public void Comments_keep_their_place_among_answers(string end) => AssertSame(Nested, end, "");

    [Theory]
    [InlineData("</ol></li>")]
    [InlineData("</li></ol></li>")]
    [InlineData("<ol class=\"children\">")]
    public void Classes_that_number_how_deep_a_comment_lies_count_more_than_where_it_stands(string lost) => AssertSame(Levels, lost, "");

    [Fact]
    public void What_numbers_its_comments_no_deeper_than_it_draws_them_nests_deeper_ones()
    {
        var page = Page($"<ol class=\"list\">{Level(1, 1, Level(2, 2, Level(3, 2, Level(4, 2))))}{Level(5, 1)}</ol>");

        Assert.Equal([null, "1", "2", "3", null], Parents(Samples.Read(page)));
    }

    [Fact]
    public void A_page_that_was_always_careless_keeps_its_answers()
    {
        // A box around everything is never ended, and one comment has answers.
        var page = Page("<div class=\"wide\">" + Direct(1) + Direct(2, Direct(3), Direct(4)) + Direct(5) + Direct(6));

        Assert.Equal([null, null, "2", "2", null, null], Parents(Samples.Read(page)));
    }

    [Fact]
    public void A_page_that_was_cut_off_keeps_its_answers()
    {
        var page = Page(Direct(1) + Direct(2) + Direct(3, Direct(4), Direct(5)));

        var thread = Samples.Read(page[..(page.IndexOf("Words of 5", StringComparison.Ordinal) + 30)]);

        Assert.Equal([null, null, null, "3", "3"], Parents(thread));
    }

    [Fact]
    public void A_comment_that_damage_put_beside_its_entry_is_a_comment_on_it()
    {
        static string Cite(int number) => $"<article class=\"u-comment h-cite\"><span class=\"p-author h-card\">{Names[number - 1]}</span> <a class=\"u-url\" href=\"https://maps.example.org/{number}\">then</a> <div class=\"e-content\">Words of {number}.</div></article>";
        var page = $"<html><body><article class=\"h-entry\"><h1 class=\"p-name\">Maps</h1><a class=\"u-url\" href=\"https://maps.example.org/1\">here</a><div class=\"e-content\">Words of 1.</div>{Cite(2)}{Cite(3)}</article></body></html>";

        var thread = Samples.Read(page.Replace("Words of 2.</div></article>", "Words of 2.</div></article></article>", StringComparison.Ordinal));

        Assert.Equal([(PostKind.Opening, (string?)null), (PostKind.Reply, "https://maps.example.org/1"), (PostKind.Reply, "https://maps.example.org/1")], thread.Posts.Select(post => (post.Kind, post.ParentId)));
    }

    [Fact]
    public void The_report_tells_how_much_was_put_back()
    {
        Assert.Empty(Samples.Read(Board).Report.Damages);

        var thread = Samples.Read(Board.Replace("<div class=\"foot1\">Top</div></div>", "<div class=\"foot1\">Top", StringComparison.Ordinal).Replace("class=\"content\">Words of 4", "class=\"content>Words of 4", StringComparison.Ordinal));

        Assert.Equal("1 sign of a tag and 2 ends of boxes around posts were missing and put back, where it was plain.", Assert.Single(thread.Report.Damages).What);
    }

    private static void AssertSame(string page, string right, string wrong)
    {
        var (whole, at) = (Samples.Read(page), page.IndexOf(right, StringComparison.Ordinal));

        var thread = Samples.Read(string.Concat(page.AsSpan(0, at), wrong, page.AsSpan(at + right.Length)));

        Assert.Equal(whole.Posts.Select(post => (post.Id, post.ParentId, post.Author)), thread.Posts.Select(post => (post.Id, post.ParentId, post.Author)));
        Assert.All(thread.Posts, post => Assert.Contains($"Words of {post.Id}, and some more.", post.Body, StringComparison.Ordinal));
    }

    private static List<string?> Parents(ForumThread thread) => [.. thread.Posts.OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => post.ParentId)];

    private static string Page(string posts) => $"<!DOCTYPE html><html><head><title>Maps</title></head><body><div class=\"page\">\n{posts}</div><div class=\"end\">Imprint</div></body></html>";

    private static string Head(int number) => $"<p class=\"author\">by <a href=\"./memberlist.php?u={number}\" class=\"username\">{Names[number - 1]}</a> <time datetime=\"2019-03-0{number}T21:21:00+00:00\">then</time></p>";

    private static string Comment(int number, params string[] answers) => $"""
        <div class="thing" id="comment-{number}"><div class="entry">{Head(number)}<div class="content">Words of {number}, and some more.</div></div><div class="child">{(answers.Length == 0 ? "" : $"<div class=\"listing\">{string.Concat(answers)}</div>")}</div><i id="end{number}"></i></div>

        """;

    private static string Direct(int number, params string[] answers) => $"""
        <div class="comment" id="comment-{number}">{Head(number)}<div class="content">Words of {number}, and some more.</div>{string.Concat(answers)}</div>

        """;

    private static string Level(int number, int level, params string[] answers) => $"""
        <li class="comment depth-{level}" id="comment-{number}"><article class="body">{Head(number)}<div class="content">Words of {number}, and some more.</div></article>{(answers.Length == 0 ? "" : $"<ol class=\"children\">{string.Concat(answers)}</ol>")}</li>

        """;
}
