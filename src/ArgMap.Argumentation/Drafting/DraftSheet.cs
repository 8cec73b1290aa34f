using ArgMap.Argumentation.Threads;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Drafting;

/// <summary>The suggestions made so far: no sentence is suggested twice, and the same words in two places are one suggestion.</summary>
internal sealed class DraftSheet(ForumThread thread, List<Sentence>[] sentences)
{
    private const double Same = 0.5;
    private const int LongestWhole = 400;

    private readonly List<Suggestion> suggestions = [];
    private readonly Dictionary<Sentence, int> takenBy = [];
    private readonly Dictionary<int, List<DraftPassage>> again = [];
    private readonly Dictionary<string, int> byWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> indexOf = Enumerable.Range(0, thread.Posts.Count).ToDictionary(index => thread.Posts[index].Id, StringComparer.Ordinal);

    internal bool IsTaken(Sentence sentence) => takenBy.ContainsKey(sentence);

    internal void Take(Sentence sentence)
    {
        takenBy[sentence] = suggestions.Count;
        byWords.TryAdd(Key(sentence.Text), suggestions.Count);
    }

    /// <summary>Whether the very words are suggested already; this place is noted there.</summary>
    internal bool Repeats(Sentence sentence)
    {
        if (!byWords.TryGetValue(Key(sentence.Text), out var number))
        {
            return false;
        }

        takenBy[sentence] = number;
        (again.TryGetValue(number, out var places) ? places : again[number] = []).Add(Passage(sentence));
        return true;
    }

    internal SuggestedTarget Add(Sentence sentence, SuggestionKind kind, IReadOnlyList<SuggestionKind> instead, string role, double rank, SuggestedTarget? target, SuggestedCredence? credence = null)
    {
        var cue = Weighing.Strongest(sentence, cue => cue.Role == role ? 10 : kind switch { SuggestionKind.Support => cue.Support, SuggestionKind.Objection => Math.Max(cue.Claim, cue.Objection), _ => cue.Claim });
        var reasons = sentence.Cues.Where(other => other.Role == role || (kind == SuggestionKind.Support ? other.Support : Math.Max(other.Claim, kind == SuggestionKind.Objection ? other.Objection : 0)) > 0.15).Select(other => other.Reason).Distinct(StringComparer.Ordinal).Take(3).ToList();
        var reason = (reasons.Count > 0 ? $"It {string.Join(", ", reasons)}." : "Sentences like it are often worth a node.")
            + (kind == SuggestionKind.Objection ? " What answers another person mostly objects." : "");
        return Made(new Suggestion { Number = suggestions.Count + 1, Kind = kind, Instead = instead, Passages = [Passage(sentence)], Cue = cue?.Name ?? "structure", Reason = reason, Rank = Rounded(rank), IsCourtesy = sentence.Has("courtesy"), Target = target, Credence = credence }, [sentence]);
    }

    /// <summary>"I could change my mind" right after a view says how firm that is.</summary>
    /// <returns>False when no view stands before it.</returns>
    internal bool MakesTentative(Sentence sentence)
    {
        var own = sentences[sentence.Post];
        var at = own.IndexOf(sentence);
        if (at < 1 || !takenBy.TryGetValue(own[at - 1], out var number) || suggestions[number - 1] is not { Kind: SuggestionKind.View, Credence: { } credence } view)
        {
            return false;
        }

        suggestions[number - 1] = view with { Credence = credence with { IsTentative = true }, Reason = $"{view.Reason} The next sentence says that it could change." };
        takenBy[sentence] = number;
        byWords.TryAdd(Key(sentence.Text), number);
        return true;
    }

    internal void AddStep(Sentence header, List<Sentence> items, SuggestedTarget? target) =>
        Made(new Suggestion
        {
            Number = suggestions.Count + 1,
            Kind = SuggestionKind.Prerequisites,
            Instead = [SuggestionKind.Support, SuggestionKind.Claim],
            Passages = [.. items.Select(Passage)],
            Header = Passage(header),
            Cue = "prerequisites",
            Reason = $"“{header.Plain}” announces a list of {items.Count}: one step with {items.Count} linked premises.",
            Rank = 0.92,
            Target = target,
        }, [header, .. items]);

    /// <summary>A quoted passage. Where a sentence of it is suggested already, that suggestion gains in rank.</summary>
    internal SuggestedTarget AddQuoted(DraftPassage passage, string reason, double rank)
    {
        var target = new TargetPassage(passage.Post, passage.Start, passage.Length, passage.Text);
        passage = Whole(passage);
        if (Overlapping(passage.Post, passage.Start, passage.Length) is { } number)
        {
            suggestions[number - 1] = suggestions[number - 1] with { Rank = Math.Max(suggestions[number - 1].Rank, rank) };
            return new SuggestedTarget(number, target, reason);
        }

        var within = Touching(passage.Post, passage.Start, passage.Length).FindAll(sentence => Covers(passage.Start, passage.Length, sentence));
        return Made(new Suggestion { Number = suggestions.Count + 1, Kind = SuggestionKind.Claim, Instead = [SuggestionKind.Question, SuggestionKind.Support], Passages = [passage], Cue = "quote", Reason = reason, Rank = rank, IsCourtesy = within.Count > 0 && within.TrueForAll(sentence => sentence.Has("courtesy")) }, within) with { Because = reason };
    }

    /// <summary>People quote parts of sentences; what stands in a map is whole.</summary>
    private DraftPassage Whole(DraftPassage passage)
    {
        var end = passage.Start + passage.Length;
        var touched = Touching(passage.Post, passage.Start, passage.Length).FindAll(sentence => !sentence.IsQuoted);
        if (touched.Count == 0)
        {
            return passage;
        }

        var (from, until) = (Math.Min(passage.Start, touched[0].Start), Math.Max(end, touched[^1].Start + touched[^1].Length));
        return until - from is var length && length > passage.Length && length <= LongestWhole
            ? passage with { Start = from, Length = length, Text = thread.Posts[indexOf[passage.Post]].Body.Substring(from, length) }
            : passage;
    }

    /// <summary>The first sentence that a suggestion was made of; null when it was made of none that stands in its post's own words.</summary>
    internal Sentence? FirstSentenceOf(int number) =>
        suggestions[number - 1] is { Cue: "quote", Passages: [var passage] } ? Touching(passage.Post, passage.Start, passage.Length).Find(sentence => !sentence.IsQuoted && takenBy.GetValueOrDefault(sentence) == number) : null;

    /// <summary>Says what the words of a suggestion answer, and what they are to it.</summary>
    internal void Answers(int number, SuggestionKind kind, SuggestedTarget? target)
    {
        if (target?.Suggestion == number)
        {
            return;
        }

        SuggestionKind[] others = kind == SuggestionKind.Objection ? [SuggestionKind.Claim, SuggestionKind.Question] : kind == SuggestionKind.Question ? [SuggestionKind.Claim, SuggestionKind.Objection] : [SuggestionKind.Question, SuggestionKind.Support];
        suggestions[number - 1] = suggestions[number - 1] with { Kind = kind, Instead = others, Target = target };
    }

    internal void AddSource(Sentence sentence, string? address, SuggestedTarget? request) =>
        Made(Source(Passage(sentence), address, request, sentence.Cues.Find(cue => cue.Role == "source")?.Name ?? "link"), [sentence]);

    /// <summary>A source that a post links to.</summary>
    /// <param name="post">The post's number.</param>
    /// <param name="at">Where the address stands in it; negative where it stands nowhere.</param>
    /// <param name="address">The address.</param>
    internal void AddSource(int post, int at, string address) =>
        Made(Source(new DraftPassage(thread.Posts[post].Id, Math.Max(0, at), at < 0 ? 0 : address.Length, at < 0 ? "" : address), address, null, "link"), []);

    /// <summary>A passage as a target, with the suggestion that is made for it.</summary>
    internal SuggestedTarget TargetFor(TargetPassage passage, string because) =>
        new(passage.Start is { } start ? Overlapping(passage.Post, start, passage.Length) : null, passage, because);

    internal ThreadDraft Finished()
    {
        AimAtLaterOnes();
        var posts = suggestions.SelectMany(suggestion => suggestion.Passages).Select(passage => passage.Post).ToHashSet(StringComparer.Ordinal);
        return new ThreadDraft(
            [.. suggestions.Select(suggestion => again.TryGetValue(suggestion.Number, out var places) ? suggestion with { Again = places } : suggestion).OrderByDescending(suggestion => suggestion.Rank).ThenBy(suggestion => suggestion.Number)],
            thread.Posts.Count,
            sentences.Sum(own => own.Count(sentence => !sentence.IsQuoted)),
            [.. thread.Posts.Where(post => !posts.Contains(post.Id)).Select(post => post.Id)]);
    }

    /// <summary>What was no suggestion when something was found to answer it may have become one since.</summary>
    private void AimAtLaterOnes()
    {
        for (var index = 0; index < suggestions.Count; index++)
        {
            if (suggestions[index].Target is { Suggestion: null, Passage: { Start: { } start } passage } target && Overlapping(passage.Post, start, passage.Length) is { } number && !LeadsTo(number, index + 1))
            {
                suggestions[index] = suggestions[index] with { Target = target with { Suggestion = number } };
            }
        }
    }

    private bool LeadsTo(int from, int number)
    {
        var seen = new HashSet<int>();
        for (int? at = from; at is { } next && seen.Add(next); at = suggestions[next - 1].Target?.Suggestion)
        {
            if (next == number)
            {
                return true;
            }
        }

        return false;
    }

    private static Suggestion Source(DraftPassage passage, string? address, SuggestedTarget? request, string cue) => new()
    {
        Number = 0,
        Kind = SuggestionKind.Source,
        Passages = [passage],
        Cue = cue,
        Reason = (address is null ? "It points to a source; the text has lost the address." : "It links to a source: a source is attached to what it is given for, and is no node.") + (request is null ? "" : " It comes after a request for one."),
        Rank = request is null ? 0.55 : 0.7,
        Target = request,
        Address = address,
    };

    private SuggestedTarget Made(Suggestion suggestion, List<Sentence> from)
    {
        var number = suggestions.Count + 1;
        suggestions.Add(suggestion with { Number = number });
        foreach (var sentence in from)
        {
            // "Best regards" among what was quoted does not repeat it elsewhere.
            if (takenBy.TryAdd(sentence, number) && (from.Count == 1 || !sentence.Places.Contains("@short")))
            {
                byWords.TryAdd(Key(sentence.Text), number);
            }
        }

        var passage = suggestion.Header ?? suggestion.Passages[0];
        return new SuggestedTarget(number, new TargetPassage(passage.Post, passage.Start, passage.Length, passage.Text), "It stands before it in the same text.");
    }

    private int? Overlapping(string post, int start, int length)
    {
        foreach (var sentence in Touching(post, start, length))
        {
            if (Covers(start, length, sentence) && takenBy.TryGetValue(sentence, out var number))
            {
                return number;
            }
        }

        return null;
    }

    private List<Sentence> Touching(string post, int start, int length) => Sentences.Touching(sentences[indexOf[post]], start, start + length);

    private static bool Covers(int start, int length, Sentence sentence) =>
        Math.Min(start + length, sentence.Start + sentence.Length) - Math.Max(start, sentence.Start) is var common && common > Math.Min(sentence.Length, length) * Same;

    private DraftPassage Passage(Sentence sentence) => new(thread.Posts[sentence.Post].Id, sentence.Start, sentence.Length, sentence.Text);

    private static string Key(string text) => UnmarkedText.Fold(text, byLetters: true).Text;

    private static double Rounded(double rank) => Math.Round(rank, 3);
}
