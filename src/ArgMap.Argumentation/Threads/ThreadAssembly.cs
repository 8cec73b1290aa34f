using System.Globalization;
using AngleSharp.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A thread while it is being read: takes the records of all files, merges those of one post, and finds every parent.</summary>
internal sealed class ThreadAssembly(int mostPosts, CancellationToken cancellation)
{
    private const int MostNames = 1_000_000;

    private readonly Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> otherNames = new(StringComparer.Ordinal);
    private readonly List<FoundPost> posts = [];
    private readonly List<FileReport> files = [];
    private readonly List<Damage> damages = [];
    private readonly Dictionary<string, int> leftOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> promised = new(StringComparer.Ordinal);
    private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);
    private int linksToMore, found, foundBefore, duplicates, olderVersions, damageCount;
    private readonly HashSet<string> unanswered = new(StringComparer.Ordinal);
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> names = new(StringComparer.Ordinal);
    private readonly TextStore texts = new();
    private ThreadInput? input;
    private FileReport? file;

    internal string? Title { get; set; }

    /// <summary>What the thread is called where nothing gives its title, as by the subject of an answer.</summary>
    internal string? TitleElse { get; set; }

    internal string? Forum { get; set; }

    internal string? Address { get; set; }

    /// <summary>How many posts the forum says there are.</summary>
    internal StatedPosts Stated { get; } = new();

    internal int AddressesDropped { get; set; }

    internal bool IsEmpty => posts.Count == 0;

    /// <summary>The file that is being read.</summary>
    internal string FileName => input!.Name;

    internal void Begin(ThreadInput next, ForumFormat format, bool overruled)
    {
        input = next;
        foundBefore = found;
        file = new FileReport(next.Name, format.Name, overruled, "utf-8", 0);
    }

    /// <summary>No more can be read of a file.</summary>
    internal void BreaksOff(ThreadInput broken, ForumFormat? format, string why)
    {
        if (format is not null)
        {
            files.Add(file! with { Found = found - foundBefore });
        }

        input = broken;
        Damaged("the whole file", why);
    }

    internal void End(ThreadInput finished)
    {
        files.Add(file! with { Encoding = finished.Encoding, Found = found - foundBefore });
        if (finished.ReplacedBytes > 0)
        {
            Damaged("the whole file", $"{finished.ReplacedBytes} bytes are no {finished.Encoding} and were replaced by \uFFFD.");
        }
    }

    /// <inheritdoc cref="StatedPosts.InAll"/>
    internal void States(int? count) => Stated.InAll(count);

    /// <summary>The forum calls the post of that key or other name the answer that was chosen.</summary>
    internal void Chooses(string? answer) => chosen.UnionWith(answer is null ? [] : [answer]);

    /// <summary>The forum names this post without handing it out here.</summary>
    internal void Promises(string id) => promised.Add(id);

    /// <summary>What was promised is no post, or none to wait for.</summary>
    internal void Withdraws(string id) => withdrawn.Add(id);

    /// <summary>The forum says there are answers to this post, without saying which.</summary>
    internal void PromisesAnswersTo(string id) => unanswered.Add(id);

    /// <summary>A post has this number in its topic; gaps in the numbers are posts that are gone.</summary>
    internal void Numbered(string topic, int? number)
    {
        if (number is > 0)
        {
            (numbers.TryGetValue(topic, out var known) ? known : numbers[topic] = []).Add(number.Value);
        }
    }


    /// <summary>The page shows this many links to posts that it leaves for other pages; where those are given too, nothing is left out.</summary>
    internal void LinksToMore(int count) => linksToMore += count;

    internal void LeavesOut(string what, int count = 1) => leftOut[what] = leftOut.GetValueOrDefault(what) + count;

    internal void Damaged(string place, string what)
    {
        damageCount++;
        if (damages.Count < ThreadReport.MostDamages)
        {
            damages.Add(new Damage(input!.Name, place, what));
        }
    }

    /// <summary>Of a text only the beginning was read.</summary>
    internal void Cut(string place) => Damaged(place, $"Of the text here only the first {ThreadInput.MostOfPost / (1024 * 1024)} MB were read.");

    /// <summary>A key for a post that lost its own: told by its words, which are kept; null where there are none either, so that nothing is left of it.</summary>
    internal string? KeyOfLost(JsonValue post, string? author, string? words)
    {
        Damaged(post.Place, words is null ? "A post without a key and without words was left out." : "A post without a key is told by its words.");
        return words is null ? null : WordKey.Of(author, words);
    }

    /// <summary>A body written in HTML.</summary>
    internal ConvertedBody FromHtml(string? html, string? address) => Said(HtmlToMarkdown.Convert(html, address ?? input!.Address));

    /// <summary>A body that is part of a page.</summary>
    internal ConvertedBody FromElement(INode element, string? address) => Said(HtmlToMarkdown.Convert(element, PageFormat.BaseOf(element.Owner) ?? address ?? input!.Address));

    private ConvertedBody Said(ConvertedBody body)
    {
        if (body.IsTooDeep)
        {
            Damaged("a post", $"Its HTML is nested deeper than {HtmlToMarkdown.MostDepth} elements; of what is deeper only the text was taken.");
        }

        if (body.HasTooManyTags)
        {
            Damaged("a post", string.Create(CultureInfo.InvariantCulture, $"Its HTML has more than {HtmlToMarkdown.MostTags:N0} tags, and only its text was taken."));
        }

        return body;
    }

    /// <summary>A body written in Markdown.</summary>
    internal static ConvertedBody FromMarkdown(string? markdown)
    {
        var text = PlainText.AsMarkdown(markdown ?? "");
        return new ConvertedBody(text, MarkdownLinks.In(text), [], IsTooDeep: false);
    }

    /// <summary>An author by name; e-mail and IP addresses in place of names are dropped.</summary>
    internal PostAuthor Author(string? name, string? id = null)
    {
        var (shown, dropped) = PlainText.NameWithoutAddress(name);
        AddressesDropped += dropped ? 1 : 0;
        return new PostAuthor(id == shown ? null : id, shown, shown is null ? AuthorState.Unknown : AuthorState.Known);
    }

    /// <summary>Several who wrote one post together: it goes under the key of the first and under the names of all.</summary>
    internal static PostAuthor Authors(PostAuthor first, IEnumerable<PostAuthor> others) =>
        first with { Name = string.Join(PostAuthor.Between, others.Prepend(first).Select(author => author.Name).OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } names ? names : null };

    /// <summary>Somebody's name, where the forum keeps the names of people apart from their posts.</summary>
    internal void Names(string person, string? name)
    {
        if (names.Count < MostNames)
        {
            names[person] = name;
        }
        else
        {
            LeavesOut("names of people beyond the first million");
        }
    }

    /// <summary>A place of the interface that the input came from; where it came from is not always known.</summary>
    internal string At(string path) => Uri.TryCreate(input!.Address, UriKind.Absolute, out var from) ? from.GetLeftPart(UriPartial.Authority) + path : $"{path} of the same server";

    internal bool Has(string id) => indexOf.ContainsKey(id);

    internal void Add(FoundPost post)
    {
        cancellation.ThrowIfCancellationRequested();
        found += post.IsStub ? 0 : 1;
        post.Body = post.Body.In(texts);
        foreach (var name in post.OtherNames)
        {
            otherNames.TryAdd(name, post.Id);
        }

        if (post.SameAs.Prepend(post.Id).Select(name => indexOf.GetValueOrDefault(name, -1)).FirstOrDefault(known => known >= 0, -1) is var index && index < 0)
        {
            if (posts.Count == mostPosts)
            {
                throw new ThreadFormatException(string.Create(CultureInfo.InvariantCulture, $"The thread has more than {mostPosts:N0} posts, and no more can be brought in. Give a part of it."));
            }

            Call(post, posts.Count);
            posts.Add(post);
            return;
        }

        var known = posts[index];
        NameAlike(post, known);
        Call(post, index);
        if (post.IsStub || known.IsStub)
        {
            posts[index] = known.IsStub ? Joined(post, known) : Joined(known, post);
            return;
        }

        var isNewer = IsNewer(post, known);
        if (IsOtherVersion(post, known))
        {
            olderVersions++;
        }
        else
        {
            duplicates++;
        }

        posts[index] = isNewer ? Joined(post, known) : Joined(known, post);
    }

    private void Call(FoundPost post, int index)
    {
        indexOf[post.Id] = index;
        foreach (var name in post.SameAs)
        {
            indexOf.TryAdd(name, index);
        }
    }

    /// <summary>Gives two records of one post the key of the one that knows what the other is called, whichever came first.</summary>
    private static void NameAlike(FoundPost post, FoundPost known)
    {
        if (post.Id == known.Id)
        {
            post.SameAs = known.SameAs = [.. known.SameAs.Union(post.SameAs, StringComparer.Ordinal)];
            return;
        }

        var (isToldOf, tells) = (known.SameAs.Contains(post.Id, StringComparer.Ordinal), post.SameAs.Contains(known.Id, StringComparer.Ordinal));
        var id = isToldOf != tells ? (isToldOf ? known.Id : post.Id) : string.CompareOrdinal(known.Id, post.Id) < 0 ? known.Id : post.Id;
        string[] others = [.. known.SameAs.Union(post.SameAs, StringComparer.Ordinal).Append(known.Id).Append(post.Id).Where(name => name != id).Distinct(StringComparer.Ordinal)];
        (post.Id, known.Id, post.SameAs, known.SameAs) = (id, id, others, others);
    }

    internal ForumThread Whole()
    {
        if (posts.Count == 0)
        {
            var why = damages.Count > 0 ? $" {(files.Count == 1 ? $"{char.ToUpperInvariant(damages[0].Place[0])}{damages[0].Place[1..]}" : $"{damages[0].File}, {damages[0].Place}")}: {damages[0].What}" : "";
            throw new ThreadFormatException($"{string.Join(", ", files.Select(read => read.Name))}: no post was found, reading as {string.Join(", ", ForumFormats.All.Where(format => files.Exists(read => read.Format == format.Name)).Select(format => format.InWords))}.{why}");
        }

        OpenOnce();
        foreach (var post in posts.Where(post => post.IsNamedElsewhere))
        {
            post.Author = names.TryGetValue(post.Author.Id ?? "", out var name) && name is not null ? Author(name, post.Author.Id) : post.Author;
        }

        var tree = new ThreadTree(posts, indexOf, otherNames);
        tree.Build();
        foreach (var answer in chosen.Select(tree.Find).Where(answer => answer >= 0))
        {
            posts[answer].Kind = posts[answer].Kind == PostKind.Reply ? PostKind.Answer : posts[answer].Kind;
        }

        var stated = Stated.Count(posts, index => tree.ParentOf(index) is >= 0 and var parent ? posts[parent].Id : null, name => tree.Find(name) is >= 0 and var post ? posts[post].Id : name);
        var finding = new QuoteFinding(posts, tree, texts);
        var whole = finding.Run();
        if (finding.NotLookedFor > 0)
        {
            LeavesOut("the search for quotes of posts that quote too much", finding.NotLookedFor);
        }

        if (Stated.OnOtherPages is > 0 and var listed)
        {
            LeavesOut("posts that the forum lists, on pages that are not given", listed);
        }

        if (linksToMore > 0 && !(stated <= whole.Count))
        {
            LeavesOut("places where the page only links to more comments", linksToMore);
        }

        promised.ExceptWith(indexOf.Keys);
        promised.ExceptWith(withdrawn);
        unanswered.ExceptWith(posts.Select(post => post.Parent).OfType<string>());
        var quotes = whole.Sum(post => post.Quotes.Count);
        return new ForumThread(FormatNames, Forum, Title ?? TitleElse, Address, whole, new ThreadReport
        {
            Files = files,
            Found = found + posts.Count(post => post.IsStub),
            Posts = whole.Count,
            Pages = whole.Count(post => post.Kind == PostKind.Page),
            StatedCount = stated,
            DuplicatesDropped = duplicates,
            OlderVersions = olderVersions,
            MissingParents = tree.MissingParents,
            Orphans = tree.Orphans,
            MissingOpenings = tree.MissingOpenings,
            AnswersToMissingOpenings = tree.AnswersToMissingOpenings,
            MissingAt = [.. tree.MissingAt.Take(ThreadReport.MostMissingAt)],
            CirclesCut = tree.CirclesCut,
            NotLoaded = promised.Count + unanswered.Count,
            NumberGaps = StatedPosts.AtMost(numbers.Values.Sum(known => (long)known.Max() - known.Count)),
            Deleted = whole.Count(post => post.State is PostState.Deleted or PostState.DeletedByAuthor or PostState.RemovedByModerator),
            AddressesDropped = AddressesDropped,
            Quotes = quotes,
            QuotesFound = whole.Sum(post => post.Quotes.Count(quote => quote.PassageStart is not null)),
            QuotesReworded = whole.Sum(post => post.Quotes.Count(quote => quote.State == QuoteState.Reworded)),
            QuotesAmbiguous = whole.Sum(post => post.Quotes.Count(quote => quote.State == QuoteState.Ambiguous)),
            LeftOut = leftOut,
            Damages = damages,
            DamageCount = damageCount,
        });
    }

    /// <summary>Of the first posts of several pages the first of all opens the thread, where no other is known to: by its time, else by its key, which boards count up.</summary>
    private void OpenOnce()
    {
        var firsts = posts.Where(post => post.IsFirstOfPage).ToList();
        var isTimed = firsts.TrueForAll(post => post.CreatedAt is not null);
        var isKnown = posts.Exists(post => post is { Kind: PostKind.Opening, IsFirstOfPage: false });
        foreach (var later in firsts.OrderBy(post => isTimed ? post.CreatedAt : null).ThenBy(post => post.Id.Length).ThenBy(post => post.Id, StringComparer.Ordinal).Skip(isKnown ? 0 : 1))
        {
            later.Kind = PostKind.Reply;
        }
    }

    private string FormatNames => string.Join(",", files.Select(read => read.Format).Distinct(StringComparer.Ordinal));

    private static bool IsOtherVersion(FoundPost one, FoundPost other) =>
        one.Body.Markdown.Length > 0 && other.Body.Markdown.Length > 0 && one.Body.Markdown != other.Body.Markdown;

    /// <summary>Whether the second record is to give way: by version, by time of editing, else by saying more. No tie is left to the order of the files.</summary>
    private static bool IsNewer(FoundPost post, FoundPost known)
    {
        if (post.Version != known.Version && post.Version is not null && known.Version is not null)
        {
            return post.Version > known.Version;
        }

        if (post.EditedAt != known.EditedAt)
        {
            return known.EditedAt is null || post.EditedAt > known.EditedAt;
        }

        var byLength = post.Body.Markdown.Length.CompareTo(known.Body.Markdown.Length);
        return byLength != 0 ? byLength > 0 : string.CompareOrdinal(post.Body.Markdown, known.Body.Markdown) > 0;
    }

    /// <summary>How much a record says of its author.</summary>
    private static int Known(FoundPost post) => post.Author.State switch
    {
        AuthorState.Known => post.IsNamedElsewhere ? 2 : post.Author.Id is null ? 3 : 4,
        AuthorState.Unknown => 0,
        _ => 1,
    };

    /// <summary>The kept record, with what only the other one says.</summary>
    private static FoundPost Joined(FoundPost kept, FoundPost other)
    {
        // What one file states counts more than what another lets guess.
        if (other.Parent is not null && (kept.Parent is null || (kept.ParentIsGuess && !other.ParentIsGuess)))
        {
            (kept.Parent, kept.ParentIsGuess, kept.ParentElse) = (other.Parent, other.ParentIsGuess, other.ParentElse);
        }
        else if (kept.Parent is not null)
        {
            kept.ParentElse ??= kept.Parent == other.Parent ? other.ParentElse : other.Parent;
        }

        kept.CreatedAt ??= other.CreatedAt;
        kept.CreatedAtAsWritten ??= other.CreatedAtAsWritten;
        kept.Score ??= other.Score;
        kept.Title ??= other.Title;
        kept.Address ??= other.Address;
        (kept.Author, kept.IsNamedElsewhere) = Known(other) > Known(kept) ? (other.Author, other.IsNamedElsewhere) : (kept.Author, kept.IsNamedElsewhere);
        // What comes after another post on one page opens nothing, though another page begins with it.
        var isLater = !other.IsStub && kept.IsFirstOfPage != other.IsFirstOfPage && PostKind.Reply == (kept.IsFirstOfPage ? other.Kind : kept.Kind);
        kept.Kind = isLater ? PostKind.Reply : kept.Kind == PostKind.Reply ? other.Kind : kept.Kind;
        kept.IsFirstOfPage = kept.IsFirstOfPage && !isLater && (other.IsFirstOfPage || other.Kind != PostKind.Opening);
        kept.Reactions = kept.Reactions.Count == 0 ? other.Reactions : kept.Reactions;
        kept.Body = kept.IsStub ? other.Body : kept.Body;
        return kept;
    }
}
