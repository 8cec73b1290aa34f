using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Flarum;

/// <summary>Flarum: a discussion with its posts, or a page of posts, as its interface answers in the form of JSON:API.</summary>
internal sealed partial class FlarumFormat : JsonFormat
{
    internal override string Name => "flarum";

    internal override string Description => "Flarum: a discussion or a page of its posts, as JSON";

    protected override int Recognise(JsonValue root) =>
        IsDiscussion(root["data"]) ? 93 : Posts(root).Any() ? 92 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        var resources = root["included"].Items.Concat(root["data"].IsArray ? root["data"].Items : [root["data"]]).ToList();
        Dictionary<string, JsonValue> users = new(StringComparer.Ordinal);
        foreach (var user in resources.Where(resource => resource["type"].Text == "users" && resource["id"].Text is not null))
        {
            users[user["id"].Text!] = user["attributes"];
        }

        string? host = null;
        foreach (var discussion in resources.Where(IsDiscussion).Take(1))
        {
            var about = discussion["attributes"];
            thread.Title ??= PlainText.Line(about["title"].Text);
            thread.States(about["commentCount"].Number);
            // The interface names the discussion without its server; a page of posts or the address it was fetched from says it.
            host = root["links"]["first"].Words ?? input.Address;
            thread.Address ??= Address(host, about["shareUrl"].Words ?? (discussion["id"].Text is { } number ? $"/d/{number}" : null));
            thread.Forum ??= Uri.TryCreate(thread.Address, UriKind.Absolute, out var page) ? page.Host : null;
            foreach (var promised in discussion["relationships"]["posts"]["data"].Items)
            {
                if (promised["id"].Text is { } id)
                {
                    thread.Promises(id);
                }
            }
        }

        foreach (var post in Posts(root))
        {
            Add(post, users, thread);
        }
    }

    private static bool IsDiscussion(JsonValue resource) => resource["type"].Text == "discussions" && resource["attributes"].IsObject;

    private static IEnumerable<JsonValue> Posts(JsonValue root) =>
        (root["data"].IsArray ? root["data"].Items : root["data"].IsObject ? [root["data"]] : []).Concat(root["included"].Items)
            .Where(resource => resource["type"].Text == "posts" && (resource["attributes"].Has("contentType") || resource["attributes"].Has("contentHtml")));

    private static void Add(JsonValue post, Dictionary<string, JsonValue> users, ThreadAssembly thread)
    {
        var about = post["attributes"];
        if (post["id"].Text is not { } id)
        {
            thread.Damaged(post.Place, "A post without an id was left out.");
            return;
        }

        var discussion = post["relationships"]["discussion"]["data"]["id"].Text;
        var number = about["number"].Number;
        thread.Numbered(discussion ?? "", number);
        if (about["contentType"].Text is not (null or "comment"))
        {
            // That a discussion was renamed, tagged, moved or locked is told in posts as well.
            thread.LeavesOut("notices of the forum");
            thread.Withdraws(id);
            return;
        }

        var html = about["contentHtml"].Text;
        var isHidden = about["isHidden"].IsTrue || about["hiddenAt"].IsThere;
        var body = html is not null ? thread.FromHtml(Answered(html), thread.Address) : ThreadAssembly.FromMarkdown(about["content"].Text);
        var writer = post["relationships"]["user"]["data"]["id"].Text;
        var user = writer is null ? default : users.GetValueOrDefault(writer);
        thread.Add(new FoundPost
        {
            Id = id,
            OtherNames = number is null ? [] : [$"{discussion}/{number}"],
            Parent = html is null ? null : Mentioned(html, id),
            Kind = number == 1 ? PostKind.Opening : PostKind.Reply,
            Author = writer is null ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(user["displayName"].Words ?? user["username"].Words, writer),
            CreatedAt = about["createdAt"].Time ?? about["time"].Time,
            CreatedAtAsWritten = about["createdAt"].Text ?? about["time"].Text,
            EditedAt = about["editedAt"].Time ?? about["editTime"].Time,
            State = isHidden ? body.Markdown.Length > 0 ? PostState.Hidden : PostState.Deleted : PostState.Live,
            Score = about["likesCount"].Number ?? about["votes"].Number ?? (post["relationships"]["likes"]["data"] is { IsArray: true } likes ? likes.Items.Count() : null),
            Title = number == 1 ? thread.Title : null,
            Address = Address(thread.Address, number is null ? null : $"/d/{discussion}/{number}"),
            Body = body,
        });
    }

    /// <summary>An answer begins with a mention of the post it answers.</summary>
    private static string? Mentioned(string html, string id) =>
        Mention().Match(html) is { Success: true } mention && mention.Groups["id"].Value != id ? mention.Groups["id"].Value : null;

    /// <summary>The mention itself is no word of the writer's, nor of the one quoted.</summary>
    private static string Answered(string html) => LeadingMention().Replace(html, "${before}");

    private static string? Address(string? from, string? path) =>
        path is null ? null : Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? path
            : Uri.TryCreate(from, UriKind.Absolute, out var host) && host.Scheme is "http" or "https" ? host.GetLeftPart(UriPartial.Authority) + path : null;

    [GeneratedRegex(@"class=""PostMention[^>]*data-id=""(?<id>\d+)""|data-id=""(?<id>\d+)""[^>]*class=""PostMention", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<before>(^|<blockquote[^>]*>)\s*(<div>)?\s*(<p>)?\s*)<a[^>]*class=""PostMention[^>]*>[^<]*</a>[\s,:]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingMention();
}
