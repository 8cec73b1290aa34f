namespace ArgMap.Server.Threads.Fetching.Forums;

/// <summary>Objects of the fediverse: from the one that was given up to the first, then down its collections of replies, from server to server.</summary>
internal sealed class ActivityPubForum : Forum
{
    private const int MostObjects = 300;
    private const int MostAbove = 30;

    private static readonly string[] Posts = ["Note", "Article", "Page", "Question", "Video", "Event"];

    public override string Name => "ActivityPub";

    /// <summary>Addresses of objects look like any other; only what programs of the fediverse use is asked about, and the rest is a page.</summary>
    public override bool Knows(Uri address) =>
        Path(address) is var path && (path.Contains("objects") || path.Contains("notes") || path.Contains("statuses") || path.Contains("activities") || path is ["notice" or "display" or "w" or "c" or "videos" or "p", _, ..] || path is [['@', ..], _, ..]);

    public override async Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run)
    {
        run.Says($"Asking {address.IdnHost} for the object.");
        var first = await run.Send(new Ask(address, Ask.Activity));
        if (!first.IsGood || !IsPost(Json.Of(first.Bytes)))
        {
            return false;
        }

        var (top, said) = (first, Json.Of(first.Bytes));
        HashSet<string> known = [];
        for (var above = 0; above < MostAbove && Address(said["inReplyTo"]) is { } parent && known.Add(parent.AbsoluteUri); above++)
        {
            if (await run.Part(new Ask(parent, Ask.Activity), "the object " + parent.AbsoluteUri) is not { } higher || !IsPost(Json.Of(higher.Bytes)))
            {
                break;
            }

            (top, said) = (higher, Json.Of(higher.Bytes));
        }

        known.Clear();
        run.Keep("the first object", top);
        Remember(said, known);
        if (Address(said["id"]) is { } id)
        {
            known.Add(id.AbsoluteUri);
        }

        var open = new Queue<Uri>(Below(said));
        while (open.TryDequeue(out var next))
        {
            if (!known.Add(next.AbsoluteUri))
            {
                continue;
            }

            if (run.Parts.Count >= MostObjects)
            {
                run.Misses($"The thread has more than {MostObjects} objects, which is the most that are followed.");
                return true;
            }

            run.Says("Following the answers from server to server.", run.Parts.Count);
            if (await run.Part(new Ask(next, Ask.Activity), "the object " + next.AbsoluteUri, mayBeGone: true) is { } answer)
            {
                var found = Json.Of(answer.Bytes);
                if (IsPost(found) || Items(found).Any(IsPost))
                {
                    run.Keep(next.AbsoluteUri, answer);
                }

                Remember(found, known);
                foreach (var below in Below(found))
                {
                    open.Enqueue(below);
                }
            }
        }

        return true;
    }

    private static bool IsPost(Json value) => value["type"].Text is { } type && Posts.Contains(type);

    /// <summary>Objects that came whole in a collection need not be asked for.</summary>
    private static void Remember(Json value, HashSet<string> known)
    {
        foreach (var item in Items(value).Where(IsPost))
        {
            if (Address(item["id"]) is { } id && item["content"].Text is not null)
            {
                known.Add(id.AbsoluteUri);
            }
        }
    }

    /// <summary>Answers, further pages of answers, and answers to those that came whole.</summary>
    private static IEnumerable<Uri> Below(Json value) =>
        ((Json[])[value["replies"], value["first"], value["next"], value["replies"]["first"], value["replies"]["next"], value["replies"]["first"]["next"]])
            .Concat(Items(value)).Concat(Items(value).Select(item => item["replies"])).Concat(Items(value).Select(item => item["replies"]["first"]))
            .Where(link => !link.IsObject || IsPost(link))
            .Select(Address).OfType<Uri>();

    private static IEnumerable<Json> Items(Json value) =>
        ((Json[])[value["items"], value["orderedItems"], value["replies"]["items"], value["replies"]["orderedItems"], value["replies"]["first"]["items"], value["replies"]["first"]["orderedItems"], value["first"]["items"], value["first"]["orderedItems"]])
            .SelectMany(list => list.IsList ? list.Items : list.Element.ValueKind is System.Text.Json.JsonValueKind.String ? [list] : []);

    private static Uri? Address(Json value)
    {
        var one = value.IsList ? value.Items.FirstOrDefault() : value;
        return Uri.TryCreate(one.IsObject ? one["id"].Text : one.Text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? new Uri(address.GetLeftPart(UriPartial.Query)) : null;
    }
}
