namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>How many posts a forum says there are, where it says so of parts; and lists that go on, on pages that may be given too.</summary>
public sealed class StatedCountTests
{
    private const string Question = """{"items":[{"question_id":10,"title":"Maps?","body":"<p>Do maps help?</p>","creation_date":1704103200,"owner":{"display_name":"ada"},"answer_count":2,"comment_count":1}],"has_more":false}""";

    private const string Answers = """{"items":[{"answer_id":11,"question_id":10,"body":"<p>No.</p>","creation_date":1704103201,"owner":{"display_name":"bo"},"comment_count":1}],"has_more":true}""";

    private const string MoreAnswers = """{"items":[{"answer_id":12,"question_id":10,"body":"<p>Yes.</p>","creation_date":1704103202,"owner":{"display_name":"cy"},"comment_count":0}],"has_more":false}""";

    private const string Comments = """{"items":[{"comment_id":1,"post_id":10,"body":"Hm.","creation_date":1704103203,"owner":{"display_name":"bo"}},{"comment_id":2,"post_id":11,"body":"Why?","creation_date":1704103204,"owner":{"display_name":"ada"}}],"has_more":false}""";

    private const string Pages = "posts that the forum lists, on pages that are not given";

    [Fact]
    public void Answers_and_comments_are_counted_where_they_stand()
    {
        var part = Samples.Read(Question, Answers, Comments);
        var whole = Samples.Read(Question, Answers, MoreAnswers, Comments);

        Assert.Equal((4, 5, 1), (part.Posts.Count, part.Report.StatedCount, part.Report.LeftOut[Pages]));
        Assert.Equal((5, 5, 0), (whole.Posts.Count, whole.Report.StatedCount, whole.Report.LeftOut.Count));
    }

    [Fact]
    public void Comments_on_answers_count_beside_those_that_the_question_counts()
    {
        var thread = Samples.Read("""{"@context":"https://schema.org","@type":"QAPage","mainEntity":{"@type":"Question","name":"Maps?","text":"Do maps help?","answerCount":3,"commentCount":0,"author":{"name":"ada"},"acceptedAnswer":{"@type":"Answer","text":"No.","author":{"name":"bo"},"comment":{"@type":"Comment","text":"Why?","author":{"name":"cy"}}},"suggestedAnswer":[{"@type":"Answer","text":"Yes.","author":{"name":"di"}}]}}""");

        Assert.Equal((4, 5), (thread.Posts.Count, thread.Report.StatedCount));
    }

    [Fact]
    public void Lists_of_comments_and_of_answers_add_up()
    {
        var thread = Samples.Read("""{"data":{"post":{"result":{"_id":"P1","title":"Maps?","postedAt":"2024-01-01T00:00:00Z","contents":{"html":"<p>Do maps help?</p>"}}},"comments":{"totalCount":2,"results":[{"_id":"C1","postId":"P1","postedAt":"2024-01-01T00:00:01Z","contents":{"html":"<p>Hm.</p>"}}]},"answers":{"totalCount":3,"results":[{"_id":"A1","postId":"P1","answer":true,"postedAt":"2024-01-01T00:00:02Z","contents":{"html":"<p>No.</p>"}}]}}}""");

        Assert.Equal(6, thread.Report.StatedCount);
    }

    [Fact]
    public void Messages_of_a_dialogue_are_none_of_the_comments_that_the_forum_counts()
    {
        var thread = Samples.Read("""{"data":{"post":{"result":{"_id":"P1","title":"Maps","commentCount":1,"postedAt":"2024-01-01T00:00:00Z","contents":{"html":"<section class=\"dialogue-message\" message-id=\"m1\" display-name=\"Ada\" submitted-date=\"Mon Jan 01 2024 10:00:00 GMT+0000 (Coordinated Universal Time)\"><p>Maps help.</p></section><section class=\"dialogue-message\" message-id=\"m2\" display-name=\"Bo\" submitted-date=\"Mon Jan 01 2024 02:01:00 GMT-0800 (Pacific Standard Time)\"><p>No.</p></section>"}}},"comments":{"results":[{"_id":"C1","postId":"P1","postedAt":"2024-01-01T00:00:01Z","contents":{"html":"<p>Hm.</p>"}}]}}}""");

        Assert.Equal((4, 4, new DateTimeOffset(2024, 1, 1, 10, 1, 0, TimeSpan.Zero)), (thread.Posts.Count, thread.Report.StatedCount, thread.Posts.Single(post => post.Author.Name == "Bo").CreatedAt));
    }

    [Theory]
    [InlineData(
        """{"data":{"repository":{"discussion":{"id":"D","title":"Maps","body":"Maps help.","author":{"login":"ada"},"comments":{"totalCount":2,"pageInfo":{"hasNextPage":true},"nodes":[{"id":"C1","body":"No.","author":{"login":"bo"}}]}}}}}""",
        """{"data":{"repository":{"discussion":{"id":"D","title":"Maps","body":"Maps help.","author":{"login":"ada"},"comments":{"totalCount":2,"pageInfo":{"hasNextPage":false},"nodes":[{"id":"C2","body":"Why?","author":{"login":"cy"}}]}}}}}""")]
    [InlineData(
        """{"@context":"https://www.w3.org/ns/activitystreams","id":"https://v.example/1/replies","type":"Collection","first":{"type":"CollectionPage","partOf":"https://v.example/1/replies","next":"https://v.example/1/replies?page=2","items":[{"id":"https://v.example/2","type":"Note","content":"<p>No.</p>","inReplyTo":"https://v.example/1"}]}}""",
        """{"@context":"https://www.w3.org/ns/activitystreams","id":"https://v.example/1/replies?page=2","type":"CollectionPage","partOf":"https://v.example/1/replies","items":[{"id":"https://v.example/3","type":"Note","content":"<p>Why?</p>","inReplyTo":"https://v.example/1"}]}""")]
    [InlineData(
        """{"cursor":{"hasNext":true,"next":"2:0:0"},"code":0,"response":[{"id":"1","parent":null,"raw_message":"No.","author":{"name":"bo"},"createdAt":"2024-01-01T00:00:00"}]}""",
        """{"cursor":{"hasNext":false,"next":"3:0:0"},"code":0,"response":[{"id":"2","parent":1,"raw_message":"Why?","author":{"name":"cy"},"createdAt":"2024-01-01T00:00:01"}]}""")]
    public void A_list_goes_on_only_as_long_as_its_last_page_is_not_given(string first, string last)
    {
        Assert.Equal(1, Samples.Read(first).Report.LeftOut[Pages]);
        Assert.Empty(Samples.Read(first, last).Report.LeftOut);
    }
}
