using System.Text;
using ArgMap.Argumentation.Threads.Reading;
using ArgMap.Argumentation.Threads.WebPage;

namespace ArgMap.Argumentation.Threads.StructuredData;

/// <summary>schema.org: postings and comments as JSON-LD, in a file or within a page.</summary>
internal sealed class StructuredDataFormat : ForumFormat
{
    private static readonly string[] Posts = ["DiscussionForumPosting", "Comment", "Question", "Answer", "SocialMediaPosting", "UserComments"];

    private static readonly string[] AnswerLists = ["suggestedAnswer", "acceptedAnswer", "comment", "comments"];

    internal override string Name => "jsonld";

    internal override string Description => "schema.org: DiscussionForumPosting and Comment as JSON-LD, in a page or alone";

    internal override int Recognise(ThreadInput input)
    {
        if (input.LooksLikeJson)
        {
            return input.Json.Roots.Take(3).Any(root => root.Has("@context") || root.IsArray) && Things(input.Json.Roots).Count > 0 ? 90 : 0;
        }

        if (!input.LooksLikePage || !input.Text.Contains("ld+json", StringComparison.Ordinal))
        {
            return 0;
        }

        // Most pages describe only their opening post this way: what shows more posts is to be believed.
        var described = Things(Scripts(input)).Count;
        return described < 2 ? 0 : described >= WebPageFormat.CountPosts(input) ? 75 : 20;
    }

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var roots = input.LooksLikeJson ? input.Json.Roots : Scripts(input);
        var things = Things(roots);
        // In a graph things name each other by key: a post its comments, and each of them its writer.
        Dictionary<string, string> answered = new(StringComparer.Ordinal);
        foreach (var (thing, outer, number) in things)
        {
            foreach (var named in AnswerLists.SelectMany(list => thing[list].IsArray ? thing[list].Items : [thing[list]]).Where(answer => !IsPost(answer)))
            {
                if ((named["@id"].Words ?? named.Words) is { } key)
                {
                    answered.TryAdd(key, Key(thing, outer, number));
                }
            }
        }

        Dictionary<string, string> people = new(StringComparer.Ordinal);
        foreach (var person in roots.SelectMany(root => root.IsArray ? root.Items : [root]).SelectMany(root => root["@graph"].Items.Append(root)).Where(one => !IsPost(one)))
        {
            if (person["@id"].Words is { } key && person["name"].Words is { } name)
            {
                people.TryAdd(key, name);
            }
        }

        foreach (var (thing, outer, number) in things)
        {
            thread.Add(Post(thing, outer ?? (thing["@id"].Words is { } key ? answered.GetValueOrDefault(key) : null), number, people, thread));
        }

        if (input.LooksLikeJson && input.Json.FaultPlace is { } place)
        {
            thread.Damaged(place, "The JSON breaks off or is wrong here; what comes before it was read, what comes after was not.");
        }
    }

    /// <summary>How many posts the structured data of a page says there are; null when it does not say.</summary>
    internal static int? StatedCount(ThreadInput input)
    {
        if (!input.Text.Contains("ld+json", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (thing, outer, _) in Things(Scripts(input)))
        {
            // Of a question the comments on its answers are not among those it counts.
            if (outer is null && !thing["answerCount"].IsThere && Comments(thing) is { } answers)
            {
                return answers + 1;
            }
        }

        return null;
    }

    /// <summary>How many comments a page counts. Its answers may be those alone that were accepted.</summary>
    private static int? Comments(JsonValue thing)
    {
        var statistics = thing["interactionStatistic"];
        foreach (var one in statistics.IsArray ? statistics.Items : [statistics])
        {
            var type = one["interactionType"].Text ?? one["interactionType"]["@type"].Text ?? "";
            if (type.EndsWith("ReplyAction", StringComparison.Ordinal) || type.EndsWith("CommentAction", StringComparison.Ordinal))
            {
                return one["userInteractionCount"].Number;
            }
        }

        return thing["commentCount"].Number;
    }

    private static List<JsonValue> Scripts(ThreadInput input)
    {
        List<JsonValue> roots = [];
        foreach (var script in NodeText.Elements(input.Html).Where(element => element.LocalName == "script" && element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true))
        {
            roots.AddRange(JsonTable.Read(Encoding.UTF8.GetBytes(NodeText.Of(script))).Roots);
        }

        return roots;
    }

    /// <summary>All postings and comments, each with the key of the one it is nested in, and what comments point to without standing in it.</summary>
    private static List<(JsonValue Thing, string? Outer, int Number)> Things(IReadOnlyCollection<JsonValue> roots)
    {
        var posts = Things(roots, []).ToList();
        var about = posts.Where(post => IsComment(post.Thing)).Select(post => Named(post.Thing["parentItem"]) ?? About(post.Thing)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        about.ExceptWith(posts.SelectMany(post => new[] { post.Thing["@id"].Words, post.Thing["url"].Words }).OfType<string>());
        return about.Count == 0 ? posts : [.. Things(roots, about)];
    }

    private static IEnumerable<(JsonValue Thing, string? Outer, int Number)> Things(IEnumerable<JsonValue> roots, HashSet<string> about)
    {
        var open = new Stack<(JsonValue Value, string? Outer)>(roots.Reverse().Select(root => (root, (string?)null)));
        var number = 0;
        while (open.TryPop(out var next))
        {
            var (value, outer) = next;
            if (value.IsArray)
            {
                foreach (var item in value.Items.Reverse())
                {
                    open.Push((item, outer));
                }

                continue;
            }

            if (!value.IsObject)
            {
                continue;
            }

            var inner = outer;
            if (IsPost(value) || (about.Count > 0 && Type(value) is { } type && !IsPage(type) && (about.Contains(value["@id"].Words ?? "") || about.Contains(value["url"].Words ?? ""))))
            {
                inner = Key(value, outer, number);
                yield return (value, outer, number++);
            }

            foreach (var part in (JsonValue[])[value["@graph"], value["mainEntity"], value["itemListElement"], value["item"], value["hasPart"], .. AnswerLists.Select(list => value[list])])
            {
                if (part.IsObject || part.IsArray)
                {
                    open.Push((part, inner));
                }
            }

            open.Push((value["about"], null));
        }
    }

    /// <summary>Of several types that by which the thing is a post, if there is one.</summary>
    private static string? Type(JsonValue value) =>
        (value["@type"].IsArray ? value["@type"].Items.OrderByDescending(type => type.Text is { } name && Posts.Contains(name)).FirstOrDefault() : value["@type"]).Text;

    private static bool IsPost(JsonValue value) => Type(value) is { } type && (Posts.Contains(type) || (type is "BlogPosting" or "Article" or "NewsArticle" && value["comment"].IsThere) || (!IsPage(type) && IsCommented(value)));

    /// <summary>What a page says of itself stands around what its comments are about.</summary>
    private static bool IsPage(string type) => type.EndsWith("Page", StringComparison.Ordinal) || type is "WebSite" or "ItemList";

    private static bool IsCommented(JsonValue value) => AnswerLists.Any(list => value[list] is var answers && (answers.IsArray ? answers.Items.FirstOrDefault() : answers) is { IsObject: true } first && (IsComment(first) || !first.Has("@type")));

    private static bool IsComment(JsonValue value) => Type(value) is "Comment" or "Answer" or "UserComments";

    /// <summary>What a comment says it is about, in place of what it answers.</summary>
    private static string? About(JsonValue comment) => Type(comment) is "Comment" or "UserComments" ? Named(comment["about"]) ?? Named(comment["discusses"]) ?? comment["replyToUrl"].Words : null;

    private static string? Named(JsonValue thing)
    {
        var one = thing.IsArray ? thing.Items.FirstOrDefault() : thing;
        return one.IsObject ? one["@id"].Words ?? one["url"].Words : one.Words;
    }

    private static string Key(JsonValue value, string? outer, int number) =>
        value["@id"].Words ?? value["identifier"].Words ?? value["url"].Words ?? $"{outer}/{number + 1}";

    private static FoundPost Post(JsonValue thing, string? outer, int number, Dictionary<string, string> people, ThreadAssembly thread)
    {
        var (type, key) = (Type(thing), Key(thing, outer, number));
        var author = thing["author"].IsArray ? thing["author"].Items.FirstOrDefault() : thing["author"];
        var parent = Named(thing["parentItem"]);
        var isTop = outer is null && parent is null && type is not ("Comment" or "Answer" or "UserComments");
        var title = PlainText.Line(PlainText.Decoded(thing["headline"].Text ?? thing["name"].Text));
        var address = thing["url"].Words ?? (thing["@id"].Words is { } id && id.StartsWith("http", StringComparison.Ordinal) ? id : null);
        if (isTop)
        {
            thread.Title ??= title;
            thread.Address ??= address;
            thread.Forum ??= Uri.TryCreate(address, UriKind.Absolute, out var page) ? page.Host : null;
        }

        if (type is "Question" or "Answer")
        {
            // Each counts what is right below it.
            thread.Stated.Below(key, PostKind.Answer, thing["answerCount"].Number);
            thread.Stated.Below(key, PostKind.Reply, thing["commentCount"].Number);
        }
        else if (isTop)
        {
            thread.States(Comments(thing) + 1);
        }

        var text = thing["text"].Words ?? thing["articleBody"].Words ?? thing["commentText"].Words ?? thing["description"].Words;
        return new FoundPost
        {
            Id = key,
            OtherNames = [.. ((string?[])[thing["@id"].Words, thing["url"].Words, thing["identifier"].Words]).OfType<string>().Distinct(StringComparer.Ordinal)],
            Parent = parent ?? outer ?? About(thing),
            Kind = isTop ? PostKind.Opening : type == "Answer" ? PostKind.Answer : PostKind.Reply,
            Author = thread.Author(author["name"].Words ?? author.Words ?? author["alternateName"].Words ?? (author["@id"].Words is { } person ? people.GetValueOrDefault(person) : null)),
            CreatedAt = thing["datePublished"].Time ?? thing["dateCreated"].Time ?? thing["commentTime"].Time,
            CreatedAtAsWritten = thing["datePublished"].Text ?? thing["dateCreated"].Text,
            EditedAt = thing["dateModified"].Time is { } modified && modified != thing["datePublished"].Time ? modified : null,
            State = thing["creativeWorkStatus"].Text == "Deleted" ? PostState.Deleted : PostState.Live,
            Score = thing["upvoteCount"].Number,
            Title = title,
            Address = address,
            Body = text is null ? ConvertedBody.Empty : IsHtml(text) ? TypedQuotes.In(thread.FromHtml(text, address)) : ThreadAssembly.FromMarkdown(text),
        };
    }

    private static bool IsHtml(string text) => text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase) || text.Contains("&quot;", StringComparison.Ordinal) || text.Contains("&#", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal);
}
