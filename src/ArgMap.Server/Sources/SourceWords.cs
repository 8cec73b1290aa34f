using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>The plain words for media.</summary>
public static class MediumWords
{
    public static string For(Medium medium) => medium switch
    {
        Medium.ForumPost => "forum post",
        Medium.CommentThread => "comment thread",
        Medium.Paper => "paper",
        Medium.Talk => "talk",
        Medium.Transcript => "transcript",
        Medium.Podcast => "podcast",
        Medium.Book => "book",
        Medium.Analysis => "analysis",
        Medium.Other => "other source",
        _ => throw new ArgumentOutOfRangeException(nameof(medium), medium, "There is no word for this medium."),
    };
}

/// <summary>The plain words for relations between sources, read either way.</summary>
public static class SourceLinkWords
{
    /// <summary>From the first source to the second: "is a transcript of".</summary>
    public static string Forward(SourceLinkKind kind) => kind switch
    {
        SourceLinkKind.TranscriptOf => "is a transcript of",
        SourceLinkKind.RespondsTo => "responds to",
        SourceLinkKind.Narrates => "narrates",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for this kind of relation."),
    };

    /// <summary>From the second source to the first: "is transcribed in".</summary>
    public static string Backward(SourceLinkKind kind) => kind switch
    {
        SourceLinkKind.TranscriptOf => "is transcribed in",
        SourceLinkKind.RespondsTo => "is answered by",
        SourceLinkKind.Narrates => "is narrated in",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for this kind of relation."),
    };
}

/// <summary>What following a source asks of a reader.</summary>
public static class SourceLength
{
    /// <summary>"62 min" when somebody said so, else "about 5 min to read" or "about 12 hours to read" from the words, else null.</summary>
    /// <param name="minutes">Minutes to hear, watch or read, when known.</param>
    /// <param name="words">Words, when known.</param>
    public static string? InWords(int? minutes, int? words) => (minutes, words) switch
    {
        ({ } known, _) => string.Create(CultureInfo.InvariantCulture, $"{known:N0} min"),
        (null, { } count) => $"about {Long(ReadingTime.Minutes(count))} to read",
        _ => null,
    };

    // Of whole archives nobody counts the minutes.
    private static string Long(int minutes) => minutes < 300 ? string.Create(CultureInfo.InvariantCulture, $"{minutes:N0} min") : $"{Plural.Count((int)Math.Round(minutes / 60.0))} hours";
}
