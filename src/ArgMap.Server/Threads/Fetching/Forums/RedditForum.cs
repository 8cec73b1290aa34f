using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Reddit: the thread's two listings, then what they only name, then what is deeper than they show.</summary>
internal sealed partial class RedditForum : Forum
{
    private const string Site = "https://www.reddit.com";
    private const int MostAtOnce = 100;

    public override string Name => "Reddit";

    public override bool Knows(Uri address) => IsAt(address, "reddit.com") || IsShort(address);

    public override string? Thread(Uri address) => Id(address) is { } id ? $"reddit.com/{id}" : null;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        run.Says("Asking Reddit for the thread.");
        var id = Id(address);
        if (id is null)
        {
            // What the site makes for sharing is sent on to the thread, whose page itself may be shut to programs.
            var page = await run.Send(new Ask(address, Ask.Page));
            id = Id(page.Address);
            if (id is null)
            {
                FetchRun.Good(page);
                throw new FetchFailure("This address on Reddit is no thread. Give the one of a post with its comments.");
            }
        }

        Answer first;
        try
        {
            first = await run.Need(new Ask(new Uri($"{Site}/comments/{id}.json?limit=500&raw_json=1")) { Conditions = conditions }, answer => answer.Items.Any(listing => listing["data"]["children"].Items.Any(child => child["kind"].Text == "t3")));
        }
        catch (FetchFailure failure) when (failure is { IsEnd: false, IsPassing: false, Status: not (404 or 410) })
        {
            if (await Otherwise(run, id))
            {
                return true;
            }

            throw;
        }

        if (first.IsUnchanged)
        {
            run.IsUnchanged = true;
            return true;
        }

        run.Keep("the thread", first);
        var found = new Found();
        found.LookIn(Json.Of(first.Bytes));
        // What the answer only names may change without it.
        run.Conditions = found.More.Count + found.Deeper.Count == 0 ? first.Conditions : new();
        while (true)
        {
            run.Says("Fetching more comments from Reddit.", found.Posts, found.Stated);
            if (found.More.Count > 0)
            {
                List<string> some = [];
                while (some.Count < MostAtOnce && found.More.TryDequeue(out var next))
                {
                    some.Add(next);
                }

                var name = some.Count == 1 ? $"comment {some[0]}" : $"comments {some[0]} to {some[^1]}";
                var ask = new Ask(new Uri($"{Site}/api/morechildren.json?api_type=json&raw_json=1&limit_children=false&link_id=t3_{id}&children={string.Join(',', some)}"));
                Take(await run.Part(ask, name), name);
            }
            else if (found.Deeper.TryDequeue(out var parent))
            {
                var name = "answers to " + parent;
                Take(await run.Part(new Ask(new Uri($"{Site}/comments/{id}/_/{parent}.json?limit=500&raw_json=1")), name), name);
            }
            else
            {
                run.Says("Fetched the comments from Reddit.", found.Posts, found.Stated);
                return true;
            }
        }

        void Take(Answer? answer, string name)
        {
            if (answer is not null)
            {
                run.Keep(name, answer);
                found.LookIn(Json.Of(answer.Bytes));
            }
        }
    }

    /// <summary>What the site gives to those to whom it does not give its interface: its older pages, or a feed of the latest comments. Neither has all.</summary>
    private static async Task<bool> Otherwise(FetchRun run, string id)
    {
        run.Says("Reddit does not give its interface to programs. Asking for a page of the thread.");
        foreach (var (place, mark, what) in (IEnumerable<(string, string, string)>)[($"https://old.reddit.com/comments/{id}?limit=500", $"t3_{id}", "an older page of the thread"), ($"{Site}/comments/{id}/.rss?limit=500", "<feed", "a feed of its comments")])
        {
            if (await Sent(run, place) is { IsGood: true } answer && Encoding.UTF8.GetString(answer.Bytes).Contains(mark, StringComparison.Ordinal))
            {
                run.Keep(what, answer);
                run.Misses($"Reddit gives its interface to nobody who has not signed in, so {what} was read. Comments that it does not show are missing. To have all, save the thread from your browser with all comments opened.");
                return true;
            }
        }

        return false;
    }

    private static async Task<Answer?> Sent(FetchRun run, string place)
    {
        try
        {
            return await run.Send(new Ask(new Uri(place), Ask.Page));
        }
        catch (FetchFailure failure) when (!failure.IsEnd)
        {
            return null;
        }
    }

    private static string? Id(Uri address)
    {
        var path = Path(address);
        var id = IsShort(address) && path.Length > 0 ? path[0] : After(path, "comments", "gallery");
        return Key().IsMatch(id) ? id : null;
    }

    private static bool IsShort(Uri address) => address.IdnHost is "redd.it" or "www.redd.it";

    [GeneratedRegex("^[a-z0-9]{2,12}$", RegexOptions.None, 1000)]
    private static partial Regex Key();

    /// <summary>What has been found so far, and what is still only named.</summary>
    private sealed class Found
    {
        private readonly HashSet<string> posts = [], named = [], deeper = [];

        public int Posts => posts.Count;

        public int? Stated { get; private set; }

        public Queue<string> More { get; } = new();

        public Queue<string> Deeper { get; } = new();

        public void LookIn(Json root)
        {
            var open = new Stack<Json>([root]);
            while (open.TryPop(out var value))
            {
                var data = value["data"];
                foreach (var part in value.Items.Concat([data["children"], data["replies"], value["json"]["data"]["things"]]).Where(part => part.IsObject || part.IsList))
                {
                    open.Push(part);
                }

                switch (value["kind"].Text)
                {
                    case "t3":
                        Stated ??= data["num_comments"].Number + 1;
                        posts.Add(data["name"].Text ?? "");
                        break;
                    case "t1":
                        posts.Add(data["name"].Text ?? "");
                        break;
                    case "more":
                        foreach (var id in data["children"].Items.Select(child => child.Text).OfType<string>().Where(id => Key().IsMatch(id) && named.Add(id)))
                        {
                            More.Enqueue(id);
                        }

                        // Without names there are answers below a comment, on a page of their own.
                        if (!data["children"].Items.Any() && data["parent_id"].Text is ['t', '1', '_', .. var parent] && Key().IsMatch(parent) && deeper.Add(parent))
                        {
                            Deeper.Enqueue(parent);
                        }

                        break;
                }
            }
        }
    }
}
