using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Discourse;

/// <summary>Discourse: a topic, further chunks of its posts, single posts and their later versions.</summary>
internal sealed partial class DiscourseFormat : JsonFormat
{
    internal override string Name => "discourse";

    internal override string Description => "Discourse: the JSON of a topic, of chunks of its posts, or of single posts";

    protected override int Recognise(JsonValue root)
    {
        var first = root.IsArray ? root.Items.FirstOrDefault() : root;
        return first["post_stream"].IsObject || first["post_stream"].Items.Any(IsPost) ? 95
            : IsPost(first) || first["posts"].Items.Take(1).Any(IsPost) || first["latest_posts"].Items.Take(1).Any(IsPost) ? 90
            : 0;
    }

    protected override void Read(JsonValue root, ThreadInput input, ThreadAssembly thread)
    {
        foreach (var value in root.IsArray ? root.Items : [root])
        {
            if (IsPost(value))
            {
                WithAnswers(value).Where(IsPost).ToList().ForEach(post => Post(post, null, Host(value, input), thread));
                continue;
            }

            var stream = value["post_stream"];
            var posts = (stream.Items.Concat(stream["posts"].Items).Concat(value["posts"].Items) is var named && named.Any() ? named : value["latest_posts"].Items).SelectMany(post => WithAnswers(post).Where(answer => answer.Row == post.Row || IsPost(answer))).ToList();
            var topic = value["id"].Text;
            thread.Title ??= PlainText.Line(PlainText.Decoded(value["title"].Text ?? value["topic"]["title"].Text));
            thread.States(value["posts_count"].Number);
            foreach (var id in stream["stream"].Items.Select(item => item.Text).OfType<string>())
            {
                thread.Promises(id);
            }

            if (value["accepted_answer"]["post_number"].Number is { } accepted && topic is not null)
            {
                thread.Chooses($"{topic}/{accepted}");
            }

            // Where nobody chose a picture of their own, a post does not say which forum it is from; others of its topic do.
            var host = posts.Select(post => Host(post, input)).FirstOrDefault(address => address is not null);
            posts.ForEach(post => Post(post, topic, host, thread));
            if (!stream.IsObject && posts.Count == 0)
            {
                thread.Damaged(value.Place, "This is neither a topic nor a post, and was left out.");
            }
        }
    }

    private static bool IsPost(JsonValue value) => value.Has("post_number") && (value.Has("cooked") || value.Has("raw"));

    private static void Post(JsonValue post, string? topicOfStream, string? host, ThreadAssembly thread)
    {
        var topic = post["topic_id"].Text ?? topicOfStream ?? "0";
        var (id, number) = (post["id"].Text, post["post_number"].Number);
        if (id is null && number is null && (id = thread.KeyOfLost(post, post["username"].Words, post["cooked"].Words ?? post["raw"].Words)) is null)
        {
            return;
        }

        // Who closes a topic may say why.
        if (post["post_type"].Number == 3 && (post["cooked"].Words is null || post["username"].Words == "system" || post["action_code"].Text == "split_topic"))
        {
            thread.LeavesOut("notices of the forum, such as that a topic was closed");
            thread.Numbered(topic, number);
            thread.Withdraws(id ?? "");
            return;
        }

        var slug = post["topic_slug"].Words;
        var topicAddress = host is null ? null : $"{host}/t/{(slug is null ? "" : slug + "/")}{topic}";
        thread.Forum ??= Uri.TryCreate(host, UriKind.Absolute, out var site) ? site.Host : null;
        thread.Address ??= topicAddress;
        thread.Title ??= PlainText.Line(PlainText.Decoded(post["topic_title"].Text));
        thread.States(post["posts_count"].Number);
        thread.Numbered(topic, number);
        var version = post["version"].Number;
        var state = post["user_deleted"].IsTrue ? PostState.DeletedByAuthor
            : post["deleted_at"].IsThere ? PostState.RemovedByModerator
            : post["hidden"].IsTrue ? PostState.Hidden
            : PostState.Live;
        thread.Add(new FoundPost
        {
            Id = id ?? $"{topic}/{number}",
            SameAs = number is null || id is null ? [] : [$"{topic}/{number}"],
            Parent = post["reply_to_post_number"].Number is > 0 and var parent ? $"{topic}/{parent}" : null,
            Kind = number == 1 ? PostKind.Opening : post["accepted_answer"].IsTrue ? PostKind.Answer : PostKind.Reply,
            Author = thread.Author(post["username"].Words ?? post["display_username"].Words ?? post["name"].Words, post["user_id"].Text),
            CreatedAt = post["created_at"].Time,
            CreatedAtAsWritten = post["created_at"].Text,
            EditedAt = version > 1 ? post["updated_at"].Time : null,
            Version = version,
            State = state,
            Score = post["actions_summary"].Items.FirstOrDefault(action => action["id"].Number == 2)["count"].Number,
            Title = number == 1 ? PlainText.Line(PlainText.Decoded(post["topic_title"].Text)) : null,
            Address = topicAddress is null || number is null ? null : $"{topicAddress}/{number}",
            Reactions = [.. post["reactions"].Items.Where(item => item["id"].Words is not null).Select(item => new PostReaction(item["id"].Words!, item["count"].Number ?? 0, []))],
            // What the forum shows in place of a post that it hides is not its writer's.
            Body = state == PostState.DeletedByAuthor || post["cooked_hidden"].IsTrue ? ConvertedBody.Empty
                : post["cooked"].Words is { } cooked ? thread.FromHtml(cooked, topicAddress)
                : FromRaw(post["raw"].Text),
        });

        // Topics in which one votes for answers have short comments below each.
        foreach (var comment in post["comments"].Items.Where(comment => comment["id"].Text is not null))
        {
            thread.Add(new FoundPost
            {
                Id = $"comment-{comment["id"].Text}",
                Parent = id ?? $"{topic}/{number}",
                Author = thread.Author(comment["username"].Words ?? comment["name"].Words, comment["user_id"].Text),
                CreatedAt = comment["created_at"].Time,
                CreatedAtAsWritten = comment["created_at"].Text,
                State = comment["deleted_at"].IsThere ? PostState.Deleted : PostState.Live,
                Score = comment["post_voting_vote_count"].Number,
                Body = comment["cooked"].Words is { } words ? thread.FromHtml(words, topicAddress) : FromRaw(comment["raw"].Text),
            });
        }
    }

    /// <summary>The forum's address, which its posts do not state: from where they were fetched, or from where their authors' pictures lie.</summary>
    private static string? Host(JsonValue post, ThreadInput input)
    {
        if (Uri.TryCreate(input.Address, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address.GetLeftPart(UriPartial.Authority);
        }

        var match = Picture().Match(post["avatar_template"].Text ?? "");
        return match.Success ? "https://" + match.Groups["host"].Value : null;
    }

    /// <summary>The source text has quotes in square brackets, nested at will.</summary>
    internal static ConvertedBody FromRaw(string? raw)
    {
        List<QuoteSource> sources = [];
        List<string> lines = [];
        var (depth, mark, isClosed) = (0, "", false);
        foreach (var line in PlainText.Clean(QuoteTag().Replace(raw ?? "", "\n${tag}\n")).Split('\n'))
        {
            var opens = QuoteOpens().Match(line.Trim());
            if (opens.Success)
            {
                depth++;
                var said = opens.Groups["said"].Value.Split(',', StringSplitOptions.TrimEntries);
                mark += $"{PlainText.SourceOpens}{sources.Count}{PlainText.SourceCloses}";
                sources.Add(new QuoteSource(said[0].Length > 0 ? said[0] : null, Part(said, "post:"), Part(said, "topic:")));
            }
            else if (depth > 0 && line.Trim() == "[/quote]")
            {
                depth--;
                isClosed = true;
                while (lines.Count > 0 && lines[^1].Trim('>', ' ').Length == 0)
                {
                    lines.RemoveAt(lines.Count - 1);
                }

                lines.Add(string.Concat(Enumerable.Repeat("> ", Math.Min(depth, 30))).TrimEnd());
            }
            else if (depth > 0 && line.Trim().Length > 0)
            {
                isClosed = false;
                lines.Add(string.Concat(Enumerable.Repeat("> ", Math.Min(depth, 30))) + mark + line);
                mark = "";
            }
            else if (line.Trim().Length > 0 || (depth > 0 ? mark.Length == 0 : !isClosed))
            {
                // One blank line after a quote is enough, and none is wanted where it begins.
                isClosed = false;
                lines.Add(depth > 0 ? string.Concat(Enumerable.Repeat("> ", Math.Min(depth, 30))).TrimEnd() : line);
            }
        }

        var text = string.Join('\n', lines).Trim('\n');
        return new ConvertedBody(text, MarkdownLinks.In(text), sources, IsTooDeep: false);
    }

    private static string? Part(string[] said, string name) =>
        said.FirstOrDefault(part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    [GeneratedRegex(@"^(https?:)?/+(user_avatar|letter_avatar_proxy)/(?<host>[a-z0-9-]+(\.[a-z0-9-]+)+)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"[ \t]*(?<tag>\[quote(=[^\]\n]*)?\]|\[/quote\])[ \t]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex QuoteTag();

    [GeneratedRegex("""^\[quote(=["“”]?(?<said>[^\]"“”]*)["“”]?)?\]$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuoteOpens();
}
