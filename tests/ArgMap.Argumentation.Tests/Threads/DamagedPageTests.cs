using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Saved pages that lost signs, tags or their beginning: every post that is still there is the same post, so that it is not brought in twice.</summary>
public sealed class DamagedPageTests
{
    private static readonly string[] Names = ["Ada", "Bo", "Cy", "Di", "Ed"];

    private static readonly string Page = $$"""
        <!DOCTYPE html><html><head><title>Maps</title><style>.post { color: red }</style><script>var page = "<div class='post'>";
        if (1 < 2) { go(); }</script>
        <link rel="next" href="2.html"></head><body>
        <!-- above --><div class="page"><textarea name="q"></textarea>
        {{string.Concat(Enumerable.Range(1, 5).Select(Post))}}
        </div><script>end("<script>");</script></body></html>
        """;

    [Theory]
    [InlineData("class=\"content\">Words of 2", "class=\"content>Words of 2")]
    [InlineData("class=\"content\">Words of 2", "class=\"content>He said \"no\" to words of 2")]
    [InlineData("class=\"content\">Words of 2", "class=content\">Words of 2")]
    [InlineData("class=\"content\">Words of 2", "class=\"content\"Words of 2")]
    [InlineData("<div class=\"content\">Words of 2", "<div class=\"content\"<i>Well</i>, words of 2")]
    [InlineData("<div class=\"post\" id=\"p2\"", "<div class=\"post id=\"p2\"")]
    [InlineData("<div class=\"post\" id=\"p2\"", "<div class=post\" id=\"p2\"")]
    [InlineData("<div class=\"post\" id=\"p2\"", "<div class=\"post\" id=p2\"")]
    [InlineData("<div class=\"post\" id=\"p2\"", "div class=\"post\" id=\"p2\"")]
    [InlineData("href=\"./memberlist.php?u=2\"", "href=\"./memberlist.php?u=2")]
    [InlineData("</title>", "")]
    [InlineData("</style>", "")]
    [InlineData("}</script>", "}")]
    [InlineData("</textarea>", "")]
    [InlineData("above -->", "above")]
    public void A_sign_that_a_tag_lost_costs_no_post_and_no_words(string right, string wrong)
    {
        Assert.Contains(right, Page, StringComparison.Ordinal);

        var thread = Samples.Read(Page.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(Enumerable.Range(1, 5).Select(number => (number.ToString(CultureInfo.InvariantCulture), (string?)Names[number - 1])), thread.Posts.Select(post => (post.Id, post.Author.Name)));
        Assert.All(thread.Posts, post => Assert.Contains($"ords of {post.Id}, and some more.", post.Body, StringComparison.Ordinal));
        Assert.All(thread.Posts, post => Assert.DoesNotContain("class", post.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<a title='a > b'class=\"c\" href=x>d</a>")]
    [InlineData("<a title=\"<b>a</b>\" href=\"?a=b\">c</a> \"d\" = <e")]
    [InlineData("<!-- <div><!-- a --></div> --><p title=\"it's\">b</p>")]
    [InlineData("<!--[if IE]><p><![endif]--><p>a")]
    [InlineData("<script>document.write('<script src=\"a\"></scr' + 'ipt>');\nif (a<b) { c = \"</p>\"; }</script><p>d</p>")]
    [InlineData("<script type=\"text/template\">\n<div class=\"post\">{{words}}</div>\n</script><script>a</script>")]
    [InlineData("<title>What is <b>?</title><style>a { background: url(\"data:,<svg>\") }</style>")]
    [InlineData("<input value=5 disabled><p>a/b class=\"c\" > d</p>")]
    [InlineData("<div class=\"a")]
    [InlineData("a < b > c")]
    [InlineData("<")]
    public void What_is_whole_or_only_careless_is_left_as_it_is(string html) => Assert.Equal(html, MendedHtml.Of(html), ignoreCase: false);

    [Theory]
    [InlineData("<script>")]
    [InlineData("</title>")]
    [InlineData("<link rel=")]
    [InlineData("class=\"post\" id=\"p2\"")]
    public void A_page_without_its_beginning_has_the_same_posts_as_far_as_they_are_there(string from)
    {
        var whole = Samples.Read(Page);

        var thread = Samples.Read(Page[Page.IndexOf(from, StringComparison.Ordinal)..]);

        Assert.Equal(["3", "4", "5"], thread.Posts.Select(post => post.Id).TakeLast(3));
        Assert.All(thread.Posts.TakeLast(3), post => Assert.Equal((whole.Post(post.Id).Author, whole.Post(post.Id).CreatedAt, whole.Post(post.Id).Body), (post.Author, post.CreatedAt, post.Body)));
    }

    [Theory]
    [InlineData("<tr class=\"athing comtr\" id=\"12\">")]
    [InlineData("words of 11")]
    public void Rows_that_lost_the_beginning_of_their_table_are_rows(string from)
    {
        var page = $"<html><body><table class=\"comment-tree\">{string.Concat(Enumerable.Range(11, 4).Select(Row))}</table></body></html>";

        var thread = Samples.Read(page[page.IndexOf(from, StringComparison.Ordinal)..]);

        Assert.Equal("hackernews-page", thread.Format);
        Assert.Equal([("12", "words of 12"), ("13", "words of 13"), ("14", "words of 14")], thread.Posts.Select(post => (post.Id, post.Body)));
    }

    [Fact]
    public void A_cell_that_lost_its_beginning_costs_no_row_after_it()
    {
        var page = $"<html><body><table class=\"comment-tree\">{string.Concat(Enumerable.Range(11, 4).Select(Row))}</table></body></html>";

        var thread = Samples.Read(page.Replace("id=\"12\"><td>", "id=\"12\">", StringComparison.Ordinal));

        Assert.Equal(["11", "12", "13", "14"], thread.Posts.Select(post => post.Id));
    }

    [Theory]
    [InlineData("<tr class=\"athing comtr\" id=\"12\">", "", "ada")]
    [InlineData(" id=\"12\"", "", "ada")]
    [InlineData("words of 11</div></div></td></tr></table></td></tr>\n<tr class=\"athing comtr\" id=\"12\"><td><table><tr><td class=\"ind\" indent=\"0\"></td><td class=\"default\"><span class=\"comhead\"><a href=\"user?id=ada\" class=\"hnuser\">ada</a>", "words of 11</div>", null)]
    public void A_comment_that_lost_its_row_keeps_its_words(string right, string wrong, string? author)
    {
        var page = $"<html><body><table class=\"comment-tree\">{string.Concat(Enumerable.Range(11, 4).Select(number => Row(number) + "\n"))}</table></body></html>".ReplaceLineEndings("\n");
        Assert.Contains(right, page, StringComparison.Ordinal);

        var thread = Samples.Read(page.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(["11", "13", "14"], thread.Posts.Select(post => post.Id).Where(id => id.Length == 2));
        var told = Assert.Single(thread.Posts, post => post.Id.StartsWith(ThreadPost.ToldByWords, StringComparison.Ordinal));
        Assert.Equal(("words of 12", author), (told.Body, told.Author.Name));
        Assert.Contains(thread.Report.Damages, damage => damage.What == "A comment that lost its key is told by its words.");
    }

    [Fact]
    public void A_post_has_one_key_by_whichever_of_its_boxes_it_is_found()
    {
        static string Box(int number) => $"""
            <div id="post_content{number}"><p class="author">by <a href="./memberlist.php?u={number}" class="username">{Names[number - 1]}</a> <time datetime="2019-03-0{number}T21:21:00+00:00">then</time></p><div class="content">Words of {number}, and some more.</div></div>
            """;

        Assert.Equal(["1", "2", "3"], Samples.Read($"<html><body>{Box(1)}{Box(2)}{Box(3)}</body></html>").Posts.Select(post => post.Id));
    }

    [Fact]
    public void A_text_that_shows_some_tags_is_no_page()
    {
        var boxes = string.Concat(Enumerable.Repeat("    <div><div>Box</div></div>\n", 6));

        var thread = Samples.Read($"How do I centre this?\n\n{boxes}\nIt stands to the left.");

        Assert.Equal("text", thread.Format);
        Assert.Contains("It stands to the left.", Assert.Single(thread.Posts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_bytes_in_one_place_do_not_change_how_all_others_are_read()
    {
        var text = Encoding.UTF8.GetBytes("Ada wrote: it’s “so”.");

        var thread = ThreadReading.Read([new ThreadInput("noise.txt", [.. text, .. Enumerable.Repeat((byte)0xFF, 30)])]);

        Assert.Contains("it’s “so”.", Assert.Single(thread.Posts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_numbers_over_one_name_one_begins_the_post()
    {
        var thread = Samples.Read("Ada Quist\n@ada\nMaps help people.\n10:02 AM · Mar 4, 2021\n·\n1,234\n Views\n12\n3\n45\nBo Li\n@bo_li\n·\nMar 4, 2021\nWhich people?\n1\n1\n12\n300\nAda Quist\n@ada\nThose who read.\n1\n");

        Assert.Contains(thread.Posts, post => post.Body.Contains("Which people?", StringComparison.Ordinal));
    }

    private static string Row(int number) => $"""
        <tr class="athing comtr" id="{number}"><td><table><tr><td class="ind" indent="0"></td><td class="default"><span class="comhead"><a href="user?id=ada" class="hnuser">ada</a> <span class="age" title="2021-03-01T01:05:00">then</span></span><div class="comment"><div class="commtext c00">words of {number}</div></div></td></tr></table></td></tr>
        """;

    private static string Post(int number) => $"""
        <div class="post" id="p{number}"><div class="postbody"><p class="author">by <a href="./memberlist.php?u={number}" class="username">{Names[number - 1]}</a> <time datetime="2019-03-0{number}T21:21:00+00:00">then</time></p><div class="content">Words of {number}, and some more.</div></div></div>

        """;
}
