namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>Whatever a server answers, a fetching ends with a thread or with words.</summary>
public sealed class HostileAnswerTests : IAsyncLifetime
{
    private static readonly string[] Addresses =
    [
        "https://forum.example/t/why/12", "https://forum.example/post/12", "https://forum.example/comment/12", "https://forum.example/@ada/12", "https://forum.example/notes/12",
        "https://forum.example/posts/abcdefghijklmnopq/x", "https://www.lesswrong.com/posts/abcdefghijklmnopq/x", "https://news.ycombinator.com/item?id=12",
        "https://www.reddit.com/r/x/comments/abc/y/", "https://github.com/ada/loom/issues/7", "https://stackoverflow.com/questions/9",
    ];

    private readonly LocalInternet internet = new();

    public ValueTask InitializeAsync() => internet.InitializeAsync();

    public ValueTask DisposeAsync() => internet.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("[[[[")]
    [InlineData("""{"\ud800":"\udfff","id":"\ud800"}""")]
    [InlineData("""{"data":{"post":{"result":{"_id":"x","commentCount":99999999999,"question":true}},"comments":{"totalCount":-5,"results":"many"}}}""")]
    [InlineData("""{"data":{"post":{"result":{"_id":"x"}},"comments":{"totalCount":1000000,"results":[]}}}""")]
    [InlineData("""{"post_stream":{"posts":[],"stream":[1,2,3,"../../admin",null,{"a":1}]}}""")]
    [InlineData("""{"id":12,"story_id":13,"parent":12,"kids":[12,13,"x",-1],"children":null}""")]
    [InlineData("""[{"kind":"Listing","data":{"children":[{"kind":"more","data":{"parent_id":"t1_a","children":["../x","ab&cd","ef"]}},{"kind":"more","data":{"parent_id":"t1_../../x","children":[]}}]}}]""")]
    [InlineData("""{"items":[{"question_id":9,"answer_id":"1;2","owner":{}}],"has_more":true,"backoff":2000000000}""")]
    [InlineData("""{"post_view":{"post":{"id":12}},"comments":[{"comment":{"id":1,"path":"0.1"}}],"items":[],"next_page":"../../x"}""")]
    [InlineData("""{"id":"12","account":{},"content":"","ancestors":[{"id":"../../x"}],"descendants":[{"id":"12","in_reply_to_id":"12","replies_count":9}]}""")]
    [InlineData("""{"type":"Note","id":"https://forum.example/notes/12","content":"x","inReplyTo":"https://forum.example/notes/12","replies":{"first":"https://forum.example/notes/12","items":["javascript:1","file:///etc/passwd","http://127.0.0.1/",{"id":7}]}}""")]
    public async Task A_fetching_ends_with_a_thread_or_with_words(string answer)
    {
        internet.Settings.MostRequests = 40;
        foreach (var host in (string[])["forum.example", "www.lesswrong.com", "hn.algolia.com", "hacker-news.firebaseio.com", "www.reddit.com", "api.github.com", "api.stackexchange.com"])
        {
            internet.Site(host, _ => answer);
        }

        foreach (var address in Addresses)
        {
            using var fetcher = internet.Fetcher();
            var outcome = await fetcher.Fetch(new(address), null, null, Xunit.TestContext.Current.CancellationToken);
            Assert.True(outcome.Refusal is { Detail.Length: > 0 } || outcome.Value.Parts.Count > 0, address);
        }

        Assert.All(internet.Connections, end => Assert.Equal(LocalInternet.Public, end.Address));
        Assert.DoesNotContain(internet.Requests, request => request.Split('?')[0].Contains("..", StringComparison.Ordinal) || request.Contains("admin", StringComparison.Ordinal) || request.Contains("passwd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_nested_beyond_all_measure_do_not_end_the_process()
    {
        internet.Site("forum.example", _ => string.Concat(Enumerable.Repeat("{\"a\":[", 400_000)));

        Assert.Equal("a web page", (await internet.Fetched("https://forum.example/t/why/12")).Forum);
    }
}
