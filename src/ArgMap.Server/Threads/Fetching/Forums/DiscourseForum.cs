namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Discourse: the topic with its first posts and the numbers of all, then the rest in chunks.</summary>
internal sealed class DiscourseForum : Forum
{
    private const int MostOfChunk = 50;

    public override string Name => "Discourse";

    public override bool Knows(Uri address) => Topic(address) is not null;

    public override string? Thread(Uri address) => Topic(address) is { } topic ? PageLinks.Site(address.IdnHost) + new Uri(topic).AbsolutePath : null;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var topic = Topic(address)!;
        run.Says($"Asking {address.IdnHost} for the topic.");
        var answer = await run.Send(new Ask(new Uri(topic + ".json")) { Conditions = conditions });
        if (answer.IsUnchanged)
        {
            run.IsUnchanged = true;
            return true;
        }

        var first = answer.IsGood ? Json.Of(answer.Bytes) : default;
        if (!first["post_stream"].IsObject || !answer.Address.AbsolutePath.EndsWith(".json", StringComparison.Ordinal))
        {
            if (answer.Status is 401 or 403)
            {
                run.Tells($"{address.IdnHost} does not give the topic to programs ({answer.Status}), so its pages were read, which show less of it.");
            }

            return false;
        }

        run.Keep("the topic", answer);
        // The topic may have been sent on to another address, under which the rest is as well.
        var at = answer.Address.GetLeftPart(UriPartial.Path)[..^".json".Length];
        var stated = first["posts_count"].Number;
        var known = Posts(first["post_stream"]["posts"]).ToHashSet();
        var wanted = new Queue<string>(first["post_stream"]["stream"].Items.Select(id => id.Text).OfType<string>().Where(id => IsNumber(id) && !known.Contains(id)));
        // Where a later post was edited, the answer with the first ones stays as it was.
        run.Conditions = wanted.Count == 0 ? answer.Conditions : new();
        var size = MostOfChunk;
        HashSet<string> askedTwice = [];
        while (wanted.Count > 0)
        {
            List<string> chunk = [];
            while (chunk.Count < size && wanted.TryDequeue(out var id))
            {
                chunk.Add(id);
            }

            run.Says($"Fetching posts from {address.IdnHost}.", known.Count, stated);
            var name = $"posts {known.Count + 1}–{known.Count + chunk.Count}";
            if (await run.Part(new Ask(new Uri($"{at}/posts.json?{string.Join('&', chunk.Select(id => "post_ids[]=" + id))}")), name) is not { } part)
            {
                continue;
            }

            var posts = Posts(Json.Of(part.Bytes)["post_stream"]["posts"]).ToList();
            run.Keep(name, part);
            known.UnionWith(posts);
            // A forum that gives fewer at once than were asked for gives the others to whoever asks again.
            size = posts.Count > 0 && posts.Count < chunk.Count ? Math.Max(posts.Count, 10) : size;
            foreach (var id in chunk.Where(id => !known.Contains(id) && askedTwice.Add(id)))
            {
                wanted.Enqueue(id);
            }
        }

        run.Says($"Fetched the posts from {address.IdnHost}.", known.Count, stated);
        return true;
    }

    private static IEnumerable<string> Posts(Json posts) => posts.Items.Select(post => post["id"].Text).OfType<string>();

    /// <summary>The address of the topic without what names it in words or one of its posts: <c>…/t/slug/12/3</c> is <c>…/t/12</c>. The forum may lie below the host's root.</summary>
    private static string? Topic(Uri address)
    {
        var path = Path(address);
        var at = Array.IndexOf(path, "t");
        var number = at < 0 ? -1 : Array.FindIndex(path, at + 1, part => IsNumber(part.Replace(".json", "", StringComparison.Ordinal)));
        return number < 0 || number > at + 2 ? null
            : $"{address.GetLeftPart(UriPartial.Authority)}/{string.Join('/', [.. path[..(at + 1)], path[number].Replace(".json", "", StringComparison.Ordinal)])}";
    }
}
