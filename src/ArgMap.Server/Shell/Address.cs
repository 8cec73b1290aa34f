using ArgMap.Argumentation.Maps;
using ArgMap.Canvas;
using ArgMap.Server.Database;

namespace ArgMap.Server.Shell;

/// <summary>The addresses of pages, in one place, so that every link and redirect agrees with the routes.</summary>
public static class Address
{
    /// <summary>The list of maps.</summary>
    public const string Home = "/";

    /// <summary>The list of maps from a certain place on.</summary>
    /// <param name="before">What the page before says comes next.</param>
    public static string HomeBefore(string before) => $"/?before={Uri.EscapeDataString(before)}";

    public const string NewMap = "/maps/new";

    /// <summary>Where a map is made of a thread of a forum.</summary>
    public const string Import = "/import";

    /// <summary>Where one gets the bookmark that sends the page one is looking at.</summary>
    public const string Bookmarklet = "/import/bookmarklet";

    /// <summary>Where that bookmark sends it.</summary>
    public const string ImportSent = "/import/sent";

    /// <summary>Where a thread is brought into a map.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">The source of a thread that is to be brought up to date; null for one more.</param>
    public static string ImportInto(string slug, int? thread = null) => $"/m/{slug}/import{(thread is null ? "" : $"?thread={thread}")}";

    /// <summary>How far an import is, and what came of it.</summary>
    public static string ImportOf(string slug, Guid import) => $"/m/{slug}/import/{import}";

    /// <summary>Where the form to fetch a thread again is sent.</summary>
    public static string UpdateThread(string slug, int thread) => $"/m/{slug}/threads/{thread}/update";

    /// <summary>A person's own page: password, mail address, access tokens.</summary>
    public const string Account = "/account";

    public static string Map(string slug) => $"/m/{slug}";

    /// <summary>The picture of a map with one node or step chosen; the way from it to the root is in sight.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="at">Number of the node or step.</param>
    /// <param name="depth">How many levels below it are drawn; null for as many as fit.</param>
    public static string MapAt(string slug, int at, int? depth = null) => $"/m/{slug}?at={at}{(depth is null ? "" : $"&depth={depth}")}";

    /// <summary>The picture of a map with a list of what others have added since this reader's last visit.</summary>
    public static string NewIn(string slug) => $"/m/{slug}?new=1";

    /// <summary>The picture of a part of a map.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="scope">The part, and what is chosen in it.</param>
    public static string MapIn(string slug, PictureScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.ToQuery() is { Length: > 0 } query ? $"/m/{slug}?{query}" : Map(slug);
    }

    /// <summary>A map for paper.</summary>
    public static string Print(string slug) => $"/m/{slug}/print";

    /// <summary>The picture of a part of a map as a file.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="scope">The part.</param>
    public static string PictureFile(string slug, PictureScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.ToQuery() is { Length: > 0 } query ? $"/m/{slug}/picture.svg?{query}" : $"/m/{slug}/picture.svg";
    }

    /// <summary>A map for a frame of another site.</summary>
    public static string Embed(string slug) => $"/m/{slug}/embed";

    /// <summary>The same part of a map, to be edited.</summary>
    /// <inheritdoc cref="MapIn"/>
    public static string EditIn(string slug, PictureScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.ToQuery() is { Length: > 0 } query ? $"/m/{slug}/edit?{query}" : $"/m/{slug}/edit";
    }

    public static string Outline(string slug) => $"/m/{slug}/outline";

    /// <summary>The outline with one node or step chosen and in sight.</summary>
    public static string OutlineAt(string slug, int at) => $"/m/{slug}/outline?at={at}#at";

    /// <summary>The outline of what is under one node or step: how deep maps are read on.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="from">Number of the node or step.</param>
    /// <param name="skip">How many steps onto it to leave out before the first.</param>
    public static string OutlineFrom(string slug, int from, int skip = 0) => $"/m/{slug}/outline?from={from}{(skip > 0 ? $"&skip={skip}" : "")}";

    /// <summary>Where a claim or a question is added that is not attached to anything yet.</summary>
    public static string AddNode(string slug) => $"/m/{slug}/add-node";

    /// <summary>Where one signs in to come back to a page.</summary>
    /// <param name="returnTo">A path on this site.</param>
    public static string SignIn(string returnTo) => $"/sign-in?returnUrl={Uri.EscapeDataString(returnTo)}";

    /// <summary>Where one signs up to come back to a page.</summary>
    /// <param name="returnTo">A path on this site.</param>
    public static string SignUp(string returnTo) => $"/sign-up?returnUrl={Uri.EscapeDataString(returnTo)}";

    public static string Sources(string slug) => $"/m/{slug}/sources";

    public static string Source(string slug, int number) => $"/m/{slug}/sources/{number}";

    /// <summary>The page of a source at the place where it shows one of the citations: the very words, when the map keeps the source's text.</summary>
    public static string Passage(string slug, int source, int citation) => $"/m/{slug}/sources/{source}#q{citation}";

    public static string EditSource(string slug, int number) => $"/m/{slug}/sources/{number}/edit";

    /// <summary>A thread of a forum with what the map makes of it.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">Number of the thread's source; null for the first of the map.</param>
    public static string Debate(string slug, int? thread = null) => $"/m/{slug}/debate{(thread is null ? "" : $"?thread={thread}")}";

    /// <summary>The permalink of a post of a thread: the page that shows it, at it.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">Number of the thread's source.</param>
    /// <param name="number">The post.</param>
    public static string Post(string slug, int thread, int number) => $"/m/{slug}/debate?thread={thread}&post={number}#p{number}";

    /// <summary>The cited words of a post, where they stand.</summary>
    /// <inheritdoc cref="Post"/>
    /// <param name="citation">Number of the citation.</param>
    public static string PassageOfPost(string slug, int thread, int number, int citation) => $"/m/{slug}/debate?thread={thread}&post={number}#q{citation}";

    /// <summary>Where words of a post are made part of the map.</summary>
    /// <inheritdoc cref="Post"/>
    public static string MakeFromPost(string slug, int thread, int number) => $"/m/{slug}/debate/{thread}/{number}/make";

    /// <summary>Where one says that there is nothing to map in a post.</summary>
    /// <inheritdoc cref="Post"/>
    /// <param name="next">The post to go on with where this one leaves the list it stands in.</param>
    public static string NothingToMap(string slug, int thread, int number, int? next = null) => $"/m/{slug}/debate/{thread}/{number}/nothing{(next is null ? "" : $"?next={next}")}";

    /// <summary>How much of a thread is mapped, and what waits to be.</summary>
    public static string Coverage(string slug, int thread) => $"/m/{slug}/debate/{thread}/coverage";

    /// <summary>The passages of a thread that the map cites, and that are not as they were cited any more.</summary>
    public static string ChangedPassages(string slug, int thread) => $"/m/{slug}/debate/{thread}/passages";

    /// <summary>Where a citation of a post is given other words of it.</summary>
    public static string CiteOtherWords(string slug, int citation) => $"/m/{slug}/citations/{citation}/words";

    /// <summary>Where a citation is taken away.</summary>
    public static string WithdrawCitation(string slug, int citation) => $"/m/{slug}/citations/{citation}/withdraw";

    public static string History(string slug) => $"/m/{slug}/history";

    /// <summary>The history from a place on backwards.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="before">The changes before this revision; null for the newest.</param>
    /// <param name="of">The key of a thing, such as <c>node:12</c>, whose changes alone are shown; null for all.</param>
    public static string HistoryBefore(string slug, int? before, string? of) =>
        $"/m/{slug}/history{(before, of) switch
        {
            (null, null) => "",
            (null, _) => $"?of={Uri.EscapeDataString(of)}",
            (_, null) => $"?before={before}",
            _ => $"?before={before}&of={Uri.EscapeDataString(of)}",
        }}";

    /// <summary>The history with one change at its top.</summary>
    public static string Revision(string slug, int revision) => $"/m/{slug}/history?before={(long)revision + 1}#v{revision}";

    /// <summary>Where the form to undo a change is sent.</summary>
    public static string Undo(string slug, int revision) => $"/m/{slug}/history/{revision}/undo";

    /// <summary>How somebody likes to read: the page, and where its form is sent.</summary>
    public const string ReaderSettings = "/reader-settings";

    /// <summary>The same page when it has just done so.</summary>
    public const string ReaderSettingsSaved = "/reader-settings?saved=1";

    public static string Settings(string slug) => $"/m/{slug}/settings";

    public static string Node(string slug, int number) => $"/m/{slug}/n/{number}";

    public static string EditNode(string slug, int number) => $"/m/{slug}/n/{number}/edit";

    public static string WithdrawNode(string slug, int number) => $"/m/{slug}/n/{number}/withdraw";

    /// <summary>The page of a relation: one step of the argument.</summary>
    public static string Step(string slug, int number) => $"/m/{slug}/r/{number}";

    public static string EditStep(string slug, int number) => $"/m/{slug}/r/{number}/edit";

    public static string WithdrawStep(string slug, int number) => $"/m/{slug}/r/{number}/withdraw";

    public static string Of(string slug, Thing thing) => thing.Kind switch
    {
        ThingKind.Node => Node(slug, thing.Number),
        ThingKind.Relation => Step(slug, thing.Number),
        _ => Comment(slug, thing.Number),
    };

    /// <summary>The thread about a node or relation, on its page.</summary>
    public static string Thread(string slug, Thing about) => $"{Of(slug, about)}#thread";

    /// <summary>Where a new step onto a node or relation is written.</summary>
    public static string Add(string slug, RelationKind kind, int to) => $"/m/{slug}/add?kind={kind}&to={to}";

    /// <summary>Where a passage is cited for a node or relation.</summary>
    public static string Cite(string slug, int about) => $"/m/{slug}/cite?about={about}";

    /// <summary>Where a passage is cited for a comment.</summary>
    public static string CiteForComment(string slug, int comment) => $"/m/{slug}/cite?comment={comment}";

    /// <summary>The permalink of a comment; leads to its thread, opened at it.</summary>
    public static string Comment(string slug, int number) => $"/m/{slug}/c/{number}";

    /// <summary>A comment in the thread on the page of what it is about, unfolded and in sight.</summary>
    public static string Comment(string slug, Thing about, int number) => $"{Of(slug, about)}?comment={number}#c{number}";

    /// <summary>Where a comment is written.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="about">Number of the node or step it is about.</param>
    /// <param name="replyTo">Number of the comment it replies to, or null.</param>
    public static string AddComment(string slug, int about, int? replyTo = null) => $"/m/{slug}/thread/{about}{(replyTo is null ? "" : $"?replyTo={replyTo}")}";

    /// <summary>Where a thread is resolved or reopened.</summary>
    public static string Resolution(string slug, int about) => $"/m/{slug}/thread/{about}/resolution";

    public static string EditComment(string slug, int number) => $"/m/{slug}/c/{number}/edit";

    public static string WithdrawComment(string slug, int number) => $"/m/{slug}/c/{number}/withdraw";

    /// <summary>Where a comment becomes a node.</summary>
    public static string PromoteComment(string slug, int number) => $"/m/{slug}/c/{number}/promote";

    /// <summary>Every version of a comment.</summary>
    public static string CommentHistory(string slug, int number) => $"/m/{slug}/c/{number}/history";

    /// <summary>The suggestions that were drafted from a thread.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">Number of the thread's source; null for the map's first thread.</param>
    public static string Draft(string slug, int? thread = null) => $"/m/{slug}/draft{(thread is null ? "" : $"?thread={thread}")}";

    /// <summary>Where many suggestions are looked at before they are accepted at once.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">Number of the thread's source.</param>
    /// <param name="post">Those of this post; null for those of all posts.</param>
    /// <param name="isFirstPass">Whether only what the first pass goes through.</param>
    public static string AcceptSuggestions(string slug, int thread, int? post = null, bool isFirstPass = false) => $"/m/{slug}/draft/accept?thread={thread}{(post is null ? "" : $"&post={post}")}{(isFirstPass ? "&first=yes" : "")}";

    /// <summary>The table of cues that a thread is drafted by.</summary>
    public static string Cues(string slug, int? thread = null) => $"/m/{slug}/draft/cues{(thread is null ? "" : $"?thread={thread}")}";

    /// <summary>Where it is said what is sent to a language model before it is asked for suggestions.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="thread">Number of the thread's source.</param>
    /// <param name="from">Number of the post to begin with; null for the first.</param>
    public static string AskModel(string slug, int thread, int? from = null) => $"/m/{slug}/draft/model?thread={thread}{(from is null ? "" : $"&from={from}")}";

    /// <summary>Where answers to suggestions are sent.</summary>
    public static string AnswerSuggestion(string slug) => $"/m/{slug}/draft/answer";

    /// <summary>Where the answer to one suggestion is sent. The query tells its form from the others of the page, so that what was typed and not sent comes back where it was typed.</summary>
    public static string AnswerSuggestion(string slug, int thread, int number) => $"{AnswerSuggestion(slug)}?thread={thread}&number={number}";

    /// <summary>Where the last answers are taken back.</summary>
    public static string UndoAnswer(string slug) => $"/m/{slug}/draft/undo";

    /// <summary>Where it is said what a map made from a thread is about.</summary>
    public static string TakeThesis(string slug) => $"/m/{slug}/draft/thesis";
}
