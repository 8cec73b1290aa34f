using ArgMap.Argumentation.Threads;

namespace ArgMap.Server.Threads.Debate;

/// <summary>The plain words for what is known of a post.</summary>
internal static class PostWords
{
    /// <summary>Who wrote it, as far as that is known.</summary>
    public static string Author(PostView post) => post.AuthorName ?? post.AuthorState switch
    {
        AuthorState.Deleted => "a deleted account",
        AuthorState.Hidden => "a hidden name",
        _ => "somebody",
    };

    /// <summary>Whether it can still be read on the forum; null for a post like any other.</summary>
    public static string? State(PostView post) => post.State switch
    {
        PostState.DeletedByAuthor => "deleted by its author",
        PostState.RemovedByModerator => "removed by a moderator",
        PostState.Deleted => "deleted",
        PostState.Hidden => "hidden on the forum",
        PostState.Retracted => "taken back by its author",
        _ => post.IsVanished ? "no longer on the forum" : null,
    };

    /// <summary>What stands in place of words that are not there.</summary>
    public static string Empty(PostView post) => post.State switch
    {
        PostState.DeletedByAuthor => "Its author deleted this post, and the forum has not kept what it said.",
        PostState.RemovedByModerator => "A moderator removed this post, and the forum does not show what it said.",
        PostState.Deleted => "This post was deleted, and the forum has not kept what it said.",
        PostState.Hidden => "The forum hides this post.",
        PostState.Retracted => "Its author took this post back.",
        _ => "This post has no words.",
    };

    /// <summary>A score with its noun.</summary>
    public static string Score(int score) => score is 1 or -1 ? $"{Signed(score)} point" : $"{Signed(score)} points";

    private static string Signed(int score) => score < 0 ? $"−{-(long)score}" : score.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
