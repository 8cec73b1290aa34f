using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.ForumMagnum;

/// <summary>LessWrong, Alignment Forum and EA Forum: GraphQL answers with a post, its comments, answers and dialogue parts, in one file or several.</summary>
internal sealed class ForumMagnumFormat : JsonFormat
{
    internal override string Name => "forummagnum";

    internal override string Description => "LessWrong, Alignment Forum, EA Forum: GraphQL answers, as JSON";

    protected override int Recognise(JsonValue root) => Things(root).Any() ? 92 : 0;

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        foreach (var (thing, isComment) in Things(root))
        {
            if ((thing["_id"].Words ?? thread.KeyOfLost(thing, thing["user"]["displayName"].Words, thing["contents"]["html"].Words ?? thing["contents"]["markdown"].Words ?? thing["htmlBody"].Words)) is { } id)
            {
                Dialogue.Add(Post(thing, id, isComment, thread), isComment ? null : thing["contents"]["html"].Text ?? thing["htmlBody"].Text, thing["pageUrl"].Words, thread);
            }
        }

        // Comments, answers and parts of dialogues are lists of their own.
        foreach (var (name, list) in (root["data"].IsObject ? root["data"] : root).Members)
        {
            if (list["totalCount"].Number is { } total && list["results"].IsArray && !list["results"].Items.Any(IsUncounted))
            {
                thread.Stated.In(name, total);
            }
        }
    }

    private static IEnumerable<(JsonValue Thing, bool IsComment)> Things(JsonValue root)
    {
        var data = root["data"].IsObject ? root["data"] : root;
        IEnumerable<JsonValue> parts = root.IsArray ? root.Items
            : data.Has("_id") ? [data]
            : data.Members.SelectMany(member => member.Value["results"].IsArray ? member.Value["results"].Items : [member.Value["result"]]);
        // Programs that keep a thread put its comments into the post.
        return parts.SelectMany(part => part["comments"].Items.Concat(part["comments"]["results"].Items).Prepend(part)).SelectMany(WithAnswers).SelectMany(part => part["latestChildren"].Items.Prepend(part))
            .Where(part => part.IsObject && (part.Has("_id") || part.Has("contents") || part.Has("htmlBody")) && (part.Has("parentCommentId") || part.Has("postedAt") || part.Has("baseScore") || (part["contents"].IsObject && part["title"].IsString)))
            .Select(part => (part, part.Has("parentCommentId") || part.Has("postId") || part.Has("topLevelCommentId")));
    }

    /// <summary>Parts of a debate, which were comments before there were dialogues, are not counted as comments.</summary>
    private static bool IsUncounted(JsonValue thing) => thing["debateResponse"].IsTrue;

    private static FoundPost Post(JsonValue thing, string id, bool isComment, ThreadAssembly thread)
    {
        var address = thing["pageUrl"].Words;
        var isGone = thing["deleted"].IsTrue;
        var title = PlainText.Line(thing["title"].Text);
        if (!isComment)
        {
            thread.Title = title;
            thread.Address = address;
            thread.States(thing["commentCount"].Number + 1);
        }

        thread.Forum ??= Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : null;
        return new FoundPost
        {
            Id = id,
            Parent = isComment ? thing["parentCommentId"].Words ?? thing["parentAnswerId"].Words ?? thing["postId"].Words : null,
            Around = thing["topLevelCommentId"].Words is { } top && top != id ? [top] : [],
            ParentIsOpening = isComment && thing["parentCommentId"].Words is null && thing["parentAnswerId"].Words is null,
            ParentIsAt = isComment ? address?.Split('?', '#')[0] : null,
            Kind = !isComment ? PostKind.Opening : thing["answer"].IsTrue ? PostKind.Answer : PostKind.Reply,
            Author = ThreadAssembly.Authors(thing["hideAuthor"].IsTrue ? new PostAuthor(null, null, AuthorState.Hidden)
                : thing["user"].IsObject || Writer(thing) is not null ? thread.Author(thing["user"]["displayName"].Words ?? Writer(thing) ?? thing["user"]["slug"].Words, thing["user"]["_id"].Words)
                : new PostAuthor(null, null, isGone ? AuthorState.Deleted : AuthorState.Unknown), Coauthors(thing, thread)),
            CreatedAt = thing["postedAt"].Time,
            CreatedAtAsWritten = thing["postedAt"].Text,
            EditedAt = thing["lastEditedAt"].Time ?? (isComment ? null : thing["modifiedAt"].Time),
            State = isGone ? PostState.Deleted : thing["rejected"].IsTrue ? PostState.Hidden : thing["retracted"].IsTrue ? PostState.Retracted : PostState.Live,
            Score = thing["baseScore"].Number,
            Title = title,
            Address = address,
            Reactions = Reactions(thing["extendedScore"]["reacts"]),
            IsUncounted = IsUncounted(thing),
            Body = Body(thing, address, thread).About(isComment ? null : thing["url"].Words),
        };
    }

    private static ConvertedBody Body(JsonValue thing, string? address, ThreadAssembly thread)
    {
        var contents = thing["contents"];
        return contents["html"].Words is { } html ? thread.FromHtml(html, address)
            : contents["markdown"].Words is { } markdown ? ThreadAssembly.FromMarkdown(markdown)
            : thing["htmlBody"].Words is { } body ? thread.FromHtml(body, address)
            : contents["agentMarkdown"].Words is { } forAgents ? ThreadAssembly.FromMarkdown(forAgents)
            : contents["originalContents"]["data"].Words is { } original && contents["originalContents"]["type"].Text is "html" or "ckEditorMarkup" ? thread.FromHtml(original, address)
            : ThreadAssembly.FromMarkdown(contents["originalContents"]["data"].Words ?? thing["body"].Text ?? contents["plaintextMainText"].Text);
    }

    /// <summary>Those who wrote a post together with the one who put it there, unless they were only asked to.</summary>
    private static IEnumerable<PostAuthor> Coauthors(JsonValue thing, ThreadAssembly thread)
    {
        var asked = thing["coauthorStatuses"].Items.Where(status => status["confirmed"].IsTrue is false).Select(status => status["userId"].Words).ToList();
        return thing["hideAuthor"].IsTrue ? [] : thing["coauthors"].Items.Where(user => user["_id"].Words is not { } id || !asked.Contains(id))
            .Select(user => thread.Author(user["displayName"].Words ?? user["slug"].Words, user["_id"].Words));
    }

    /// <summary>The name as what the forum's search finds has it, which knows no user.</summary>
    private static string? Writer(JsonValue thing) => thing["author"].Words ?? thing["authorDisplayName"].Words;

    private static List<PostReaction> Reactions(JsonValue reacts) =>
        [.. reacts.Members.Where(member => member.Value.IsArray).Select(member => new PostReaction(
            member.Name,
            member.Value.Items.Count(react => react["reactType"].Text != "disagreed"),
            [.. member.Value.Items.SelectMany(react => react["quotes"].Items).Select(quote => quote.Words).OfType<string>().Distinct(StringComparer.Ordinal)]))];
}
