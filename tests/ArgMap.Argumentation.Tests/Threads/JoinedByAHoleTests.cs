using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Files from which a piece is missing so that what is left is well-formed, and two posts are in one object.</summary>
public sealed class JoinedByAHoleTests
{
    [Fact]
    public void Two_comments_that_became_one_are_two_again()
    {
        var thread = Samples.Read("""
            [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p1","name":"t3_p1","title":"Maps","selftext":"Maps help."}}]}},
             {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c1","author":"bo","parent_id":"t3_p1","body":"I never found my way.","score":3,"id":"c2","author":"cy","parent_id":"t3_p1","body":"Mine was out of date.","score":4}},{"kind":"t1","data":{"id":"c3","author":"di","parent_id":"t1_c2","body":"How old?"}}]}}]
            """);

        Assert.Equal([("t3_p1", "Maps help."), ("t1_c1", "I never found my way."), ("t1_c2", "Mine was out of date."), ("t1_c3", "How old?")], thread.Posts.Select(post => (post.Id, post.Body)));
        Assert.Equal(("t1_c2", 4, 1), (thread.Post("t1_c3").ParentId, thread.Post("t1_c2").Score, thread.Report.DamageCount));
    }

    [Fact]
    public void What_comes_after_in_the_objects_around_belongs_to_the_second()
    {
        var thread = Samples.Read("""{"comments":[{"comment":{"id":11,"content":"I never found my way.","path":"0.11","id":12,"content":"Mine was out of date.","path":"0.12"},"creator":{"id":3,"name":"cy"},"counts":{"score":4}},{"comment":{"id":13,"content":"How old?","path":"0.12.13"},"creator":{"id":4,"name":"di"},"counts":{"score":1}}]}""", """{"post_view":{"post":{"id":5,"name":"Maps","ap_id":"https://l.example/post/5"},"creator":{"id":1,"name":"ada"}}}""");

        Assert.Equal(["I never found my way.", "Mine was out of date.", "How old?"], thread.Posts.Where(post => post.Kind != PostKind.Opening).Select(post => post.Body));
        Assert.Equal("cy", thread.Post("12").Author.Name);
    }

    [Fact]
    public void The_words_of_one_that_lost_its_key_are_kept()
    {
        const string joined = """{"id":7,"title":"Maps","post_stream":{"posts":[{"id":1,"post_number":1,"username":"ada","cooked":"<p>Maps help.</p>"},{"id":2,"post_number":2,"username":"bo","cooked":"<p>I never found my way.</p>","cooked":"<p>Mine was out of date.</p>","post_type":1}]}}""";

        var thread = Samples.Read(joined);

        Assert.Equal(["I never found my way.", "Maps help.", "Mine was out of date."], thread.Posts.Select(post => post.Body).Order(StringComparer.Ordinal));
        Assert.Equal(2, thread.Report.DamageCount);
    }

    [Fact]
    public void An_item_of_Hacker_News_that_lost_its_key_keeps_its_words_and_what_answers_it()
    {
        var thread = Samples.Read("""{"id":10,"author":"ada","created_at_i":1704103200,"type":"story","title":"Maps","story_id":10,"children":[{"xd":11,"author":"bo","created_at_i":1704103201,"type":"comment","text":"I never found my way.","story_id":10,"parent_id":10,"children":[{"id":12,"author":"cy","created_at_i":1704103202,"type":"comment","text":"How old was it?","story_id":10,"parent_id":11,"children":[]}]}]}""");

        Assert.Equal(["", "I never found my way.", "How old was it?"], thread.Posts.Select(post => post.Body));
        Assert.Equal([null, "10", thread.Posts[1].Id], thread.Posts.Select(post => post.ParentId));
        Assert.Equal((1, null), (thread.Report.DamageCount, thread.Posts[1].Address));
    }

    [Fact]
    public void An_object_of_ActivityPub_that_lost_its_key_keeps_its_words()
    {
        var thread = Samples.Read("""{"@context":"https://www.w3.org/ns/activitystreams","type":"Collection","items":[{"id":"https://m.example/1","type":"Note","attributedTo":"https://m.example/@ada","published":"2024-01-01T10:00:00Z","content":"<p>Maps help.</p>"},{"xd":"https://m.example/2","type":"Note","attributedTo":"https://m.example/@bo","inReplyTo":"https://m.example/1","published":"2024-01-01T10:00:01Z","content":"<p>I never found my way.</p>"}]}""");

        Assert.Equal([("Maps help.", null, "https://m.example/1"), ("I never found my way.", "https://m.example/1", null)], thread.Posts.Select(post => (post.Body, post.ParentId, post.Address)));
        Assert.Equal(1, thread.Report.DamageCount);
    }

    [Fact]
    public void Members_that_are_there_twice_and_say_the_same_make_no_two_posts()
    {
        var thread = Samples.Read("""[{"id":"c1","author":"bo","link_id":"t3_p1","body":"I never found my way.","author":"bo","id":"c1"}]""");

        Assert.Equal((1, 0), (thread.Report.Posts, thread.Report.DamageCount));
    }
}
