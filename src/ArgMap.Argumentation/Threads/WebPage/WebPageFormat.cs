using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;
using ArgMap.Argumentation.Threads.StructuredData;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>A page of any other forum or blog: posts are what repeats, has words of its own, and says who and when.</summary>
internal sealed partial class WebPageFormat : ForumFormat
{
    private const int MostSignature = 12, LeastOfText = 60;

    private static readonly ConditionalWeakTable<IHtmlDocument, List<IElement>> Found = [];

    internal override string Name => "html";

    internal override string Description => "Any other forum page: what repeats on it and has a writer, a time or a key";

    internal override int Recognise(ThreadInput input) => !input.LooksLikePage ? 0 : CountPosts(input) > 1 ? 50 : input.LooksLikeMarkup ? 15 : 5;

    internal static int CountPosts(ThreadInput input) => Posts(input.Html).Count;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var page = input.Html;
        var posts = Posts(page);
        var address = PageFormat.AddressOf(page) ?? input.Address;
        thread.Title ??= PageTitle.Of(page, posts);
        thread.Address ??= address;
        thread.Forum ??= page.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content") ?? (Uri.TryCreate(address, UriKind.Absolute, out var host) ? host.Host : null);
        thread.States(StructuredDataFormat.StatedCount(input));
        var set = posts.ToHashSet();
        var (opening, article) = Article.Read(page, posts, set, LooksLikeComment, address, thread);
        if (posts.Count == 0 && opening is null)
        {
            posts = PostShapes.FindOne(page.DocumentElement, _ => true);
            set.UnionWith(posts);
        }

        var keys = new Dictionary<IElement, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var parts = posts.ConvertAll(post => new PostParts(post, set.Contains));
        var before = new WordsBefore(page.DocumentElement, set);
        var nesting = new Nesting(posts);
        List<ConvertedBody> bodies = new(posts.Count);
        for (var index = 0; index < posts.Count; index++)
        {
            bodies.Add(BodyOf(posts[index], parts[index], address, thread));
            var number = parts[index].OtherName(address);
            var own = parts[index].Key;
            // What is only the number in the topic is no key before it is named with the topic.
            var key = number is not null && (own is null || number.EndsWith("/" + own, StringComparison.Ordinal)) ? number : own ?? nesting.Around(index).Select(PostKeys.Stated).FirstOrDefault(stated => stated is not null) ?? before.Anchor(posts[index]) ?? WordKey.Of(parts[index].Author, bodies[index].Markdown);
            var stem = key;
            // Of the same words said again, which one this is.
            for (var times = last.GetValueOrDefault(stem, 1) + 1; !taken.Add(key); times++)
            {
                (key, last[stem]) = ($"{stem}/{times.ToString(CultureInfo.InvariantCulture)}", times);
            }

            keys[posts[index]] = key;
        }

        var numeric = NumericTimes.Of(parts.ConvertAll(part => part.HasTime ? null : part.TimeAsWritten)).ToList();
        var answered = new AnsweredByName(parts);
        var depths = parts.ConvertAll(part => part.Depth);
        var levels = depths.ConvertAll(depth => depth ?? 0);
        var outers = nesting.Outers().Select((outer, index) => depths[index] is not null && nesting.ByDepth(index, levels) is { } above && !(outer >= above) ? above : outer).ToList();
        var isFlat = outers.TrueForAll(outer => outer is null);
        for (var index = 0; index < posts.Count; index++)
        {
            var stated = parts[index].Parent;
            var outer = outers[index];
            var parent = stated is not null && stated != keys[posts[index]] ? stated : (outer ?? answered.By(index)) is { } at ? keys[posts[at]] : opening;
            var isFirst = index == 0 && opening is null && parent is null && !LooksLikeComment(posts[0]) && parts[0].OtherName(address)?.EndsWith("/1", StringComparison.Ordinal) != false;
            var post = Post(posts[index], parts[index], bodies[index], before, keys[posts[index]], parent, isFirst, address, thread);
            post.CreatedAt ??= numeric[index];
            if (isFlat && parent == opening)
            {
                // Whom it answers only its quotes may tell.
                (post.Parent, post.ParentIsGuess) = (null, true);
            }

            thread.Add(post);
        }

        var more = NodeText.Elements(page.DocumentElement).Count(element => element.LocalName is "a" or "button" && NodeText.ShortLine(element, 60) is { } line && More().IsMatch(line));
        thread.LinksToMore(more);
        if (Unowned(posts, set, article) is > 0 and var unowned)
        {
            thread.LeavesOut("texts between the posts that belong to none of them", unowned);
        }

        if (posts.Count == 0 && opening is null)
        {
            thread.Damaged("the whole page", "Nothing on this page repeats as posts do.");
        }
    }

    private static List<IElement> Posts(IHtmlDocument page) => Found.GetValue(page, known =>
    {
        var printed = PrintedPosts.Mark(known);
        var posts = known.DocumentElement is { } root ? PostShapes.Find(root) : [];
        // One comment repeats nothing.
        return posts.Count > 0 || known.DocumentElement is not { } whole ? posts
            : printed is [var only] && only.QuerySelector(".entry-content, #BlogContent") is null ? printed : PostShapes.FindOne(whole, LooksLikeComment);
    });

    /// <summary>How many longer texts stand among the posts and in none of them, as where a post has lost its beginning.</summary>
    private static int Unowned(List<IElement> posts, HashSet<IElement> set, IElement? article)
    {
        var around = posts.Count == 0 ? null : posts[0].ParentElement;
        while (around is not null && !NodeText.IsWithin(posts[^1], around, null))
        {
            around = around.ParentElement;
        }

        return around is null ? 0 : NodeText.AllNodes(around, within => within != article && !set.Contains(within) && within.LocalName is not ("a" or "aside" or "button" or "footer" or "form" or "header" or "label" or "nav" or "noscript" or "script" or "select" or "style" or "template" or "textarea" or "title"))
            .Count(node => node is IText text && text.Data.Length >= LeastOfText && text.Data.Trim().Length >= LeastOfText);
    }

    /// <summary>A board calls all posts of a thread alike, a blog only what answers its article.</summary>
    private static bool LooksLikeComment(IElement post) => post.ParentElement is { Id: "post-list" } || !post.ClassList.Any(name => name is "cPost" or "b-post" || name.StartsWith("TimelineItem", StringComparison.Ordinal) || name.StartsWith("timeline-comment", StringComparison.Ordinal) || name.StartsWith("js-timeline-item", StringComparison.Ordinal)) && Array.Exists(["comment", "comtr", "reply", "cmt"], word => $"{post.LocalName} {post.ClassName} {post.Id}".Contains(word, StringComparison.OrdinalIgnoreCase));

    private static ConvertedBody BodyOf(IElement element, PostParts parts, string? address, ThreadAssembly thread)
    {
        // A mail is set as it was typed, and is no code.
        var body = Typed(parts.Body) is { } typed
            ? ThreadAssembly.FromMarkdown(PlainText.Clean(NodeText.Of(typed)).Trim('\n'))
            : TypedQuotes.In(parts.Body is { } own ? thread.FromElement(Without(own, parts.Others.Where(other => other != own && parts.Holds(own, other))), address) : thread.FromElement(Without(element, parts.Others), address));
        if (Signature().Match(body.Markdown) is { Success: true, Index: > 0 } signature && body.Markdown.AsSpan(signature.Index).Count('\n') < MostSignature)
        {
            thread.LeavesOut("signatures");
            return body with { Markdown = body.Markdown[..signature.Index].TrimEnd() };
        }

        return body;
    }

    private static IElement? Typed(IElement? body) => body switch
    {
        { LocalName: "pre" } => body,
        { ChildElementCount: 1, FirstElementChild: { LocalName: "pre" } only } when NodeText.ShortLine(body, int.MaxValue / 4) == NodeText.ShortLine(only, int.MaxValue / 4) => only,
        _ => null,
    } is { } typed && typed.QuerySelector("code") is null ? typed : null;

    private static FoundPost Post(IElement element, PostParts parts, ConvertedBody body, WordsBefore before, string key, string? parent, bool isOpening, string? address, ThreadAssembly thread)
    {
        var name = parts.Author ?? (parts.AuthorElement is null ? before.Name(element) : null);
        var words = body.Markdown.Trim();
        var shown = words.Length == 0 ? parts.Start : parts.Body is null ? parts.Notice(Gone()) ?? parts.Notice(GoneElsewhere()) ?? words : words;
        var gone = Gone().Match(shown) is { Success: true } english ? english : GoneElsewhere().Match(shown);
        // Where nobody is left to name, one word in brackets says so in the language of the page.
        var isGone = gone.Success || (name == "[deleted]" && InBrackets().IsMatch(words));
        var link = parts.Permalink ?? parts.LinkTo(key);
        var start = PageFormat.BaseOf(element.Owner) ?? address;
        return new FoundPost
        {
            Id = key,
            SameAs = parts.OtherName(address) is { } number && number != key ? [number] : [],
            Parent = parent,
            Kind = isOpening ? PostKind.Opening : PostKind.Reply,
            IsFirstOfPage = isOpening,
            Author = name is null or "[deleted]" ? new PostAuthor(null, null, name is null && !isGone ? AuthorState.Unknown : AuthorState.Deleted) : parts.IsHandle ? new PostAuthor(parts.AuthorId, name, AuthorState.Known) : thread.Author(name, parts.AuthorId),
            CreatedAt = parts.Time,
            CreatedAtAsWritten = parts.TimeAsWritten,
            EditedAt = parts.EditedAt,
            State = !isGone ? PostState.Live : gone.Groups["self"].Success ? PostState.DeletedByAuthor : gone.Groups["removed"].Success ? PostState.RemovedByModerator : PostState.Deleted,
            Score = parts.Score,
            Address = link is null ? null : Uri.TryCreate(start, UriKind.Absolute, out var page) && Uri.TryCreate(page, link, out var absolute) ? absolute.AbsoluteUri : link.StartsWith("http", StringComparison.Ordinal) ? link : null,
            Body = isGone ? ConvertedBody.Empty : body,
        };
    }

    /// <summary>A copy that lacks those elements and all within them. Only what it has is looked at: a post may hold every post of a page.</summary>
    internal static IElement Without(IElement element, IEnumerable<IElement> others)
    {
        var taken = others.ToHashSet();
        if (taken.Count == 0)
        {
            return element;
        }

        var copy = (IElement)element.Clone(false);
        var open = new Stack<(INode From, INode To, int Next)>();
        open.Push((element, copy, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.From.ChildNodes.Length)
            {
                continue;
            }

            open.Push(at with { Next = at.Next + 1 });
            var child = at.From.ChildNodes[at.Next];
            if (child is not IElement inner || !taken.Contains(inner))
            {
                var same = child.Clone(false);
                at.To.AppendChild(same);
                open.Push((child, same, 0));
            }
        }

        return copy;
    }

    [GeneratedRegex(@"^[\W_]*(load|show|view|see|expand)?( all)? ?(\d[\d,.]*)? ?(more|remaining|hidden) (items|comments?|repl(y|ies)|answers?|posts?|messages?)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex More();

    /// <summary>What forums write where a post was.</summary>
    [GeneratedRegex(@"^[\\*_\[(# ]*(This )?((comment|post|message|reply|answer) ((was|has been) )?)?(deleted|(?<removed>removed))( by ((the |its )?(?<self>author|user|owner|poster|creator)|(?<removed>(a |the )?(mod(erator)?s?|admin(istrator)?s?))|[^\n]{1,100} on [^\n]{4,40}\d{2}( [ap]m)?|[^\n,]{1,60},( [^\n]{4,40}\d{2})?))?[\\*_\]).]*\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Gone();

    [GeneratedRegex(@"^\\?\[[\p{L} ]{3,40}\\?\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InBrackets();

    /// <summary>The same in German, French and Spanish.</summary>
    [GeneratedRegex(@"^[\\*_\[(# ]*(((Dieser |Der |Diese |Die )?(Beitrag|Kommentar|Nachricht|Antwort) (wurde |ist )?)?((?<self>(vom|von der|durch den) (Autor|Ersteller|Verfasser|Benutzer|Nutzer)(in)?) |(?<removed>(von|vom|durch) (einem |einen |der |den )?Mod(erator(in)?|eration|s)?) )?(gelöscht|(?<removed>entfernt))( (von|durch) [^\n]{1,60} am [^\n]{4,40}\d{2}( Uhr)?)?|((Ce |Le )?(message|commentaire) (a été )?)?(supprimé|(?<removed>retiré))( par ((?<self>(l'|l’|son |le )(auteur|créateur))|(?<removed>(un |le |la )?mod[eé]rat(eur|ion))|[^\n]{1,60} le [^\n]{4,40}\d{2}))?|((Este |El )?(mensaje|comentario) (ha sido |fue )?)?(eliminado|borrado)( por ((?<self>(el |su )(autor|creador|usuario))|(?<removed>(un |el )?mod(erador)?)|[^\n]{1,60} el [^\n]{4,40}\d{2}))?)[\\*_\]).]*\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex GoneElsewhere();

    /// <summary>Boards draw a line above what its writer puts below every post.</summary>
    [GeneratedRegex(@"^(\\?_){10,}\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Signature();
}
