using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>A thread given by several interfaces and pages of its forum, each with names of its own for a post, is one thread.</summary>
public sealed class SameThreadInOtherFormsTests
{
    private const string Topic = """{"id":7,"title":"On maps","posts_count":3,"post_stream":{"stream":[901,902,903],"posts":[{"id":901,"post_number":1,"topic_id":7,"username":"ada","cooked":"<p>Maps help.</p>"},{"id":902,"post_number":2,"topic_id":7,"username":"bo","user_id":2,"reply_to_post_number":1,"cooked":"<p>Why would they?</p>"}]}}""";

    [Fact]
    public void Pages_of_Discourse_for_machines_join_each_other_and_the_topic_in_any_order()
    {
        string[] files = [Topic, Crawled("", (1, "ada", "Maps help."), (2, "bo", "Why would they?")), Crawled("?page=2", (3, "cy", "They just do."))];

        foreach (var thread in Orders(files).Select(order => Samples.Read(order)))
        {
            Assert.Equal([("901", null, "ada"), ("902", "901", "bo"), ("7/3", "901", "cy")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Name)));
            Assert.Equal((ParentFrom.Stated, "2", PostKind.Reply), (thread.Post("902").ParentFrom, thread.Post("902").Author.Id, thread.Post("7/3").Kind));
            Assert.Equal(["7/2"], thread.Post("902").OtherIds);
        }
    }

    [Fact]
    public void Later_pages_of_Discourse_for_machines_open_nothing()
    {
        var thread = Samples.Read(Crawled("?page=2", (3, "cy", "They just do."), (4, "di", "Not always.")));

        Assert.Equal([("7/3", null, PostKind.Reply), ("7/4", null, PostKind.Reply)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Kind)));
    }

    [Fact]
    public void The_plain_text_of_a_topic_is_that_topic()
    {
        var thread = ThreadReading.Read([new ThreadInput("7", "ada | 2024-01-01 10:00:00 UTC | #1\n\nMaps help.\n\n-------------------------\n\n"u8.ToArray(), "https://forum.example.org/raw/7"), Samples.Input(Topic)]);

        Assert.Equal(["901", "902"], thread.Posts.Select(post => post.Id));
    }

    [Fact]
    public void An_issue_is_one_whether_it_comes_by_REST_or_GraphQL()
    {
        string[] files =
        [
            """{"url":"https://api.github.com/repos/o/r/issues/5","html_url":"https://github.com/o/r/issues/5","id":1000,"number":5,"title":"Maps","user":{"login":"ada","id":1},"comments":2,"created_at":"2024-01-01T10:00:00Z","author_association":"OWNER","body":"Maps break.","node_id":"I_a"}""",
            """[{"html_url":"https://github.com/o/r/issues/5#issuecomment-11","issue_url":"https://api.github.com/repos/o/r/issues/5","id":11,"node_id":"IC_a","user":{"login":"bo","id":2},"created_at":"2024-01-02T10:00:00Z","author_association":"NONE","body":"Not here."}]""",
            """{"author":{"login":"ada"},"body":"Maps break.","comments":[{"id":"IC_a","author":{"login":"bo"},"authorAssociation":"NONE","body":"Not here.","createdAt":"2024-01-02T10:00:00Z","url":"https://github.com/o/r/issues/5#issuecomment-11"},{"id":"IC_b","author":{"login":"cy"},"authorAssociation":"NONE","body":"Here they do.","createdAt":"2024-01-03T10:00:00Z","url":"https://github.com/o/r/issues/5#issuecomment-12"}],"createdAt":"2024-01-01T10:00:00Z","id":"I_a","number":5,"title":"Maps","url":"https://github.com/o/r/issues/5"}""",
        ];

        foreach (var thread in Orders(files).Select(order => Samples.Read(order)))
        {
            Assert.Equal([("I_a", null, "1"), ("11", "I_a", "2"), ("IC_b", "I_a", null)], thread.Posts.Select(post => (post.Id, post.ParentId, post.Author.Id)));
            Assert.Equal((2, 0), (thread.Report.DuplicatesDropped, thread.Report.Orphans));
        }
    }

    [Fact]
    public void A_status_is_one_on_whichever_server_it_was_read()
    {
        string[] files =
        [
            $$"""{"ancestors":[],"descendants":[{{Status("12", "11", "u2", "No.", "https://m.example/users/u2/statuses/12")}},{{Status("13", "12", "u3", "Why?", "https://m.example/users/u3/statuses/13")}}]}""",
            Status("11", null, "u1", "Maps help.", "https://m.example/users/u1/statuses/11"),
            $$"""{"ancestors":[],"descendants":[{{Status("972", "971", "u2@m.example", "No.", "https://m.example/users/u2/statuses/12")}},{{Status("974", "972", "u4", "Because.", "https://n.example/users/u4/statuses/974")}}]}""",
            """{"@context":"https://www.w3.org/ns/activitystreams","type":"Collection","items":[{"id":"https://m.example/users/u2/statuses/12","type":"Note","inReplyTo":"https://m.example/users/u1/statuses/11","content":"<p>No.</p>","published":"2024-01-01T10:00:00Z","attributedTo":"https://m.example/users/u2"}]}""",
        ];

        foreach (var thread in Orders(files).Select(order => Samples.Read(order)))
        {
            Assert.Equal(["Maps help.", "No.", "Why?", "Because."], thread.Posts.Select(post => post.Body));
            Assert.Equal([thread.Posts[0].Id, thread.Posts[1].Id, thread.Posts[1].Id], thread.Posts.Skip(1).Select(post => post.ParentId));
        }
    }

    [Fact]
    public void A_comment_on_Lemmy_is_one_as_an_object_of_the_network_and_in_a_list()
    {
        const string list = """[{"comment":{"id":11,"post_id":5,"content":"No.","published":"2024-01-01T10:00:00Z","ap_id":"https://l.example/comment/11","path":"0.11"},"creator":{"id":2,"name":"bo"},"counts":{"score":3}}]""";
        const string note = """{"@context":"https://www.w3.org/ns/activitystreams","type":["Note"],"id":"https://l.example/comment/11","attributedTo":"https://l.example/u/bo","inReplyTo":"https://l.example/post/5","content":"<p>No.</p>","published":"2024-01-01T10:00:00Z"}""";
        const string posts = """{"posts":[{"post":{"id":5,"name":"On maps","body":"Maps help.","ap_id":"https://l.example/post/5","published":"2024-01-01T09:00:00Z"},"creator":{"id":1,"name":"ada"},"counts":{"comments":1}}]}""";

        foreach (var thread in Orders([list, note, posts]).Select(order => Samples.Read(order)))
        {
            Assert.Equal([("post-5", null, "Maps help."), ("11", "post-5", "No.")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Body)));
            Assert.Equal((3, 2), (thread.Post("11").Score, thread.Report.StatedCount));
        }
    }

    [Fact]
    public void What_a_page_is_about_is_one_with_what_the_interface_of_its_forum_calls_it()
    {
        static string Comment(string id, string name, string words) => $"""<article class="comment" id="{id}"><a class="author" href="/u/{name}">{name}</a> <time datetime="2024-01-02T10:00:00Z">then</time><div class="comment-content"><p>{words}</p></div></article>""";
        static string Page(string title, string address, string comments) => $"""<!DOCTYPE html><html><head><title>{title}</title><meta property="og:title" content="{title}"><link rel="canonical" href="{address}"></head><body><div class="lemmy-site"><h1>Maps</h1><div><a class="author" href="/u/ada">ada</a> <time datetime="2024-01-01T10:00:00Z">then</time><div class="markdown-body"><p>Maps help people to find what nobody has answered.</p></div></div>{comments}</div></body></html>""";
        string[][] pairs =
        [
            [Page("Maps - Lemmy Example", "https://l.example/post/5", Comment("comment-11", "bo", "No.") + Comment("comment-12", "cy@m.example", "Why not?")),
                """{"comments":[{"comment":{"id":11,"post_id":5,"content":"No.","published":"2024-01-02T10:00:00Z","ap_id":"https://l.example/comment/11","path":"0.11"},"creator":{"id":2,"name":"bo","actor_id":"https://l.example/u/bo","local":true},"counts":{"score":3},"post":{"id":5,"name":"Maps","published":"2024-01-01T10:00:00Z","ap_id":"https://l.example/post/5"}},{"comment":{"id":12,"post_id":5,"content":"Why not?","published":"2024-01-02T10:00:00Z","ap_id":"https://m.example/comment/8","path":"0.12"},"creator":{"id":3,"name":"cy","actor_id":"https://m.example/u/cy","local":false},"counts":{"score":1},"post":{"id":5}}]}"""],
            [Page("Maps · Issue #7 · o/r", "https://github.com/o/r/issues/7", Comment("issuecomment-11", "bo", "No.") + Comment("issuecomment-12", "cy", "Why not?")),
                """[{"url":"https://api.github.com/repos/o/r/issues/7","html_url":"https://github.com/o/r/issues/7","id":1000,"number":7,"title":"Maps","user":{"login":"ada","id":1},"comments":2,"created_at":"2024-01-01T10:00:00Z","author_association":"OWNER","body":"Maps help people to find what nobody has answered."},{"html_url":"https://github.com/o/r/issues/7#issuecomment-11","issue_url":"https://api.github.com/repos/o/r/issues/7","id":11,"user":{"login":"bo","id":2},"created_at":"2024-01-02T10:00:00Z","author_association":"NONE","body":"No."}]"""],
        ];

        foreach (var pair in pairs)
        {
            Assert.Equal("Maps", Samples.Read(pair[0]).Title?.Split(" - ")[0]);
            foreach (var thread in Orders(pair).Select(order => Samples.Read(order)))
            {
                Assert.Equal(["Maps help people to find what nobody has answered.", "No.", "Why not?"], thread.Posts.Select(post => post.Body));
                Assert.Equal([thread.Posts[0].Id, thread.Posts[0].Id], thread.Posts.Skip(1).Select(post => post.ParentId));
            }
        }
    }

    [Fact]
    public void Names_of_people_come_from_a_file_of_their_own_before_or_after()
    {
        string[] files =
        [
            """<?xml version="1.0"?><posts><row Id="9" PostTypeId="1" CreationDate="2023-11-14T22:13:20.000" Score="3" Body="&lt;p&gt;Do maps help?&lt;/p&gt;" OwnerUserId="1" Title="Maps" /><row Id="22" PostTypeId="2" ParentId="9" CreationDate="2023-11-14T22:15:20.000" Score="5" Body="&lt;p&gt;They do.&lt;/p&gt;" OwnerUserId="2" /></posts>""",
            """<?xml version="1.0"?><comments><row Id="31" PostId="22" Score="0" Text="Why?" CreationDate="2023-11-14T22:16:40.000" UserId="3" /></comments>""",
            """<?xml version="1.0"?><users><row Id="1" Reputation="1" CreationDate="2008-07-31T14:22:31.287" DisplayName="Ada L" /><row Id="2" Reputation="1" CreationDate="2008-07-31T14:22:31.287" DisplayName="Bo" /></users>""",
            """<?xml version="1.0"?><posthistory><row Id="1" PostHistoryTypeId="2" PostId="9" CreationDate="2023-11-14T22:13:20.000" UserId="1" Text="Do maps help?" /></posthistory>""",
        ];

        foreach (var thread in Orders(files).Select(order => Samples.Read(order)))
        {
            Assert.Equal([("9", "Ada L"), ("22", "Bo"), ("comment-31", "user3")], thread.Posts.Select(post => (post.Id, post.Author.Name)));
            Assert.Equal(1, Assert.Single(thread.Report.LeftOut).Value);
        }
    }

    private static IEnumerable<string[]> Orders(string[] files) =>
        Enumerable.Range(0, files.Length).SelectMany(start => (string[][])[[.. files[start..], .. files[..start]], [.. files[start..].Concat(files[..start]).Reverse()]]);

    private static string Status(string id, string? parent, string by, string words, string name) =>
        $$$"""{"id":"{{{id}}}","created_at":"2024-01-01T10:{{{id[^1]}}}0:00.000Z","in_reply_to_id":{{{(parent is null ? "null" : $"\"{parent}\"")}}},"uri":"{{{name}}}","url":"{{{name}}}","content":"<p>{{{words}}}</p>","account":{"id":"{{{by}}}","acct":"{{{by}}}"}}""";

    private static string Crawled(string page, params (int Number, string By, string Words)[] posts) =>
        $"<!DOCTYPE html><html><head><title>On maps</title><link rel=\"canonical\" href=\"https://forum.example.org/t/on-maps/7{page}\"></head><body class=\"crawler\"><div id=\"topic-title\"><h1><a href=\"/t/on-maps/7\">On maps</a></h1></div><div>"
        + string.Concat(posts.Select(post => $"<div id=\"post_{post.Number}\" itemprop=\"comment\" itemscope itemtype=\"http://schema.org/Comment\" class=\"topic-body crawler-post\"><div class=\"crawler-post-meta\"><span class=\"creator\" itemprop=\"author\" itemscope><a itemprop=\"url\" href=\"/u/{post.By}\"><span itemprop=\"name\">{post.By}</span></a></span><span class=\"crawler-post-infos\"><time itemprop=\"datePublished\" datetime=\"2024-01-01T10:0{post.Number}:00Z\">January 1</time><span itemprop=\"position\">{post.Number}</span></span></div><div class=\"post\" itemprop=\"text\"><p>{post.Words}</p></div></div>"))
        + "</div><div role=\"navigation\" itemscope itemtype=\"http://schema.org/SiteNavigationElement\" class=\"topic-body crawler-post\"><span itemprop=\"name\"><a rel=\"next\" itemprop=\"url\" href=\"/t/on-maps/7?page=2\">next page →</a></span></div></body></html>";
}
