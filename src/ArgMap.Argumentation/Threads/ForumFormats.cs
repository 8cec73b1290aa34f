using ArgMap.Argumentation.Threads.ActivityPub;
using ArgMap.Argumentation.Threads.Bluesky;
using ArgMap.Argumentation.Threads.Discourse;
using ArgMap.Argumentation.Threads.Disqus;
using ArgMap.Argumentation.Threads.Feed;
using ArgMap.Argumentation.Threads.Flarum;
using ArgMap.Argumentation.Threads.ForumMagnum;
using ArgMap.Argumentation.Threads.GenericJson;
using ArgMap.Argumentation.Threads.GitHub;
using ArgMap.Argumentation.Threads.GreaterWrong;
using ArgMap.Argumentation.Threads.HackerNews;
using ArgMap.Argumentation.Threads.Lemmy;
using ArgMap.Argumentation.Threads.Mail;
using ArgMap.Argumentation.Threads.Mastodon;
using ArgMap.Argumentation.Threads.Microformats;
using ArgMap.Argumentation.Threads.MovableType;
using ArgMap.Argumentation.Threads.OldLessWrong;
using ArgMap.Argumentation.Threads.PlainPaste;
using ArgMap.Argumentation.Threads.Reddit;
using ArgMap.Argumentation.Threads.StackExchange;
using ArgMap.Argumentation.Threads.StructuredData;
using ArgMap.Argumentation.Threads.WebPage;
using ArgMap.Argumentation.Threads.Wiki;
using ArgMap.Argumentation.Threads.WordPress;
namespace ArgMap.Argumentation.Threads;

/// <summary>Every format there is. Of formats equally sure of an input the first reads it; plain text takes what nobody else does.</summary>
internal static class ForumFormats
{
    internal static IReadOnlyList<ForumFormat> All { get; } =
    [
        new HackerNewsFormat(),
        new HackerNewsPageFormat(),
        new RedditFormat(),
        new DiscourseFormat(),
        new DiscourseRawFormat(),
        new ForumMagnumFormat(),
        new ForumMagnumMarkdownFormat(),
        new ForumMagnumPageFormat(),
        new GreaterWrongFormat(),
        new OldLessWrongFormat(),
        new GitHubFormat(),
        new StackExchangeFormat(),
        new StackExchangePageFormat(),
        new StackExchangeDumpFormat(),
        new LemmyFormat(),
        new MastodonFormat(),
        new MastodonPageFormat(),
        new BlueskyFormat(),
        new ActivityPubFormat(),
        new FlarumFormat(),
        new TalkPageFormat(),
        new WikitextFormat(),
        new MailFormat(),
        new PipermailPageFormat(),
        new MhonarcPageFormat(),
        new HyperKittyPageFormat(),
        new HypermailPageFormat(),
        new PublicInboxPageFormat(),
        new MovableTypeFormat(),
        new DisqusFormat(),
        new WordPressFormat(),
        new FeedFormat(),
        new StructuredDataFormat(),
        new MicroformatsFormat(),
        new GenericJsonFormat(),
        new WebPageFormat(),
        new PlainTextFormat(),
    ];
}
