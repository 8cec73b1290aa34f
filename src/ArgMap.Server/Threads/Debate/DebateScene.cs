using ArgMap.Argumentation.Citations;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Argumentation.Threads.Mail;
using ArgMap.Canvas.Marks;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Text;

namespace ArgMap.Server.Threads.Debate;

/// <summary>What every post of a page needs to know of the others and of the map.</summary>
public sealed class DebateScene
{
    /// <summary>The id of the drawing of a role.</summary>
    public static string ShapeOf(Role role) => $"shape-{MarkWords.For(role)}";

    /// <summary>The format of threads whose lines were mostly parted by people, and not to fit a width.</summary>
    private const string PastedText = "text";

    private readonly MapView map;
    private readonly ILookup<int, PassageView> passages;
    private readonly Dictionary<int, PostView> posts;
    private readonly Dictionary<int, PostAbove> above;

    internal DebateScene(MapView map, ForumThreadView thread, DebateReader read, DateTimeOffset? since, bool maySay, string here)
    {
        this.map = map;
        Thread = thread;
        Since = since;
        MaySay = maySay;
        Here = here;
        passages = read.Passages.ToLookup(passage => passage.Post);
        posts = read.Posts.ToDictionary(post => post.Number);
        above = read.Above.ToDictionary(post => post.Number);
        Opener = posts.Values.FirstOrDefault(post => post.Position == 0);
    }

    /// <summary>The map's slug.</summary>
    public string Slug => map.Head.Slug;

    /// <summary>The thread.</summary>
    public ForumThreadView Thread { get; }

    /// <summary>The end of the reader's last visit; null when there was none.</summary>
    public DateTimeOffset? Since { get; }

    /// <summary>Whether the reader is signed in.</summary>
    public bool MaySay { get; }

    /// <summary>The address of the page, to come back to.</summary>
    public string Here { get; }

    /// <summary>The post that the thread begins with, when it is on the page.</summary>
    public PostView? Opener { get; }

    /// <summary>What cites a post.</summary>
    public IEnumerable<PassageView> PassagesOf(PostView post) => passages[post.Number];

    /// <summary>True when the post was not there when the reader was here last.</summary>
    public bool IsNew(PostView post) => Since is { } since && post.FirstSeenAt > since;

    /// <summary>True when it was there and said something else.</summary>
    public bool IsChanged(PostView post) => Since is { } since && !IsNew(post) && post.ChangedAt > since;

    /// <summary>True when whoever began the thread wrote it.</summary>
    public bool IsByOpener(PostView post) =>
        Opener is { AuthorName: { } name } opener && post.Number != opener.Number
        && (post.AuthorName == name ? post.AuthorKey == opener.AuthorKey : PostAuthor.AreSame(post.AuthorName, name));

    /// <summary>The name of who wrote a post; null when that is not known here.</summary>
    public string? AuthorOf(int number) => posts.TryGetValue(number, out var here) ? PostWords.Author(here) : above.TryGetValue(number, out var before) ? before.AuthorName ?? "somebody" : null;

    /// <summary>How a post begins, as plain words.</summary>
    public string? BeginningOf(int number) =>
        (posts.TryGetValue(number, out var here) ? here.Body : above.GetValueOrDefault(number)?.Beginning) is { } body ? Excerpt.Of(body) : null;

    /// <summary>The title of a post where it says something: not that of the thread or of what it answers once more, as mails have it.</summary>
    public string? TitleOf(PostView post) =>
        post.Title is { } title && !MailSubject.AreSame(title, Thread.Title) && !(post.Parent is { } parent && posts.TryGetValue(parent, out var answered) && answered.Title is { } its && MailSubject.AreSame(title, its)) ? title : null;

    /// <summary>Whether the lines of the posts stand where their writers put them, as in pasted text.</summary>
    public bool KeepsLines => Thread.Format == PastedText;

    /// <summary>What a post shows, with every word in its place: of lines that are kept, those that were only wrapped to a width go on.</summary>
    public string TextOf(PostView post) => KeepsLines ? WrappedLines.Joined(post.Body) : post.Body;

    /// <summary>The address of a post: of the place on this page, when it is here.</summary>
    public string AddressOf(int number) => posts.ContainsKey(number) ? $"#p{number}" : Address.Post(Slug, Thread.Source, number);

    /// <summary>What is above the first post, the top first.</summary>
    public IReadOnlyList<PostAbove> Before(PostView first)
    {
        var way = new List<PostAbove>();
        for (var at = first.Parent; at is { } number && above.TryGetValue(number, out var post); at = post.Parent)
        {
            way.Add(post);
        }

        way.Reverse();
        return way;
    }

    /// <summary>The passages of a post as they are marked.</summary>
    public IReadOnlyList<MarkedPassage> Marks(PostView post) =>
        [.. passages[post.Number].Where(passage => passage.Start is not null && passage.Start + passage.Length <= post.Body.Length).Select(Mark)];

    /// <summary>Where the quotes of a post come from.</summary>
    public IReadOnlyList<QuoteOrigin> Origins(PostView post) =>
        [.. post.Quotes.Where(quote => quote is { Post: { } from, Depth: 1 } && from != post.Number && AuthorOf(from) is not null)
            .Select(quote => new QuoteOrigin(quote.Start, quote.Length, AddressOf(quote.Post!.Value), $"{AuthorOf(quote.Post.Value)}, post {quote.Post}{(quote.State is QuoteState.Reworded ? ", in nearly the same words" : "")}"))];

    /// <summary>How much of a post's words is marked, from 0 to 1.</summary>
    public double Covered(PostView post)
    {
        var (covered, until) = (0, 0);
        foreach (var (start, end) in passages[post.Number].Where(passage => passage.Start is not null).Select(passage => (passage.Start!.Value, passage.Start.Value + passage.Length)).Order())
        {
            covered += Math.Max(0, end - Math.Max(start, until));
            until = Math.Max(until, end);
        }

        var quoted = post.Quotes.Where(quote => quote.Depth == 1).Sum(quote => quote.Length);
        return Math.Min(1, (double)covered / Math.Max(1, post.Body.Length - quoted));
    }

    /// <summary>What a citing thing is, in words: "objection, defeated".</summary>
    public string Says(Thing about) => about.Kind switch
    {
        ThingKind.Node when map.Nodes.GetValueOrDefault(about.Number) is { IsWithdrawn: false } node => $"{MarkWords.For(map.Tree.RoleOf(node.Number))}, {Standing(node)}: {node.Text}",
        ThingKind.Node => "withdrawn",
        ThingKind.Relation => "a step of the argument",
        _ => "a comment",
    };

    private MarkedPassage Mark(PassageView passage)
    {
        var isLive = passage.About.Kind is ThingKind.Node && map.Nodes.GetValueOrDefault(passage.About.Number) is { IsWithdrawn: false };
        var role = isLive ? map.Tree.RoleOf(passage.About.Number) : (Role?)null;
        return new(
            passage.Start!.Value,
            passage.Length,
            Sources.MarkedText.IdOf(passage.Citation),
            $"{(role is { } known ? $"kind-{MarkWords.For(known)}" : "kind-none")}{(passage.State is AnchorState.Uncertain ? " uncertain" : "")}",
            new(
                Address.Of(Slug, passage.About),
                passage.About.Kind is ThingKind.Comment ? "comment" : $"#{passage.About.Number}",
                $"{Says(passage.About)}{(passage.State is AnchorState.Uncertain ? " (perhaps not these words any more)" : "")}",
                (role is { } drawn ? ShapeOf(drawn) : null, isLive ? $"shape-{Standing(map.Nodes[passage.About.Number])}" : null)));
    }

    private string Standing(NodeView node) =>
        MarkWords.For(map.Standing.Labelling.OfNode(node.Number), node.Kind is NodeKind.Question ? map.Standing.UnansweredQuestions.AsSpan().BinarySearch(node.Number) < 0 : null);
}
