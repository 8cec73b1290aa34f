using System.Security.Cryptography;
using System.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Debates;

/// <summary>A post to store. Posts are given in the order of the thread; the first one is number 1.</summary>
/// <param name="Author">Who wrote it; null for nobody known.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Parent">The number of the post it answers; null at the top.</param>
/// <param name="Score">Votes.</param>
public sealed record Said(string? Author, string Body, int? Parent = null, int? Score = null)
{
    public PostState State { get; init; }

    public bool IsVanished { get; init; }

    public IReadOnlyList<StoredQuote> Quotes { get; init; } = [];
}

/// <summary>Stores a thread in a map as an import leaves it, without one.</summary>
public static class StoredThread
{
    /// <summary>The moment that the first post was written; each later one is written an hour after the one before.</summary>
    public static DateTimeOffset Begun { get; } = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Adds the thread.</summary>
    /// <returns>Number of its source.</returns>
    public static async Task<int> In(ArgMapApplication app, string slug, Actor owner, IReadOnlyList<Said> said, string title = "Why would it crystallise?", string format = "plain")
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(said);
        var source = (await app.With<MapWriter, Outcome<Written>>(writer =>
            AddSource.Handle(writer, slug, owner, new(title, nameof(Medium.CommentThread)), null, CancellationToken.None))).Value.AddedSource!.Value;
        await app.With<ArgMapDbContext, int>(async db =>
        {
            var map = await db.Maps.SingleAsync(map => map.Slug == slug);
            db.ForumThreads.Add(new ForumThreadRow
            {
                MapId = map.Id,
                SourceNumber = source,
                Format = format,
                Forum = "A forum",
                Posts = said.Count,
                ImportId = Guid.NewGuid(),
                ReadAt = app.Clock.GetUtcNow(),
                Report = ThreadJson.Write(new ThreadReport { Files = [], Found = said.Count, Posts = said.Count }),
            });
            db.Posts.AddRange(said.Select((post, index) => Row(map.Id, source, said, post, index, app.Clock.GetUtcNow())));
            return await db.SaveChangesAsync();
        });
        return source;
    }

    private static PostRow Row(long map, int source, IReadOnlyList<Said> all, Said post, int index, DateTimeOffset at) => new()
    {
        MapId = map,
        SourceNumber = source,
        Number = index + 1,
        ExternalId = $"id-{index + 1}",
        ParentNumber = post.Parent,
        ParentFrom = post.Parent is null ? ParentFrom.None : ParentFrom.Stated,
        Position = index,
        Depth = Depth(all, index),
        Replies = all.Count(other => other.Parent == index + 1),
        Descendants = all.Skip(index + 1).TakeWhile((_, later) => Depth(all, index + 1 + later) > Depth(all, index)).Count(),
        AuthorName = post.Author,
        AuthorState = post.Author is null ? AuthorState.Unknown : AuthorState.Known,
        CreatedAt = Begun.AddHours(index),
        State = post.State,
        IsVanished = post.IsVanished,
        Score = post.Score,
        Body = post.Body,
        BodyHash = SHA256.HashData(Encoding.UTF8.GetBytes(post.Body)),
        Words = post.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
        Quotes = ThreadJson.Write(post.Quotes),
        FirstSeenAt = at,
        ChangedAt = at,
    };

    private static int Depth(IReadOnlyList<Said> all, int index)
    {
        var depth = 0;
        for (var parent = all[index].Parent; parent is { } above; parent = all[above - 1].Parent)
        {
            depth++;
        }

        return depth;
    }
}
