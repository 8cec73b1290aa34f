using ArgMap.Argumentation.Threads.Discourse;
using ArgMap.Argumentation.Threads.ForumMagnum;
using ArgMap.Argumentation.Threads.GitHub;
using ArgMap.Argumentation.Threads.HackerNews;
using ArgMap.Argumentation.Threads.Lemmy;
using ArgMap.Argumentation.Threads.Mastodon;
using ArgMap.Argumentation.Threads.PlainPaste;
using ArgMap.Argumentation.Threads.Reddit;
using ArgMap.Argumentation.Threads.StackExchange;

namespace ArgMap.Argumentation.Threads;

/// <summary>Every format there is. Of formats equally sure of an input the first reads it; plain text takes what nobody else does.</summary>
internal static class ForumFormats
{
    internal static IReadOnlyList<ForumFormat> All { get; } =
    [
        new HackerNewsFormat(),
        new RedditFormat(),
        new DiscourseFormat(),
        new ForumMagnumFormat(),
        new GitHubFormat(),
        new StackExchangeFormat(),
        new LemmyFormat(),
        new MastodonFormat(),
        new PlainTextFormat(),
    ];
}
