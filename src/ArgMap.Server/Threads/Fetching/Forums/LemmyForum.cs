using System.Globalization;

namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Lemmy, of versions 0.19 and 1.0: the post, then its comments page by page.</summary>
internal sealed class LemmyForum : Forum
{
    private const int OfPage = 50;

    public override string Name => "Lemmy";

    public override bool Knows(Uri address) => Path(address) is ["post" or "comment", var id, ..] && IsNumber(id);

    public override string? Thread(Uri address) => Path(address) is ["post", var id, ..] ? $"{PageLinks.Site(address.IdnHost)}/post/{id}" : null;

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        var (path, host) = (Path(address), address.GetLeftPart(UriPartial.Authority));
        var id = path[1];
        run.Says($"Asking {address.IdnHost} for the post.");
        foreach (var version in (string[])["v3", "v4"])
        {
            var at = $"{host}/api/{version}";
            var key = id;
            if (path[0] == "comment")
            {
                var comment = Json.Of((await run.Send(new Ask(new Uri($"{at}/comment?id={id}")))).Bytes)["comment_view"];
                if ((comment["comment"]["post_id"].Number ?? comment["post"]["id"].Number) is not { } itsPost)
                {
                    // The post of that number is another one.
                    continue;
                }

                key = itsPost.ToString(CultureInfo.InvariantCulture);
            }

            var answer = await run.Send(new Ask(new Uri($"{at}/post?id={key}")));
            var post = answer.IsGood ? Json.Of(answer.Bytes)["post_view"] : default;
            if (post["post"].IsObject)
            {
                run.Keep("the post", answer);
                await Comments(run, at, key, address.IdnHost, (post["counts"]["comments"].Number ?? post["post"]["comments"].Number) + 1);
                return true;
            }
        }

        return false;
    }

    private static async Task Comments(FetchRun run, string at, string post, string host, int? stated)
    {
        var (got, cursor) = (1, (string?)null);
        HashSet<string> known = [];
        for (var page = 1; ; page++)
        {
            run.Says($"Fetching comments from {host}.", got, stated);
            var place = cursor is null ? string.Create(CultureInfo.InvariantCulture, $"&page={page}") : "&page_cursor=" + Uri.EscapeDataString(cursor);
            var name = $"comments, page {page}";
            var answer = await run.Part(new Ask(new Uri($"{at}/comment/list?post_id={post}&type_=All&sort=Old&limit={OfPage}{place}")), name);
            var said = answer is null ? default : Json.Of(answer.Bytes);
            var comments = (said["comments"].IsList ? said["comments"] : said["items"]).Items.ToList();
            var before = known.Count;
            known.UnionWith(comments.Select(comment => comment["comment"]["id"].Text).OfType<string>());
            var isNew = known.Count > before;
            if (isNew)
            {
                run.Keep(name, answer!);
            }

            got = known.Count + 1;
            cursor = said["next_page"].Text ?? said["next_page_cursor"].Text;
            var mayBeMore = answer is null ? cursor is null && page * OfPage < stated - 1 : isNew && (cursor is not null || comments.Count >= OfPage || got < stated);
            if (!mayBeMore)
            {
                run.Says($"Fetched the comments from {host}.", got, stated);
                return;
            }
        }
    }
}
