using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>Says something in the thread of a node or relation, at its top or in reply to a comment.</summary>
public static class AddComment
{
    /// <param name="Body">Markdown; 1 to 20,000 characters.</param>
    /// <param name="ReplyTo">Number of the comment of the same thread that it replies to; missing at the top of the thread.</param>
    public sealed record Request(string? Body, int? ReplyTo = null);

    /// <param name="writer">The way to write.</param>
    /// <param name="slug">The map.</param>
    /// <param name="about">Number of the node or relation whose thread it is.</param>
    /// <param name="actor">Who says it.</param>
    /// <param name="request">What they say.</param>
    /// <param name="idempotencyKey">The person's key for this request.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int about, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var body = input.Required("body", request.Body, CommentRow.MaxBodyLength, "The comment");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AddComment, idempotencyKey, new { about, request }),
            async (map, cancel) =>
            {
                if (await map.FindThing(about, cancel) is not { } thing)
                {
                    return Missing.Thread(about);
                }

                if (request.ReplyTo is { } replyTo)
                {
                    if (await map.FindComment(replyTo, cancel) is not { } parent)
                    {
                        return Refusal.Invalid("replyTo", $"There is no comment {replyTo} in this map to reply to.");
                    }

                    if (parent.State.About != thing)
                    {
                        return Refusal.Invalid("replyTo", $"Comment {replyTo} is in the thread of #{parent.State.About.Number}, not of #{about}. Reply to it there.");
                    }
                }

                map.Add(new CommentState(thing, request.ReplyTo, body, map.Actor));
                return null;
            },
            cancellation);
    }
}
