using ArgMap.Argumentation.Threads;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class StackExchangeFetchingTests : ForumTests
{
    [Theory]
    [InlineData("https://philosophy.stackexchange.com/questions/9/why-so", "philosophy.stackexchange.com")]
    [InlineData("https://stackoverflow.com/q/9", "stackoverflow.com")]
    [InlineData("https://stackoverflow.com/a/1003/77", "stackoverflow.com")]
    public async Task A_question_is_fetched_with_its_answers_and_the_comments_on_all_of_them(string address, string site)
    {
        Internet.Site("api.stackexchange.com", Site(site, answers: 130, comments: 210));

        var thread = await Whole(address, "Stack Exchange");

        Assert.Equal(341, thread.Posts.Count);
        Assert.Equal(130, thread.Posts.Count(post => post.Kind == PostKind.Answer));
        Assert.Equal(("9", "1001"), (Parents(thread)["1002"], Parents(thread)["comment-2"]));
        Assert.DoesNotContain(thread.Report.LeftOut, left => left.Key.Contains("nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pause_that_an_answer_asks_for_is_kept()
    {
        Internet.Site("api.stackexchange.com", Site("stackoverflow.com", answers: 3, comments: 0, backoff: 11));

        await Whole("https://stackoverflow.com/questions/9", "Stack Exchange");

        Assert.Contains(Internet.Clock.Waits, wait => Math.Abs(wait.TotalSeconds - 11) < 0.6);
    }

    [Fact]
    public async Task A_question_that_was_deleted_is_said_to_be_gone()
    {
        Internet.Site("api.stackexchange.com", _ => """{"items":[],"has_more":false,"quota_max":300,"quota_remaining":200}""");

        Assert.Contains("stackoverflow.com has no question 9. Was it deleted?", await Internet.Refused("https://stackoverflow.com/questions/9/x"), StringComparison.Ordinal);
    }

    private static Func<HttpContext, Task> Site(string site, int answers, int comments, int backoff = 0) => async context =>
    {
        var (path, page) = (context.Request.Path.Value!, Number(context.Request, "page"));
        var owner = new { user_id = 3, user_type = "registered", display_name = "Ada &amp; Bo" };
        object Answer(int id) => new { answer_id = id, question_id = 9, score = 1, creation_date = 1700000000 + id, owner, body = $"<p>Answer {id}.</p>" };
        IEnumerable<object> all = path switch
        {
            "/2.3/questions/9" => [new { question_id = 9, title = "Why can&#39;t it?", score = 2, creation_date = 1700000000, owner, body = "<p>Why?</p>", link = $"https://{site}/questions/9/why", tags = new[] { "x" } }],
            "/2.3/questions/9/answers" => Enumerable.Range(1001, answers).Select(Answer),
            "/2.3/answers/1003" => [Answer(1003)],
            _ when path.StartsWith("/2.3/posts/", StringComparison.Ordinal) => Enumerable.Range(1, comments)
                .Select(id => (Id: id, Post: id == 1 ? 9 : 1001 + ((id - 2) % answers)))
                .Where(comment => path.Split('/')[3].Split(';').Contains(comment.Post.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                .Select(comment => (object)new { comment_id = comment.Id, post_id = comment.Post, score = 0, creation_date = 1700000000, owner, body = $"Comment {comment.Id}." }),
            _ => [],
        };
        if (context.Request.Query["site"] != site || context.Request.Query["filter"] != "withbody" || Number(context.Request, "pagesize") != 100)
        {
            context.Response.StatusCode = 400;
            return;
        }

        var items = all.ToList();
        var said = new Dictionary<string, object> { ["items"] = items.Skip((page - 1) * 100).Take(100), ["has_more"] = page * 100 < items.Count, ["quota_max"] = 300, ["quota_remaining"] = 200 };
        if (backoff > 0 && page == 1 && path.EndsWith("/answers", StringComparison.Ordinal))
        {
            said["backoff"] = backoff;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(said));
    };
}
