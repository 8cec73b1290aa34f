using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>What a browser puts on the clipboard when somebody selects a page with comments: names, badges, times and buttons on lines of their own.</summary>
public sealed class CopiedPageTests
{
    private static string[] Told(ForumThread thread) => [.. thread.Posts.Select(post => $"{post.Author.Name ?? "?"}: {post.Body}")];

    [Fact]
    public void A_page_of_LessWrong_whose_fold_marks_stand_on_lines_of_their_own()
    {
        var thread = Samples.Read("""
            Maps help people

            by Ada Quist
            3rd Mar 2025
            4 min read
            2 comments
            41

            I draw many of them.

            2 comments, sorted by top scoring
            Click to highlight new comments since: Today

            [-]
            Bo N.
            9d
            12
            3

            Which people?

            Reply

            [-]
            Ada Quist
            9d
            7
            0

            Those who read.

            Reply
            """);

        Assert.Equal("Maps help people", thread.Title);
        Assert.Equal(["Ada Quist: I draw many of them.", "Bo N.: Which people?", "Ada Quist: Those who read."], Told(thread));
        Assert.Equal([PostKind.Opening, PostKind.Reply, PostKind.Reply], thread.Posts.Select(post => post.Kind));
    }

    [Theory]
    [InlineData("AI GovernanceMaps\nFrontpage\n\nI draw many of them.\n\nThey help\n\nAI GovernanceMaps\nFrontpage\n\n41\n7\n", "I draw many of them.\n\nThey help")]
    [InlineData("I draw many of them.\n\nThey help\n\nDebates\nMaps\nPersonal Blog\n41\n", "I draw many of them.\n\nThey help")]
    [InlineData("I draw many of them.\n\nThe word is:\n\nFrontpage\n\nThat was all.\n", "I draw many of them.\n\nThe word is:\n\nFrontpage\n\nThat was all.")]
    public void Topics_over_and_under_an_opening_post_are_no_words_of_it(string copied, string body)
    {
        var thread = Samples.Read($"Maps help people\n\nby Ada Quist\n3rd Mar 2025\n4 min read\n2 comments\n41\n\n{copied}\n2 comments, sorted by top scoring\nClick to highlight new comments since: Today\n\n[-]\nBo N.\n9d\n12\n3\n\nWhich people?\n\nReply\n\n[-]\nAda Quist\n9d\n7\n0\n\nThose who read.\n\nReply\n");

        Assert.Equal([body, "Which people?", "Those who read."], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public void A_page_of_Reddit_as_it_was_copied_some_years_ago()
    {
        var thread = Samples.Read("""
            r/maps
            Posted by u/ada 5 years ago
            CMV: Maps help people

            I draw many of them.

            12 Comments
            Share
            Save

            level 1
            bo
            ·
            5 yr. ago

            Which people?

            Upvote
            7

            Downvote
            Reply
            Share

            level 2
            ada
            OP
            ·
            5 yr. ago
            · edited 5 yr. ago

            Those who read.

            Upvote
            -2

            Downvote
            Reply
            Share

            level 1
            cy
            ·
            4 yr. ago

            No.

            Reply
            Share
            """);

        Assert.Equal("CMV: Maps help people", thread.Title);
        Assert.Equal(["ada: I draw many of them.", "bo: Which people?", "ada: Those who read.", "cy: No."], Told(thread));
        Assert.Equal([null, "ada", "bo", "ada"], thread.Posts.Select(post => thread.Posts.FirstOrDefault(other => other.Id == post.ParentId)?.Author.Name));
        Assert.Equal([null, 7, -2, null], thread.Posts.Select(post => post.Score));
        Assert.Equal(PostKind.Opening, thread.Posts[0].Kind);
        Assert.True(Assert.Single(thread.Report.LeftOut).Value > 10);
    }

    [Fact]
    public void A_page_of_Reddit_as_it_is_copied_today()
    {
        var thread = Samples.Read("u/ada avatar\nada\n•\n3y ago\nMaps help.\n\n\nUpvote\n12\n\nDownvote\n\nReply\n\nAward\n\nShare\n\nu/bo avatar\nbo\n•\n3y ago\n•\nEdited 3y ago\nWhy do they?\n\n\nUpvote\n3\n\nDownvote\n\nReply\n\nShare\n");

        Assert.Equal(["ada: Maps help.", "bo: Why do they?"], Told(thread));
        Assert.Equal([12, 3], thread.Posts.Select(post => post.Score));
    }

    [Fact]
    public void Old_Reddit_without_folds()
    {
        var thread = Samples.Read("Do maps help? (self.maps)\n\nsubmitted 5 years ago by ada\n\nI ask.\n\n3 commentssharesavehidereport\n\nbo 3 points 5 years ago\n\nThey do.\n\npermalinkembedsavereportreply\n\nada[S] 1 point 5 years ago\n\nHow?\n\npermalink embed save parent report reply\n");

        Assert.Equal("Do maps help?", thread.Title);
        Assert.Equal(["ada: I ask.", "bo: They do.", "ada: How?"], Told(thread));
    }

    [Fact]
    public void A_page_of_Hacker_News()
    {
        var thread = Samples.Read("Hacker News new | past | comments | ask | show | jobs | submit\tlogin\n\nDo maps help? (example.org)\n12 points by ada 3 hours ago | hide | past | favorite | 2 comments\n\n\nbo 2 hours ago | next [–]\n\nThey do.\nreply\n\n\ncy 1 hour ago | parent | prev [–]\n\nNo.\nreply\n");

        Assert.Equal("Do maps help?", thread.Title);
        Assert.Equal(["ada: ", "bo: They do.", "cy: No."], Told(thread));
    }

    [Fact]
    public void A_page_of_LessWrong_or_the_EA_Forum()
    {
        var thread = Samples.Read("Do maps help?\nby Ada\n4th Mar 2021\n\nI ask for a friend.\n\nBo Li\n3y\n14\n7\n\nThey do.\n\nReply\n2 replies\n\nAda\n3y\n5\n\n@Bo Li: how?\n\nReply\n\nCy\n2mo\n1\n\nNo.\n\nReply\n");

        Assert.Equal("Do maps help?", thread.Title);
        Assert.Equal(["Bo Li: They do.", "Ada: @Bo Li: how?", "Cy: No."], Told(thread)[1..]);
        Assert.Equal([14, 5, 1], thread.Posts.Skip(1).Select(post => post.Score));
    }

    [Fact]
    public void A_page_of_Discourse()
    {
        var thread = Samples.Read("Maps and people\n\nada\nAda Lovelace\nMay 20\n\nMaps help.\n\n3 Likes\n\nbo\n1\nMay 21\n\nWhich people?\n\nReply\n\ncy\nDi Roe\nJun '25\n\nNo.\n\n1 Like\n\ncy\nDi Roe\nJun '25\n\nNever.\n\nReply\n");

        Assert.Equal("Maps and people", thread.Title);
        Assert.Equal(["ada: Maps help.", "bo: Which people?", "cy: No.", "cy: Never."], Told(thread));
    }

    [Fact]
    public void Comments_of_a_blog()
    {
        var thread = Samples.Read("Ada Lovelace says:\nMarch 4, 2021 at 10:02 am\nMaps help.\nReply\n\nBo says:\nMarch 5, 2021 at 9:00 am\nNo.\nReply\n\nCy Twombly says:\nMarch 5, 2021 at 11:00 am\nSometimes.\nReply\n");

        Assert.Equal(["Ada Lovelace: Maps help.", "Bo: No.", "Cy Twombly: Sometimes."], Told(thread));
    }

    [Fact]
    public void A_page_of_GreaterWrong()
    {
        var thread = Samples.Read("Ada Lovelace 4 Mar 2021 10:02 UTC\n12 points\n\nMaps help.\n\nbo 5 Mar 2021 1:00 UTC\n3 points\n\nNo.\n\nAda Lovelace 6 Mar 2021 10:00 UTC\n1 point\n\nBo, why not?\n");

        Assert.Equal(["Ada Lovelace: Maps help.", "bo: No.", "Ada Lovelace: Bo, why not?"], Told(thread));
        Assert.Equal(thread.Posts[1].Id, thread.Posts[2].ParentId);
    }

    [Fact]
    public void Comments_with_numbers_and_no_times()
    {
        var thread = Samples.Read("Do maps help?\n\nI ask for a friend who does not know.\n\nID:11\nAda Lovelace\n\nThey do.\n\nID:12\nBo\n\nWhich, and how?\n\nID:13\nAda Lovelace\n\nThose that one can read.\n\nID:14\nCy\n\nNo.\n");

        Assert.Equal(["?: I ask for a friend who does not know.", "Ada Lovelace: They do.", "Bo: Which, and how?", "Ada Lovelace: Those that one can read.", "Cy: No."], Told(thread));
    }

    [Fact]
    public void Who_calls_somebody_by_name_answers_what_they_wrote_last()
    {
        var thread = Samples.Read("Ada Lovelace — 4 March 2021\nMaps help.\n\nBo Li — 5 March 2021\nThey hide things.\n\nCy — 6 March 2021\nBo, which things?\n\nBo Roe — 6 March 2021\n@Ada Lovelace: I agree.\n\nDi — 7 March 2021\nBo, which of you two?\n");

        Assert.Equal([null, 0, 1, 0, 0], Parents(thread));
    }

    [Fact]
    public void Quotes_that_lost_their_marks_are_known_by_their_words()
    {
        var thread = Samples.Read("Ada — 4 March 2021\nMaps help people who read. They are short, too.\n\nBo — 5 March 2021\nMaps help people who read.\n\nWhich people?\n\nCy — 6 March 2021\n Ada:\nshort, too\n\nNot all.\n\nAda — 7 March 2021\nMaps help people who read. I said that.\n");

        Assert.Equal(["> Maps help people who read.\n\nWhich people?", "> short, too\n\nNot all.", "Maps help people who read. I said that."], thread.Posts.Skip(1).Select(post => post.Body));
        Assert.Equal(2, thread.Report.QuotesFound);
    }

    [Fact]
    public void Who_opened_the_thread_answers_what_was_said_to_them()
    {
        var thread = Samples.Read("Ada — 4 March 2021\nMaps help.\n\nBo — 5 March 2021\nThey hide things.\n\nAda — 6 March 2021\nWhich things?\n\nBo — 6 March 2021\nWhat is not on them.\n\nCy — 7 March 2021\nI like maps.\n");

        Assert.Equal([null, 0, 1, 2, 0], Parents(thread));
    }

    [Fact]
    public void Links_beside_the_comments_of_Hacker_News_tell_how_deep_they_stand()
    {
        var thread = Samples.Read("Do maps help? (example.org)\n12 points by ada 3 hours ago | hide | past | favorite | 6 comments\n\n\nbo 2 hours ago | next [–]\n\nThey do.\n\nreply\n\n\ncy 1 hour ago | parent | next [–]\n\nSome do not.\n\nreply\n\n\ndi 1 hour ago | root | parent | next [–]\n\nThe short ones.\n\nreply\n\n\ned 1 hour ago | root | parent | prev | next [–]\n\nThe old ones.\n\nreply\n\n\nfay 1 hour ago | parent | prev | next [–]\n\nI like them.\n\nreply\n\n\ngus 1 hour ago | prev [–]\n\nThey hide things.\n\nreply\n");

        Assert.Equal([null, 0, 1, 2, 2, 1, 0], Parents(thread));
    }

    [Fact]
    public void Buttons_below_the_comments_of_old_Reddit_tell_which_of_them_answer_another()
    {
        var thread = Samples.Read("Do maps help? (self.maps)\n\nsubmitted 5 years ago by ada\n\nI ask.\n\n4 commentssharesavehidereport\n\nbo 3 points 5 years ago\n\nThey do.\n\npermalinkembedsavereportreply\n\ncy 1 point 5 years ago\n\nSome do not.\n\npermalink embed save parent report reply\n\ndi 2 points 5 years ago\n\nThe short ones.\n\npermalinkembedsaveparentreportreply\n\nada[S] 1 point 5 years ago\n\nI forgot to say that I mean printed ones.\n\npermalinkembedsavereportreply\n");

        Assert.Equal([null, 0, 1, 2, 0], Parents(thread));
    }

    [Fact]
    public void Buttons_that_stand_below_all_comments_alike_tell_nothing()
    {
        var thread = Samples.Read("Do maps help? (self.maps)\n\nsubmitted 5 years ago by ada\n\nI ask.\n\n2 commentssharesavehidereport\n\nbo 3 points 5 years ago\n\nThey do.\n\npermalinkembedsaveparentreportreply\n\ncy 1 point 5 years ago\n\nSome do not.\n\npermalinkembedsaveparentreportreply\n");

        Assert.Equal([null, 0, 0], Parents(thread));
    }

    [Theory]
    [InlineData("Which engine is best?\n\nPost by Ada » Mon Mar 04, 2019 9:21 pm\nWhich engine is the best of all?\n\nPost by Bo » Mon Mar 04, 2019 10:21 pm\n\n    Ada wrote: ↑\n    Mon Mar 04, 2019 9:21 pm\n    Which engine is the best of all?\n\nThe second one.\n\nPost by Cy » Tue Mar 05, 2019 10:21 pm\nNo.")]
    [InlineData("Ada\nWell-known member\n\n    Mar 5, 2023\n    #1\n\nWhich engine is the best of all?\n\nBo\nNew member\n\n    Mar 5, 2023\n    #2\n\nThe second one.\n\nCy\nMember\n\n    Mar 6, 2023\n    #3\n\nNo.")]
    public void A_board_s_names_are_told_from_times_and_titles(string text) =>
        Assert.Equal(["Ada", "Bo", "Cy"], Samples.Read(text).Posts.Select(post => post.Author.Name).OfType<string>());

    [Theory]
    [InlineData("Dear all,\n\nthis is where we are:\n\nBerlin\nMay 20\n\nIt rained.\n\nI went home.")]
    [InlineData("I have three questions.\n\nReply\n\n42\n\nIs that all?")]
    [InlineData("First step 1\n\nGo there.\n\nThen step 2\n\nCome back.\n\nThen step 3\n\nRest a while.")]
    public void A_text_without_names_over_comments_stays_one(string text) => Assert.Equal([text], Samples.Read(text).Posts.Select(post => post.Body));

    private static int?[] Parents(ForumThread thread) => [.. thread.Posts.Select(post => post.ParentId is { } parent ? thread.Posts.ToList().FindIndex(other => other.Id == parent) : (int?)null)];
}
