using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>Ties every quote to the post and passage it was taken from, and makes the finished posts.</summary>
/// <remarks>
/// Looked at in this order: the post the quote names; the posts answered, nearest first, those of the quoted author before others;
/// then all posts, found by some of the quote's words in one pass, so that the work grows with the thread and not with its square.
/// </remarks>
internal sealed class QuoteFinding(List<FoundPost> posts, ThreadTree tree, TextStore texts)
{
    private const int MostAncestors = 40, FirstWords = 4, MostShingles = 5, LeastLettersFar = 16, MostFar = 8, MostPassages = 20, MostBack = 500;

    private readonly PackedText[] bodies = new PackedText[posts.Count];
    private readonly List<QuoteRuns.Run>[] runs = new List<QuoteRuns.Run>[posts.Count];
    private readonly List<(int Start, int Length)>?[] quotedIn = new List<(int Start, int Length)>?[posts.Count];
    private readonly PassageSearch search = new();
    private readonly List<PostQuote?>[] found = new List<PostQuote?>[posts.Count];
    private readonly HashSet<(int Post, int Quote)> unfinished = [];

    /// <summary>Whether nobody answers an answer: all answer what the thread begins with, as far as the forum tells.</summary>
    private readonly bool isFlat = Enumerable.Range(0, posts.Count).All(post => tree.ParentOf(post) is var parent && (parent < 0 || tree.ParentOf(parent) < 0));

    /// <summary>Quotes that were not looked for to the end, because looking for those before them took too long.</summary>
    internal int NotLookedFor { get; private set; }

    internal IReadOnlyList<ThreadPost> Run()
    {
        for (var index = 0; index < posts.Count; index++)
        {
            var converted = posts[index].Body;
            var markdown = converted.Markdown;
            (var body, runs[index]) = QuoteRuns.Of(markdown, converted.Sources, texts);
            bodies[index] = ReferenceEquals(body, markdown) ? converted.Text : texts.Keep(PackedText.Of(body));
            found[index] = new List<PostQuote?>(runs[index].Count);
        }

        List<(int Post, int Quote)> far = [];
        for (var index = 0; index < posts.Count; index++)
        {
            search.BeginPost();
            for (var quote = 0; quote < runs[index].Count; quote++)
            {
                var near = Near(index, runs[index][quote]);
                found[index].Add(near);
                if (near is null && search.IsSpent)
                {
                    NotLookedFor += runs[index][quote].IsMarked ? 1 : 0;
                }
                else if (near is null && runs[index][quote] is { IsMarked: true, Source: null or { Post: null } })
                {
                    far.Add((index, quote));
                }
            }
        }

        Far(far);
        AnswerByQuotes();
        return [.. tree.Order.Select(Finished)];
    }

    private PostQuote? Near(int post, QuoteRuns.Run run)
    {
        var stated = run.Source is null ? -1 : tree.Find(run.Source);
        if (stated >= 0 && stated != post && Passage(run, stated) is { } there)
        {
            return there;
        }

        PostQuote? second = null;
        foreach (var ancestor in Ancestors(post, run.Author))
        {
            var hit = ancestor == stated ? null : Passage(run, ancestor);
            if (hit is null)
            {
                continue;
            }

            if (!IsQuotedThere(hit, ancestor))
            {
                return hit;
            }

            // The answered post quotes these words itself: whoever wrote them comes first.
            second ??= hit;
        }

        // Whom a quote names may have written it in any post.
        return second ?? (run.Source?.Post is null ? null
            : stated < 0 ? Made(run, QuoteState.SourceMissing, null)
            : Reworded(run, stated) ?? Made(run, QuoteState.Changed, posts[stated].Id));
    }

    private bool IsQuotedThere(PostQuote hit, int post) =>
        hit.PassageStart is { } start && PassageSearch.IsWithin(QuotedIn(post), start, hit.PassageLength ?? 0);

    private List<(int Start, int Length)> QuotedIn(int post) =>
        quotedIn[post] ??= [.. runs[post].Where(run => run.IsMarked).Select(run => (run.Start, run.Length))];

    private List<int> Ancestors(int post, string? author)
    {
        List<int> chain = [];
        for (var at = tree.ParentOf(post); at >= 0 && chain.Count < MostAncestors; at = tree.ParentOf(at))
        {
            chain.Add(at);
        }

        return author is null ? chain : [.. chain.OrderBy(index => IsBy(index, author) ? 0 : 1)];
    }

    private bool IsBy(int post, string author) =>
        posts[post].Author.Name is { } name && (name.Contains(author, StringComparison.OrdinalIgnoreCase) || author.Contains(name, StringComparison.OrdinalIgnoreCase));

    private PostQuote? Passage(QuoteRuns.Run run, int target)
    {
        var hit = search.Find(run, target, bodies[target], QuotedIn(target));
        if (hit.Count == 0 || (!run.IsMarked && hit.Count > 1))
        {
            return null;
        }

        return hit.Count > 1
            ? Made(run, QuoteState.Ambiguous, posts[target].Id) with { Matches = Math.Min(hit.Count, MostPassages) }
            : Made(run, hit.State, posts[target].Id) with { PassageStart = hit.Start, PassageLength = hit.Length, Matches = 1 };
    }

    private PostQuote? Reworded(QuoteRuns.Run run, int target)
    {
        var hit = search.Reworded(run.Text, target, bodies[target]);
        return hit.Count == 0 ? null : Made(run, hit.State, posts[target].Id) with { PassageStart = hit.Start, PassageLength = hit.Length, Matches = 1 };
    }

    private static PostQuote Made(QuoteRuns.Run run, QuoteState state, string? post) =>
        new("", run.Start, run.Length, run.Depth, run.Author, run.Source?.Post, state, post, null, null, 0) { Words = run.Words };

    private void Far(List<(int Post, int Quote)> quotes)
    {
        Dictionary<int, List<(int Post, int Quote)>> byWords = [];
        foreach (var (post, quote) in quotes)
        {
            var shingles = SomeShingles(runs[post][quote].Text);
            if (shingles.Count == 0)
            {
                search.BeginPost();
                var near = runs[post][quote].Author is { } author ? LastBy(author, post) : JustBefore(post, runs[post][quote].Text);
                found[post][quote] = Decide(runs[post][quote], near.ConvertAll(target => (target, Passage(runs[post][quote], target))));
            }

            foreach (var hash in shingles)
            {
                (byWords.TryGetValue(hash, out var list) ? list : byWords[hash] = []).Add((post, quote));
            }
        }

        Dictionary<(int Post, int Quote), List<int>> candidates = [];
        for (var index = 0; index < posts.Count && byWords.Count > 0; index++)
        {
            foreach (var hash in Shingles(bodies[index].ToString()).Distinct())
            {
                if (!byWords.TryGetValue(hash, out var sought))
                {
                    continue;
                }

                foreach (var quote in sought)
                {
                    var list = candidates.TryGetValue(quote, out var known) ? known : candidates[quote] = [];
                    if (quote.Post != index && list.Count < MostFar && (list.Count == 0 || list[^1] != index) && !(posts[index].CreatedAt > posts[quote.Post].CreatedAt))
                    {
                        list.Add(index);
                    }
                }

                sought.RemoveAll(quote => candidates[quote].Count == MostFar);
            }
        }

        LookThrough(candidates, Passage);
        LookThrough(candidates.Where(quote => found[quote.Key.Post][quote.Key.Quote] is null), Reworded);
        NotLookedFor += candidates.Keys.Count(quote => unfinished.Contains(quote) && found[quote.Post][quote.Quote] is null);
    }

    /// <summary>Looks for quotes in the posts that may hold them: in each post for all of them before the next, since to make a post ready takes longer than to look for one.</summary>
    private void LookThrough(IEnumerable<KeyValuePair<(int Post, int Quote), List<int>>> candidates, Func<QuoteRuns.Run, int, PostQuote?> passage)
    {
        Dictionary<(int Post, int Quote), List<(int Target, PostQuote? Hit)>> hits = [];
        foreach (var (quote, target) in candidates.SelectMany(quote => quote.Value, (quote, target) => (quote.Key, Target: target)).OrderBy(pair => pair.Target))
        {
            search.BeginPost();
            (hits.TryGetValue(quote, out var known) ? known : hits[quote] = []).Add((target, passage(runs[quote.Post][quote.Quote], target)));
            if (search.IsSpent)
            {
                unfinished.Add(quote);
            }
        }

        foreach (var (quote, there) in hits)
        {
            found[quote.Post][quote.Quote] = Decide(runs[quote.Post][quote.Quote], there);
        }
    }

    /// <summary>What somebody wrote last before a post, for words too few to be looked for everywhere.</summary>
    private List<int> LastBy(string author, int post)
    {
        List<int> last = [];
        for (var index = post - 1; index >= 0 && post - index <= MostBack && last.Count < MostFar; index--)
        {
            if (IsBy(index, author))
            {
                last.Add(index);
            }
        }

        return last;
    }

    /// <summary>Where nothing says what a post answers, a few words were mostly taken from one of those right before it. A single word stands in many.</summary>
    private List<int> JustBefore(int post, string quote) =>
        (posts[post] is { ParentIsGuess: true, Parent: null } || (isFlat && posts[post].ParentIsOpening)) && quote.AsSpan().Trim().ContainsAny(' ', '\n') ? [.. Enumerable.Range(Math.Max(0, post - MostFar), Math.Min(post, MostFar))] : [];

    /// <summary>Pasted text and many boards name no parents: a post answers the one whose words it quotes first, where that stands before it.</summary>
    private void AnswerByQuotes()
    {
        var numberOf = posts.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        var areAny = false;
        for (var index = 0; index < posts.Count; index++)
        {
            if (posts[index] is { ParentIsGuess: true, Parent: null, StandsAtTop: false, Kind: not (PostKind.Opening or PostKind.Page) }
                && found[index].Find(quote => quote is { PassageStart: not null }) is { PostId: { } source } && numberOf[source] < index)
            {
                tree.Answer(index, numberOf[source]);
                areAny = true;
            }
        }

        if (areAny)
        {
            tree.PutInOrder();
        }
    }

    private PostQuote? Decide(QuoteRuns.Run run, List<(int Target, PostQuote? Hit)> looked)
    {
        var hits = looked.FindAll(pair => pair.Hit is not null);
        var own = hits.Where(pair => !IsQuotedThere(pair.Hit!, pair.Target)).ToList();
        var by = own.Where(pair => run.Author is not null && IsBy(pair.Target, run.Author)).ToList();
        var best = by.Count > 0 ? by : own.Count > 0 ? own : hits;
        return best.Count switch
        {
            0 => null,
            1 => best[0].Hit,
            _ => Made(run, QuoteState.Ambiguous, null) with { Matches = best.Count },
        };
    }

    /// <summary>What posts are looked up by that may hold a quote: its first words, its last, and some between, since any of them may have been changed or left out.</summary>
    private static List<int> SomeShingles(string text)
    {
        var all = UnmarkedText.Fold(text, byLetters: true).Text.Length < LeastLettersFar ? [] : Shingles(text).ToList();
        return all.Count == 0 ? [] : [.. Enumerable.Range(0, MostShingles).Select(part => all[part * (all.Count - 1) / (MostShingles - 1)]).Distinct()];
    }

    /// <summary>A number for every run of a few words.</summary>
    private static IEnumerable<int> Shingles(string text)
    {
        var folded = UnmarkedText.FoldText(text);
        var words = new int[FirstWords];
        var (count, hash) = (0, 17);
        for (var index = 0; index <= folded.Length; index++)
        {
            if (index < folded.Length && char.IsLetterOrDigit(folded[index]))
            {
                hash = unchecked((hash * 31) + folded[index]);
                continue;
            }

            if (hash == 17)
            {
                continue;
            }

            words[count++ % FirstWords] = hash;
            hash = 17;
            if (count >= FirstWords)
            {
                yield return HashCode.Combine(words[count % FirstWords], words[(count + 1) % FirstWords], words[(count + 2) % FirstWords], words[(count + 3) % FirstWords]);
            }
        }
    }

    private ThreadPost Finished(int index)
    {
        var post = posts[index];
        var parent = tree.ParentOf(index);
        var quotes = found[index].Select((quote, number) => quote ?? (runs[index][number].IsMarked ? Made(runs[index][number], QuoteState.NotFound, null) : null)).OfType<PostQuote>();
        return new ThreadPost
        {
            Id = post.Id,
            OtherIds = post.SameAs,
            ParentId = parent < 0 ? null : posts[parent].Id,
            ParentFrom = tree.FromOf(index),
            StatedParentId = post.ParentIsGuess ? null : post.Parent,
            Kind = post.Kind,
            Author = post.Author,
            CreatedAt = post.CreatedAt,
            CreatedAtAsWritten = post.CreatedAtAsWritten,
            EditedAt = post.EditedAt,
            Version = post.Version,
            State = post.State,
            Score = post.Score,
            Title = post.Title,
            Body = "",
            Text = bodies[index],
            Address = post.Address,
            Quotes = [.. quotes.OrderBy(quote => quote.Start)],
            Links = post.Body.Links,
            Reactions = post.Reactions,
        };
    }
}
