using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("First block.\nStill first.\n\n> A quote.\n\nAn answer.")]
    [InlineData("Three things are needed:\n\n- a map\n\n- a reader\n\n  who reads\n\nNone of them is here.")]
    [InlineData("It runs like this:\n\n    run maps\n\n    draw them\n\nThat is all.")]
    [InlineData("Before the pause.\n\n---\n\nAfter the pause.")]
    [InlineData("I was there.\n\nBerlin, 4 March 2021\n\nIt rained.")]
    [InlineData("Premises:\n\nMaps help.\n\nConclusion:\n\nDraw one.")]
    public void One_comment_of_several_paragraphs_is_one_post(string text)
    {
        var thread = Samples.Read(text);

        Assert.Equal([text], thread.Posts.Select(post => post.Body));
        Assert.Equal(AuthorState.Unknown, thread.Posts[0].Author.State);
    }

    [Theory]
    [InlineData("Maps help.\n\n---\n\nNo.\n\nNever.\n\n---\n\nWhy?", 3)]
    [InlineData("Maps help.\n\n______________\n\nNo.\n\nNever.", 2)]
    public void Rules_part_posts(string text, int posts) => Assert.Equal(posts, Samples.Read(text).Report.Posts);

    [Fact]
    public void Blocks_set_in_ever_deeper_answer_each_other()
    {
        var thread = Samples.Read("Maps help.\n\n  No.\n\n    Why not?\n\n  Sometimes.\n\nI agree.");

        Assert.Equal(["Maps help.", "No.", "Why not?", "Sometimes.", "I agree."], thread.Posts.Select(post => post.Body));
        Assert.Equal([null, 0, 1, 0, null], thread.Posts.Select(post => post.ParentId is { } parent ? thread.Posts.ToList().FindIndex(other => other.Id == parent) : (int?)null));
    }

    [Fact]
    public void A_name_over_a_time_begins_a_post()
    {
        var thread = Samples.Read("Ada Lovelace\n4 March 2021, 10:02\n\nMaps help.\n\nThey do.\n\nBo\n• 3 hours ago\nNo.");

        Assert.Equal([("Ada Lovelace", "Maps help.\n\nThey do."), ("Bo", "No.")], thread.Posts.Select(post => (post.Author.Name, post.Body)));
    }

    [Fact]
    public void A_name_behind_the_mark_that_folds_its_comment_may_have_its_time_below_and_letters_that_look_like_one()
    {
        var thread = Samples.Read("Do maps help?\nby Ada\n3rd Sep 2026\n\nI think they do.\n\n[-]Bram V.\n2mo\n36\n\nNo.\n\nReply\n[-]Ada\n2mo\n12\n\nWhy not?\n\nReply\n[-]Bram V.\n2mo\n4\n\nThey are drawn by people.\n\nReply");

        Assert.Equal([("Bram V.", "No."), ("Ada", "Why not?"), ("Bram V.", "They are drawn by people.")], thread.Posts.TakeLast(3).Select(post => (post.Author.Name, post.Body)));
    }

    [Fact]
    public void The_subject_over_a_post_is_no_part_of_the_one_before_it_where_no_profile_is_copied()
    {
        const string Subject = "Do maps help?";

        var thread = Samples.Read($"{Subject}\n3 posts • Page 1 of 1\n\n{Subject}\nPost by Ada » Mon Mar 04, 2019 9:21 pm\n\nI think they do.\nTop\n\nRe: {Subject}\nPost by Bo » Mon Mar 04, 2019 10:21 pm\n\nNo.\nTop\n\nRe: {Subject}\nPost by Ada » Tue Mar 05, 2019 9:21 am\n\nWhy not?\nTop\n");

        Assert.Equal(Subject, thread.Title);
        Assert.Equal([("Ada", "I think they do."), ("Bo", "No."), ("Ada", "Why not?")], thread.Posts.Select(post => (post.Author.Name, post.Body)));
    }
}
