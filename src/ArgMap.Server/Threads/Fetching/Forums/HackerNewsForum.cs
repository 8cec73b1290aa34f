using System.Globalization;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Hacker News: the whole tree by Algolia's interface, or item by item by Firebase's when that fails.</summary>
internal sealed class HackerNewsForum : Forum
{
    public override string Name => "Hacker News";

    public override bool Knows(Uri address) => address.IdnHost == "news.ycombinator.com" && Item(address) is not null;

    public override string? Thread(Uri address) => $"news.ycombinator.com/{Item(address)}";

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var (id, isOfComment) = (Item(address)!, false);
        run.Says("Asking Hacker News for the discussion.");
        var answer = await Whole(run, id, conditions);
        // A comment's address means the discussion it is in.
        if (answer is { IsUnchanged: false } && Json.Of(answer.Bytes)["story_id"].Text is { } story && story != id)
        {
            // What the forum says of the discussion's state is of no use with the comment's address, which is asked about first.
            isOfComment = true;
            id = story;
            answer = await Whole(run, id, null);
        }

        if (answer is { IsUnchanged: true })
        {
            run.IsUnchanged = true;
        }
        else if (answer is not null)
        {
            run.Keep("the discussion", answer);
            run.Conditions = isOfComment ? new() : answer.Conditions;
        }
        else
        {
            await OneByOne(run, id);
        }

        return true;
    }

    private static async Task<Answer?> Whole(FetchRun run, string id, FetchConditions? conditions)
    {
        try
        {
            var answer = await run.Send(new Ask(new Uri("https://hn.algolia.com/api/v1/items/" + id)) { Conditions = conditions });
            return answer.IsUnchanged || (answer.IsGood && Json.Of(answer.Bytes)["id"].Text is not null) ? answer : null;
        }
        catch (FetchFailure failure) when (failure.IsPassing || failure.Status is not null)
        {
            return null;
        }
    }

    private static async Task OneByOne(FetchRun run, string id)
    {
        // From a comment up to the story, then down.
        var top = await Need(run, id);
        for (var hops = 0; hops < 200 && Json.Of(top.Bytes)["parent"].Text is { } parent; hops++)
        {
            top = await Need(run, parent);
        }

        var story = Json.Of(top.Bytes);
        var (known, stated) = (1, story["descendants"].Number + 1);
        run.Keep("the story", top);
        var open = new Queue<string>(Below(story));
        while (open.TryDequeue(out var next))
        {
            run.Says("Fetching comments from Hacker News, one by one.", known, stated);
            // Of what it does not give it says null.
            if (await run.Part(Firebase(next), "comment " + next) is { } item && Json.Of(item.Bytes).IsObject)
            {
                run.Keep("comment " + next, item);
                known++;
                foreach (var below in Below(Json.Of(item.Bytes)))
                {
                    open.Enqueue(below);
                }
            }
        }
    }

    private static async Task<Answer> Need(FetchRun run, string id)
    {
        var answer = await run.Need(Firebase(id));
        return Json.Of(answer.Bytes)["id"].Text is not null ? answer
            : throw new FetchFailure($"Hacker News knows no item {id}. Is the address complete?");
    }

    private static Ask Firebase(string id) => new(new Uri(string.Create(CultureInfo.InvariantCulture, $"https://hacker-news.firebaseio.com/v0/item/{id}.json")));

    private static IEnumerable<string> Below(Json item) => item["parts"].Items.Concat(item["kids"].Items).Select(kid => kid.Text).OfType<string>().Where(IsNumber);

    private static string? Item(Uri address)
    {
        var pair = address.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("id=", StringComparison.Ordinal));
        return pair is not null && IsNumber(pair[3..]) ? pair[3..] : null;
    }
}
