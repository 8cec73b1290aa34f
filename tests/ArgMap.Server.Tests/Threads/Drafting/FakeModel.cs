using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArgMap.Server.Tests.Threads.Drafting;

/// <summary>A server that speaks the protocol of language models as a test wants it, well or badly.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication server;

    private FakeModel(WebApplication server) => this.server = server;

    /// <summary>The bodies of the requests that came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>Answers each request by this.</summary>
    public static async Task<FakeModel> Answering(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new FakeModel(builder.Build());
        model.server.MapPost("/v1/chat/completions", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            model.Asked.Enqueue(await reader.ReadToEndAsync());
            await answer(context);
        });
        await model.server.StartAsync();
        model.Address = new Uri(model.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");
        return model;
    }

    /// <summary>Answers each request with this message.</summary>
    public static Task<FakeModel> Saying(string content) => Answering(context => context.Response.WriteAsync(Message(content)));

    /// <summary>Answers each request with these suggestions.</summary>
    public static Task<FakeModel> Suggesting(params object[] suggestions) => Saying(JsonSerializer.Serialize(new { suggestions }));

    public static string Message(string content) => JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content } } } });

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
