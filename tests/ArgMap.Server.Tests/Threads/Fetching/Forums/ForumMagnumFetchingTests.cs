using System.Text.Json;
using System.Text.RegularExpressions;
using ArgMap.Server.Threads.Fetching;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

public sealed class ForumMagnumFetchingTests : ForumTests
{
    private const string Id = "abcdefghijklmnopq";

    [Theory]
    [InlineData("https://www.lesswrong.com/posts/abcdefghijklmnopq/what-matters?commentId=c9", "www.lesswrong.com")]
    [InlineData("https://www.lesswrong.com/s/sssssssssssssssss/p/abcdefghijklmnopq", "www.lesswrong.com")]
    [InlineData("https://www.alignmentforum.org/posts/abcdefghijklmnopq/what-matters", "www.lesswrong.com")]
    [InlineData("https://www.greaterwrong.com/posts/abcdefghijklmnopq/what-matters/comment/c9", "www.lesswrong.com")]
    [InlineData("https://forum.effectivealtruism.org/posts/abcdefghijklmnopq/what-matters", "forum.effectivealtruism.org")]
    [InlineData("https://another-forum.example/posts/abcdefghijklmnopq/what-matters", "another-forum.example")]
    public async Task A_post_is_fetched_with_all_its_comments_however_many_requests_it_takes(string address, string host)
    {
        Internet.Site(host, Graph(comments: 1_203));

        var thread = await Whole(address, "ForumMagnum");

        Assert.Equal((1_204, 1_204, 0), (thread.Posts.Count, thread.Report.StatedCount, thread.Report.MissingParents));
        Assert.Equal(("", Id, "c1000"), (Parents(thread)[Id], Parents(thread)["c1"], Parents(thread)["c1100"]));
        Assert.Equal(4, Internet.Requests.Count);
    }

    [Fact]
    public async Task Beyond_what_may_be_skipped_the_rest_comes_at_once()
    {
        Internet.Site("www.lesswrong.com", Graph(comments: 4_321));

        Assert.Equal(4_322, (await Whole($"https://www.lesswrong.com/posts/{Id}", "ForumMagnum")).Posts.Count);
    }

    [Fact]
    public async Task A_question_brings_its_answers_and_a_dialogue_its_parts()
    {
        Internet.Site("www.lesswrong.com", Graph(comments: 3, answers: 2, parts: 2));

        var thread = await Whole($"https://www.lesswrong.com/posts/{Id}/why", "ForumMagnum");

        Assert.Equal(8, thread.Posts.Count);
        Assert.Equal(2, thread.Posts.Count(post => post.Kind == ArgMap.Argumentation.Threads.PostKind.Answer));
    }

    [Fact]
    public async Task Posts_are_counted_once_while_they_are_fetched()
    {
        Internet.Site("www.lesswrong.com", Graph(comments: 3, answers: 2, parts: 2));
        var most = new MostPosts();
        using var fetcher = Internet.Fetcher();

        await fetcher.Fetch(new($"https://www.lesswrong.com/posts/{Id}/why"), null, most, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(8, most.Count);
    }

    [Fact]
    public async Task A_forum_that_only_knows_the_earlier_way_of_asking_is_asked_in_that_way()
    {
        Internet.Site("forum.effectivealtruism.org", Graph(comments: 700, isOld: true));

        Assert.Equal(701, (await Whole($"https://forum.effectivealtruism.org/posts/{Id}/x", "ForumMagnum")).Posts.Count);
    }

    [Fact]
    public async Task A_forum_that_gives_fewer_comments_at_once_than_were_asked_for_is_asked_for_the_rest()
    {
        Internet.Site("www.lesswrong.com", Graph(comments: 730, atOnce: 200));

        Assert.Equal(731, (await Whole($"https://www.lesswrong.com/posts/{Id}", "ForumMagnum")).Posts.Count);
    }

    [Fact]
    public async Task Comments_that_cannot_be_had_are_reported_and_the_others_are_kept()
    {
        Internet.Site("www.lesswrong.com", Graph(comments: 1_203, broken: 500));

        var fetched = await Internet.Fetched($"https://www.lesswrong.com/posts/{Id}/x");

        Assert.StartsWith("Comments from 501 on could not be fetched: www.lesswrong.com has a fault (500).", Assert.Single(fetched.Missing));
        var thread = Read(fetched);
        Assert.Equal((704, 1_204), (thread.Posts.Count, thread.Report.StatedCount));
    }

    [Fact]
    public async Task An_address_of_before_2018_is_followed_to_the_post()
    {
        var graph = Graph(comments: 2);
        Internet.Site("www.lesswrong.com", context =>
        {
            if (context.Request.Path != "/lw/kn/torture_vs_dust_specks/")
            {
                return context.Request.Path.StartsWithSegments("/posts") ? context.Response.WriteAsync("<html>") : graph(context);
            }

            context.Response.Redirect($"/posts/{Id}/torture-vs-dust-specks");
            return Task.CompletedTask;
        });

        Assert.Equal(3, (await Whole("https://www.lesswrong.com/lw/kn/torture_vs_dust_specks/", "ForumMagnum")).Posts.Count);
    }

    [Theory]
    [InlineData("/codex/what-matters", true)]
    [InlineData("/rationality/what-matters", true)]
    [InlineData("/rationality", false)]
    [InlineData("/s/sssssssssssssssss", false)]
    public async Task A_post_in_a_collection_is_read_whole_and_a_list_of_posts_is_said_to_be_one(string path, bool isPost)
    {
        var graph = Graph(comments: 2);
        Internet.Site("www.lesswrong.com", context =>
        {
            if (context.Request.Path != path)
            {
                return graph(context);
            }

            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<!DOCTYPE html><html><head>{(isPost ? $"<link rel=\"canonical\" href=\"https://www.lesswrong.com/posts/{Id}/what-matters\"/>" : "")}</head><body><p>words");
        });

        if (isPost)
        {
            Assert.Equal(3, (await Whole("https://www.lesswrong.com" + path, "ForumMagnum")).Posts.Count);
        }
        else
        {
            Assert.StartsWith("This address is of a list of posts.", await Internet.Refused("https://www.lesswrong.com" + path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_the_one_interface_is_shut_the_other_is_asked()
    {
        Internet.Site("www.lesswrong.com", context =>
        {
            context.Response.ContentType = "text/markdown; charset=utf-8";
            switch (context.Request.Path.Value)
            {
                case $"/api/post/{Id}":
                    return context.Response.WriteAsync("# What matters\n\nBy [Ada](/users/ada)\n\n2026-01-02T03:04:05.000Z\n\nThe words of the post.\n");
                case $"/api/post/{Id}/comments":
                    return context.Response.WriteAsync($"## Comments on What matters\n\nShowing 1 of 1\n\n### Comment by [Bo](/users/bo)\n\n- 2026-01-03T03:04:05.000Z\n- Karma: 3\n- Reply depth: 0\n- HTML permalink: https://www.lesswrong.com/posts/{Id}/x?commentId=c1aaaaaaaaaaaaaaa\n\nA word on that.\n");
                default:
                    context.Response.StatusCode = 403;
                    return Task.CompletedTask;
            }
        });

        var thread = await Whole($"https://www.lesswrong.com/posts/{Id}/x", "ForumMagnum");

        Assert.Equal(["The words of the post.", "A word on that."], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public async Task A_post_that_is_not_there_is_said_to_be_not_there()
    {
        Internet.Site("www.lesswrong.com", request => request.Path == "/graphql" ? """{"errors":[{"message":"app.document_not_found"}],"data":{"post":null}}""" : null);

        Assert.Contains($"www.lesswrong.com gives no post {Id}", await Internet.Refused($"https://www.lesswrong.com/posts/{Id}/x"), StringComparison.Ordinal);
    }

    /// <summary>A post of a number of comments: each hundredth begins a discussion, the others answer the last such.</summary>
    private static Func<HttpContext, Task> Graph(int comments, int answers = 0, int parts = 0, bool isOld = false, int broken = -1, int atOnce = 5_000) => async context =>
    {
        var query = context.Request.Path == "/graphql" && context.Request.Method == "POST"
            ? (await JsonDocument.ParseAsync(context.Request.Body)).RootElement : default;
        if (query.ValueKind != JsonValueKind.Object || query.GetProperty("variables").GetProperty("id").GetString() != Id)
        {
            context.Response.StatusCode = 404;
            return;
        }

        var words = query.GetProperty("query").GetString()!;
        if (words.Contains("input:", StringComparison.Ordinal) != isOld)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("""{"errors":[{"message":"Unknown argument"}]}""");
            return;
        }

        object? answer;
        if (words.Contains("post(", StringComparison.Ordinal))
        {
            answer = new
            {
                post = new
                {
                    result = new
                    {
                        _id = Id,
                        slug = "x",
                        title = "What matters",
                        pageUrl = $"https://{context.Request.Host}/posts/{Id}/x",
                        postedAt = "2026-01-01T00:00:00.000Z",
                        baseScore = 7,
                        commentCount = comments + answers + parts,
                        question = answers > 0,
                        debate = parts > 0,
                        user = new { _id = "u1", slug = "ada", displayName = "Ada" },
                        contents = new { html = "<p>Words.</p>" },
                    },
                },
            };
        }
        else
        {
            var (skipped, limit) = (Of(words, "offset"), Of(words, "limit"));
            if (skipped == broken)
            {
                context.Response.StatusCode = 500;
                return;
            }

            var (kind, count) = words.Contains("answersAndReplies", StringComparison.Ordinal) ? ("a", answers) : words.Contains("debateResponses", StringComparison.Ordinal) ? ("d", parts) : ("c", comments);
            answer = new
            {
                comments = skipped > 2_000 ? null : new
                {
                    totalCount = count,
                    results = Enumerable.Range(1, count).Skip(skipped).Take(Math.Min(limit, atOnce)).Select(number => new
                    {
                        _id = kind + number,
                        postId = Id,
                        parentCommentId = number > 100 ? "c" + ((number - 1) / 100 * 100) : null,
                        answer = kind == "a",
                        postedAt = "2026-01-02T00:00:00.000Z",
                        baseScore = 1,
                        user = new { _id = "u2", slug = "bo", displayName = "Bo" },
                        contents = new { html = $"<p>Comment {kind}{number}.</p>" },
                    }),
                },
            };
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Json(new { data = answer }));
    };

    private static int Of(string words, string name) =>
        int.Parse(Regex.Match(words, name + @":(?<number>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class MostPosts : IProgress<FetchProgress>
    {
        public int Count { get; private set; }

        public void Report(FetchProgress value) => Count = Math.Max(Count, value.Posts ?? 0);
    }
}
