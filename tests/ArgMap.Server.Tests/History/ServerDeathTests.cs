using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArgMap.Server.Tests.History;

public sealed partial class ServerDeathTests(ArgMapApplication app, ITestOutputHelper output) : IClassFixture<ArgMapApplication>
{
    private const int Writers = 8;
    private const int AcknowledgedBeforeTheEnd = 60;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_server_is_killed_and_nothing_sent_again_is_done_twice()
    {
        var survivor = await app.WithToken("Ada");
        var map = (await survivor.Post("/api/v1/maps", new { title = "Killed", root = "Is it?" }))["map"].GetString()!;
        var token = survivor.DefaultRequestHeaders.Authorization!;
        var (sent, acknowledged) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, int>());

        var (server, address) = await StartServer();
        using (server)
        {
            var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteUntilTheEnd(writer, address, token, map, sent, acknowledged, server))).ToList();
            try
            {
                await Task.WhenAll(writing);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }

        output.WriteLine($"{sent.Count} sent, {acknowledged.Count} acknowledged");
        Assert.InRange(acknowledged.Count, AcknowledgedBeforeTheEnd, sent.Count);
        var before = await Revisions(map);
        Assert.All(acknowledged, write => Assert.Contains(write.Value, before));

        foreach (var (key, text) in sent)
        {
            var again = await survivor.Post($"/api/v1/maps/{map}/nodes", new { text }, ("Idempotency-Key", key));
            Assert.Equal(HttpStatusCode.Created, again.Status);
            Assert.True(!acknowledged.TryGetValue(key, out var revision) || revision == again["revision"].GetInt32(), $"{key} was revision {revision} and is {again["revision"]}.");
        }

        Assert.Equal(Enumerable.Range(1, sent.Count + 1), await Revisions(map));
        Assert.Equal(sent.Values.Order(), (await survivor.Get($"/api/v1/maps/{map}"))["nodes"].EnumerateArray().Select(node => node.GetProperty("text").GetString()).Where(text => text != "Is it?").Order());
        await using var dataSource = NpgsqlDataSource.Create(app.Connection);
        Assert.Empty(await Replay.Differences(dataSource, CancellationToken.None));
    }

    /// <summary>Writes one after the other; the writer whose acknowledgement is the last wanted kills the server while the others are in the middle of it.</summary>
    private static async Task WriteUntilTheEnd(
        int writer, Uri address, AuthenticationHeaderValue token, string map, ConcurrentDictionary<string, string> sent, ConcurrentDictionary<string, int> acknowledged, Process server)
    {
        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = token } };
        for (var write = 0; ; write++)
        {
            var (key, text) = ($"{writer}-{write}", $"Claim {write} of writer {writer}.");
            sent[key] = text;
            try
            {
                var answer = await client.Post($"/api/v1/maps/{map}/nodes", new { text }, ("Idempotency-Key", key));
                Assert.Equal(HttpStatusCode.Created, answer.Status);
                acknowledged[key] = answer["revision"].GetInt32();
            }
            catch (HttpRequestException)
            {
                return;
            }
            catch (IOException)
            {
                return;
            }

            if (acknowledged.Count >= AcknowledgedBeforeTheEnd)
            {
                server.Kill();
            }
        }
    }

    /// <summary>The real server in a process of its own, on the database of these tests.</summary>
    private async Task<(Process Server, Uri Address)> StartServer()
    {
        var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ArgMap.Server.dll")])
        {
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ConnectionStrings__ArgMap"] = app.Connection,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        // Read to the end, for a full pipe would stop the server.
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.OutputDataReceived += (_, said) =>
        {
            if (said.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The server ended before it listened."));
            }
            else if (Listening().Match(said.Data) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            return (server, await listening.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        }
        catch
        {
            server.Kill();
            server.Dispose();
            throw;
        }
    }

    private Task<List<int>> Revisions(string map) => app.With<ArgMapDbContext, List<int>>(db =>
        db.Changes.Where(change => db.Maps.Any(row => row.Id == change.MapId && row.Slug == map)).OrderBy(change => change.Revision).Select(change => change.Revision).ToListAsync());

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
