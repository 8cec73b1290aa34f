using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads;

namespace ArgMap.DraftScores;

/// <summary>A span that people marked in a turn.</summary>
/// <param name="IsClaim">A claim; else a premise.</param>
/// <param name="Turn">The turn it is in; 0 is the opening, -1 the title.</param>
/// <param name="Start">Where it begins in the body of the turn's post.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Relation">What it is said to do, such as <c>support</c> or <c>rebuttal_attack</c>.</param>
/// <param name="Targets">The keys of what it does that to.</param>
internal sealed record GoldSpan(bool IsClaim, int Turn, int Start, int End, string? Relation, IReadOnlyList<string> Targets);

/// <summary>A thread in the format of the annotated ChangeMyView threads, read as our own reader reads it.</summary>
internal sealed partial class GoldThread
{
    internal required ForumThread Thread { get; init; }

    /// <summary>The index in <see cref="Thread"/> of each turn.</summary>
    internal required IReadOnlyList<int> PostOf { get; init; }

    internal required IReadOnlyList<GoldSpan> Spans { get; init; }

    internal required IReadOnlyDictionary<string, GoldSpan> ById { get; init; }

    internal required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Reads a file, of which some are not well-formed: tags are taken as they come.</summary>
    internal static GoldThread Read(string xml)
    {
        List<(string Author, StringBuilder Text)> turns = [];
        List<(bool IsClaim, int Turn, int Start, int End, string? Id, string? Relation, string? Targets)> spans = [];
        var open = new Stack<(string Name, int Turn, int Start, string Tag)>();
        var title = new StringBuilder();
        var (inTitle, inTurn, at) = (false, false, 0);
        foreach (Match match in Tag().Matches(xml))
        {
            Append(xml[at..match.Index]);
            at = match.Index + match.Length;
            var (name, closes) = (match.Groups["name"].Value, match.Groups["closes"].Length > 0);
            switch (name)
            {
                case "title":
                    inTitle = !closes;
                    break;
                case "OP" or "reply":
                    inTurn = !closes;
                    if (!closes)
                    {
                        turns.Add((Attribute(match.Value, "author") ?? "", new StringBuilder()));
                        open.Clear();
                    }

                    break;
                case "claim" or "premise" when inTurn && !closes:
                    open.Push((name, turns.Count - 1, turns[^1].Text.Length, match.Value));
                    break;
                case "claim" or "premise" when inTurn && open.TryPop(out var opened):
                    spans.Add((opened.Name == "claim", opened.Turn, opened.Start, turns[^1].Text.Length, Attribute(opened.Tag, "id"), Attribute(opened.Tag, "rel"), Attribute(opened.Tag, "ref")));
                    break;
                default:
                    break;
            }
        }

        return Assembled(title.ToString(), turns, spans);

        void Append(string raw)
        {
            var text = WebUtility.HtmlDecode(raw);
            if (inTitle)
            {
                title.Append(text);
            }
            else if (inTurn)
            {
                turns[^1].Text.Append(text);
            }
        }
    }

    private static GoldThread Assembled(string title, List<(string Author, StringBuilder Text)> turns, List<(bool IsClaim, int Turn, int Start, int End, string? Id, string? Relation, string? Targets)> spans)
    {
        // As the forum hands threads out, each turn answering the one before it.
        var json = new StringBuilder();
        for (var turn = 0; turn < turns.Count; turn++)
        {
            var time = 1_500_000_000 + turn;
            var text = turns[turn].Text.ToString();
            json.AppendLine(turn == 0
                ? JsonSerializer.Serialize(new { id = Key(0), name = "t3_" + Key(0), subreddit = "x", title = title.Trim(), selftext = text, author = turns[0].Author, created_utc = time, is_self = true })
                : JsonSerializer.Serialize(new { id = Key(turn), name = "t1_" + Key(turn), link_id = "t3_" + Key(0), parent_id = (turn == 1 ? "t3_" : "t1_") + Key(turn - 1), body = text, body_html = "<p>", author = turns[turn].Author, created_utc = time }));
        }

        var thread = ThreadReading.Read([new ThreadInput("turns", Encoding.UTF8.GetBytes(json.ToString()))], "reddit");
        var indexOf = Enumerable.Range(0, thread.Posts.Count).ToDictionary(index => thread.Posts[index].Id, StringComparer.Ordinal);
        var posts = Enumerable.Range(0, turns.Count).Select(turn => indexOf[(turn == 0 ? "t3_" : "t1_") + Key(turn)]).ToList();
        var byId = new Dictionary<string, GoldSpan>(StringComparer.Ordinal) { ["title"] = new(true, -1, 0, 0, null, []) };
        List<GoldSpan> gold = [];
        foreach (var (isClaim, turn, start, end, id, relation, targets) in spans)
        {
            var text = turns[turn].Text.ToString();
            var body = thread.Posts[posts[turn]].Body;
            var span = new GoldSpan(isClaim, turn, Place(text, start, body), Place(text, end, body), relation, targets?.Split('_', ',', ' ') ?? []);
            gold.Add(span);
            if (id is not null)
            {
                byId.TryAdd(id, span);
            }
        }

        return new GoldThread { Thread = thread, PostOf = posts, Spans = gold, ById = byId, Authors = [.. turns.Select(turn => turn.Author)] };
    }

    private static string Key(int turn) => "a" + turn.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reading only changes white space, so the same number of other characters comes before a place.</summary>
    private static int Place(string text, int at, string body)
    {
        var before = text.AsSpan(0, at).ToArray().Count(character => !char.IsWhiteSpace(character) && !char.IsControl(character));
        for (var index = 0; index < body.Length; index++)
        {
            if (!char.IsWhiteSpace(body[index]) && before-- == 0)
            {
                return index;
            }
        }

        return body.Length;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, name + "\\s*=\\s*\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } match && match.Groups["value"].Value.Trim() is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"<(?<closes>/?)(?<name>thread|title|source|OP|reply|claim|premise)\b[^<>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();
}
