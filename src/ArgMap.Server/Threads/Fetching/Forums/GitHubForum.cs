using System.Globalization;
using System.Text.Json;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>GitHub: issues, and pull requests with their reviews, with all comments; discussions when the operator has given a token, else their page.</summary>
internal sealed class GitHubForum : Forum
{
    private const string Interface = "https://api.github.com";
    private const int OfPage = 100;

    private const string OfComment = "id databaseId url body createdAt lastEditedAt author{login} isMinimized upvoteCount replyTo{id}";

    public override string Name => "GitHub";

    public override bool Knows(Uri address) =>
        address.IdnHost is "github.com" or "www.github.com" && Path(address) is [_, _, "issues" or "pull" or "discussions", var number, ..] && IsNumber(number);

    public override string? Thread(Uri address) => Path(address) is var path ? $"github.com/{path[0]}/{path[1]}/{path[3]}".ToLowerInvariant() : null;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var path = Path(address);
        var (owner, name, number) = (path[0], path[1], path[3]);
        if (path[2] == "discussions")
        {
            // Those of an organisation are in a repository of it that the address does not name.
            return owner != "orgs" && run.Settings.GitHubToken is { Length: > 0 } && int.TryParse(number, CultureInfo.InvariantCulture, out var discussion) && await Discussion(run, owner, name, discussion);
        }

        run.Says("Asking GitHub for the issue.");
        var at = $"{Interface}/repos/{owner}/{name}";
        var issue = await run.Need(Rest(run, new Uri($"{at}/issues/{number}")), answer => answer["number"].Number is not null);
        run.Keep("the issue", issue);
        var said = Json.Of(issue.Bytes);
        var stated = said["comments"].Number + 1;
        var got = await Pages(run, $"{at}/issues/{number}/comments", "comments", 1, stated);
        if (said["pull_request"].IsObject)
        {
            got = await Pages(run, $"{at}/pulls/{number}/reviews", "reviews", got, null);
            await Pages(run, $"{at}/pulls/{number}/comments", "comments on the code", got, null);
        }

        return true;
    }

    private static async Task<int> Pages(FetchRun run, string list, string what, int got, int? stated)
    {
        HashSet<string> known = [];
        for (var page = 1; ; page++)
        {
            run.Says($"Fetching {what} from GitHub.", got, stated);
            var name = $"{what}, page {page}";
            var answer = await run.Part(Rest(run, new Uri(string.Create(CultureInfo.InvariantCulture, $"{list}?per_page={OfPage}&page={page}"))), name);
            if (answer is not null && !Json.Of(answer.Bytes).IsList)
            {
                run.Misses($"{char.ToUpperInvariant(name[0])}{name[1..]} could not be fetched: GitHub answers with something else.");
                answer = null;
            }

            // A page that comes again has nothing new, and so would all after it.
            var count = answer is null ? 0 : Json.Of(answer.Bytes).Items.Select(item => item["id"].Text).OfType<string>().Count(known.Add);
            if (count > 0)
            {
                run.Keep(name, answer!);
            }

            got += count;
            var isLast = answer is null ? !(page * OfPage < stated - 1) : count == 0 || answer.Link?.Contains("rel=\"next\"", StringComparison.Ordinal) != true;
            if (isLast)
            {
                run.Says($"Fetched {what} from GitHub.", got, stated);
                return got;
            }
        }
    }

    private static async Task<bool> Discussion(FetchRun run, string owner, string name, int number)
    {
        run.Says("Asking GitHub for the discussion.");
        var (after, got, stated) = ((string?)null, 1, (int?)null);
        do
        {
            var comments = $"comments(first:50,after:$after){{totalCount pageInfo{{hasNextPage endCursor}} nodes{{{OfComment} isAnswer replies(first:100){{pageInfo{{hasNextPage endCursor}} nodes{{{OfComment}}}}}}}}}";
            var query = $"query($owner:String!,$name:String!,$number:Int!,$after:String){{repository(owner:$owner,name:$name){{discussion(number:$number){{id title body url createdAt lastEditedAt upvoteCount author{{login}} answer{{id}} {comments}}}}}}}";
            var ask = Query(run, query, new { owner, name, number, after });
            var answer = after is null ? await run.Need(ask) : await run.Part(ask, "further comments");
            var discussion = answer is null ? default : Json.Of(answer.Bytes)["data"]["repository"]["discussion"];
            if (!discussion.IsObject)
            {
                return after is not null ? true : throw new FetchFailure($"GitHub gives no discussion {number} of {owner}/{name}. Is it open to everybody?");
            }

            run.Keep(after is null ? "the discussion" : $"the discussion after {got} posts", answer!);
            stated = discussion["comments"]["totalCount"].Number + 1;
            foreach (var comment in discussion["comments"]["nodes"].Items)
            {
                got += 1 + comment["replies"]["nodes"].Items.Count();
                await Replies(run, comment);
            }

            run.Says("Fetching comments from GitHub.", got, stated);
            after = discussion["comments"]["pageInfo"]["hasNextPage"].IsTrue ? discussion["comments"]["pageInfo"]["endCursor"].Text : null;
        }
        while (after is not null);
        return true;
    }

    /// <summary>The replies to one comment after the first hundred, put as the interface would give them with their comment.</summary>
    private static async Task Replies(FetchRun run, Json comment)
    {
        var page = comment["replies"]["pageInfo"];
        while (page["hasNextPage"].IsTrue && page["endCursor"].Text is { } after && comment["id"].Text is { } id)
        {
            // The answer has the shape of a discussion whose comments are the replies, each of which says what it answers.
            var query = $"query($id:ID!,$after:String){{node(id:$id){{... on DiscussionComment{{comments:replies(first:100,after:$after){{pageInfo{{hasNextPage endCursor}} nodes{{{OfComment}}}}}}}}}}}";
            if (await run.Part(Query(run, query, new { id, after }), "further replies to " + id) is not { } answer)
            {
                return;
            }

            run.Keep("further replies to " + id, answer);
            page = Json.Of(answer.Bytes)["data"]["node"]["comments"]["pageInfo"];
        }
    }

    private static Ask Rest(FetchRun run, Uri address) => new(address, "application/vnd.github+json") { Token = run.Settings.GitHubToken };

    private static Ask Query(FetchRun run, string query, object variables) =>
        new(new Uri(Interface + "/graphql")) { Body = JsonSerializer.Serialize(new { query, variables }), Token = run.Settings.GitHubToken };
}
