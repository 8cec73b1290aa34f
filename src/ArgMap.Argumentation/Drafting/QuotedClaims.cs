using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Claims that posts quote: what people answer in each other's words is what the debate is about.</summary>
internal sealed class QuotedClaims(ForumThread thread, List<Sentence>[] sentences, TargetChoice targets, DraftSheet sheet)
{
    private const int MostLines = 6, LeastWords = 8, LeastLetters = 20;

    private readonly Dictionary<int, List<(Sentence First, SuggestedTarget Target, int[] Words)>> pasted = [];

    /// <summary>Numbers of the suggestions made of quoted words that stand in another post.</summary>
    internal HashSet<int> Found { get; } = [];

    internal void Add(int post)
    {
        var end = sentences[post].Count < Sentences.Most ? int.MaxValue : sentences[post][^1].Start;
        for (var number = 0; number < thread.Posts[post].Quotes.Count && thread.Posts[post].Quotes[number].Start <= end; number++)
        {
            var quote = thread.Posts[post].Quotes[number];
            if (quote.Depth != 1 || quote.Text.Length < LeastLetters || quote.State is QuoteState.Ambiguous)
            {
                continue;
            }

            var (source, who) = (targets.ClaimOf(post, number), thread.Posts[post].Author.Name ?? "Somebody");
            if (source is { Start: { } start })
            {
                if (targets.IsFurniture(source))
                {
                    continue;
                }

                var found = sheet.AddQuoted(new DraftPassage(source.Post, start, source.Length, source.Text), quote.PassageStart is null || quote.State is QuoteState.Reworded ? $"{who} quotes nearly these words and answers them." : $"{who} quotes these words and answers them.", 0.85);
                Found.Add(found.Suggestion!.Value);
                continue;
            }

            if (TargetChoice.IsLong(quote) || quote.PassageStart is not null)
            {
                continue;
            }

            var said = targets.Said(post, quote.Start, quote.Length);
            var passage = new DraftPassage(said.Post, said.Start!.Value, said.Length, said.Text);
            var target = sheet.AddQuoted(passage, $"{who} quotes these words, which are not in the thread.", 0.8);
            Remember(post, Sentences.Touching(sentences[post], quote.Start, quote.Start + quote.Length).Find(sentence => quote.Start <= sentence.Start), target);
        }

        AddPasted(post);
    }

    /// <summary>Whether a post holds what it answers in itself, so that all it says may be about that.</summary>
    internal bool AreIn(int post) => pasted.ContainsKey(post);

    /// <summary>Of the quotes that this post holds in itself, the one that a sentence is about; null when it holds none.</summary>
    internal SuggestedTarget? Nearest(Sentence sentence) =>
        targets.PassageOf(sentence.Post, sentence.AfterQuote) is not null ? null
            : pasted.TryGetValue(sentence.Post, out var own) && own.FindAll(quote => quote.First.Start < sentence.Start) is { Count: > 0 } before
                ? before.MaxBy(quote => (targets.Alike(sentence, quote.Words), quote.First.Start)).Target
                : null;

    /// <summary>Text that was copied without its marks: the lines before "These claims …" that are not the writer's own.</summary>
    private void AddPasted(int post)
    {
        var own = sentences[post];
        var refers = own.FindIndex(sentence => !sentence.IsQuoted && sentence.Has("refers-back"));
        if (refers <= 0 || own.Take(refers).Any(sentence => sentence.IsQuoted || SpeaksOfItself(sentence)))
        {
            return;
        }

        var lines = own.Take(refers).GroupBy(sentence => sentence.Line).ToList();
        if (lines.Count > MostLines || lines.Exists(line => line.Contains(own[refers])))
        {
            return;
        }

        foreach (var line in lines)
        {
            var (start, end) = (line.First().Start, line.Last().Start + line.Last().Length);
            var text = thread.Posts[post].Body[start..end];
            if (text.Split(' ').Length >= LeastWords)
            {
                var target = sheet.AddQuoted(new DraftPassage(thread.Posts[post].Id, start, end - start, text), $"“{own[refers].Plain}” refers to these words, which are not in the writer's own voice: they are quoted.", 0.88);
                foreach (var sentence in line)
                {
                    sheet.Take(sentence);
                }

                Remember(post, line.First(), target);
            }
        }
    }

    private static bool SpeaksOfItself(Sentence sentence) => sentence.Cues.Exists(cue => cue.Name == "first-person");

    private void Remember(int post, Sentence? first, SuggestedTarget target)
    {
        if (first is not null)
        {
            (pasted.TryGetValue(post, out var known) ? known : pasted[post] = []).Add((first, target, targets.WordsOf(target.Passage!.Text)));
        }
    }
}
