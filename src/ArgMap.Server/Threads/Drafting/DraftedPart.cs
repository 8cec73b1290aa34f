using ArgMap.Argumentation.Threads;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>How much of a thread is drafted from. Drafting holds every sentence in memory, so of a thread as long as twenty books only the beginning is gone through.</summary>
internal static class DraftedPart
{
    /// <summary>The most characters of posts that suggestions are made of: about ten thousand posts of a forum.</summary>
    public const int MostCharacters = 5_000_000;

    /// <summary>The thread, or as many of its posts as are drafted from. Parents come before what answers them, so none is missing.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="most">The most characters.</param>
    public static ForumThread Of(ForumThread thread, int most = MostCharacters)
    {
        var (posts, characters) = (0, 0L);
        while (posts < thread.Posts.Count && (characters += thread.Posts[posts].Body.Length) <= most)
        {
            posts++;
        }

        if (posts == thread.Posts.Count)
        {
            return thread;
        }

        var kept = thread.Posts.Take(posts).Select(post => post.Id).ToHashSet(StringComparer.Ordinal);
        return thread with { Posts = [.. thread.Posts.Take(posts).Select(post => post with { Quotes = [.. post.Quotes.Select(Kept)] })] };

        // A passage further down is as good as one that is not there.
        PostQuote Kept(PostQuote quote) => quote.PostId is { } id && !kept.Contains(id) ? quote with { State = QuoteState.SourceMissing, PostId = null, PassageStart = null, PassageLength = null } : quote;
    }
}
