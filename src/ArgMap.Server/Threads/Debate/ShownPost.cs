namespace ArgMap.Server.Threads.Debate;

/// <summary>A post in its place on the page.</summary>
/// <param name="Post">The post.</param>
/// <param name="Level">How deep it is nested on the page, from 0.</param>
/// <param name="IsUnderParent">Whether it is plain to see what it answers, so that nobody need be told.</param>
public sealed record ShownPost(PostView Post, int Level, bool IsUnderParent)
{
    /// <summary>Deeper posts are shown as if they answered one at this level, with a note of what they do answer: nobody can read a column two words wide.</summary>
    public const int MostLevels = 8;

    /// <summary>What is shown under it.</summary>
    public List<ShownPost> Under { get; } = [];

    /// <summary>How many posts of its branch are not on the page, when the page ends within it.</summary>
    public int More { get; private set; }

    /// <summary>The position of the first of those.</summary>
    public int MoreFrom { get; private set; }

    /// <summary>Nests posts that stand in the order of the thread.</summary>
    /// <returns>Those at the top.</returns>
    public static IReadOnlyList<ShownPost> Nest(IEnumerable<PostView> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var top = new List<ShownPost>();
        var shown = new Dictionary<int, ShownPost>();
        ShownPost? last = null;
        foreach (var post in posts)
        {
            if (last is not null && post.Position != last.Post.Position + 1)
            {
                Cut(shown, last);
            }

            var parent = post.Parent is { } number ? shown.GetValueOrDefault(number) : null;
            var under = parent;
            while (under is { Level: >= MostLevels - 1 })
            {
                under = under.Post.Parent is { } above ? shown.GetValueOrDefault(above) : null;
            }

            // Right above it, or what the whole thread is about.
            var isPlain = parent is not null && parent == under && (parent == last || parent.Post.Position == 0);
            var place = new ShownPost(post, under is null ? 0 : under.Level + 1, post.Parent is null || isPlain);
            (under?.Under ?? top).Add(place);
            shown[post.Number] = place;
            last = place;
        }

        if (last is not null)
        {
            Cut(shown, last);
        }

        return top;
    }

    /// <summary>Posts one by one.</summary>
    public static IReadOnlyList<ShownPost> Row(IEnumerable<PostView> posts) => [.. posts.Select(post => new ShownPost(post, 0, false))];

    /// <summary>What is missing after the last post of a run is noted at the innermost post that it belongs to.</summary>
    private static void Cut(Dictionary<int, ShownPost> shown, ShownPost last)
    {
        for (ShownPost? at = last; at is not null; at = at.Post.Parent is { } parent ? shown.GetValueOrDefault(parent) : null)
        {
            if (at.Post.Position + at.Post.Descendants > last.Post.Position)
            {
                at.More = at.Post.Position + at.Post.Descendants - last.Post.Position;
                at.MoreFrom = last.Post.Position + 1;
                return;
            }
        }
    }
}
