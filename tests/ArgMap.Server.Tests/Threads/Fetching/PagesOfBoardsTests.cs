using ArgMap.Argumentation.Threads;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>Whatever address of a thread on a board is given, of a post or of a page in its middle, the thread is fetched from its first page to its last.</summary>
public sealed class PagesOfBoardsTests : IAsyncLifetime
{
    private readonly LocalInternet internet = new();

    public ValueTask InitializeAsync() => internet.InitializeAsync();

    public ValueTask DisposeAsync() => internet.DisposeAsync();

    [Theory]
    [InlineData("/viewtopic.php?p=5#p5")]
    [InlineData("/viewtopic.php?f=2&t=12&p=5")]
    [InlineData("/viewtopic.php?f=2&t=12&start=4")]
    [InlineData("/viewtopic.php?t=12&sid=0123456789abcdef0123456789abcdef")]
    public async Task Of_phpBB(string address)
    {
        // The page around a post says its own address; those around it are linked by numbers only, as in its older looks.
        string Links(int page) => $"""<h2><a href="./viewtopic.php?f=2&amp;t=12">Why</a></h2><a href="posting.php?mode=reply&amp;f=2&amp;t=12">Reply</a>{Pages(page, number => $"./viewtopic.php?f=2&amp;t=12{(number == 1 ? "" : $"&amp;start={(number - 1) * 2}")}")}<a href="viewtopic.php?p=5#p5">#</a><h3>Similar</h3><a href="viewtopic.php?f=2&amp;t=13">Another</a>""";
        Board(query => query.ContainsKey("p") ? 3 : query["t"] == "12" ? (Start(query, "start") / 2) + 1 : 0, Links);

        await IsWhole(address);
    }

    [Theory]
    [InlineData("/showthread.php?pid=5#pid5")]
    [InlineData("/showthread.php?tid=12&pid=5")]
    [InlineData("/showthread.php?tid=12&page=2")]
    public async Task Of_MyBB(string address)
    {
        Board(
            query => query.ContainsKey("pid") ? 3 : query["tid"] == "12" ? Start(query, "page", 1) : 0,
            page => $"""<link rel="canonical" href="https://board.example/showthread.php?tid=12{(page == 1 ? "" : $"&amp;page={page}")}" />{Pages(page, number => number == 1 ? "showthread.php?tid=12" : $"showthread.php?tid=12&amp;page={number}")}""");

        var fetched = await IsWhole(address);

        Assert.Equal(3, fetched.Parts.Count);
        Assert.Equal(3, internet.Requests.Count);
    }

    [Theory]
    [InlineData("/showthread.php?p=5#post5")]
    [InlineData("/showpost.php?p=5&postcount=5")]
    [InlineData("/showthread.php?t=12&page=3")]
    public async Task Of_vBulletin_3(string address)
    {
        Board(
            query => query.ContainsKey("p") ? 3 : query["t"] == "12" ? Start(query, "page", 1) : 0,
            page => $"""<a href="newreply.php?do=newreply&amp;noquote=1&amp;p=5">Reply</a><a href="showthread.php?t=12">Why</a><a href="printthread.php?t=12">Print</a>{Pages(page, number => $"showthread.php?t=12&amp;page={number}")}<a href="showthread.php?t=99">Another</a>""");

        await IsWhole(address);
    }

    [Theory]
    [InlineData("/showthread.php?12-Why-so/page2")]
    [InlineData("/showthread.php?12-Why-so&p=5&viewfull=1#post5")]
    public async Task Of_vBulletin_4(string address)
    {
        internet.Site("board.example", request => request.QueryString.Value switch
        {
            "?12-Why-so&p=5&viewfull=1" => Page(3, Pages(3, number => $"showthread.php?12-Why-so/page{number}")),
            "?12-Why-so" or "?12-Why-so/page1" => Page(1, Pages(1, number => $"showthread.php?12-Why-so/page{number}")),
            "?12-Why-so/page2" => Page(2, Pages(2, number => $"showthread.php?12-Why-so/page{number}")),
            "?12-Why-so/page3" => Page(3, Pages(3, number => $"showthread.php?12-Why-so/page{number}")),
            _ => null,
        }, "text/html");

        await IsWhole(address);
    }

    [Theory]
    [InlineData("/threads/why-so.12/page-2")]
    [InlineData("/threads/why-so.12/post-5")]
    [InlineData("/posts/5/")]
    public async Task Of_XenForo(string address)
    {
        internet.Site("board.example", async context =>
        {
            var page = context.Request.Path.Value switch { "/threads/why-so.12/" => 1, "/threads/why-so.12/page-2" => 2, "/threads/why-so.12/page-3" => 3, _ => 0 };
            if (context.Request.Path.Value is "/threads/why-so.12/post-5" or "/posts/5/")
            {
                context.Response.Redirect("https://board.example/threads/why-so.12/page-3#post-5");
            }
            else if (page == 0)
            {
                context.Response.StatusCode = 404;
            }
            else
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync(Page(page, $"""{(page > 1 ? $"<link rel=\"prev\" href=\"/threads/why-so.12/{(page == 2 ? "" : "page-2")}\">" : "")}{(page < 3 ? $"<link rel=\"next\" href=\"/threads/why-so.12/page-{page + 1}\">" : "")}<a href="/threads/another.13/">Another</a>"""));
            }
        });

        await IsWhole(address);
    }

    [Theory]
    [InlineData("/index.php?topic=12.msg5#msg5")]
    [InlineData("/index.php?topic=12.4")]
    [InlineData("/index.php?PHPSESSID=abc&topic=12.new")]
    public async Task Of_SMF(string address)
    {
        internet.Site("board.example", request => request.Query["topic"].ToString() switch
        {
            "12.msg5" or "12.new" or "12.4" => Page(3, SmfPages(3)),
            "12.2" => Page(2, SmfPages(2)),
            "12.0" => Page(1, SmfPages(1)),
            _ => null,
        }, "text/html");

        await IsWhole(address);

        static string SmfPages(int page) => $"""<link rel="next" href="https://board.example/index.php?topic=12.0;prev_next=next" />{Pages(page, number => $"https://board.example/index.php?topic=12.{(number - 1) * 2}")}<a href="https://board.example/index.php?topic=12.msg5#msg5">Re</a>""";
    }

    [Theory]
    [InlineData("/viewtopic.php?pid=5#p5")]
    [InlineData("/viewtopic.php?id=12&p=2")]
    public async Task Of_FluxBB(string address)
    {
        Board(
            query => query.ContainsKey("pid") ? 3 : query["id"] == "12" ? Start(query, "p", 1) : 0,
            page => $"""<ul class="crumbs"><li><a href="viewforum.php?id=3">Forum</a></li><li><a href="viewtopic.php?id=12">Why</a></li></ul>{Pages(page, number => number == 1 ? "viewtopic.php?id=12" : $"viewtopic.php?id=12&amp;p={number}")}<a href="post.php?tid=12">Reply</a>""");

        await IsWhole(address);
    }

    [Fact]
    public async Task A_first_page_that_cannot_be_had_is_reported_and_the_page_around_the_post_is_kept()
    {
        Board(query => query.ContainsKey("p") ? 3 : 0, _ => """<a href="viewtopic.php?t=12">Why</a>""");

        var fetched = await internet.Fetched("https://board.example/viewtopic.php?p=5");

        Assert.StartsWith("The page /viewtopic.php?t=12 could not be fetched: board.example has nothing at this address (404).", Assert.Single(fetched.Missing));
        Assert.Equal(["5", "6"], Words(fetched));
    }

    [Fact]
    public async Task A_board_that_answers_every_number_with_its_last_page_is_not_asked_for_ever()
    {
        Board(query => Math.Min(3, Start(query, "page", 1)), page => $"""<a rel="next" href="showthread.php?tid=12&amp;page={page + 1}">next</a><a rel="next" href="showthread.php?tid=12&amp;page={page + 2}">next</a>""");

        var fetched = await internet.Fetched("https://board.example/showthread.php?tid=12");

        Assert.Equal(["1", "2", "3", "4", "5", "6"], Words(fetched));
        Assert.InRange(internet.Requests.Count, 3, 6);
    }

    [Fact]
    public async Task Numbers_of_articles_on_a_blog_are_no_pages_of_one()
    {
        Board(query => Start(query, "p", 1), page => $"""<a rel="prev" href="/?p={page + 1}">Another article</a>""", "/");

        Assert.Single((await internet.Fetched("https://board.example/?p=1")).Parts);
    }

    private async Task<Server.Threads.Fetching.FetchedThread> IsWhole(string address)
    {
        var fetched = await internet.Fetched("https://board.example" + address);
        Assert.Empty(fetched.Missing);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], Words(fetched));
        return fetched;
    }

    private static IEnumerable<string> Words(Server.Threads.Fetching.FetchedThread fetched) => ThreadReading.Read(fetched.Inputs).Posts.Select(post => post.Body.Split(' ')[^1].TrimEnd('.'));

    /// <summary>A board whose pages are told by the query; 0 is none.</summary>
    private void Board(Func<IQueryCollection, int> pageOf, Func<int, string> links, string? path = null) => internet.Site(
        "board.example", request => (path is null || request.Path == path) && pageOf(request.Query) is > 0 and var page ? Page(page, links(page)) : null, "text/html");

    private static int Start(IQueryCollection query, string name, int otherwise = 0) => query[name].ToString() is { Length: > 0 } typed ? int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Links to the pages beside one, as boards show them.</summary>
    private static string Pages(int page, Func<int, string> address) => string.Concat(Enumerable.Range(1, 3).Where(number => Math.Abs(number - page) == 1).Select(number => $"<a href=\"{address(number)}\">{number}</a>"));

    /// <summary>Two posts of six.</summary>
    private static string Page(int page, string links) => $"<!DOCTYPE html><html><head><title>Why</title></head><body>{links}<div class=\"h-feed\">" + string.Concat(Enumerable.Range((page * 2) - 1, 2).Select(number =>
        $"""<article class="h-entry" id="p{number}"><a class="p-author h-card" href="/u/ada">Ada</a><a class="u-url" href="/p{number}"><time class="dt-published" datetime="2026-11-0{number}T10:00:00Z">then</time></a><div class="e-content"><p>Words of post {number}.</p></div></article>""")) + "</div></body></html>";
}
