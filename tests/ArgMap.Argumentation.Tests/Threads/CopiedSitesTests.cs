using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Whole pages as a browser copies them, with menus above, buttons between and a foot below: nothing that anybody said is lost, and nobody is given words of the page.</summary>
public sealed class CopiedSitesTests
{
    private static string[] Told(ForumThread thread) => [.. thread.Posts.Select(post => $"{post.Author.Name ?? "?"}: {post.Body}")];

    private static int?[] Parents(ForumThread thread) => [.. thread.Posts.Select(post => post.ParentId is { } parent ? thread.Posts.ToList().FindIndex(other => other.Id == parent) : (int?)null)];

    [Fact]
    public void Reddit_of_today()
    {
        var thread = Samples.Read(CopiedSites.RedditToday);

        Assert.Equal("CMV: Maps help people who read debates", thread.Title);
        Assert.Equal(["Ada_Quist", "bo_li", "Ada_Quist", null, "DeltaBot", "cy_2"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal("Which people? I know nobody who reads them.\n\nShare your numbers, please.", thread.Posts[1].Body);
        Assert.Equal("They are short.\n\nShort is good, but I meant those who read at all.", thread.Posts[2].Body);
        Assert.Equal([127, 201, 12, 3, 1, 1], thread.Posts.Select(post => post.Score));
        Assert.Equal((PostKind.Opening, PostState.DeletedByAuthor), (thread.Posts[0].Kind, thread.Posts[3].State));
        // The first number below the words is theirs.
        Assert.Equal("No. 1\n2", thread.Posts[5].Body);
        Assert.EndsWith("2. One can see what is open.", thread.Posts[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_Reddit_with_its_head()
    {
        var thread = Samples.Read(CopiedSites.OldReddit);

        Assert.Equal("CMV: Maps help people", thread.Title);
        Assert.Equal(["Ada_Quist: I draw many maps.\n\nThey help.", "bo_li: Which people?\n\n> They help.\n\nNo.", "Ada_Quist: Those who read.", "?: ", "cy: I saw that.", "DeltaBot: Confirmed."], Told(thread));
        Assert.Equal(AuthorState.Deleted, thread.Posts[3].Author.State);
    }

    [Fact]
    public void Hacker_News_with_its_head_and_foot()
    {
        var thread = Samples.Read(CopiedSites.HackerNews);

        Assert.Equal("Do maps help people?", thread.Title);
        Assert.Equal(["ada: ", "bo_li: > Do maps help\n\nThey do.\n\nhttps://example.org/x", "ada: How?", "cy: No.\n\nNot at all.", "di: [flagged]", "ed: Fine."], Told(thread));
    }

    [Fact]
    public void Stack_Exchange_signs_posts_below_them()
    {
        var thread = Samples.Read(CopiedSites.StackExchange);

        Assert.Equal("Why do maps of debates help people?", thread.Title);
        Assert.Equal(["Ada Quist: I draw maps of debates. People say they help.\n\nWhy is that so?", "Bo Li: Which people do you mean?", "Ada Quist: @BoLi Those who read.", "Di: Because they are short.\n\nThey leave out what was said twice.", "Ed: I agree with this one.", "Flo: They do not help at all."], Told(thread));
        Assert.Equal([null, 0, 0, 0, 3, 0], Parents(thread));
        Assert.Equal([12, 3, null, 15, 1, -1], thread.Posts.Select(post => post.Score));
        Assert.Equal([PostKind.Opening, PostKind.Reply, PostKind.Reply, PostKind.Answer, PostKind.Reply, PostKind.Answer], thread.Posts.Select(post => post.Kind));
    }

    [Theory]
    [InlineData("debate argumentation")]
    [InlineData("debate\nargument-maps")]
    public void Stack_Exchange_keeps_the_last_words_above_the_tags(string tags)
    {
        var thread = Samples.Read(CopiedSites.StackExchange.Replace("Why is that so?\n\ndebateargumentation", "Why is that so?\n\nthanks in advance\n" + tags, StringComparison.Ordinal));

        Assert.EndsWith("Why is that so?\n\nthanks in advance", thread.Posts[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Discourse_with_its_head_and_counts()
    {
        var thread = Samples.Read(CopiedSites.Discourse);

        Assert.Equal("Maps and people", thread.Title);
        Assert.Equal(["ada: Maps help people who read.\n\nThey are short.", "bo: Which people do you mean?\n\ncy", "Di Roe: > Which people do you mean?\n\nThose that read.", "bo: Good point."], Told(thread));
    }

    [Fact]
    public void LessWrong_where_no_space_was_copied()
    {
        var thread = Samples.Read(CopiedSites.LessWrong);

        Assert.Equal("Maps help people who read", thread.Title);
        Assert.Equal(["Bo N.: Which people do you mean?\n\n> They are short.", "Ada Quist: Those who read.", "Cy: No.", "Di: I agree with Cy here."], Told(thread)[1..]);
        Assert.Equal(["9d", "9d", "9d", "8d"], thread.Posts.Skip(1).Select(post => post.CreatedAtAsWritten));
    }

    [Fact]
    public void YouTube_has_handles_for_names()
    {
        var thread = Samples.Read(CopiedSites.YouTube);

        Assert.Equal("Do maps help?", thread.Title);
        Assert.Equal(["AdaQuist: Maps help people who read.", "bo-li4711: Which people do you mean?  1:23 says nobody reads.", "ada: @bo-li4711 those who do"], Told(thread));
        Assert.Equal([null, 0, 1], Parents(thread));
    }

    [Fact]
    public void A_board_with_profiles_over_its_posts()
    {
        var thread = Samples.Read(CopiedSites.PhpBb);

        Assert.Equal(["Ada: I think that maps help people who read.", "Bo: > I think that maps help people who read.\n\nWhich people?\n\nIt depends on them.\n\n--\nBo knows.", "Ada: Those who read."], Told(thread));
    }

    [Fact]
    public void An_older_board_with_times_over_names()
    {
        var thread = Samples.Read(CopiedSites.VBulletin);

        Assert.Equal(["Ada: Default Do maps help?\nI think that maps help people who read.", "Bo: > I think that maps help people who read.\n\nWhich people do you mean?\n\nIt depends.", "Ada: Those who read."], Told(thread));
    }

    [Fact]
    public void A_board_with_long_profiles_between_name_and_time()
    {
        var thread = Samples.Read(CopiedSites.XenForo);

        Assert.Equal(["Ada: I think that maps help people who read.\n\nThey are short.", "Bo: > I think that maps help people who read.\n\nWhich people do you mean?", "Cy: Those who read."], Told(thread));
        Assert.Equal(["Mar 5, 2023", "Mar 5, 2023", "Mar 6, 2023"], thread.Posts.Select(post => post.CreatedAtAsWritten));
    }

    [Fact]
    public void Mastodon_has_handles_beside_names()
    {
        var thread = Samples.Read(CopiedSites.Mastodon);

        Assert.Equal(["Ada Quist", "Bo Li", "Ada Quist"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal(["@ada Which people do you mean?", "@bo those who read"], thread.Posts.Skip(1).Select(post => post.Body));
        Assert.Equal([null, 0, 1], Parents(thread));
    }

    [Fact]
    public void Comments_of_Disqus_name_whom_they_answer()
    {
        var thread = Samples.Read(CopiedSites.Disqus);

        Assert.Equal(["Ada Quist: Maps help people who read debates.\n\nThey are short.", "Bo Li: Which people do you mean?", "Ada Quist: Those who read.", "Guest: "], Told(thread));
        Assert.Equal([null, 0, 1, 0], Parents(thread));
        Assert.Equal([7, 2, null, null], thread.Posts.Select(post => post.Score));
    }

    [Fact]
    public void Comments_of_Substack()
    {
        var thread = Samples.Read(CopiedSites.Substack);

        Assert.Equal(["Ada Quist: Maps help people who read debates.\n\nThey are short.", "Bo Li: Which people do you mean?", "Ada Quist: Those who read."], Told(thread));
        Assert.Equal([12, 1, null], thread.Posts.Select(post => post.Score));
    }

    [Fact]
    public void Facebook_shows_times_below_words()
    {
        var thread = Samples.Read(CopiedSites.Facebook);

        Assert.Equal(["Bo Li: Which people do you mean?", "Ada Quist: Bo Li those who read.", "Cy Doe: No."], Told(thread)[1..]);
        Assert.Equal(["2y", "2y", "2y"], thread.Posts.Skip(1).Select(post => post.CreatedAtAsWritten));
        Assert.StartsWith("Maps help people who read debates.", thread.Posts[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_of_today_names_people_several_times_and_tells_what_happened_to_the_issue()
    {
        var thread = Samples.Read(CopiedSites.GitHub);

        Assert.Equal("Maps are slow", thread.Title);
        Assert.Equal(["ada", "bo-li", "ada", "cy"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal(["I cannot see that here. Which version?", "1.2."], thread.Posts.Skip(1).Take(2).Select(post => post.Body));
        Assert.StartsWith("It takes a minute to open a map of 10 nodes.\n\nSteps:\n\n1. Open it.\n2. Wait.", thread.Posts[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("It is still slow.", thread.Posts[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_like_those_of_a_tracker_stay_somebody_s() =>
        Assert.Equal(["ada: Is it gone?", "bo: Yes\nremoved it 3 days ago"], Told(Samples.Read("ada commented on Mar 4, 2021\nIs it gone?\n\nbo commented on Mar 5, 2021\nYes\nremoved it 3 days ago\n")));

    [Fact]
    public void GitHub_as_it_was()
    {
        var thread = Samples.Read(CopiedSites.GitHubBefore);

        Assert.Equal("Maps are slow #12", thread.Title);
        Assert.Equal(["ada: It takes a minute.", "ada: 1.2.", "cy: It is still slow."], Told(thread).Where(post => !post.StartsWith("bo-li", StringComparison.Ordinal)));
        Assert.Equal(["2021-03-04", "2021-03-05", "2021-03-05", null], thread.Posts.Select(post => post.CreatedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Lemmy_has_pictures_with_names_between_the_author_and_the_time()
    {
        var thread = Samples.Read(CopiedSites.Lemmy);

        Assert.Equal(["ada", "bo", "Ada", "cy"], thread.Posts.Select(post => post.Author.Name));
        Assert.StartsWith("Which people do you mean?", thread.Posts[1].Body, StringComparison.Ordinal);
        Assert.Equal(("Those who read.", PostState.DeletedByAuthor), (thread.Posts[2].Body, thread.Posts[3].State));
    }
}
