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
    private const double ReplyWeight = 0.19, SentenceWeight = 0.15, ClaimWeight = 0.2, TitleBonus = 1.0, QuotedBonus = 0.6, TakesUpTitle = 0.15, SentencesBefore = 100, ShareOfCommon = 0.4, ShareReworded = 0.75;
    private const int MostAbove = 5, LeastWords = 5, MostOfName = 4, MostOfGreeting = 2, LongQuote = 60;

    private static readonly string[] NoClaim = ["@short", "@header"];

    // In a short thread nothing else tells them from rare words.
    private static readonly HashSet<string> EveryText = new(
        ("a an the and or but if so as of in on at to from for with by about into over after before than then that this these those it its it's is are was were be been being am i i'm i've me my we us our you you're your "
        + "he him his she her they them their there here what which who whom how when where why do does did doing done don't doesn't didn't have has had having not no nor can could will would should may might must can't cannot "
        + "just very really also even more most much many some any all each other such own same too only up down out off again because while both few that's isn't aren't wasn't won't wouldn't think one get got like").Split(' ').Select(Stem), StringComparer.Ordinal);

    private readonly ForumThread thread;
    private readonly List<Sentence>[] sentences;
    private readonly Dictionary<string, int> indexOf;
    private readonly Dictionary<string, int> frequency = new(StringComparer.Ordinal);
    private readonly Dictionary<Sentence, HashSet<string>> wordsOf = [];
    private readonly int count;
    private readonly bool isGuessed;
    private readonly Dictionary<(int Post, int Quote), TargetPassage?> passages = [];
    private readonly Dictionary<(int Post, int Quote), TargetPassage> claims = [];
    private (int Post, HashSet<string> Words) lastPost = (-1, []);

    internal TargetChoice(ForumThread thread, List<Sentence>[] sentences)
    {
        (this.thread, this.sentences) = (thread, sentences);
        isGuessed = thread.Posts.All(post => post.ParentFrom is ParentFrom.None or ParentFrom.Quote or ParentFrom.Guessed);
        indexOf = Enumerable.Range(0, thread.Posts.Count).ToDictionary(index => thread.Posts[index].Id, StringComparer.Ordinal);
        foreach (var sentence in sentences.SelectMany(own => own))
        {
            count++;
            foreach (var word in wordsOf[sentence] = Words(sentence.Plain))
            {
                frequency[word] = frequency.GetValueOrDefault(word) + 1;
            }
        }
    }

    /// <summary>How alike a sentence is to other words, by the rare words that both have, from 0 to 1.</summary>
    internal double Alike(Sentence sentence, string words) => Alike(wordsOf[sentence], Words(words));

    /// <summary>Marks the sentences that are alike to the thread's title.</summary>
    internal void MarkTitled()
    {
        if (thread.Posts.Count == 0 || thread.Posts[0].Title is not { Length: > 0 } title)
        {
            return;
        }

        var words = Words(title);
        foreach (var sentence in sentences.SelectMany(own => own).Where(sentence => !sentence.IsQuoted && !sentence.Places.Contains("@short") && Alike(wordsOf[sentence], words) > TakesUpTitle))
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
        var within = sentences[post].FindAll(sentence => sentence.Start >= start && sentence.Start + sentence.Length <= start + length);
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
    private bool IsAll(int post, int start, int length) =>
        sentences[post].FindAll(sentence => !sentence.IsQuoted && IsSaid(sentence)) is { Count: > 1 } said && said[0].Start >= start && said[^1].Start + said[^1].Length <= start + length;

    /// <summary>Whether nobody wrote a passage for the debate.</summary>
    internal bool IsFurniture(TargetPassage passage) =>
        sentences[indexOf[passage.Post]].FindAll(sentence => sentence.Start < passage.Start + passage.Length && passage.Start < sentence.Start + sentence.Length) is { Count: > 0 } within && within.TrueForAll(sentence => sentence.Has("furniture"));

    private static bool IsSaid(Sentence sentence) =>
        !sentence.Plain.EndsWith(':') && sentence.Plain.AsSpan().Count(' ') + 1 is var words && (words > MostOfName || (words > MostOfGreeting && sentence.Plain[^1] is '.' or '!' or '?'));

    /// <summary>The paragraph that follows a quote; further quotes may stand between.</summary>
    private List<Sentence> Answers(int post, int quote) =>
        sentences[post].Find(sentence => !sentence.IsQuoted && sentence.AfterQuote >= 0 && sentence.Start > thread.Posts[post].Quotes[quote].Start) is { } first ? sentences[post].FindAll(sentence => sentence.AfterQuote == first.AfterQuote) : [];

    private TargetPassage? TakenUp(TargetPassage passage, List<Sentence> answer)
    {
        var words = answer.SelectMany(sentence => wordsOf[sentence]).ToHashSet(StringComparer.Ordinal);
        return sentences[indexOf[passage.Post]].Where(sentence => !sentence.IsQuoted && !sentence.Places.Overlaps(NoClaim) && sentence.Start >= passage.Start && sentence.Start + sentence.Length <= passage.Start + passage.Length)
            .MaxBy(sentence => (ReplyWeight * Common(words, wordsOf[sentence])) + (ClaimWeight * LogOdds(sentence.Claim))) is { } taken ? PassageOf(taken) : null;
    }

    private TargetPassage PassageOf(Sentence sentence) => new(thread.Posts[sentence.Post].Id, sentence.Start, sentence.Length, sentence.Text);

    private TargetPassage? Reworded(int post, string text)
    {
        var quoted = Words(text);
        (double Weight, Sentence Sentence)? best = null;
        var steps = 0;
        for (var above = ParentOf(post); above is { } index && steps < MostAbove; above = ParentOf(index), steps++)
        {
            foreach (var sentence in sentences[index].Where(sentence => !sentence.IsQuoted && wordsOf[sentence].Count >= LeastWords))
            {
                var (own, common) = (Weight(wordsOf[sentence]), Common(quoted, wordsOf[sentence]));
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
        var (words, reply) = (wordsOf[sentence], WordsOfPost(sentence.Post));
        (double Worth, TargetPassage Passage)? best = null;
        foreach (var candidate in sentences[parent].Where(candidate => !candidate.IsQuoted))
        {
            Weigh(PassageOf(candidate), wordsOf[candidate], ClaimWeight * LogOdds(candidate.Claim));
        }

        // Further down a quote may still be what is answered.
        if (PassageOf(sentence.Post, sentence.LastQuote) is { } quoted)
        {
            Weigh(quoted, Words(quoted.Text), QuotedBonus);
        }

        if (thread.Posts[parent].Title is { Length: > 0 } title)
        {
            Weigh(new TargetPassage(thread.Posts[parent].Id, null, 0, title), Words(title), TitleBonus);
        }

        return best?.Passage;

        void Weigh(TargetPassage passage, HashSet<string> theirs, double bonus)
        {
            var worth = (ReplyWeight * Common(reply, theirs)) + (SentenceWeight * Common(words, theirs)) + bonus;
            best = best is null || worth > best.Value.Worth ? (worth, passage) : best;
        }
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>The words of all that a post says itself.</summary>
    private HashSet<string> WordsOfPost(int post)
    {
        if (lastPost.Post != post)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var sentence in sentences[post].Where(sentence => !sentence.IsQuoted))
            {
                words.UnionWith(wordsOf[sentence]);
            }

            lastPost = (post, words);
        }

        return lastPost.Words;
    }

    /// <summary>How much the rare words that both have weigh together: a long reply may take up a short sentence whole, so nothing is taken off for length.</summary>
    private double Common(HashSet<string> many, HashSet<string> few)
    {
        var sum = 0.0;
        foreach (var word in few)
        {
            if (many.Contains(word))
            {
                var rarity = Rarity(word);
                sum += rarity * rarity;
            }
        }

        return Math.Sqrt(sum);
    }

    private double Weight(HashSet<string> words) => words.Sum(word => Rarity(word) * Rarity(word));

    /// <summary>Cosine of the rare words that both have.</summary>
    private double Alike(HashSet<string> one, HashSet<string> other)
    {
        double common = 0, first = 0, second = 0;
        foreach (var word in one)
        {
            var rarity = Rarity(word);
            first += rarity * rarity;
            common += other.Contains(word) ? rarity * rarity : 0;
        }

        foreach (var word in other)
        {
            second += Rarity(word) * Rarity(word);
        }

        return common == 0 ? 0 : common / Math.Sqrt(first * second);
    }

    /// <summary>Inverse frequency among the thread's sentences and as many as would come before them in any thread, so that a short one does not take common words for rare.</summary>
    private double Rarity(string word) =>
        Math.Log((count + SentencesBefore + 1) / (frequency.GetValueOrDefault(word) + (EveryText.Contains(word) ? SentencesBefore * ShareOfCommon : 0) + 0.5));

    /// <summary>The words of a sentence without their most common endings.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.ToLowerInvariant().Replace('’', '\'').Split([' ', '\n', ',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”', '/', '—', '–', '*'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = Stem(word);
            if (stem.Length > 1)
            {
                words.Add(stem);
            }
        }

        return words;
    }

    private static string Stem(string word)
    {
        var stem = word.Trim('\'', '’', '‘', '-');
        return stem.EndsWith("ing", StringComparison.Ordinal) && stem.Length > 5 ? stem[..^3] : stem.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 4 ? stem[..^2] : stem.EndsWith('s') && stem.Length > 3 ? stem[..^1] : stem;
    }
}
