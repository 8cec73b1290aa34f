using System.Text.Json;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Threads.Fetching;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching.Forums;

/// <summary>What the tests of the forums share: an Internet for each test, and answers of theirs as JSON.</summary>
public abstract class ForumTests : IAsyncLifetime
{
    private protected LocalInternet Internet { get; } = new();

    public ValueTask InitializeAsync() => Internet.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Internet.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static string Json(object? value) => JsonSerializer.Serialize(value);

    private protected static int Number(HttpRequest request, string name, int otherwise = 0) =>
        int.TryParse(request.Query[name], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>Fetches a thread that must be there whole, and reads it.</summary>
    private protected async Task<ForumThread> Whole(string address, string forum)
    {
        var fetched = await Internet.Fetched(address);
        Assert.Equal(forum, fetched.Forum);
        Assert.Empty(fetched.Missing);
        return Read(fetched);
    }

    private protected static ForumThread Read(FetchedThread fetched)
    {
        var thread = ThreadReading.Read(fetched.Inputs);
        Assert.Equal(0, thread.Report.DamageCount);
        return thread;
    }

    /// <summary>Which post each post answers; empty for those at the top.</summary>
    private protected static Dictionary<string, string> Parents(ForumThread thread) => thread.Posts.ToDictionary(post => post.Id, post => post.ParentId ?? "");
}
