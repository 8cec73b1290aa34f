using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>Talk pages of Wikipedia and other wikis: by the marks that their discussion tools put around every comment, or without them by signatures and by how far comments are set in.</summary>
internal sealed class TalkPageFormat : PageFormat
{
    private static readonly HashSet<string> Furniture = new(StringComparer.Ordinal)
    {
        "mw-editsection", "editsection", "ext-discussiontools-init-replylink-buttons", "ext-discussiontools-init-section-bar", "ext-discussiontools-init-section-subscribeButton", "ext-discussiontools-init-replybutton",
        "toc", "printfooter", "catlinks", "mw-jump-link", "mw-indicators",
    };

    internal override string Name => "wiki-page";

    internal override string Description => "Wikipedia and other MediaWikis: a saved talk page";

    protected override int RecognisePage(ThreadInput input) =>
        input.Text.Contains("data-mw-comment-start", StringComparison.Ordinal) ? 94
            : !WikitextSignature.HasTime(input.Text) ? 0
            : new TalkPageLines(input.Html).Signatures is var signatures && Array.Exists(["mw-content", "mw-parser-output", "mw-headline", "mw-body", "bodyContent", "content=\"MediaWiki"], name => input.Text.Contains(name, StringComparison.Ordinal)) && signatures > 0 ? 85
            // What looks like the posts of a forum may quote a wiki.
            : signatures > 1 ? 45 : 0;

    protected override void Read(IHtmlDocument page, string? address, ThreadAssembly thread)
    {
        thread.Title = PlainText.Line(page.QuerySelector("#firstHeading")?.TextContent) ?? thread.Title;
        var cutter = new Cutter();
        cutter.Cut(page.DocumentElement);
        if (cutter.Parts.Count == 0)
        {
            SignedTalkPage.Read(page, address, thread);
            return;
        }

        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        List<(string Id, int Level, FoundPost Post)> open = [];
        HashSet<string> answered = new(StringComparer.Ordinal);
        List<FoundPost> headings = [], comments = [];
        foreach (var part in cutter.Parts)
        {
            if (part.Id.StartsWith("h-", StringComparison.Ordinal))
            {
                while (open.Count > 0 && open[^1].Level >= part.Level)
                {
                    open.RemoveAt(open.Count - 1);
                }

                var heading = Heading(part, open.Count > 0 ? open[^1].Id : null, address, thread);
                open.Add((heading.Id, part.Level, heading));
                headings.Add(heading);
            }
            else if (TalkPageKey.Read(part.Id) is { } key)
            {
                var post = Comment(part, key, keys, open.Count > 0 ? open[^1].Id : null, address, thread);
                keys.TryAdd(key.Own, post.Id);
                comments.Add(post);
                answered.UnionWith(open.Select(heading => heading.Id));
            }
            else
            {
                thread.Damaged($"the comment \"{part.Id[..Math.Min(part.Id.Length, 40)]}\"", "Its key says neither who wrote it nor when; it was left out.");
            }
        }

        foreach (var heading in headings)
        {
            if (answered.Contains(heading.Id))
            {
                thread.Add(heading);
            }
            else
            {
                thread.LeavesOut("sections without comments");
            }
        }

        comments.ForEach(thread.Add);
        if (cutter.Unfinished > 0)
        {
            thread.Damaged("the end of the page", "The last comment has no end; it was taken as far as it goes.");
        }
    }

    private static FoundPost Heading(Cutter.Part part, string? outer, string? address, ThreadAssembly thread)
    {
        var title = PlainText.Line(NodeText.Of(part.Content)) ?? thread.Title;
        var anchor = part.Id[2..];
        var time = Math.Max(anchor.LastIndexOf("-2", StringComparison.Ordinal), 0);
        return new FoundPost
        {
            Id = part.Id,
            Parent = outer,
            StandsAtTop = outer is null,
            Kind = PostKind.Page,
            Title = title,
            Address = address is null || time == 0 ? address : $"{address.Split('#')[0]}#{anchor[..time]}",
        };
    }

    private static FoundPost Comment(Cutter.Part part, TalkPageKey key, Dictionary<string, string> keys, string? heading, string? address, ThreadAssembly thread)
    {
        thread.AddressesDropped += key.Author is null ? 1 : 0;
        var body = thread.FromElement(part.Content, address);
        return new FoundPost
        {
            Id = key.Whole,
            Parent = key.Parent is null ? heading : keys.GetValueOrDefault(key.Parent) ?? "c-" + key.Parent,
            StandsAtTop = key.Parent is null && heading is null,
            Author = key.Author is null ? new PostAuthor(null, null, AuthorState.Hidden) : thread.Author(key.Author),
            CreatedAt = Time(key.Time),
            CreatedAtAsWritten = key.Time,
            Address = address is null || key.Author is null ? null : $"{address.Split('#')[0]}#{key.Whole}",
            Body = part.IsSigned ? body : body with { Markdown = TalkPageSignature.Without(body.Markdown, key.Author) },
        };
    }

    private static DateTimeOffset? Time(string time) =>
        DateTimeOffset.TryParseExact(time, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact) ? exact : Times.Parse(time);

    /// <summary>Cuts a page at the marks of its comments, in one walk. A comment may begin within one paragraph and end within another.</summary>
    private sealed class Cutter
    {
        private readonly Stack<Part> open = new();

        internal List<Part> Parts { get; } = [];

        internal int Unfinished => open.Count;

        /// <summary>A comment or heading: a copy of what lies between its marks.</summary>
        internal sealed class Part(string id, int level, IElement content)
        {
            internal string Id => id;

            internal int Level => level;

            internal IElement Content => content;

            /// <summary>Where its signature begins was marked, so that it is not in the copy.</summary>
            internal bool IsSigned { get; set; }

            /// <summary>Copies of the elements that began within it.</summary>
            internal Dictionary<INode, INode> Copies { get; } = [];
        }

        /// <summary>Walks over all nodes; those of buttons and bars are passed over.</summary>
        internal void Cut(IElement root)
        {
            foreach (var node in NodeText.AllNodes(root, within => !IsFurniture(within)))
            {
                Take(node);
            }
        }

        private void Take(INode node)
        {
            if (node is IElement element)
            {
                if (element.HasAttribute("data-mw-comment-start"))
                {
                    var id = element.Id is { Length: > 0 } own ? own : element.GetAttribute("data-mw-comment-start") ?? "";
                    var part = new Part(id, LevelOf(element), element.Owner!.CreateElement("div"));
                    Parts.Add(part);
                    open.Push(part);
                    return;
                }

                if (element.GetAttribute("data-mw-comment-end") is { } ended)
                {
                    // Marks cross where templates sign for others.
                    while (open.Any(part => part.Id == ended) && open.Pop().Id != ended)
                    {
                    }

                    return;
                }

                if (element.HasAttribute("data-mw-comment-sig"))
                {
                    if (open.TryPeek(out var signed))
                    {
                        signed.IsSigned = true;
                    }

                    return;
                }

                if (IsFurniture(element))
                {
                    return;
                }
            }

            if (open.TryPeek(out var current) && !current.IsSigned)
            {
                var copy = node.Clone(false);
                (node.Parent is { } parent && current.Copies.TryGetValue(parent, out var around) ? around : current.Content).AppendChild(copy);
                if (node is IElement)
                {
                    current.Copies[node] = copy;
                }
            }
        }

        private static int LevelOf(IElement mark)
        {
            for (var at = mark.ParentElement; at is not null && at.LocalName != "body"; at = at.ParentElement)
            {
                if (at.LocalName is ['h', >= '1' and <= '6'])
                {
                    return at.LocalName[1] - '0';
                }
            }

            return 1;
        }
    }

    /// <summary>Buttons, bars and lists of contents that a wiki draws among what people wrote.</summary>
    internal static bool IsFurniture(IElement element) =>
        element.LocalName is "style" or "script" or "head" or "template" or "mw:editsection" || element.Id is "toc" or "catlinks" or "siteSub" or "contentSub" || element.ClassList.Any(Furniture.Contains);
}
