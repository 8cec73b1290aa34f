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

    /// <summary>A sample of every format, with the format's name and how many records of posts it holds.</summary>
    public static TheoryData<string, string, int> All => new()
    {
        { "reddit", RedditPage, 3 },
        { "reddit", RedditMore, 2 },
        { "hackernews", Algolia, 4 },
        { "hackernews", Firebase, 4 },
        { "discourse", Discourse, 4 },
        { "text", OldReddit, 3 },
    };

    internal static ForumThread Read(params string[] texts) =>
        ThreadReading.Read([.. texts.Select((text, number) => Input(text, $"file {number + 1}"))]);

    internal static ThreadInput Input(string text, string name = "file 1") => new(name, Encoding.UTF8.GetBytes(text));

    internal static ThreadPost Post(this ForumThread thread, string id) => Assert.Single(thread.Posts, post => post.Id == id);
}
