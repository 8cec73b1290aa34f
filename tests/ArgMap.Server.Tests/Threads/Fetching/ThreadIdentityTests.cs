using ArgMap.Server.Threads.Fetching;

namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>Addresses of the same thread are known to be that, and of others not.</summary>
public sealed class ThreadIdentityTests
{
    [Theory]
    [InlineData("https://www.lesswrong.com/posts/abcdefghijklmnopq/why-so", "https://www.greaterwrong.com/posts/abcdefghijklmnopq/why-so/comment/c9", "https://www.alignmentforum.org/posts/abcdefghijklmnopq", "http://lesswrong.com/s/sssssssssssssssss/p/abcdefghijklmnopq?utm_source=x")]
    [InlineData("https://www.reddit.com/r/x/comments/a1/so_it_is/", "https://old.reddit.com/r/x/comments/a1/so_it_is/c9/?context=3", "https://redd.it/a1", "http://m.reddit.com/comments/a1?share_id=2")]
    [InlineData("https://news.ycombinator.com/item?id=12", "https://news.ycombinator.com/item?id=12&p=2", "http://news.ycombinator.com/item?id=12#13")]
    [InlineData("https://github.com/Ada/Loom/issues/7", "https://github.com/ada/loom/issues/7#issuecomment-9", "http://www.github.com/ada/loom/pull/7/files")]
    [InlineData("https://stackoverflow.com/questions/9/why-so", "https://www.stackoverflow.com/q/9", "https://stackoverflow.com/questions/9/why-so/12#12")]
    [InlineData("https://talk.example/t/why-so/12", "https://talk.example/t/12", "http://www.talk.example/t/why-so/12/107?u=ada", "https://talk.example/t/why-so/12?page=2")]
    [InlineData("https://blog.example/2026/why-so/", "http://www.blog.example/2026/why-so", "https://m.blog.example/2026/why-so/?utm_campaign=x&fbclid=y#comments", "https://blog.example/2026/why-so/comment-page-2/", "https://www.google.com/amp/s/blog.example/2026/why-so/")]
    [InlineData("https://board.example/viewtopic.php?f=2&t=12", "https://board.example/viewtopic.php?t=12&start=40", "https://board.example/viewtopic.php?t=12&p=55#p55", "http://board.example/viewtopic.php?t=12&sid=0123456789abcdef")]
    [InlineData("https://board.example/showthread.php?tid=12", "https://board.example/showthread.php?tid=12&page=3", "https://board.example/showthread.php?tid=12&pid=5#pid5")]
    [InlineData("https://board.example/threads/why-so.12/", "https://board.example/threads/12/page-3", "https://board.example/threads/another-title.12/post-5#post-5")]
    [InlineData("https://board.example/index.php?topic=12.0", "https://board.example/index.php?topic=12.msg5#msg5", "https://board.example/index.php?PHPSESSID=a&topic=12.40")]
    [InlineData("https://board.example/topic/12-why-so/", "https://board.example/topic/12-why-so/page/3/?tab=comments", "https://board.example/topic/12-why/?do=findComment&comment=5")]
    public void The_same_thread(params string[] addresses) => Assert.Single(addresses.Select(address => ThreadIdentity.Of(new Uri(address))).Distinct());

    [Theory]
    [InlineData("https://www.lesswrong.com/posts/abcdefghijklmnopq/x", "https://www.lesswrong.com/posts/abcdefghijklmnopr/x", "https://forum.effectivealtruism.org/posts/abcdefghijklmnopq/x")]
    [InlineData("https://news.ycombinator.com/item?id=12", "https://news.ycombinator.com/item?id=13")]
    [InlineData("https://blog.example/?p=12", "https://blog.example/?p=13", "https://blog.example/")]
    [InlineData("https://blog.example/2026/why-so", "https://blog.example/2026/why-not", "https://other.example/2026/why-so", "https://blog.example:8443/2026/why-so")]
    [InlineData("https://board.example/viewtopic.php?t=12", "https://board.example/viewtopic.php?t=13", "https://board.example/other/viewtopic.php?t=12")]
    [InlineData("https://board.example/showthread.php?12-Why", "https://board.example/showthread.php?13-Why")]
    [InlineData("https://board.example/index.php?topic=12.0", "https://board.example/index.php?topic=13.0")]
    [InlineData("https://board.example/threads/why.12/", "https://board.example/threads/why.13/")]
    public void Different_threads(params string[] addresses) => Assert.Equal(addresses.Length, addresses.Select(address => ThreadIdentity.Of(new Uri(address))).Distinct().Count());

    [Theory]
    [InlineData("https://board.example/viewtopic.php?p=55#p55")]
    [InlineData("https://board.example/posts/55/")]
    [InlineData("https://stackoverflow.com/a/55")]
    [InlineData("https://lemmy.example/comment/55")]
    [InlineData("https://www.reddit.com/r/x/s/AbC")]
    public void An_address_of_a_post_that_does_not_name_its_thread_tells_none(string address) => Assert.Null(ThreadIdentity.Of(new Uri(address)));
}
