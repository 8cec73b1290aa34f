using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Makes a draft of a map from a thread: who answers whom first, quotes as anchors, then the wording.</summary>
internal sealed class Drafter
{
    /// <summary>From here on a sentence is suggested as a claim. It is well below a half: rejecting takes one key, finding what was not suggested takes reading.</summary>
    private const double EnoughForClaim = 0.31, EnoughForSupport = 0.5, MostForLost = 0.6;

    private readonly ForumThread thread;
    private readonly DraftSheet sheet;
    private readonly CancellationToken cancellation;

    internal Drafter(ForumThread thread, CueTable table, CancellationToken cancellation = default)
    {
        (this.thread, this.cancellation) = (thread, cancellation);
        Sentences = new List<Sentence>[thread.Posts.Count];
        for (var post = 0; post < thread.Posts.Count; post++)
        {
            cancellation.ThrowIfCancellationRequested();
            Sentences[post] = Drafting.Sentences.Of(thread.Posts[post], post);
            if (thread.Posts[post] is { ParentId: not null, Author.Name: { } name } && thread.Posts[0].Kind == PostKind.Opening && PostAuthor.AreSame(name, thread.Posts[0].Author.Name))
            {
                Sentences[post].ForEach(sentence => sentence.Places.Add("@opener"));
            }
        }

        Drafting.Sentences.MarkRepeated(Sentences.SelectMany(own => own));
        Targets = new TargetChoice(thread, Sentences);
        Targets.MarkTitled();
        Weighing.Weigh(Sentences.SelectMany(own => own), table);
        sheet = new DraftSheet(thread, Sentences);
    }

    internal List<Sentence>[] Sentences { get; }

    internal TargetChoice Targets { get; }

    /// <summary>Whether a sentence that answers another person objects to what it answers.</summary>
    internal static bool IsObjection(Sentence sentence) => sentence.Objection >= 0.5;

    internal ThreadDraft Run()
    {
        // What stands out by its form comes first: the rest must not take its sentences.
        var quoted = new QuotedClaims(thread, Sentences, Targets, sheet);
        for (var post = 0; post < thread.Posts.Count; post++)
        {
            cancellation.ThrowIfCancellationRequested();
            quoted.Add(post);
            Prerequisites(post, quoted);
        }

        foreach (var number in quoted.Found)
        {
            AnswerOf(number, quoted);
        }

        var sources = new SourcesAndRequests(thread, Sentences, sheet);
        for (var post = 0; post < thread.Posts.Count; post++)
        {
            cancellation.ThrowIfCancellationRequested();
            SuggestedTarget? lastClaim = null;
            foreach (var sentence in Sentences[post].Where(sentence => !sentence.IsQuoted && !sheet.IsTaken(sentence)))
            {
                if (sentence.Has("furniture"))
                {
                    sources.Omit(sentence);
                    continue;
                }

                if (sheet.Repeats(sentence) || sources.Add(sentence))
                {
                    continue;
                }

                lastClaim = Add(sentence, quoted, lastClaim) ?? lastClaim;
            }

            sources.AddLinks(post);
        }

        return sheet.Finished();
    }

    /// <summary>Words that somebody quotes answered something themselves, or asked: "A, no B, no C" is a chain and not three claims side by side.</summary>
    private void AnswerOf(int number, QuotedClaims quoted)
    {
        if (sheet.FirstSentenceOf(number) is not { } sentence)
        {
            return;
        }

        var aim = Aim(sentence, quoted);
        var kind = sentence.IsQuestion && Questions.Rank(sentence) > 0.5 ? SuggestionKind.Question : aim is not null && IsObjection(sentence) ? SuggestionKind.Objection : SuggestionKind.Claim;
        sheet.Answers(number, kind, aim?.Target);
    }

    /// <summary>Suggests something for a sentence by its wording.</summary>
    /// <returns>The suggestion as a target for what supports it; null when it is no claim.</returns>
    private SuggestedTarget? Add(Sentence sentence, QuotedClaims quoted, SuggestedTarget? lastClaim)
    {
        if (sentence.Has("view"))
        {
            if (sentence.Cues.Exists(cue => cue.Name == "open-mind") && sheet.MakesTentative(sentence))
            {
                return null;
            }

            var credence = Credences.Of(sentence);
            var rank = credence.Lowest is null ? 0.45 : 0.75;
            return sheet.Add(sentence, SuggestionKind.View, [SuggestionKind.Claim], "view", rank, Aim(sentence, quoted)?.Target ?? lastClaim, credence);
        }

        if (sentence.IsQuestion)
        {
            var rank = Questions.Rank(sentence);
            sheet.Add(sentence, SuggestionKind.Question, [SuggestionKind.Objection, SuggestionKind.Support], "question", rank, Aim(sentence, quoted)?.Target ?? lastClaim);
            return null;
        }

        if (sentence.Claim >= EnoughForClaim || sentence.Has("lost"))
        {
            var aim = Answers(sentence, lastClaim) || quoted.AreIn(sentence.Post) ? Aim(sentence, quoted) : null;
            var isObjection = aim is not null && IsObjection(sentence);
            var kind = isObjection ? SuggestionKind.Objection : SuggestionKind.Claim;
            var instead = isObjection ? new[] { SuggestionKind.Claim, SuggestionKind.Support } : [SuggestionKind.Support, SuggestionKind.Objection];
            return sheet.Add(sentence, kind, instead, "claim", Math.Min(sentence.Has("lost") ? MostForLost : 1, (0.9 * sentence.Claim) + (aim is null ? 0 : 0.05)), aim?.Target ?? lastClaim);
        }

        if (sentence.Support >= EnoughForSupport && !sentence.Has("aside"))
        {
            sheet.Add(sentence, SuggestionKind.Support, [SuggestionKind.Claim, SuggestionKind.Objection], "support", 0.6 * sentence.Support, lastClaim);
        }

        return null;
    }

    /// <summary>A post's first claim answers its parent, and so does what stands after a quote or speaks against something.</summary>
    private static bool Answers(Sentence sentence, SuggestedTarget? lastClaim) =>
        lastClaim is null || sentence.AfterQuote >= 0 || sentence.Objection > Weighing.ObjectionsAtAll + 0.05;

    /// <summary>What another person said that the sentence is about.</summary>
    private (SuggestedTarget Target, bool IsQuoted)? Aim(Sentence sentence, QuotedClaims quoted)
    {
        if (quoted.Nearest(sentence) is { } own)
        {
            return (own, true);
        }

        if (Targets.Of(sentence) is not var (passage, isQuoted))
        {
            return null;
        }

        var name = Targets.Post(passage.Post).Author.Name ?? "the post it answers";
        var because = isQuoted ? $"These words of {name} are quoted right before it." : passage.Start is null ? "It answers the thread as a whole." : Targets.Post(passage.Post).Id != thread.Posts[sentence.Post].ParentId ? $"Nothing says what it answers. It shares the most telling words with this passage of {name}." : $"It answers {name}, and shares the most telling words with this passage.";
        var claim = isQuoted ? Targets.ClaimOf(sentence.Post, sentence.AfterQuote) ?? passage : passage;
        return (sheet.TargetFor(claim, because) with { Passage = passage }, isQuoted);
    }

    /// <summary>A list that is announced as what something requires becomes one step.</summary>
    private void Prerequisites(int post, QuotedClaims quoted)
    {
        var own = Sentences[post].FindAll(sentence => !sentence.IsQuoted);
        for (var index = 0; index < own.Count; index++)
        {
            if (!own[index].Has("prerequisites") || sheet.IsTaken(own[index]))
            {
                continue;
            }

            var items = own.Skip(index + 1).TakeWhile(sentence => sentence.Places.Contains("@item")).ToList();
            if (items.Count > 1)
            {
                var aim = Aim(own[index], quoted);
                sheet.AddStep(own[index], items, aim?.Target);
            }
        }
    }
}
