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
    private const double TitleBonus = 0.35, AlikeWeight = 3.0, ClaimWeight = 1.6, FirstBonus = 0.25, LastBonus = 0.15;

    private readonly ForumThread thread;
    private readonly List<Sentence>[] sentences;
    private readonly Dictionary<string, int> indexOf;
    private readonly Dictionary<string, int> frequency = new(StringComparer.Ordinal);
    private readonly Dictionary<Sentence, HashSet<string>> wordsOf = [];
    private readonly int count;
    private readonly bool isGuessed;

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

    internal ThreadPost Post(string id) => thread.Posts[indexOf[id]];

    /// <summary>The post that a post answers. Where pasted text does not say, what somebody else writes is taken for an answer to how the thread begins.</summary>
    internal int? ParentOf(int post) =>
        thread.Posts[post].ParentId is { } parent ? indexOf[parent]
        : isGuessed && post > 0 && thread.Posts[post].Author.Name is { } name && thread.Posts[0].Author.Name is { } first && name != first ? 0
        : null;

    /// <summary>The passage that a sentence answers, and whether a quote says so; null when it answers nobody.</summary>
    internal (TargetPassage Target, bool IsQuoted)? Of(Sentence sentence)
    {
        if (Quoted(sentence) is { } quoted)
        {
            return (quoted, true);
        }

        return ParentOf(sentence.Post) is { } parent && Likeliest(sentence, parent) is { } target ? (target, false) : null;
    }

    private TargetPassage? Quoted(Sentence sentence)
    {
        var post = thread.Posts[sentence.Post];
        return sentence.AfterQuote >= 0 && post.Quotes[sentence.AfterQuote] is { PostId: { } source, PassageStart: { } start, PassageLength: { } length }
            ? new TargetPassage(source, start, length, thread.Posts[indexOf[source]].Body.Substring(start, length)) : null;
    }

    private TargetPassage? Likeliest(Sentence sentence, int parent)
    {
        var words = wordsOf[sentence];
        var candidates = sentences[parent].Where(candidate => !candidate.IsQuoted).ToList();
        (double Worth, TargetPassage Passage)? best = null;
        foreach (var candidate in candidates)
        {
            var worth = (AlikeWeight * Alike(words, wordsOf[candidate])) + (ClaimWeight * candidate.Claim)
                + (candidate.Places.Contains("@first") ? FirstBonus : 0) + (candidate.Places.Contains("@last") ? LastBonus : 0);
            if (best is null || worth > best.Value.Worth)
            {
                best = (worth, new TargetPassage(thread.Posts[parent].Id, candidate.Start, candidate.Length, candidate.Text));
            }
        }

        if (thread.Posts[parent].Title is { Length: > 0 } title)
        {
            var worth = (AlikeWeight * Alike(words, Words(title))) + ClaimWeight * 0.5 + TitleBonus;
            if (best is null || worth > best.Value.Worth)
            {
                best = (worth, new TargetPassage(thread.Posts[parent].Id, null, 0, title));
            }
        }

        return best?.Passage;
    }

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

    private double Rarity(string word) => Math.Log((count + 1.0) / (frequency.GetValueOrDefault(word) + 0.5));

    /// <summary>The words of a sentence without their most common endings.</summary>
    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”', '/', '—', '–', '*'], StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = word.Trim('\'', '’', '‘', '-');
            stem = stem.EndsWith("ing", StringComparison.Ordinal) && stem.Length > 5 ? stem[..^3] : stem.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 4 ? stem[..^2] : stem.EndsWith('s') && stem.Length > 3 ? stem[..^1] : stem;
            if (stem.Length > 1)
            {
                words.Add(stem);
            }
        }

        return words;
    }
}
