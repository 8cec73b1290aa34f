using System.Text;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;
using static ArgMap.Argumentation.Threads.GenericJson.CommentNames;

namespace ArgMap.Argumentation.Threads.GenericJson;

/// <summary>
/// The members of an object that may be a comment, by what they are for: who, when, what, in answer to what. Names are compared without case and signs.
/// Where the words lie in an object within, as in <c>{"id":…,"snippet":{"text":…}}</c>, its members come first and those around it after.
/// </summary>
internal sealed partial class CommentFields
{
    private const int MostLayers = 4;

    private readonly List<Layer> layers;
    private readonly NameUses uses;
    private bool? isComment;

    private CommentFields(List<Layer> layers) => (this.layers, uses) = (layers, layers.Aggregate(NameUses.None, (known, layer) => known | layer.Uses));

    internal static CommentFields Of(JsonValue value) => Of(value, 0);

    /// <summary>What else is in the objects, apart from those that are part of the comment.</summary>
    internal IEnumerable<(string Name, string Folded, JsonValue Value)> Members => layers.SelectMany(layer => layer.All.Where(member => member.Folded != layer.Taken));

    /// <summary>A name without case and signs: <c>parent_comment_id</c> is <c>parentCommentId</c>.</summary>
    internal static string Folded(string name) =>
        name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign)) ? name : string.Create(name.Count(char.IsLetterOrDigit), name, (folded, from) =>
        {
            var at = 0;
            foreach (var sign in from)
            {
                if (char.IsLetterOrDigit(sign))
                {
                    folded[at++] = char.ToLowerInvariant(sign);
                }
            }
        });

    internal bool IsGone => IsDeleted || Any(Removed) || StatesThat("removed", "moderated");

    internal bool IsDeleted => Any(Gone) || StatesThat("deleted", "trash", "trashed") || First(["mode"]).Number is 4;

    internal PostState State => Any(Removed) || StatesThat("removed", "moderated") ? PostState.RemovedByModerator : IsDeleted ? PostState.Deleted
        : Any(Hidden) || StatesThat("spam", "hold", "pending", "unapproved", "hidden") ? PostState.Hidden : PostState.Live;

    /// <summary>Something is said here, was, or names what it answers: it is a comment and no wrapper, person or picture.</summary>
    internal bool IsComment => isComment ??= MayBeComment && TellsAComment();

    /// <summary>The names that a comment must have are there, whatever is said under them.</summary>
    private bool MayBeComment =>
        ((layers[0].Uses & NameUses.Text) != NameUses.None || (uses & NameUses.State) != NameUses.None)
        && (uses & (NameUses.Author | NameUses.Time | NameUses.Parent)) != NameUses.None && (uses & (NameUses.Key | NameUses.Author)) != NameUses.None;

    private bool TellsAComment()
    {
        var (isKeyed, isWritten, isTimed) = (Ids.Any(name => Key(name) is not null), First(Authors).IsThere || First(AuthorIds).IsThere, First(TimeNames).IsThere);
        // One without words may be a picture, or was deleted: others may answer it.
        var isEmpty = isKeyed && layers[0].Members.Any(member => !member.Value.IsObject && !member.Value.IsArray && member.Key is not "description" && Texts.Contains(member.Key)) && (First(ParentNames).IsThere || (isWritten && isTimed));
        return (TextName is not null || IsGone || isEmpty) && (isWritten || isTimed || First(ParentNames).IsThere) && (isKeyed || isWritten)
            // A page about a person, a group or a picture has a description as well.
            && (isEmpty || IsGone || TextName is not "description" || (isTimed && Title is not null));
    }

    internal string? Text => TextName is { } name ? Said(layers[0].Members[name]) : null;

    internal string? TextName => (layers[0].Uses & NameUses.Text) == NameUses.None ? null : Texts.FirstOrDefault(name => layers[0].Members.TryGetValue(name, out var value) && Says(value));

    /// <summary>What whoever reads the comment asks for: what it is called, and its words.</summary>
    internal IEnumerable<JsonValue> Telling => layers.SelectMany(layer => Ids.Concat(Texts).Where(layer.Members.ContainsKey).Select(name => layer.Members[name]));

    internal string? Title => (uses & (NameUses.Title | NameUses.Author)) == NameUses.None ? null :
        ((First(Titles) is var titled && titled.IsObject ? titled["rendered"].Words : titled.Words) ?? (First(Authors).IsObject ? First(["name"]).Words : null)) is { } title
            // Some exports keep the form of the request in which the title came.
            ? PlainText.Line(PlainText.Decoded(title.Contains(' ', StringComparison.Ordinal) || !title.Contains('+', StringComparison.Ordinal) ? title : Uri.UnescapeDataString(title.Replace('+', ' '))))
            : null;

    internal string? Address => (uses & NameUses.Address) == NameUses.None ? null : Addresses.Select(name => First([name]).Words).FirstOrDefault(address => address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What a post with an address of its own links to besides.</summary>
    internal string? Linked => First(["url"]).Words is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && url != Address
        && Uri.TryCreate(url, UriKind.Absolute, out var linked) && Uri.TryCreate(Address, UriKind.Absolute, out var own) && linked.Host != own.Host ? url : null;

    internal JsonValue Time => TimeNames.Select(name => Moment(First([name]))).FirstOrDefault(value => value.Time is not null) is { IsThere: true } time ? time : First(TimeNames);

    internal DateTimeOffset? EditedAt =>
        EditTimeNames.Select(name => Moment(First([name])).Time).FirstOrDefault(time => time is not null) is { } edited && !(Time.Time >= edited) ? edited : null;

    internal int? Score => ScoreNames.Select(name => First([name])).Select(value => value.IsArray ? value.Items.Count() : value.Number).FirstOrDefault(number => number is not null)
        ?? First(["publicmetrics"])["like_count"].Number;

    internal int? Depth => First(Depths).Number;

    internal int AddressesDropped => Personal.Count(name => First([name]).Words is not null);

    /// <summary>Told by the forum, not said by anybody.</summary>
    internal bool IsNotice => First(["system"]).IsTrue || First(["subtype"]).Words is { } sub && Notice().IsMatch(sub) || (First(["type"]).Words is { } type && Notice().IsMatch(type));

    internal IEnumerable<PostReaction> Reactions =>
        First(["reactions"]) is var all && all.IsArray
            ? all.Items.Select(one => (Name: one["emoji"].IsObject ? one["emoji"]["name"].Words : one["emoji"].Words ?? one["name"].Words ?? one["reaction"].Words ?? one["id"].Words ?? one["content"].Words, one["count"].Number))
                .Where(one => one.Name is not null && one.Number > 0).Select(one => new PostReaction(one.Name!, one.Number!.Value, []))
            : all.Members.Select(one => (one.Name, Number: one.Value["count"].Number ?? one.Value.Number)).Where(one => one.Number > 0).Select(one => new PostReaction(one.Name, one.Number!.Value, []));

    internal IEnumerable<string> Attachments => Attached.SelectMany(name => First([name]).Items).Select(item => item.IsObject
        ? Only(item) is var file ? MarkdownLinks.To(file.First(["url", "urlprivate", "href", "src"]).Words, file.First(["filename", "description", "title", "name"]).Words) : ""
        : MarkdownLinks.To(item.Words, null));

    /// <summary>NodeBB calls the number of a post what others call that of its parent.</summary>
    internal bool IsNumbered => First(["tid"]).IsThere && First(["pid"]).IsThere;

    /// <summary>The value by which the comment may be called, under one of <see cref="Ids"/>.</summary>
    internal string? Key(string name) => Named(First([name]));

    /// <summary>What it answers, by the comment's own word.</summary>
    internal string? Parent
    {
        get
        {
            var own = First(["ts"]).Words;
            return ParentNames.Where(name => name != "pid" || !IsNumbered).Select(name => First([name]) is var value && name is "reply" && !value.IsObject ? null : Named(value))
                .FirstOrDefault(key => key is not null && key != own);
        }
    }

    /// <summary>Objects that are given in place of their keys, which may be comments too.</summary>
    internal IEnumerable<JsonValue> ParentObjects => layers.SelectMany(layer => ParentNames.Where(layer.Members.ContainsKey).Select(name => layer.Members[name])).Where(value => value.IsObject);

    /// <summary>The discussion that a note of GitLab is part of; an issue has several. Elsewhere a discussion is all that is said on a page.</summary>
    internal string? Discussion => First(["noteableid", "noteabletype"]).IsThere ? First(["discussionid"]).Words : null;

    /// <summary>Another post that this one shows.</summary>
    internal CommentFields? Quoted => Shown.Select(name => First([name])).Where(value => value.IsObject).Select(value => Of(value)).FirstOrDefault(shown => shown.Text is not null);

    internal PostAuthor Author(IReadOnlyDictionary<string, string> people, ThreadAssembly thread)
    {
        var author = First(Authors);
        var id = author.IsObject ? author["id"].Words : First(AuthorIds).Words;
        var name = author.IsObject ? Only(author).First(PersonNames).Words
            : author.IsArray ? string.Join(", ", author.Items.Select(one => one.IsObject ? Only(one).First(PersonNames).Words : one.Words).OfType<string>()) is { Length: > 0 } all ? all : null
            : author.Words;
        name = (name ?? id) is { } key && people.TryGetValue(key, out var known) ? known : name;
        return IsGone && name is null ? new PostAuthor(null, null, AuthorState.Deleted) : thread.Author(PlainText.Decoded(name) is { Length: > 0 } plain ? plain : null, id);
    }

    /// <summary>Someone in a list of people: key and name.</summary>
    internal static (string Key, string Name)? Person(JsonValue person) =>
        Only(person) is var fields && (fields.First(["id"]).Words ?? fields.First(AuthorIds).Words) is { } key && fields.First([.. PersonNames.SkipLast(1)]).Words is { } name ? (key, name) : null;

    private static CommentFields Only(JsonValue value) => new([Layer.Of(value)]);

    private static CommentFields Of(JsonValue value, int depth)
    {
        var own = Layer.Of(value);
        if (depth < MostLayers && (own.Uses & NameUses.Envelope) != NameUses.None
            && ((own.Uses & NameUses.Text) == NameUses.None || !Texts.Any(name => own.Members.TryGetValue(name, out var text) && (text.IsString || Said(text) is not null))))
        {
            foreach (var name in Envelopes)
            {
                if (own.Members.TryGetValue(name, out var within) && within.IsObject && Of(within, depth + 1) is var inner
                    && new CommentFields([.. inner.layers, own with { Taken = name }]) is { IsComment: true } both)
                {
                    return both;
                }
            }
        }

        return new CommentFields([own]);
    }

    /// <summary>The first that is there, the innermost object before those around it.</summary>
    private JsonValue First(string[] names)
    {
        foreach (var layer in layers)
        {
            foreach (var name in names)
            {
                if (layer.Members.TryGetValue(name, out var value) && (value.IsObject || value.IsArray || value.HasWords))
                {
                    return value;
                }
            }
        }

        return default;
    }

    private bool Any(string[] flags) => flags.Any(name => First([name]) is var flag && (flag.IsTrue || (flag.Words is { } words && words is not ("0" or "false" or "False") && (name == "deletedat" || words == "1"))));

    private bool StatesThat(params string[] states) => States.Any(name => First([name]).Words is { } state && states.Contains(state.ToLowerInvariant()));

    /// <summary>A key, or that of an object which is given in its place, or of the first of a list.</summary>
    private static string? Named(JsonValue value, int layer = 0) =>
        layer == MostLayers ? null
        : value.IsArray ? Named(value.Items.FirstOrDefault(), layer + 1)
        : !value.IsObject ? value.Words
        : Only(value) is var fields && fields.First(Ids) is { IsThere: true } key ? (key.IsObject ? Only(key).First(Ids).Words : key.Words)
        : fields.First(["post"]) is { IsObject: true } post ? Named(post, layer + 1)
        : fields.First(["parent"]) is { IsThere: true, IsArray: false } parent ? (parent.IsObject ? Only(parent).First(Ids).Words : parent.Words) : null;

    /// <summary>A time, or the one in an object such as <c>{"$date":…}</c>.</summary>
    private static JsonValue Moment(JsonValue value, int layer = 0) =>
        value.IsObject && layer < MostLayers ? value.Members.Select(member => Moment(member.Value, layer + 1)).FirstOrDefault(time => time.Time is not null) : value;

    private static bool Says(JsonValue value) => value.IsString ? value.HasWords : Said(value) is not null;

    /// <summary>Words given as text, in one of several forms, or in pieces with their marks.</summary>
    private static string? Said(JsonValue value)
    {
        if (value.IsString)
        {
            return value.HasWords ? value.Text : null;
        }

        if (value.IsObject)
        {
            var parts = Only(value);
            return parts.First(Ids).IsThere || parts.First(TimeNames).IsThere ? null : parts.First(TextParts).Words;
        }

        var text = new StringBuilder();
        foreach (var piece in value.Items)
        {
            var words = piece.IsString ? piece.Text : piece["text"].IsString ? piece["text"].Text : null;
            if (piece.IsArray || (piece.IsObject && Only(piece) is var parts && (parts.First(Ids).IsThere || parts.First(TimeNames).IsThere)))
            {
                // These are comments of their own.
                return null;
            }

            text.Append(piece["href"].Words is { } address && MarkdownLinks.To(address, words) is { Length: > 0 } link ? link : words);
        }

        return string.IsNullOrWhiteSpace(text.ToString()) ? null : text.ToString();
    }

    /// <summary>The members of one object, by their names without case and signs too, and what all of them may be for.</summary>
    private sealed record Layer(List<(string Name, string Folded, JsonValue Value)> All, NameUses Uses)
    {
        private Dictionary<string, JsonValue>? members;

        /// <summary>The member in which the words lie, whose own members are of the comment too.</summary>
        internal string? Taken { get; init; }

        internal Dictionary<string, JsonValue> Members
        {
            get
            {
                if (members is null)
                {
                    members = new(StringComparer.Ordinal);
                    All.ForEach(member => members.TryAdd(member.Folded, member.Value));
                }

                return members;
            }
        }

        internal static Layer Of(JsonValue value)
        {
            List<(string Name, string Folded, JsonValue Value)> all = [.. value.Members.Select(member => (member.Name, Folded(member.Name), member.Value))];
            return new Layer(all, all.Aggregate(NameUses.None, (known, member) => known | UsesOf(member.Folded)));
        }
    }

    [GeneratedRegex(@"^(service|(channel|group)_(join|leave|topic|purpose|name|archive|unarchive)|pinned_item|ChannelPinnedMessage|GuildMemberJoin|Recipient(Add|Remove)|Channel(Name|Icon)Change|ThreadCreated|Call)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notice();
}
