using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>Changes what a comment says. Its author and the map's owner may; the earlier words stay in its history.</summary>
public static class EditComment
{
    /// <param name="Body">Markdown; 1 to 20,000 characters.</param>
    /// <param name="BasedOn">The map's revision that the person saw. If the comment was changed after it, the answer is a conflict that holds both texts.</param>
    public sealed record Request(string? Body, int? BasedOn);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var body = input.Required("body", request.Body, CommentRow.MaxBodyLength, "The comment");
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditComment, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindComment(number, cancel) is not { } comment)
                {
                    return Missing.Comment(number);
                }

                if (!map.MayChange(comment.AuthorId))
                {
                    return Refusal.Forbidden($"Comment {number} was written by somebody else. Its author and the map's owner can edit it; you can reply to it.");
                }

                if (comment.IsWithdrawn)
                {
                    return Refusal.Conflict("withdrawn", $"Comment {number} has been withdrawn. Undo the withdrawal in the history before editing it.");
                }

                if (map.ConflictIfChanged($"Comment {number}", comment.Revision, request.BasedOn, comment.Body, body) is { } conflict)
                {
                    return conflict;
                }

                map.Change(comment, comment.State with { Body = body });
                return null;
            },
            cancellation);
    }
}
