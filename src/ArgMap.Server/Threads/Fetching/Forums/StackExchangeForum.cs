using System.Globalization;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Stack Exchange: a question, its answers, and the comments on all of them.</summary>
internal sealed class StackExchangeForum : Forum
{
    private const string Interface = "https://api.stackexchange.com/2.3";
    private const int OfPage = 100;

    private static readonly string[] Sites = ["stackexchange.com", "stackoverflow.com", "superuser.com", "serverfault.com", "askubuntu.com", "mathoverflow.net", "stackapps.com"];

    public override string Name => "Stack Exchange";

    public override bool Knows(Uri address) => Array.Exists(Sites, site => IsAt(address, site)) && Path(address) is ["questions" or "q" or "a", var id, ..] && IsNumber(id);

    public override string? Thread(Uri address) => Path(address) is ["questions" or "q", var id, ..] ? $"{PageLinks.Site(address.IdnHost)}/questions/{id}" : null;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var site = address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost;
        run.Says($"Asking {site} for the question.");
        var path = Path(address);
        var id = path[1];
        if (path[0] == "a")
        {
            var one = await run.Need(Of(run, site, $"answers/{id}", 1));
            id = Json.Of(one.Bytes)["items"].Items.Select(item => item["question_id"].Text).FirstOrDefault() ?? throw new FetchFailure($"{site} has no answer {id}.");
        }

        var question = await run.Need(Of(run, site, $"questions/{id}", 1));
        if (!Json.Of(question.Bytes)["items"].Items.Any())
        {
            throw new FetchFailure($"{site} has no question {id}. Was it deleted?");
        }

        await Obey(run, question);
        run.Keep("the question", question);
        List<string> posts = [id];
        foreach (var answer in await Pages(run, site, $"questions/{id}/answers", "answers", 1))
        {
            posts.AddRange(answer["answer_id"].Text is { } key ? [key] : []);
        }

        var got = posts.Count;
        foreach (var some in posts.Chunk(OfPage))
        {
            got += (await Pages(run, site, $"posts/{string.Join(';', some)}/comments", "comments", got)).Count;
        }

        run.Says($"Fetched everything from {site}.", got);
        return true;
    }

    private static async Task<List<Json>> Pages(FetchRun run, string site, string list, string what, int got)
    {
        List<Json> items = [];
        HashSet<string> known = [];
        for (var page = 1; ; page++)
        {
            run.Says($"Fetching {what} from {site}.", got + items.Count);
            var name = $"{what}, page {page}";
            if (await run.Part(Of(run, site, list, page), name) is not { } answer)
            {
                return items;
            }

            var said = Json.Of(answer.Bytes);
            var some = said["items"].Items.Where(item => (item["answer_id"].Text is { } answer ? $"a{answer}" : item["comment_id"].Text) is not { } id || known.Add(id)).ToList();
            if (some.Count > 0)
            {
                run.Keep(name, answer);
            }

            items.AddRange(some);
            await Obey(run, answer);
            if (!said["has_more"].IsTrue || some.Count == 0)
            {
                return items;
            }
        }
    }

    /// <summary>The interface says in its answers how long it wants to be left alone, and shuts out whoever does not listen.</summary>
    private static Task Obey(FetchRun run, Answer answer) =>
        Json.Of(answer.Bytes)["backoff"].Number is > 0 and var seconds ? run.Pause(answer.Address, TimeSpan.FromSeconds(seconds)) : Task.CompletedTask;

    private static Ask Of(FetchRun run, string site, string what, int page) => new(new Uri(string.Create(
        CultureInfo.InvariantCulture,
        $"{Interface}/{what}?site={Uri.EscapeDataString(site)}&filter=withbody&order=asc&sort=creation&pagesize={OfPage}&page={page}{(run.Settings.StackExchangeKey is { Length: > 0 } key ? "&key=" + Uri.EscapeDataString(key) : "")}")));
}
