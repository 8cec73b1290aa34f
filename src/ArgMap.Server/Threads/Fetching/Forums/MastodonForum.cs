namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Mastodon and what speaks as it does: the status that began the thread, and what its server knows of the answers.</summary>
internal sealed class MastodonForum : Forum
{
    // People who have not signed in get 60 answers at once; below those that have more, one asks again.
    private const int MostFurther = 60;

    public override string Name => "Mastodon";

    public override bool Knows(Uri address) => Status(address) is not null;

    public override string? Thread(Uri address) => $"{PageLinks.Site(address.IdnHost)}/statuses/{Status(address)}";

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        run.Says($"Asking {address.IdnHost} for the status.");
        var own = await run.Send(Of(host, Status(address)!, ""));
        var status = own.IsGood ? Json.Of(own.Bytes) : default;
        if (status["id"].Text is not { } id || !status["account"].IsObject)
        {
            return false;
        }

        run.Keep("the status", own);
        var thread = new Known(status);
        if (await Context(run, host, id, thread) is { } root && root != id)
        {
            await Context(run, host, root, thread);
        }

        for (var further = 0; further < MostFurther && thread.Unanswered() is { } next; further++)
        {
            run.Says($"Fetching further answers from {address.IdnHost}.", thread.Count);
            await Context(run, host, next, thread);
        }

        run.Says($"Fetched what {address.IdnHost} knows of the thread.", thread.Count);
        return true;
    }

    /// <summary>Asks what comes before and after a status.</summary>
    /// <returns>The first before it.</returns>
    private static async Task<string?> Context(FetchRun run, string host, string id, Known thread)
    {
        thread.Asked(id);
        var name = $"the statuses around {id}";
        if (await run.Part(Of(host, id, "/context"), name) is not { } answer)
        {
            return null;
        }

        var said = Json.Of(answer.Bytes);
        run.Keep(name, answer);
        foreach (var status in said["ancestors"].Items.Concat(said["descendants"].Items))
        {
            thread.Add(status);
        }

        return said["ancestors"].Items.Select(status => status["id"].Text).FirstOrDefault() is { } first && first.All(char.IsAsciiLetterOrDigit) ? first : null;
    }

    private static Ask Of(string host, string id, string what) => new(new Uri($"{host}/api/v1/statuses/{Uri.EscapeDataString(id)}{what}"));

    /// <summary><c>/@name/1</c>, <c>/users/name/statuses/1</c>, <c>/ap/users/2/statuses/1</c>, <c>/web/statuses/1</c>, <c>/notice/x</c>.</summary>
    private static string? Status(Uri address) => Path(address) switch
    {
        [['@', ..], var id, ..] when IsNumber(id) => id,
        ["users", _, "statuses", var id, ..] when IsNumber(id) => id,
        ["ap", "users", _, "statuses", var id, ..] when IsNumber(id) => id,
        ["web", "statuses", var id, ..] when IsNumber(id) => id,
        ["web" or "deck", ['@', ..], var id, ..] when IsNumber(id) => id,
        ["notice", var id, ..] when id.All(char.IsAsciiLetterOrDigit) => id,
        _ => null,
    };

    /// <summary>The statuses that are known, and how many answers to each are.</summary>
    private sealed class Known
    {
        private readonly Dictionary<string, int> stated = [], answers = [];
        private readonly HashSet<string> asked = [];

        public Known(Json status) => Add(status);

        public int Count => stated.Count;

        public void Asked(string id) => asked.Add(id);

        public void Add(Json status)
        {
            if (status["id"].Text is { } id && id.All(char.IsAsciiLetterOrDigit) && stated.TryAdd(id, status["replies_count"].Number ?? 0) && status["in_reply_to_id"].Text is { } parent)
            {
                answers[parent] = answers.GetValueOrDefault(parent) + 1;
            }
        }

        /// <summary>A status that says it has answers of which none are known, so that the list may have been cut there.</summary>
        public string? Unanswered() =>
            stated.Where(pair => pair.Value > 0 && !answers.ContainsKey(pair.Key) && !asked.Contains(pair.Key)).Select(pair => pair.Key).FirstOrDefault();
    }
}
