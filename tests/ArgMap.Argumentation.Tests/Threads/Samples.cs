using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Small threads in the shape of each format, written for these tests.</summary>
internal static class Samples
{
    internal const string RedditPage = """
        [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"a1","name":"t3_a1","title":"CMV: maps &amp; debates","selftext":"Maps help.","subreddit":"debates","author":"ada","created_utc":1700000000,"num_comments":5,"score":7,"is_self":true,"permalink":"/r/debates/comments/a1/x/"}}]}},
         {"kind":"Listing","data":{"children":[
          {"kind":"t1","data":{"id":"c1","name":"t1_c1","parent_id":"t3_a1","author":"[deleted]","body":"[removed]","created_utc":1700000010,"replies":{"kind":"Listing","data":{"children":[
            {"kind":"t1","data":{"id":"c2","name":"t1_c2","parent_id":"t1_c1","author":"bo","body":"&gt; Maps help.\n\nHow?","created_utc":1700000020,"score":3,"score_hidden":true,"edited":1700000030.0,"replies":""}},
            {"kind":"more","data":{"id":"c3","parent_id":"t1_c1","count":1,"children":["c3"]}}]}}}},
          {"kind":"more","data":{"id":"_","parent_id":"t1_c2","count":0,"children":[]}}]}}]
        """;

    internal const string RedditMore = """
        {"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"id":"c3","name":"t1_c3","parent_id":"t1_c1","author":"cy","body":"Why not?","created_utc":1700000040,"replies":""}},
        {"kind":"t1","data":{"id":"c4","name":"t1_c4","parent_id":"t1_c2","author":"di","body":"So.","created_utc":1700000050,"replies":""}}]}}}
        """;

    internal const string Algolia = """
        {"id":10,"type":"story","author":"ada","title":"Deception","url":"https://example.org/d","created_at_i":1700000000,"points":4,"children":[
         {"id":11,"type":"comment","author":"bo","parent_id":10,"story_id":10,"created_at_i":1700000001,"text":"<p>It needs a fork by default</p><p>See <a href=\"https:&#x2F;&#x2F;example.org&#x2F;long\">https:&#x2F;&#x2F;example.org&#x2F;lo...</a></p>","children":[
          {"id":12,"children":[{"id":13,"type":"comment","author":"cy","parent_id":12,"created_at_i":1700000003,"text":"<p>&gt; It needs a fork</p><p>Why would it &amp; when?</p>","children":[]}]}]}]}
        """;

    internal const string Firebase = """
        {"id":1,"type":"story","by":"ada","title":"A","time":1700000000,"kids":[2,3,9],"descendants":3,"score":1}
        {"id":2,"type":"comment","by":"bo","parent":1,"time":1700000001,"text":"One<p>two"}
        {"deleted":true,"id":3,"parent":1,"time":1700000002,"type":"comment"}
        {"id":4,"type":"comment","by":"cy","parent":3,"time":1700000003,"text":"three","dead":true}
        """;

    internal const string Discourse = """
        {"id":12,"title":"A topic","posts_count":5,"post_stream":{"stream":[901,902,903,904,905],"posts":[
         {"id":901,"post_number":1,"topic_id":12,"username":"lee","created_at":"2025-03-11T10:00:00Z","version":1,"cooked":"<p>Opening.</p>","reply_to_post_number":null,"avatar_template":"/user_avatar/forum.example.org/lee/{size}/1.png","actions_summary":[{"id":2,"count":4}]},
         {"id":902,"post_number":4,"topic_id":12,"username":"lee","created_at":"2025-03-11T10:01:00Z","version":1,"cooked":"<p>I said it <strong>needs</strong> a fork, always.</p>","reply_to_post_number":3},
         {"id":903,"post_number":5,"topic_id":12,"username":"kim","created_at":"2025-03-11T10:02:00Z","version":2,"updated_at":"2025-03-11T11:02:00Z","cooked":"<aside class=\"quote no-group\" data-username=\"lee\" data-post=\"4\" data-topic=\"12\"><div class=\"title\">lee:</div><blockquote><p>it needs a fork</p></blockquote></aside>\n<p>Why would it?</p>","reply_to_post_number":null},
         {"id":904,"post_number":6,"topic_id":12,"username":"mo","created_at":"2025-03-11T10:03:00Z","user_deleted":true,"cooked":"<p>(post deleted by author)</p>","reply_to_post_number":5}]}}
        """;

    internal const string OldReddit = """
        [–]ada 12 points 3 hours ago (2 children)
        Maps help people.

            [–]bo 3 points 2 hours ago
            > Maps help people.

            Which people?

        [-]cy 2y 14 karma
        No.
        """;

    internal const string ForumMagnum = """
        {"data":{"post":{"result":{"_id":"P1","title":"On maps","pageUrl":"https://forum.example.org/posts/P1/on-maps","postedAt":"2024-01-01T00:00:00Z","baseScore":40,"commentCount":4,"user":{"_id":"u1","displayName":"Ada"},"contents":{"html":"<p>The proxy is fixed early on, always.</p>"}}},
        "comments":{"totalCount":3,"results":[
         {"_id":"C2","parentCommentId":"C1","postId":"P1","postedAt":"2024-01-01T02:00:00Z","baseScore":3,"user":{"_id":"u2","displayName":"Bo"},"contents":{"html":"<blockquote><p>the proxy is fixed early on</p></blockquote><p>Is it?</p>"},"extendedScore":{"reacts":{"changemind":[{"userId":"u1","reactType":"created","quotes":["Is it?"]},{"userId":"u3","reactType":"disagreed"}]}}},
         {"_id":"C1","parentCommentId":null,"postId":"P1","postedAt":"2024-01-01T01:00:00Z","deleted":true,"deletedPublic":true,"contents":null,"user":null},
         {"_id":"C3","parentCommentId":"C9","postId":"P1","postedAt":"2024-01-01T03:00:00Z","retracted":true,"hideAuthor":true,"contents":{"markdown":"No."}}]}}}
        """;

    internal const string GitHubDiscussion = """
        {"data":{"node":{"id":"D1","title":"Maps?","body":"Shall we?","url":"https://github.com/o/r/discussions/4","createdAt":"2024-01-01T00:00:00Z","author":{"login":"ada"},"comments":{"totalCount":1,"nodes":[
         {"id":"DC_1","author":null,"body":"> Shall we?\r\n\r\nNo.","isAnswer":true,"createdAt":"2024-01-01T01:00:00Z","replies":{"nodes":[{"id":"DC_2","author":{"login":"bo"},"body":"Why?","createdAt":"2024-01-01T02:00:00Z"}]}}]}}}}
        """;

    internal const string GitHubIssue = """
        [{"id":900,"number":7,"title":"Broken","body":"It breaks.","user":{"login":"ada","id":1},"author_association":"NONE","html_url":"https://github.com/o/r/issues/7","comments":1,"created_at":"2024-01-01T00:00:00Z","updated_at":"2024-01-02T00:00:00Z","reactions":{"url":"x","total_count":2,"+1":2}},
         {"id":901,"body":"It does not.","user":null,"author_association":"NONE","html_url":"https://github.com/o/r/issues/7#issuecomment-901","created_at":"2024-01-01T01:00:00Z","updated_at":"2024-01-01T01:00:00Z"}]
        """;

    internal const string StackExchange = """
        {"items":[{"question_id":9,"title":"Why can&#39;t I?","score":2,"creation_date":1277929700,"owner":{"user_id":3,"display_name":"A &amp; B"},"body":"<p>Why?</p>","link":"https://stackoverflow.com/questions/9/x",
          "answers":[{"answer_id":22,"question_id":9,"is_accepted":true,"score":25,"creation_date":1277929721,"owner":{"user_type":"does_not_exist","display_name":"user7"},"body":"<p>Because &hellip;</p>"}]},
         {"comment_id":22,"post_id":22,"score":0,"creation_date":1277929800,"owner":{"user_id":4,"display_name":"Cy"},"body":"Thanks"}],"has_more":false,"quota_max":300}
        """;

    internal const string Lemmy = """
        {"comments":[
         {"comment":{"id":24,"post_id":5,"path":"0.24","content":"One","published":"2024-01-01T00:00:00.123456Z","ap_id":"https://lemmy.example.org/comment/24","deleted":true,"removed":false},"creator":{"id":1,"name":"ada"},"counts":{"score":3},"post":{"id":5,"name":"Maps","ap_id":"https://lemmy.example.org/post/5"}},
         {"comment":{"id":27,"post_id":5,"path":"0.24.27","content":"Two *b*","published":"2024-01-01T01:00:00Z","ap_id":"https://lemmy.example.org/comment/27","deleted":false,"removed":false},"creator":{"id":2,"name":"bo"},"counts":{"score":0},"post":{"id":5,"name":"Maps","ap_id":"https://lemmy.example.org/post/5"}}]}
        """;

    internal const string Mastodon = """
        {"ancestors":[{"id":"100","in_reply_to_id":null,"created_at":"2024-01-01T00:00:00Z","content":"<p>Maps?</p>","url":"https://social.example.org/@ada/100","account":{"id":"1","acct":"ada"},"favourites_count":2}],
         "descendants":[{"id":"103","in_reply_to_id":"102","created_at":"2024-01-01T02:00:00Z","edited_at":"2024-01-01T03:00:00Z","content":"<p><span class=\"h-card\"><a href=\"https://social.example.org/@ada\" class=\"u-url mention\">@<span>ada</span></a></span> no</p>","url":"https://social.example.org/@bo/103","account":{"id":"2","acct":"bo@other.example.org"}}]}
        """;

    /// <summary>A sample of every format, with the format's name and how many records of posts it holds.</summary>
    public static TheoryData<string, string, int> All => new()
    {
        { "reddit", RedditPage, 3 },
        { "reddit", RedditMore, 2 },
        { "hackernews", Algolia, 4 },
        { "hackernews", Firebase, 4 },
        { "discourse", Discourse, 4 },
        { "forummagnum", ForumMagnum, 4 },
        { "github", GitHubDiscussion, 3 },
        { "github", GitHubIssue, 2 },
        { "stackexchange", StackExchange, 3 },
        { "lemmy", Lemmy, 2 },
        { "mastodon", Mastodon, 2 },
        { "text", OldReddit, 3 },
        { "disqus", MoreSamples.Disqus, 5 },
        { "wordpress", MoreSamples.WordPress, 3 },
        { "mbox", MoreSamples.Mbox, 4 },
        { "hackernews-page", SavedPages.HackerNews, 7 },
        { "html", SavedPages.NewReddit, 3 },
        { "html", SavedPages.Board, 3 },
        { "html", SavedPages.Blog, 4 },
        { "jsonld", MoreSamples.JsonLd, 4 },
        { "microformats", MoreSamples.Microformats, 3 },
        { "activitypub", MoreSamples.ActivityPub, 4 },
        { "json", MoreSamples.GenericNested, 3 },
        { "json", MoreSamples.GenericPages, 5 },
        { "forummagnum-markdown", MoreSamples.MarkdownInterface, 3 },
        { "forummagnum-page", MoreSamples.ForumMagnumPage, 5 },
        { "greaterwrong", MoreSamples.GreaterWrong, 4 },
        { "lesswrong-old", MoreSamples.OldLessWrong, 4 },
        { "html", MoreSamples.BlogPage, 4 },
        { "html", MoreSamples.BoardPage, 3 },
        { "html", MoreSamples.IndentedPage, 3 },
        { "feed", FeedSamples.WordPress, 4 },
        { "feed", FeedSamples.Blogger, 4 },
        { "feed", FeedSamples.Board, 2 },
        { "flarum", FeedSamples.Flarum, 4 },
        { "wiki-page", WikiSamples.Saved, 6 },
        { "wikitext", WikiSamples.Source, 9 },
    };

    internal static ForumThread Read(params string[] texts) =>
        ThreadReading.Read([.. texts.Select((text, number) => Input(text, $"file {number + 1}"))]);

    internal static ThreadInput Input(string text, string name = "file 1") => new(name, Encoding.UTF8.GetBytes(text));

    internal static ThreadPost Post(this ForumThread thread, string id) => Assert.Single(thread.Posts, post => post.Id == id);
}
