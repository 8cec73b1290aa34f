using ArgMap.Argumentation.Citations;
using ArgMap.Server.Database;

namespace ArgMap.Server.Threads.Debate;

/// <summary>A passage of a post that something of the map cites, as it stands in the post now.</summary>
/// <param name="Citation">The citation's number.</param>
/// <param name="Post">The post.</param>
/// <param name="About">What cites it.</param>
/// <param name="State">What became of the words.</param>
/// <param name="Start">Where they begin in the post's body, in UTF-16 units; null when orphaned.</param>
/// <param name="Length">How long they are there.</param>
/// <param name="Exact">The words as they were cited.</param>
public sealed record PassageView(int Citation, int Post, Thing About, AnchorState State, int? Start, int Length, string Exact);

/// <summary>A post that is not on the page itself, but that one of its posts answers.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Parent">The post that it answers itself, or null.</param>
/// <param name="AuthorName">Who wrote it, or null.</param>
/// <param name="Beginning">How its body begins.</param>
public sealed record PostAbove(int Number, int? Parent, string? AuthorName, string Beginning);

/// <summary>How much of a thread has been dealt with.</summary>
/// <param name="Posts">All posts.</param>
/// <param name="Mapped">Posts that something in the map cites.</param>
/// <param name="Nothing">Posts that nothing cites, of which somebody said that there is nothing to map.</param>
/// <param name="Silent">Posts that nothing cites and that have no words: deleted ones, most of them.</param>
/// <param name="New">Posts that were added or changed since the reader's last visit.</param>
/// <param name="Uncertain">Cited passages that somebody has to look at, as their posts were changed.</param>
/// <param name="ChangedAt">When a post was last added or changed; null when there is none.</param>
public sealed record DebateCounts(int Posts, int Mapped, int Nothing, int Silent, int New, int Uncertain = 0, DateTimeOffset? ChangedAt = null)
{
    /// <summary>Posts that still wait for a reader.</summary>
    public int Left => Posts - Mapped - Nothing - Silent;
}
