namespace ArgMap.Argumentation.Threads;

/// <summary>How many posts the forum says there are: in all, in several lists, or below single posts; and on which pages its lists go on.</summary>
internal sealed class StatedPosts
{
    private readonly Dictionary<string, int> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Post, PostKind? Kind), int> below = [];
    private readonly Dictionary<string, Pages> paged = new(StringComparer.Ordinal);
    private int? whole;

    /// <summary>The forum counts this many posts, the opening one included; the largest of several counts is kept, since pages written at different times differ.</summary>
    internal void InAll(int? count) => whole = count >= 0 ? Math.Max(whole ?? 0, count.Value) : whole;

    /// <summary>The forum counts this many in one of several lists, which together hold all but the opening post.</summary>
    internal void In(string list, int count) => lists[list] = Math.Max(lists.GetValueOrDefault(list), count);

    /// <summary>The forum counts this many posts right below that one, of that kind where it tells kinds apart.</summary>
    internal void Below(string post, PostKind? kind, int? count)
    {
        if (count >= 0)
        {
            below[(post, kind)] = Math.Max(below.GetValueOrDefault((post, kind)), count.Value);
        }
    }

    /// <summary>A page of a list.</summary>
    /// <param name="list">What all pages of the list share.</param>
    /// <param name="keys">What tells apart that which the page holds.</param>
    /// <param name="total">How much the whole list holds, where the forum says so.</param>
    /// <param name="goesOn">Whether there is a page after this one.</param>
    internal void Page(string list, IEnumerable<string> keys, int? total, bool goesOn)
    {
        var known = paged.TryGetValue(list, out var before) ? before : new Pages([], null, false, false);
        known.Keys.UnionWith(keys);
        paged[list] = known with { Total = known.Total is null || total > known.Total ? total ?? known.Total : known.Total, GoesOn = known.GoesOn || goesOn, Ends = known.Ends || !goesOn };
    }

    /// <summary>How much of lists lies on pages that are not given; a list that does not say counts as one.</summary>
    internal int OnOtherPages => AtMost(paged.Values.Sum(list => list.Total > list.Keys.Count ? list.Total.Value - (long)list.Keys.Count : list is { Total: null, GoesOn: true, Ends: false } ? 1 : 0));

    /// <summary>What the forum counts in all; null when it does not say.</summary>
    /// <param name="posts">All posts, whose parents are known.</param>
    /// <param name="parentOf">The key of the post that one of that number hangs on.</param>
    /// <param name="find">The key under which a post is kept.</param>
    internal int? Count(IReadOnlyList<FoundPost> posts, Func<int, string?> parentOf, Func<string, string> find)
    {
        var uncounted = posts.Count(post => post.IsUncounted);
        int? counted = lists.Count > 0 ? Math.Max(whole ?? 0, AtMost(1 + lists.Values.Sum(count => (long)count))) : whole;
        if (below.Count == 0)
        {
            return counted + uncounted;
        }

        Dictionary<(string, PostKind?), int> there = [];
        for (var index = 0; index < posts.Count; index++)
        {
            if (parentOf(index) is { } parent)
            {
                var kind = posts[index].Kind;
                there[(parent, kind)] = there.GetValueOrDefault((parent, kind)) + 1;
                there[(parent, null)] = there.GetValueOrDefault((parent, null)) + 1;
            }
        }

        var missing = below.Sum(stated => Math.Max(0L, stated.Value - there.GetValueOrDefault((find(stated.Key.Post), stated.Key.Kind))));
        return Math.Max((counted ?? 0) + uncounted, AtMost(posts.Count + missing));
    }

    /// <summary>What forums count is believed, however large it is; more than a number holds is not told.</summary>
    internal static int AtMost(long count) => (int)Math.Min(count, int.MaxValue);

    private sealed record Pages(HashSet<string> Keys, int? Total, bool GoesOn, bool Ends);
}
