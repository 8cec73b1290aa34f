using System.Net;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WordPress;

/// <summary>WordPress: the XML export of a blog (WXR), with its articles and the comments on them.</summary>
internal sealed partial class WordPressFormat : XmlFormat
{
    // Keys of comments, each with its article: numbers are unique in a blog, but not in files that were put together.
    private readonly Dictionary<string, string> articleOf = new(StringComparer.Ordinal);
    private readonly Dictionary<XmlRecord, int> comments = [];
    private int items;

    internal override string Name => "wordpress";

    internal override string Description => "WordPress: the XML export of a blog (WXR)";

    protected override IReadOnlySet<string> Records { get; } = new HashSet<string>(StringComparer.Ordinal) { "item", "comment" };

    protected override int RecogniseHead(string head) =>
        head.Contains("wordpress.org/export/", StringComparison.Ordinal) ? 95
            : head.Contains("<rss", StringComparison.Ordinal) && head.Contains("<wp:", StringComparison.Ordinal) ? 85
            : 0;

    protected override int RecogniseWithin(string head) => head.Contains("<wp:comment_id>", StringComparison.Ordinal) || head.Contains("<wp:post_id>", StringComparison.Ordinal) ? 88 : 0;

    protected override XmlFormat ForOneFile() => new WordPressFormat();

    protected override void Take(XmlRecord record, IReadOnlyList<XmlRecord> around, string place, ThreadAssembly thread)
    {
        var item = around.LastOrDefault(open => open.Name == "item");
        if (record.Name == "item")
        {
            Article(record, around, thread);
            items++;
        }
        else if (record["comment_id"] is not { } number)
        {
            thread.Damaged(place, "A comment without a number was left out.");
        }
        else
        {
            thread.AddressesDropped += (record["comment_author_email"] is null ? 0 : 1) + (record["comment_author_IP"] is null ? 0 : 1);
            if (record["comment_type"] is "pingback" or "trackback")
            {
                thread.LeavesOut("pingbacks and trackbacks");
                return;
            }

            // Shops keep notes on orders among the comments.
            if (record["comment_type"] is not (null or "comment" or "review"))
            {
                thread.LeavesOut("records that are no comments");
                return;
            }

            // Without its beginning an export no longer says of what its first comments are.
            if (item is not null)
            {
                comments[item] = comments.GetValueOrDefault(item) + 1;
            }

            Comment(record, number, item, thread);
        }
    }

    private void Article(XmlRecord item, IReadOnlyList<XmlRecord> around, ThreadAssembly thread)
    {
        if (!comments.Remove(item))
        {
            thread.LeavesOut("articles without comments");
            return;
        }

        thread.Forum ??= PlainText.Line(around[^1]["title"]);
        var (title, address) = (PlainText.Line(PlainText.Decoded(item["title"])), item["link"]);
        thread.Title ??= title;
        thread.Address ??= address;
        var body = Body(item["encoded"], address, thread);
        thread.Add(new FoundPost
        {
            Id = Key(item),
            Kind = body.Markdown.Length > 0 ? PostKind.Opening : PostKind.Page,
            Author = Writer(item["creator"], around[^1], thread),
            CreatedAt = Times.Parse(Zoned(item["post_date_gmt"])) ?? Times.Parse(item["pubDate"]),
            CreatedAtAsWritten = item["post_date_gmt"] ?? item["pubDate"],
            Title = title,
            Address = address,
            Body = body,
        });
    }

    private void Comment(XmlRecord comment, string number, XmlRecord? item, ThreadAssembly thread)
    {
        var article = item is null ? "post-lost" : Key(item);
        var isSpam = comment["comment_approved"] is "spam" or "0";
        var isGone = comment["comment_approved"] is "trash" or "post-trashed";
        var address = item?["link"];
        thread.Add(new FoundPost
        {
            Id = In(article, number),
            Around = item is null ? [] : [article],
            Parent = comment["comment_parent"] is { } parent && parent != "0" ? In(article, parent, looksUp: true) : item is null ? null : article,
            Author = thread.Author(comment["comment_author"], comment["comment_user_id"] is "0" ? null : comment["comment_user_id"]),
            CreatedAt = Times.Parse(Zoned(comment["comment_date_gmt"])) ?? Times.Parse(comment["comment_date"]),
            CreatedAtAsWritten = comment["comment_date_gmt"] ?? comment["comment_date"],
            State = isGone ? PostState.RemovedByModerator : isSpam ? PostState.Hidden : PostState.Live,
            Address = address is null ? null : $"{address}#comment-{number}",
            Body = isGone ? ConvertedBody.Empty : Body(comment["comment_content"], address, thread),
        });
    }

    /// <summary>Articles have the name by which somebody logs in; the export says what name they show.</summary>
    private static PostAuthor Writer(string? login, XmlRecord channel, ThreadAssembly thread) =>
        thread.Author(login is null ? null : channel.All("author").FirstOrDefault(author => author["author_login"] == login)?["author_display_name"] ?? login, login);

    private string Key(XmlRecord item) => "post-" + (item["post_id"] ?? item["guid"] ?? item["link"] ?? $"{items + 1}");

    private string In(string article, string number, bool looksUp = false)
    {
        if (!articleOf.TryGetValue(number, out var known))
        {
            if (!looksUp)
            {
                articleOf[number] = article;
            }

            return number;
        }

        return known == article ? number : $"{article}/{number}";
    }

    /// <summary>A time that was never set is written with zeros.</summary>
    private static string? Zoned(string? time) => time is null || time.StartsWith("0000", StringComparison.Ordinal) ? null : time;

    /// <summary>What WordPress puts around a picture and the words below it.</summary>
    [GeneratedRegex(@"\[/?(wp_)?caption(\s[^\]\n]*)?\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Caption();

    /// <summary>WordPress makes paragraphs of line breaks when it shows a text.</summary>
    private static ConvertedBody Body(string? text, string? address, ThreadAssembly thread)
    {
        if (text is null)
        {
            return ConvertedBody.Empty;
        }

        var html = text.Contains("<p", StringComparison.OrdinalIgnoreCase) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) ? text
            : text.Contains('<', StringComparison.Ordinal) ? PlainText.Clean(text).Trim().Replace("\n", "<br>", StringComparison.Ordinal)
            : WebUtility.HtmlEncode(WebUtility.HtmlDecode(PlainText.Clean(text).Trim())).Replace("\n", "<br>", StringComparison.Ordinal);
        return TypedQuotes.In(thread.FromHtml(Caption().Replace(html, ""), address));
    }
}
