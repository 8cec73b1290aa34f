using ArgMap.Server.Sources;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>What a source probably is, from where it is and what is said of it.</summary>
internal static class SuggestedMedium
{
    private static readonly (string Host, Medium Medium)[] Hosts =
    [
        ("youtube.com", Medium.Talk), ("youtu.be", Medium.Talk), ("vimeo.com", Medium.Talk), ("arxiv.org", Medium.Paper), ("doi.org", Medium.Paper), ("ssrn.com", Medium.Paper), ("jstor.org", Medium.Paper),
        ("openreview.net", Medium.Paper), ("nature.com", Medium.Paper), ("lesswrong.com", Medium.ForumPost), ("alignmentforum.org", Medium.ForumPost), ("effectivealtruism.org", Medium.ForumPost),
        ("greaterwrong.com", Medium.ForumPost), ("reddit.com", Medium.CommentThread), ("news.ycombinator.com", Medium.CommentThread), ("spotify.com", Medium.Podcast), ("podcasts.apple.com", Medium.Podcast),
        ("goodreads.com", Medium.Book), ("books.google.com", Medium.Book),
    ];

    private static readonly (string Word, Medium Medium)[] Words =
    [
        ("original talk", Medium.Talk), ("podcast", Medium.Podcast), ("transcript of", Medium.Transcript), ("paper", Medium.Paper), ("study", Medium.Paper), ("analysis", Medium.Analysis), ("video", Medium.Talk),
        ("talk", Medium.Talk), ("lecture", Medium.Talk), ("book", Medium.Book), ("transcript", Medium.Transcript), ("post", Medium.ForumPost),
    ];

    /// <summary>The medium.</summary>
    internal static Medium Of(string? address, string words)
    {
        if (address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            foreach (var (host, medium) in Hosts)
            {
                if (uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
                {
                    return medium;
                }
            }
        }

        return Array.Find(Words, known => words.Contains(known.Word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } found ? found.Medium : Medium.Other;
    }
}
