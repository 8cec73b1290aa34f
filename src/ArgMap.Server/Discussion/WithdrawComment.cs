using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Discussion;

/// <summary>Takes back what a comment says. It keeps its place, so that its replies stay readable; its words stay in its history, and undo brings it back.</summary>
public static class WithdrawComment
{
    public static Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, string? idempotencyKey, CancellationToken cancellation) =>
        writer.Write(
            new MapWrite(slug, actor, ChangeKind.WithdrawComment, idempotencyKey, new { number }),
            async (map, cancel) =>
            {
                if (await map.FindComment(number, cancel) is not { } comment)
                {
                    return Missing.Comment(number);
                }

                if (!map.MayChange(comment.AuthorId))
                {
                    return Refusal.Forbidden($"Comment {number} was written by somebody else. Its author and the map's owner can withdraw it; you can reply to it.");
                }

                map.Change(comment, comment.State with { IsWithdrawn = true });
                return null;
            },
            cancellation);
}
