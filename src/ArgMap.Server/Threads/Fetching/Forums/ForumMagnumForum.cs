using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>LessWrong, the Alignment Forum, the EA Forum and their twins, by GraphQL: the post, its comments and, of questions and dialogues, what those leave out.</summary>
internal sealed partial class ForumMagnumForum : Forum
{
    private const string LessWrong = "www.lesswrong.com";

    // Beyond this many nothing can be skipped, so the last request asks for all that the interface gives at once.
    private const int MostSkipped = 2_000;
    private const int OfPage = 500;
    private const int MostOfRequest = 5_000;
    private const string Texts = "text/markdown, text/plain;q=0.9";

    private const string OfPost = "_id slug title pageUrl postedAt modifiedAt url question debate baseScore voteCount commentCount user{_id slug displayName} coauthors{_id slug displayName} hideAuthor contents{html version editedAt}";

    private const string OfComment =
        "_id postId parentCommentId topLevelCommentId parentAnswerId answer debateResponse postedAt lastEditedAt baseScore extendedScore user{_id slug displayName} author hideAuthor " +
        "contents{html version} deleted deletedPublic retracted rejected title pageUrl";

    public override string Name => "ForumMagnum";

    public override bool Knows(Uri address) => Host(address) is not null || PostId().IsMatch(address.AbsolutePath);

    public override string? Thread(Uri address) => Id(address) is { } id ? $"{Host(address) ?? PageLinks.Site(address.IdnHost)}/posts/{id}" : null;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var host = Host(address);
        run.Says($"Asking {host ?? address.IdnHost} for the post.");
        if (Id(address) is not { } id)
        {
            // Addresses of earlier times, and short ones, lead on to those of today.
            var page = await run.Need(new Ask(host == LessWrong ? new UriBuilder(address) { Host = LessWrong, Scheme = "https", Port = 443 }.Uri : address, Ask.Page));
            // What is read in a sequence or a collection has an address of its own there, and the page says which post it is.
            var said = new PageLinks(page).Canonical;
            if ((Id(page.Address) ?? (said is not null && Host(said) is { } its && its == (host ?? Host(page.Address)) ? Id(said) : null)) is not { } found)
            {
                return IsListOfPosts(page.Address) ? throw new FetchFailure("This address is of a list of posts. Give that of one of them, and it is read with its comments.") : false;
            }

            id = found;
        }

        var graph = new Uri($"https://{host ?? address.Authority}/graphql");
        var isOld = false;
        var post = await run.Send(Query(graph, $"query($id:String!){{post(selector:{{_id:$id}}){{result{{{OfPost}}}}}}}", new() { ["id"] = id }));
        if (!IsPost(post))
        {
            isOld = true;
            post = await run.Send(Query(graph, $"query($id:String!){{post(input:{{selector:{{_id:$id}}}}){{result{{{OfPost}}}}}}}", new() { ["id"] = id }));
        }

        if (!IsPost(post))
        {
            return host is not null && await AsMarkdown(run, host, id, post);
        }

        run.Keep("the post", post);
        var result = Json.Of(post.Bytes)["data"]["post"]["result"];
        var stated = result["commentCount"].Number + 1;
        var got = await Comments(run, graph, id, isOld, "postCommentsOld", "comments", 1, stated);
        got = result["question"].IsTrue ? await Comments(run, graph, id, isOld, "answersAndReplies", "answers", got, stated) : got;
        _ = result["debate"].IsTrue ? await Comments(run, graph, id, isOld, "debateResponses", "parts of the dialogue", got, stated) : 0;
        return true;
    }

    /// <summary>All comments of a view, in as many requests as it takes.</summary>
    /// <returns>How many there are now, with those before.</returns>
    private static async Task<int> Comments(FetchRun run, Uri graph, string id, bool isOld, string view, string what, int before, int? stated)
    {
        var (got, total) = (0, (int?)null);
        for (var skipped = 0; ;)
        {
            run.Says($"Fetching {what} from {graph.IdnHost}.", before + got, stated);
            var limit = skipped >= MostSkipped ? MostOfRequest : OfPage;
            var query = isOld
                ? $"query($id:String!){{comments(input:{{terms:{{view:\"{view}\",postId:$id,limit:{limit},offset:{skipped}}},enableTotal:true}}){{totalCount results{{{OfComment}}}}}}}"
                : $"query($id:String!){{comments(selector:{{{view}:{{postId:$id}}}},limit:{limit},offset:{skipped},enableTotal:true){{totalCount results{{{OfComment}}}}}}}";
            var name = $"{what} from {skipped + 1} on";
            var answer = await run.Part(Query(graph, query, new() { ["id"] = id }), name);
            var comments = answer is null ? default : Json.Of(answer.Bytes)["data"]["comments"];
            if (answer is not null && !comments["results"].IsList)
            {
                run.Misses($"{char.ToUpperInvariant(name[0])}{name[1..]} could not be fetched: the interface of {graph.IdnHost} does not give them.");
                return before + got;
            }

            var count = comments["results"].Items.Count();
            total ??= comments["totalCount"].Number;
            if (answer is not null && count > 0)
            {
                run.Keep(name, answer);
            }

            got += count;
            if (answer is not null && count > 0 && count < limit && skipped + count < total && skipped < MostSkipped)
            {
                // It gives fewer at once than it is asked for.
                skipped += count;
                continue;
            }

            if (skipped >= MostSkipped || (answer is not null && count < limit) || (answer is null && !(skipped + OfPage < total)))
            {
                run.Says($"Fetched {what} from {graph.IdnHost}.", before + got, stated);
                return before + got;
            }

            skipped += OfPage;
        }
    }

    /// <summary>The forum's other interface, for when the first does not answer: Markdown, as its makers want programs to read it.</summary>
    private static async Task<bool> AsMarkdown(FetchRun run, string host, string id, Answer declined)
    {
        var post = await run.Send(new Ask(new Uri($"https://{host}/api/post/{id}"), Texts));
        if (!post.IsGood || post.IsPage)
        {
            FetchRun.Good(declined);
            throw new FetchFailure($"{host} gives no post {id}. Is the address complete, and is the post open to everybody?");
        }

        run.Keep("the post", post);
        if (await run.Part(new Ask(new Uri($"https://{host}/api/post/{id}/comments?sort=old&limit=2000"), Texts), "the comments") is { } comments)
        {
            run.Keep("the comments", comments);
        }

        return true;
    }

    private static bool IsPost(Answer answer) => answer.IsGood && Json.Of(answer.Bytes)["data"]["post"]["result"]["_id"].Text is not null;

    private static Ask Query(Uri graph, string query, Dictionary<string, string> variables) => new(graph) { Body = JsonSerializer.Serialize(new { query, variables }) };

    /// <summary>The host that has the whole of the discussion: the Alignment Forum shows a part of LessWrong's, GreaterWrong another view of the same.</summary>
    private static string? Host(Uri address) =>
        IsAt(address, "forum.effectivealtruism.org") || address.IdnHost == "ea.greaterwrong.com" ? "forum.effectivealtruism.org"
            : IsAt(address, "lesswrong.com") || IsAt(address, "alignmentforum.org") || address.IdnHost is "greaterwrong.com" or "www.greaterwrong.com" or "lesserwrong.com" or "lw2.issarice.com" ? LessWrong
            : null;

    private static bool IsListOfPosts(Uri address) =>
        Host(address) is not null && Path(address) is [] or ["s", _] or ["rationality" or "codex" or "hpmor" or "library" or "sequences" or "allPosts" or "bestoflesswrong"];

    private static string? Id(Uri address) => PostId().Match(address.AbsolutePath) switch { { Success: true } match => match.Groups["id"].Value, _ => null };

    [GeneratedRegex("/(posts|s/[A-Za-z0-9]+/p|events|api/post|g/[A-Za-z0-9]+/p)/(?<id>[A-Za-z0-9]{17})(/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PostId();
}
