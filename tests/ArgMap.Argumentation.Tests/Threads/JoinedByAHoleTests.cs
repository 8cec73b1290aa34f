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
    public void Members_that_are_there_twice_and_say_the_same_make_no_two_posts()
    {
        var thread = Samples.Read("""[{"id":"c1","author":"bo","link_id":"t3_p1","body":"I never found my way.","author":"bo","id":"c1"}]""");

        Assert.Equal((1, 0), (thread.Report.Posts, thread.Report.DamageCount));
    }
}
