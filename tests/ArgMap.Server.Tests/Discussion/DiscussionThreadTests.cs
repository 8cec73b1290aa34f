using ArgMap.Server.Database;
using ArgMap.Server.Discussion;

namespace ArgMap.Server.Tests.Discussion;

public sealed class DiscussionThreadTests
{
    private static readonly Thing About = new(ThingKind.Node, 1);

    [Fact]
    public void Replies_stand_under_what_they_reply_to_oldest_first()
    {
        var thread = Thread((1, null), (2, 1), (3, null), (4, 1), (5, 2));

        Assert.Equal([(1, 0), (2, 1), (5, 2), (4, 1), (3, 0)], thread.Comments.Select(placed => (placed.Comment.Number, placed.Depth)));
        Assert.Equal([1, 3], thread.Top.Select(placed => placed.Comment.Number));
        Assert.Equal([2, 4], thread.Top[0].Under.Select(placed => placed.Comment.Number));
    }

    [Fact]
    public void Very_deep_threads_are_shown_as_deep_as_a_page_has_room_and_in_reading_order()
    {
        const int Length = 50_000;
        var thread = Thread([.. Enumerable.Range(1, Length).Select(number => (number, number == 1 ? null : (int?)number - 1))]);

        var nested = 0;
        var list = thread.Top;
        for (; list.Count == 1; list = list[0].Under)
        {
            nested++;
        }

        Assert.Equal(DiscussionThread.MaxShownDepth, nested);
        Assert.Equal(Length - DiscussionThread.MaxShownDepth, list.Count);
        Assert.Equal(Enumerable.Range(DiscussionThread.MaxShownDepth + 1, list.Count), list.Select(placed => placed.Comment.Number));
        Assert.Equal(Length - 1, list[^1].Depth);
    }

    [Fact]
    public void Beyond_that_depth_each_reply_still_follows_what_it_replies_to()
    {
        var chain = Enumerable.Range(1, DiscussionThread.MaxShownDepth + 1).Select(number => (number, number == 1 ? null : (int?)number - 1));
        var last = DiscussionThread.MaxShownDepth + 1;

        var thread = Thread([.. chain, (100, last), (101, last), (102, 100)]);

        Assert.Equal([last, 100, 102, 101], thread.Comments.Select(placed => placed.Comment.Number).SkipWhile(number => number < last));
        Assert.Equal(last + 3, thread.Comments.Count);
    }

    [Fact]
    public void The_path_to_a_comment_is_what_must_be_unfolded_to_see_it()
    {
        var thread = Thread((1, null), (2, 1), (3, 2), (4, 1));

        Assert.Equal([1, 2, 3], thread.PathTo(3).Order());
        Assert.Empty(thread.PathTo(77));
    }

    private static DiscussionThread Thread(params (int Number, int? ReplyTo)[] comments) =>
        DiscussionThread.Of(
            About,
            [.. comments.Select(comment => new CommentView(comment.Number, About, comment.ReplyTo, "Said.", Guid.Empty, "Ada", 1, default, default))],
            [],
            null);
}
