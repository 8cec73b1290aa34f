using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.StackExchange;

/// <summary>Stack Exchange: rows of the public dump of a site, <c>Posts.xml</c> and <c>Comments.xml</c>, as far as they are of one question, and the names in <c>Users.xml</c>.</summary>
internal sealed class StackExchangeDumpFormat : XmlFormat
{
    // What else a dump holds, which may be given with it.
    private static readonly string[] Others = ["<votes>", "<badges>", "<postlinks>", "<posthistory>", "<tags>"];

    private string? question;

    internal override string Name => "stackexchange-dump";

    internal override string Description => "Stack Exchange: Posts.xml, Comments.xml and Users.xml of its public dump, cut down to one question";

    protected override IReadOnlySet<string> Records { get; } = new HashSet<string>(StringComparer.Ordinal) { "row" };

    protected override int RecogniseHead(string head) =>
        head.Contains("<row ", StringComparison.Ordinal) && (Others.Any(head.Contains) || head.Contains(" PostTypeId=\"", StringComparison.Ordinal) || (head.Contains(" PostId=\"", StringComparison.Ordinal) && head.Contains(" Text=\"", StringComparison.Ordinal)) || (head.Contains(" DisplayName=\"", StringComparison.Ordinal) && head.Contains(" Reputation=\"", StringComparison.Ordinal))) ? 90 : 0;

    protected override XmlFormat ForOneFile() => new StackExchangeDumpFormat();

    protected override void Take(XmlRecord record, IReadOnlyList<XmlRecord> around, string place, ThreadAssembly thread)
    {
        var (id, type) = (record.Attribute("Id"), record.Attribute("PostTypeId"));
        if (id is null)
        {
            thread.Damaged(place, "A row without an id was left out.");
        }
        else if (record.Attribute("DisplayName") is { } name)
        {
            thread.Names(id, PlainText.Line(name));
        }
        else if (record.Attribute("PostHistoryTypeId") is not null)
        {
            thread.LeavesOut("earlier versions, of which the dump tells apart");
        }
        else if (type is null && record.Attribute("Text") is not null && record.Attribute("PostId") is { } post)
        {
            thread.Add(Post(record, "comment-" + id, post, PostKind.Reply, ThreadAssembly.FromMarkdown(record.Attribute("Text")), thread));
        }
        else if (type is "1")
        {
            if (question is not null && question != id)
            {
                throw new ThreadFormatException($"{thread.FileName} is the dump of a site and holds more than one question; a thread is one of them. Give its address, or keep of Posts.xml the rows with Id=\"{question}\" or ParentId=\"{question}\", and of Comments.xml those with their PostId; with another number for another question.");
            }

            question = id;
            thread.Title = PlainText.Line(record.Attribute("Title"));
            thread.Stated.Below(id, PostKind.Answer, Number(record, "AnswerCount"));
            thread.Add(Post(record, id, null, PostKind.Opening, thread.FromHtml(record.Attribute("Body"), null), thread));
        }
        else if (type is "2")
        {
            thread.Add(Post(record, id, record.Attribute("ParentId"), PostKind.Answer, thread.FromHtml(record.Attribute("Body"), null), thread));
        }
        else
        {
            thread.LeavesOut("rows that are neither questions nor answers nor comments");
        }
    }

    private static int? Number(XmlRecord row, string name) => int.TryParse(row.Attribute(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FoundPost Post(XmlRecord record, string id, string? parent, PostKind kind, ConvertedBody body, ThreadAssembly thread)
    {
        var shown = record.Attribute("OwnerDisplayName") ?? record.Attribute("UserDisplayName");
        var writer = record.Attribute("OwnerUserId") ?? record.Attribute("UserId");
        if (kind != PostKind.Reply)
        {
            thread.Stated.Below(id, PostKind.Reply, Number(record, "CommentCount"));
        }

        return new FoundPost
        {
            Id = id,
            Parent = parent,
            ParentIsOpening = kind == PostKind.Answer,
            Kind = kind,
            // Names are in a third file; this is how the site calls people who have none.
            Author = thread.Author(shown ?? (writer is null ? null : "user" + writer), writer),
            IsNamedElsewhere = shown is null && writer is not null,
            CreatedAt = Times.Parse(record.Attribute("CreationDate")),
            CreatedAtAsWritten = record.Attribute("CreationDate"),
            EditedAt = Times.Parse(record.Attribute("LastEditDate")),
            Score = Number(record, "Score"),
            Title = kind == PostKind.Opening ? PlainText.Line(record.Attribute("Title")) : null,
            Body = body,
        };
    }
}
