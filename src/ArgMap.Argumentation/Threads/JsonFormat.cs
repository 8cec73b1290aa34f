using ArgMap.Argumentation.Threads.GenericJson;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A format whose files are JSON: one document or several, such as one a line.</summary>
internal abstract class JsonFormat : ForumFormat
{
    // Programs that fetch keep several answers in a list, or each under the address it came from.
    private const int MostWrappers = 3, MostWrappedLooked = 40, LeastWrapped = 60;

    internal sealed override int Recognise(ThreadInput input) =>
        input.LooksLikeJson ? input.Json.Roots.Take(3).Select(root => Recognise(root) is > 0 and var direct ? direct : !LooksEverywhere && Wrapped(root, MostWrappedLooked).Any() ? LeastWrapped : 0).DefaultIfEmpty(0).Max() : 0;

    /// <summary>Posts are found wherever in a document they are: none are in documents within, or passed over.</summary>
    protected virtual bool LooksEverywhere => false;

    /// <summary>How sure the format is that a JSON document is its own.</summary>
    protected abstract int Recognise(JsonValue root);

    /// <summary>Hands every post in a JSON document to the thread.</summary>
    protected abstract void Read(JsonValue root, ThreadInput input, ThreadAssembly thread);

    internal sealed override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var json = input.Json;
        if (json.Roots.Count == 0)
        {
            throw new ThreadFormatException($"{input.Name} is not JSON: it cannot be read at {json.FaultPlace ?? "its beginning"}.");
        }

        foreach (var root in json.Roots)
        {
            var wrapped = LooksEverywhere || Recognise(root) > 0 ? [] : Wrapped(root, int.MaxValue).ToList();
            json.Watch(() => (wrapped.Count > 0 ? wrapped : [root]).ForEach(document => Read(document, input, thread)));
            // Programs that keep comments may put what they are about beside them.
            thread.Title ??= PlainText.Line(PlainText.Decoded(root["title"].Text));
        }

        if (!LooksEverywhere && PassedOver(json).ToList() is [var first, ..] passed)
        {
            thread.LeavesOut($"what looks like posts in places where {Name} has none, the first at {first.Place} (the format json may read them)", passed.Count);
        }

        if (json.Roots.SelectMany(root => root.IsArray ? root.Items : [root]).Sum(answer => answer.Has("data") ? answer["errors"].Items.Count(error => error["message"].IsString) : 0) is > 0 and var errors)
        {
            thread.LeavesOut("parts in whose place the forum answered with an error", errors);
        }

        foreach (var (place, wentOn) in json.Faults)
        {
            thread.Damaged(place, wentOn
                ? "The JSON breaks off or is wrong here; what comes before it was read, and so was what could be made out after it."
                : "The JSON breaks off or is wrong here; what comes before it was read, what comes after was not.");
        }
    }

    /// <summary>Whether the document is of a kind, or is a list that has one early on: what comes first may be another thing, such as a label that somebody set.</summary>
    protected static bool IsOrLists(JsonValue root, Func<JsonValue, bool> isOfThisKind) => root.IsArray ? root.Items.Take(MostWrappedLooked).Any(isOfThisKind) : isOfThisKind(root);

    /// <summary>A post, and what programs that keep a thread put into it: answers within what they answer.</summary>
    protected static IEnumerable<JsonValue> WithAnswers(JsonValue post) => post.Has("replies") || post.Has("children") ? AndAnswers(post) : [post];

    private static IEnumerable<JsonValue> AndAnswers(JsonValue post)
    {
        var open = new Stack<JsonValue>();
        open.Push(post);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var answer in next["replies"].Items.Concat(next["children"].Items).Where(answer => answer.IsObject).Reverse())
            {
                open.Push(answer);
            }
        }
    }

    /// <summary>What looks like a comment and was not read: a format only looks where it knows that posts are, and programs keep them in other places too.</summary>
    private static IEnumerable<JsonValue> PassedOver(JsonTable json) =>
        json.Roots.SelectMany(root => new CommentWalk().WithFields(root)).Where(each => each.Fields.TextName is not null && !each.Fields.Telling.Any(telling => json.WasAsked(telling.Row))).Select(each => each.Found.Value);

    /// <summary>The nearest documents within one that is not this format's own, and are.</summary>
    private IEnumerable<JsonValue> Wrapped(JsonValue root, int most)
    {
        var open = new Stack<(JsonValue Value, int Depth)>();
        open.Push((root, 0));
        while (open.TryPop(out var next))
        {
            if (next.Depth > 0 && Recognise(next.Value) >= LeastWrapped)
            {
                yield return next.Value;
                continue;
            }

            if (next.Depth == MostWrappers)
            {
                continue;
            }

            foreach (var value in (next.Value.IsArray ? next.Value.Items : next.Value.Members.Select(member => member.Value)).Where(value => value.IsObject || value.IsArray).Take(most).Reverse())
            {
                open.Push((value, next.Depth + 1));
            }
        }
    }
}
