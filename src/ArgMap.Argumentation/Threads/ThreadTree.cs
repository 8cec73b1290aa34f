using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>Who answers whom: looks up parents, cuts circles, and puts posts in order, without recursion.</summary>
internal sealed class ThreadTree(List<FoundPost> posts, Dictionary<string, int> indexOf, Dictionary<string, string> otherNames)
{
    private readonly int[] parents = new int[posts.Count];
    private readonly ParentFrom[] from = new ParentFrom[posts.Count];

    // -1 where there is none, or several.
    private int opening = -1;

    internal int MissingParents { get; private set; }

    internal int Orphans { get; private set; }

    internal int MissingOpenings { get; private set; }

    internal int AnswersToMissingOpenings { get; private set; }

    /// <summary>Where missing parents can be had, in the order of their names, so that the order of the files does not matter.</summary>
    internal IReadOnlyList<string> MissingAt { get; private set; } = [];

    internal int CirclesCut { get; private set; }

    /// <summary>Indices of the posts, parents before children.</summary>
    internal List<int> Order { get; } = new(posts.Count);

    internal int ParentOf(int post) => parents[post];

    internal ParentFrom FromOf(int post) => from[post];

    /// <summary>The post of that key or other name; -1 when it is not there.</summary>
    internal int Find(string? name) =>
        name is null ? -1 : indexOf.TryGetValue(name, out var index) || (otherNames.TryGetValue(name, out var id) && indexOf.TryGetValue(id, out index)) ? index : -1;

    /// <summary>The post that a quote says it is from. A number counts within its topic.</summary>
    internal int Find(QuoteSource source) =>
        source.Post is null ? -1 : source.Topic is null ? Find(source.Post) : Find($"{source.Topic}/{source.Post}");

    internal void Build()
    {
        // With several, such as the articles of a blog's export, nothing says to which one a stray post belongs.
        var openings = Enumerable.Range(0, posts.Count).Where(index => posts[index].Kind is PostKind.Opening or PostKind.Page).Take(2).ToList();
        opening = openings.Count == 1 ? openings[0] : -1;
        SortedDictionary<string, string?> missing = new(StringComparer.Ordinal);
        HashSet<string> missingOpenings = new(StringComparer.Ordinal);
        for (var index = 0; index < posts.Count; index++)
        {
            var post = posts[index];
            if (post.ParentElse is not null && Find(post.Parent) < 0)
            {
                post.Parent = post.ParentElse;
            }

            parents[index] = post.Parent is null ? ByQuote(index) : Find(post.Parent);
            from[index] = parents[index] < 0 ? ParentFrom.None : post.Parent is null ? ParentFrom.Quote : post.ParentIsGuess ? ParentFrom.Guessed : ParentFrom.Stated;
            if (parents[index] < 0 && post.Parent is not null && !post.ParentIsGuess)
            {
                missing[post.Parent] = missing.GetValueOrDefault(post.Parent) ?? post.ParentIsAt;
                Orphans++;
                if (post.ParentIsOpening)
                {
                    missingOpenings.Add(post.Parent);
                    AnswersToMissingOpenings++;
                }

                var around = post.Around.Select(Find).FirstOrDefault(found => found >= 0 && found != index, opening);
                (parents[index], from[index]) = (index == opening ? -1 : around, ParentFrom.Missing);
            }
            else if (parents[index] < 0 && index != opening && !post.StandsAtTop && opening >= 0)
            {
                (parents[index], from[index]) = (opening, ParentFrom.Thread);
            }
        }

        // A forum that numbers what it holds numbers an opening before what answers it.
        if (openings.Count == 0 && missingOpenings.Count == 0
            && posts.Where(post => post.ParentMayBeOpening && missing.ContainsKey(post.Parent!)).Select(post => post.Parent!).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault() is { } first)
        {
            missingOpenings.Add(first);
            AnswersToMissingOpenings = posts.Count(post => post.Parent == first);
        }

        MissingParents = missing.Count;
        MissingOpenings = missingOpenings.Count;
        MissingAt = [.. missing.Values.OfType<string>()];
        PutInOrder();
    }

    /// <summary>A post that names no parent but quotes one answers the first it quotes.</summary>
    private int ByQuote(int index)
    {
        foreach (var source in posts[index].Body.Sources)
        {
            var quoted = Find(source);
            if (quoted >= 0 && quoted != index && posts[index].Kind is not (PostKind.Opening or PostKind.Page) && !posts[index].StandsAtTop)
            {
                return quoted;
            }
        }

        return -1;
    }

    private void CutCircles()
    {
        // 0 not seen, 1 on the path being walked, 2 known to lead to the top.
        var seen = new byte[posts.Count];
        List<int> path = [];
        // The opening comes first: once it leads to the top, what is put under it does so as well.
        foreach (var start in Enumerable.Range(0, posts.Count).Prepend(opening))
        {
            path.Clear();
            var at = start;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = 1;
                path.Add(at);
                at = parents[at];
            }

            if (at >= 0 && seen[at] == 1)
            {
                CirclesCut++;
                // Cut where only a quote says what is answered, at the oldest of the circle, or the first by key: the order of the files must not matter.
                var oldest = path[path.IndexOf(at)..].OrderBy(index => from[index] is ParentFrom.Quote ? 0 : 1)
                    .ThenBy(index => posts[index].CreatedAt ?? DateTimeOffset.MaxValue).ThenBy(index => posts[index].Id, StringComparer.Ordinal).First();
                (parents[oldest], from[oldest]) = (start == opening ? -1 : opening, ParentFrom.CircleCut);
            }

            path.ForEach(index => seen[index] = 2);
        }
    }

    /// <summary>Puts a post that names no parent under an earlier one that it quotes.</summary>
    internal void Answer(int post, int quoted) => (parents[post], from[post]) = (quoted, ParentFrom.Quote);

    /// <summary>Lists the posts from the top, answers after what they answer. Posts in a circle would not be reached, so it is cut.</summary>
    internal void PutInOrder()
    {
        CutCircles();
        Order.Clear();
        var children = new List<int>?[posts.Count];
        List<int> tops = [];
        for (var index = 0; index < posts.Count; index++)
        {
            (parents[index] < 0 ? tops : children[parents[index]] ??= []).Add(index);
        }

        var open = new Stack<int>();
        Push(tops);
        while (open.TryPop(out var post))
        {
            Order.Add(post);
            if (children[post] is { } answers)
            {
                Push(answers);
            }
        }

        void Push(List<int> siblings)
        {
            var inOrder = siblings.TrueForAll(index => posts[index].CreatedAt is not null)
                ? siblings.OrderBy(index => posts[index].CreatedAt).ThenBy(index => posts[index].Id.StartsWith(ThreadPost.ToldByWords, StringComparison.Ordinal) ? index : 0).ThenBy(index => posts[index].Id.Length).ThenBy(index => posts[index].Id, StringComparer.Ordinal).ToList()
                : siblings;
            for (var index = inOrder.Count - 1; index >= 0; index--)
            {
                open.Push(inOrder[index]);
            }
        }
    }
}
