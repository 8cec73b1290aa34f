using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>A place in a thread that a suggestion is about: a passage of a post, or the post's title.</summary>
/// <param name="Post">The post's key.</param>
/// <param name="Start">Where the passage begins in its body, in UTF-16 units; null for the title.</param>
/// <param name="Length">How long it is; 0 for the title.</param>
/// <param name="Text">The words.</param>
public sealed record TargetPassage(string Post, int? Start, int Length, string Text);

/// <summary>Chooses which of another person's words a sentence answers: those it quotes, else those that are claims, alike in their rare words, and near.</summary>
internal sealed class TargetChoice
{
    private const double ReplyWeight = 0.19, SentenceWeight = 0.15, ClaimWeight = 0.2, TitleBonus = 1.0, QuotedBonus = 0.6, TakesUpTitle = 0.15, ShareReworded = 0.75;
    private const int MostAbove = 5, LeastWords = 5, MostOfName = 4, MostOfGreeting = 2, LongQuote = 60;

    private static readonly string[] NoClaim = ["@short", "@header"];

    private readonly ForumThread thread;
    private readonly List<Sentence>[] sentences;
    private readonly Dictionary<string, int> indexOf;
    private readonly RareWords rare;
    private readonly WordSet ofPost = new(), ofSentence = new(), ofQuote = new();
    private readonly bool isGuessed;
    private readonly Dictionary<(int Post, int Quote), TargetPassage?> passages = [];
    private readonly Dictionary<(int Post, int Quote), TargetPassage> claims = [];
    private readonly List<List<Sentence>>?[] answers;
    private readonly (int Start, int End)?[] ends;
    private int lastPost = -1;

    internal TargetChoice(ForumThread thread, List<Sentence>[] sentences)
    {
        (this.thread, this.sentences) = (thread, sentences);
        isGuessed = thread.Posts.All(post => post.ParentFrom is ParentFrom.None or ParentFrom.Quote or ParentFrom.Guessed);
        indexOf = Enumerable.Range(0, thread.Posts.Count).ToDictionary(index => thread.Posts[index].Id, StringComparer.Ordinal);
        rare = new RareWords(sentences.SelectMany(own => own));
        (answers, ends) = (new List<List<Sentence>>?[sentences.Length], new (int, int)?[sentences.Length]);
    }

    /// <summary>The words of a text by their numbers.</summary>
    internal int[] WordsOf(string text) => rare.Of(text);

    /// <summary>How alike a sentence is to other words, by the rare words that both have, from 0 to 1.</summary>
    internal double Alike(Sentence sentence, int[] words)
    {
        ofSentence.Hold(sentence.Words);
        return rare.Alike(words, ofSentence);
    }

    /// <summary>Marks the sentences that are alike to the thread's title.</summary>
    internal void MarkTitled()
    {
        if (thread.Posts.Count == 0 || thread.Posts[0].Title is not { Length: > 0 } title)
        {
            return;
        }

        ofPost.Hold(rare.Of(title));
        foreach (var sentence in sentences.SelectMany(own => own).Where(sentence => !sentence.IsQuoted && !sentence.Places.Contains("@short") && rare.Alike(sentence.Words, ofPost) > TakesUpTitle))
        {
            sentence.Places.Add("@titled");
        }
    }

    internal ThreadPost Post(string id) => thread.Posts[indexOf[id]];

    /// <summary>The post that a post answers. Where pasted text does not say, what somebody else writes is taken for an answer to how the thread begins.</summary>
    internal int? ParentOf(int post) =>
        thread.Posts[post].ParentId is { } parent ? indexOf[parent]
        : isGuessed && post > 0 && thread.Posts[post].Author.Name is { } name && thread.Posts[0].Author.Name is { } first && !PostAuthor.AreSame(name, first) ? 0
        : null;

    /// <summary>The passage that a sentence answers, and whether a quote says so; null when it answers nobody.</summary>
    internal (TargetPassage Target, bool IsQuoted)? Of(Sentence sentence)
    {
        if (PassageOf(sentence.Post, sentence.AfterQuote) is { } quoted)
        {
            return (quoted, true);
        }

        return ParentOf(sentence.Post) is { } parent && Likeliest(sentence, parent) is { } target ? (target, false) : null;
    }

    /// <summary>
    /// The words that a quote was taken from: where they were found, else the sentence of a post above that is nearly the same; null when there is none. Nothing is taken from a long one, or from all that
    /// somebody wrote, with no answer below it, as mail programs put it under every answer.
    /// </summary>
    internal TargetPassage? PassageOf(int post, int quote) =>
        quote < 0 || thread.Posts[post].Quotes[quote].State == QuoteState.Ambiguous ? null
            : passages.TryGetValue((post, quote), out var known) ? known : passages[(post, quote)] = Passage(post, thread.Posts[post].Quotes[quote], quote);

    /// <summary>
    /// What a quote gives a map: the words it was taken from without greeting and name, and of more than anybody would put into one node the sentence that the answer below takes up most.
    /// </summary>
    internal TargetPassage? ClaimOf(int post, int quote) =>
        PassageOf(post, quote) is not { Start: { } start } passage ? null
            : claims.TryGetValue((post, quote), out var known) ? known
            : claims[(post, quote)] = (IsLong(thread.Posts[post].Quotes[quote]) ? TakenUp(passage, Answers(post, quote)) : null) ?? Said(indexOf[passage.Post], start, passage.Length);

    /// <summary>A passage without the short lines at its ends: greetings, names, and whom it quotes in turn.</summary>
    internal TargetPassage Said(int post, int start, int length)
    {
        var within = Sentences.Touching(sentences[post], start, start + length).FindAll(sentence => sentence.Start >= start && sentence.Start + sentence.Length <= start + length);
        var (first, last) = (within.FindIndex(IsSaid), within.FindLastIndex(IsSaid));
        var from = first > 0 && within[first - 1].Line != within[first].Line ? within[first].Start : start;
        var until = last >= 0 && last < within.Count - 1 && within[last + 1].Line != within[last].Line ? within[last].Start + within[last].Length : start + length;
        return new(thread.Posts[post].Id, from, until - from, thread.Posts[post].Body[from..until]);
    }

    /// <summary>Whether a quote is more than anybody would put into one node.</summary>
    internal static bool IsLong(PostQuote quote) => quote.Text.AsSpan().Count(' ') + quote.Text.AsSpan().Count('\n') >= LongQuote;

    private TargetPassage? Passage(int post, PostQuote quote, int number)
    {
        var isAnswered = Answers(post, number).Count > 0;
        return IsLong(quote) && !isAnswered ? null
            : quote is not { PostId: { } source, PassageStart: { } start, PassageLength: { } length } ? Reworded(post, quote.Text)
            : isAnswered || !IsAll(indexOf[source], start, length) ? new TargetPassage(source, start, length, thread.Posts[indexOf[source]].Body.Substring(start, length))
            : null;
    }

    /// <summary>Whether a passage has all of several sentences that somebody wrote.</summary>
    private bool IsAll(int post, int start, int length)
    {
        var (first, end) = ends[post] ??= sentences[post].FindAll(sentence => !sentence.IsQuoted && IsSaid(sentence)) is { Count: > 1 } said ? (said[0].Start, said[^1].Start + said[^1].Length) : (-1, int.MaxValue);
        return first >= start && end <= start + length;
    }

    /// <summary>Whether nobody wrote a passage for the debate.</summary>
    internal bool IsFurniture(TargetPassage passage) =>
        passage.Start is { } start && Sentences.Touching(sentences[indexOf[passage.Post]], start, start + passage.Length) is { Count: > 0 } within && within.TrueForAll(sentence => sentence.Has("furniture"));

    private static bool IsSaid(Sentence sentence) =>
        !sentence.Plain.EndsWith(':') && sentence.Plain.AsSpan().Count(' ') + 1 is var words && (words > MostOfName || (words > MostOfGreeting && sentence.Plain[^1] is '.' or '!' or '?'));

    /// <summary>The paragraph that follows a quote; further quotes may stand between.</summary>
    private List<Sentence> Answers(int post, int quote)
    {
        var own = answers[post] ??= [.. sentences[post].Where(sentence => sentence.AfterQuote >= 0).GroupBy(sentence => sentence.AfterQuote).Select(group => group.ToList())];
        var first = Sentences.FirstIndex(own, answer => answer[^1].Start > thread.Posts[post].Quotes[quote].Start);
        return first < own.Count ? own[first] : [];
    }

    private TargetPassage? TakenUp(TargetPassage passage, List<Sentence> answer)
    {
        ofQuote.Hold([.. answer.SelectMany(sentence => sentence.Words)]);
        return passage.Start is not { } start ? null : Sentences.Touching(sentences[indexOf[passage.Post]], start, start + passage.Length).Where(sentence => !sentence.IsQuoted && !sentence.Places.Overlaps(NoClaim) && sentence.Start >= start && sentence.Start + sentence.Length <= start + passage.Length)
            .MaxBy(sentence => (ReplyWeight * rare.Common(ofQuote, sentence.Words)) + (ClaimWeight * LogOdds(sentence.Claim))) is { } taken ? PassageOf(taken) : null;
    }

    private TargetPassage PassageOf(Sentence sentence) => new(thread.Posts[sentence.Post].Id, sentence.Start, sentence.Length, sentence.Text);

    private TargetPassage? Reworded(int post, string text)
    {
        ofQuote.Hold(rare.Of(text));
        (double Weight, Sentence Sentence)? best = null;
        var steps = 0;
        for (var above = ParentOf(post); above is { } index && steps < MostAbove; above = ParentOf(index), steps++)
        {
            foreach (var sentence in sentences[index].Where(sentence => !sentence.IsQuoted && sentence.Words.Length >= LeastWords))
            {
                var (own, common) = (rare.Weight(sentence.Words), rare.Common(ofQuote, sentence.Words));
                if (common * common >= ShareReworded * own && (best is null || own > best.Value.Weight))
                {
                    best = (own, sentence);
                }
            }
        }

        return best is { Sentence: var found } ? PassageOf(found) : null;
    }

    private TargetPassage? Likeliest(Sentence sentence, int parent)
    {
        HoldWords(sentence);
        (double Worth, TargetPassage? Passage, Sentence? Sentence) best = (double.NegativeInfinity, null, null);
        foreach (var candidate in sentences[parent].Where(candidate => !candidate.IsQuoted))
        {
            Weigh(null, candidate, candidate.Words, ClaimWeight * LogOdds(candidate.Claim));
        }

        // Further down a quote may still be what is answered.
        if (PassageOf(sentence.Post, sentence.LastQuote) is { } quoted)
        {
            Weigh(quoted, null, rare.Of(quoted.Text), QuotedBonus);
        }

        if (thread.Posts[parent].Title is { Length: > 0 } title)
        {
            Weigh(new TargetPassage(thread.Posts[parent].Id, null, 0, title), null, rare.Of(title), TitleBonus);
        }

        return best.Passage ?? (best.Sentence is null ? null : PassageOf(best.Sentence));

        void Weigh(TargetPassage? passage, Sentence? candidate, int[] theirs, double bonus)
        {
            var worth = (ReplyWeight * rare.Common(ofPost, theirs)) + (SentenceWeight * rare.Common(ofSentence, theirs)) + bonus;
            best = worth > best.Worth ? (worth, passage, candidate) : best;
        }
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>Keeps the words of a sentence at hand, and those of all that its post says itself.</summary>
    private void HoldWords(Sentence sentence)
    {
        ofSentence.Hold(sentence.Words);
        if (lastPost != sentence.Post)
        {
            ofPost.Hold([.. sentences[sentence.Post].Where(own => !own.IsQuoted).SelectMany(own => own.Words)]);
            lastPost = sentence.Post;
        }
    }
}
