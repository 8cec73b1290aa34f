using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Drafting.Models;

/// <summary>Asks the language model over its OpenAI-compatible interface. What comes back is text by a stranger.</summary>
public sealed class ModelEndpoint(ModelSettings settings) : IDisposable
{
    /// <summary>One request at a time: a model of the house has no more to give, and a paid one is not to be emptied by accident.</summary>
    private readonly SemaphoreSlim turn = new(1);

    // It is the operator's address, so it may be in a private network; but it leads nowhere else.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), AutomaticDecompression = DecompressionMethods.None })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>What the model answers to these posts, or why it does not.</summary>
    public async Task<Outcome<string>> Ask(string posts, CancellationToken cancellation)
    {
        if (!settings.IsConfigured)
        {
            return Refusal.Conflict("no-model", "This server has no language model to ask.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.MostTime);
        try
        {
            await turn.WaitAsync(limit.Token);
            try
            {
                return await Send(posts, limit.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(string.Create(CultureInfo.InvariantCulture, $"The language model did not answer within {settings.MostTime.TotalSeconds:0.#} seconds. Nothing was taken from it. Try again later, or with fewer posts."));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Failed("The language model cannot be reached, or broke off. Nothing was taken from it. Try again later; whoever runs this server can look at its address and its log.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        turn.Dispose();
    }

    private async Task<Outcome<string>> Send(string posts, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{settings.Address!.AbsoluteUri.TrimEnd('/')}/chat/completions"));
        request.Content = new ByteArrayContent(ModelRequest.Body(settings.Name!, posts));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        if (settings.Key is { Length: > 0 } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            return Failed($"The language model's server answered with the status {(int)response.StatusCode}. Nothing was taken from it.{(response.StatusCode == HttpStatusCode.TooManyRequests ? " It asks for a pause: try again in some minutes." : "")}");
        }

        var bytes = await Read(response, cancellation);
        return bytes is null ? Failed($"The language model's answer is longer than {settings.MostBytesOfAnswer / 1024} KB, so it was not read on. Nothing was taken from it.") : Content(bytes);
    }

    private async Task<byte[]?> Read(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (kept.Length + read > settings.MostBytesOfAnswer)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static Outcome<string> Content(byte[] bytes)
    {
        try
        {
            using var answer = JsonDocument.Parse(bytes, new() { MaxDepth = 32 });
            if (answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("choices", out var choices) && choices is { ValueKind: JsonValueKind.Array } && choices.GetArrayLength() > 0
                && choices[0] is { ValueKind: JsonValueKind.Object } choice && choice.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
                && message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String)
            {
                return content.GetString()!;
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair is valid JSON and no text.
        }

        return Failed("The language model's server did not answer as such servers do: there is no message in its answer. Nothing was taken from it.");
    }

    private static Refusal Failed(string detail) => new(StatusCodes.Status502BadGateway, "model-failed", "The language model did not help", detail);
}
