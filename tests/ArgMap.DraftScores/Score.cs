using ArgMap.Argumentation.Drafting;

namespace ArgMap.DraftScores;

/// <summary>Adds up how a draft compares with what people marked.</summary>
internal sealed class Score
{
    private readonly Counts claims = new(), premises = new(), suggested = new();
    private int sentences, goldClaims, goldPremises, links, attacks, kindsRight, objectionsSaid, objectionsRight;
    private TargetCounts afterQuote = new(0, 0, 0, 0, 0), furtherAfter = new(0, 0, 0, 0, 0), withoutQuote = new(0, 0, 0, 0, 0);

    internal int Threads { get; private set; }

    internal void Add(GoldThread gold, CueTable table)
    {
        Threads++;
        var draft = new Drafter(gold.Thread, table);
        var suggestions = draft.Run().Suggestions;
        for (var turn = 0; turn < gold.PostOf.Count; turn++)
        {
            var spans = gold.Spans.Where(span => span.Turn == turn).ToList();
            var post = gold.Thread.Posts[gold.PostOf[turn]].Id;
            foreach (var sentence in draft.Sentences[gold.PostOf[turn]].Where(sentence => !sentence.IsQuoted))
            {
                sentences++;
                var label = Label(sentence, spans);
                goldClaims += label == true ? 1 : 0;
                goldPremises += label == false ? 1 : 0;
                var said = suggestions.Where(suggestion => suggestion.Passages.Concat(suggestion.Again).Any(passage => passage.Post == post && passage.Start < sentence.Start + sentence.Length && sentence.Start < passage.Start + passage.Length)).ToList();
                claims.Add(label == true, said.Exists(suggestion => suggestion.Kind is SuggestionKind.Claim or SuggestionKind.Objection or SuggestionKind.View));
                premises.Add(label == false, said.Exists(suggestion => suggestion.Kind == SuggestionKind.Support));
                suggested.Add(label is not null, said.Count > 0);
            }
        }

        foreach (var span in gold.Spans.Where(span => span.Relation is not null))
        {
            Link(gold, draft, span);
        }
    }

    internal IEnumerable<FormattableString> Lines()
    {
        yield return $"threads {Threads}, sentences {sentences}: claims {Share(goldClaims, sentences):0.000}, premises {Share(goldPremises, sentences):0.000}";
        yield return $"claim              P {claims.Precision:0.000}  R {claims.Recall:0.000}  F1 {claims.F1:0.000}";
        yield return $"premise            P {premises.Precision:0.000}  R {premises.Recall:0.000}  F1 {premises.F1:0.000}";
        yield return $"anything suggested P {suggested.Precision:0.000}  R {suggested.Recall:0.000}  F1 {suggested.F1:0.000}";
        yield return $"links across authors {links}, of them objections {Share(attacks, links):0.000}";
        yield return $"kind of link       right {Share(kindsRight, links):0.000}  (objection: P {Share(objectionsRight, objectionsSaid):0.000} R {Share(objectionsRight, attacks):0.000})";
        var anywhere = afterQuote + furtherAfter;
        yield return $"target after a quote   right {Share(afterQuote.Right, afterQuote.All):0.000} of {afterQuote.All}  (in the quoted words: {Share(afterQuote.InQuote, afterQuote.All):0.000}; without targets that are the title: right {Share(afterQuote.Right - afterQuote.TitleRight, afterQuote.All - afterQuote.Title):0.000}, in the quoted words {Share(afterQuote.InQuote, afterQuote.All - afterQuote.Title):0.000} of {afterQuote.All - afterQuote.Title})";
        yield return $"  anywhere after one   right {Share(anywhere.Right, anywhere.All):0.000} of {anywhere.All}  (in the quoted words: {Share(anywhere.InQuote, anywhere.All):0.000}; without targets that are the title: right {Share(anywhere.Right - anywhere.TitleRight, anywhere.All - anywhere.Title):0.000}, in the quoted words {Share(anywhere.InQuote, anywhere.All - anywhere.Title):0.000} of {anywhere.All - anywhere.Title})";
        yield return $"target without a quote right {Share(withoutQuote.Right + furtherAfter.Right, withoutQuote.All + furtherAfter.All):0.000} of {withoutQuote.All + furtherAfter.All}";
    }

    /// <summary>The sentences of a thread, and whether people marked each as a claim (true), a premise (false) or neither.</summary>
    internal static IReadOnlyList<(Sentence Sentence, bool? Label)> Labelled(GoldThread gold)
    {
        var draft = new Drafter(gold.Thread, CueTable.English);
        return [.. Enumerable.Range(0, gold.PostOf.Count).SelectMany(turn =>
        {
            var spans = gold.Spans.Where(span => span.Turn == turn).ToList();
            return draft.Sentences[gold.PostOf[turn]].Where(sentence => !sentence.IsQuoted).Select(sentence => (sentence, Label(sentence, spans)));
        })];
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    /// <summary>True for a claim, false for a premise, null for neither: by what covers more of it, if that is a fifth at least.</summary>
    private static bool? Label(Sentence sentence, List<GoldSpan> spans)
    {
        int Covered(bool isClaim) => spans.Where(span => span.IsClaim == isClaim).Sum(span => Math.Max(0, Math.Min(span.End, sentence.Start + sentence.Length) - Math.Max(span.Start, sentence.Start)));
        var (claim, premise) = (Covered(true), Covered(false));
        return Math.Max(claim, premise) * 5 < sentence.Length ? null : claim >= premise;
    }

    private void Link(GoldThread gold, Drafter draft, GoldSpan span)
    {
        var targets = span.Targets.Where(gold.ById.ContainsKey).Select(key => gold.ById[key]).Where(target => Math.Max(0, target.Turn) != span.Turn).ToList();
        var sentence = draft.Sentences[gold.PostOf[span.Turn]].Find(own => !own.IsQuoted && own.Start < span.End && span.Start < own.Start + own.Length);
        if (targets.Count == 0 || sentence is null)
        {
            return;
        }

        if (targets.Exists(target => gold.Authors[Math.Max(0, target.Turn)] != gold.Authors[span.Turn]))
        {
            links++;
            var isAttack = IsAttack(span.Relation!);
            var says = Drafter.IsObjection(sentence);
            attacks += isAttack ? 1 : 0;
            kindsRight += says == isAttack ? 1 : 0;
            objectionsSaid += says ? 1 : 0;
            objectionsRight += says && isAttack ? 1 : 0;
        }

        var choice = draft.Targets.Of(sentence);
        var isRight = choice is { } chosen && targets.Exists(target => Meets(gold, target, chosen.Target));
        var isTitle = targets.TrueForAll(target => target.Turn < 0);
        var isInQuote = sentence.LastQuote >= 0 && gold.Thread.Posts[gold.PostOf[span.Turn]].Quotes[sentence.LastQuote] is { PostId: { } post, PassageStart: { } start, PassageLength: { } length }
            && targets.Exists(target => Meets(gold, target, new TargetPassage(post, start, length, "")));
        var counted = new TargetCounts(1, isRight ? 1 : 0, isInQuote ? 1 : 0, isTitle ? 1 : 0, isTitle && isRight ? 1 : 0);
        if (sentence.AfterQuote >= 0)
        {
            afterQuote += counted;
        }
        else if (sentence.LastQuote >= 0)
        {
            furtherAfter += counted;
        }
        else
        {
            withoutQuote += counted;
        }
    }

    private static bool IsAttack(string relation) =>
        relation.Contains("attack", StringComparison.Ordinal) || relation.Contains("rebuttal", StringComparison.Ordinal) || relation.Contains("undercut", StringComparison.Ordinal) || relation.Contains("disagree", StringComparison.Ordinal);

    private static bool Meets(GoldThread gold, GoldSpan target, TargetPassage chosen)
    {
        if (target.Turn < 0)
        {
            return chosen.Start is null && chosen.Post == gold.Thread.Posts[gold.PostOf[0]].Id;
        }

        return chosen.Start is { } start && chosen.Post == gold.Thread.Posts[gold.PostOf[target.Turn]].Id && start < target.End && target.Start < start + chosen.Length;
    }

    /// <summary>How many targets there are, are chosen right, lie in the words quoted last, and are the title.</summary>
    private sealed record TargetCounts(int All, int Right, int InQuote, int Title, int TitleRight)
    {
        public static TargetCounts operator +(TargetCounts one, TargetCounts other) =>
            new(one.All + other.All, one.Right + other.Right, one.InQuote + other.InQuote, one.Title + other.Title, one.TitleRight + other.TitleRight);
    }

    /// <summary>How often something was said, was there, and both.</summary>
    internal sealed class Counts
    {
        private int right, said, there;

        internal double Precision => Share(right, said);

        internal double Recall => Share(right, there);

        internal double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        internal void Add(bool isThere, bool isSaid)
        {
            right += isThere && isSaid ? 1 : 0;
            said += isSaid ? 1 : 0;
            there += isThere ? 1 : 0;
        }
    }
}
