using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mastodon;

/// <summary>Mastodon: a status and its context, which lists what comes before and after it.</summary>
internal sealed partial class MastodonFormat : JsonFormat
{
    internal override string Name => "mastodon";

    internal override string Description => "Mastodon: a status and its context, as JSON";

    protected override int Recognise(JsonValue root) =>
        IsContext(root) ? 95 : IsStatus(root) || (root.IsArray && root.Items.Take(2).Any(item => IsStatus(item) || IsContext(item))) ? 90 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        IEnumerable<JsonValue> parts = root.IsArray ? root.Items : [root];
        foreach (var (status, isOfFirst) in parts.SelectMany(part => Statuses(part, root.IsArray)).SelectMany(found => WithAnswers(found.Status).Where(status => status.Row == found.Status.Row || IsStatus(status)).Select(status => (status, found.IsOfFirst))))
        {
            if (status["reblog"].IsObject)
            {
                // Who passes a status on says nothing of their own.
                Add(status["reblog"], status["reblog"]["id"].Text ?? status["reblog"]["uri"].Text ?? "", isOfFirst, thread);
            }
            else if (status.Has("content") && (status["id"].Text ?? thread.KeyOfLost(status, status["account"]["acct"].Words, status["content"].Words)) is { } id)
            {
                Add(status, id, isOfFirst, thread);
            }
            else if (!status.Has("content"))
            {
                thread.Damaged(status.Place, "This is no status, and was left out.");
            }
        }
    }

    /// <summary>A status, its context, or both in one, as programs keep them.</summary>
    private static IEnumerable<(JsonValue Status, bool IsOfFirst)> Statuses(JsonValue part, bool isListed)
    {
        JsonValue[] contexts = [.. new[] { part, part["context"] }.Where(IsContext)];
        return (IsStatus(part) || (isListed && contexts.Length == 0) ? new[] { (part, false) } : [])
            .Concat(contexts.SelectMany(context => context["ancestors"].Items.Concat(context["descendants"].Items).Select(status => (status, !context["ancestors"].Items.Any()))));
    }

    private static bool IsContext(JsonValue value) => value["ancestors"].IsArray && value["descendants"].IsArray;

    private static bool IsStatus(JsonValue value) => value["id"].Text is not null && value["account"].IsObject && value.Has("content");

    /// <summary>The status that another one shows; for programs that cannot, there is a link in its place.</summary>
    private static JsonValue Quoted(JsonValue status) => status["quote"]["quoted_status"].IsObject ? status["quote"]["quoted_status"] : status["quote"];

    [GeneratedRegex("""^\s*<p class="quote-inline">.*?</p>|<span class="quote-inline">.*?</span>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex QuoteLink();

    /// <param name="isOfFirst">It is from the context of a status that answers nothing: whatever is answered and not there is that one.</param>
    private static void Add(JsonValue status, string id, bool isOfFirst, ThreadAssembly thread)
    {
        var address = AddressOf(status);
        var parent = status["in_reply_to_id"].Words;
        var warning = PlainText.Line(status["spoiler_text"].Text);
        var body = Quoted(status) is var quoted && quoted["content"].Words is null ? Said(status, status["content"].Text, thread)
            : Said(status, QuoteLink().Replace(status["content"].Text ?? "", ""), thread)
                .Quoting(Said(quoted, quoted["content"].Text, thread), Writer(quoted["account"]), quoted["id"].Words, AddressOf(quoted), isAbove: true);
        thread.Forum ??= Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : "Mastodon";
        if (parent is null)
        {
            thread.Address ??= address;
        }

        thread.Stated.Below(id, null, status["replies_count"].Number);
        thread.Add(new FoundPost
        {
            Id = id,
            // A status has a number of its own on every server, and one name in the whole network.
            SameAs = [.. new[] { status["uri"].Words, status["url"].Words }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Parent = parent,
            ParentIsOpening = isOfFirst,
            ParentIsAt = parent is null ? null : thread.At($"/api/v1/statuses/{parent}"),
            Kind = parent is null ? PostKind.Opening : PostKind.Reply,
            // The name with its server is how people are told apart there; it only looks like an e-mail address.
            Author = status["account"].IsObject ? new PostAuthor(status["account"]["id"].Text, Writer(status["account"]), AuthorState.Known) : new PostAuthor(null, null, AuthorState.Unknown),
            CreatedAt = status["created_at"].Time,
            CreatedAtAsWritten = status["created_at"].Text,
            EditedAt = status["edited_at"].Time,
            Score = status["favourites_count"].Number,
            Title = warning,
            Address = address,
            Body = body,
        });
    }

    private static ConvertedBody Said(JsonValue status, string? words, ThreadAssembly thread) => TypedQuotes.In(thread.FromHtml(words, AddressOf(status))).Above([
        .. status["media_attachments"].Items.Select(media => MarkdownLinks.To(media["url"].Words ?? media["remote_url"].Words, media["description"].Text ?? media["type"].Text)),
        string.Join('\n', status["poll"]["options"].Items.Select(option => "- " + PlainText.Line(option["title"].Text)))]);

    private static string? Writer(JsonValue account) => PlainText.Line(account["acct"].Text ?? account["username"].Text);

    private static string? AddressOf(JsonValue status) => status["url"].Words ?? status["uri"].Words;
}
