using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>An answer of the API, read to its end.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string? ContentType, Uri? Location, string? ETag, JsonElement Body)
{
    /// <summary>A member of the body.</summary>
    public JsonElement this[string name] => Body.GetProperty(name);

    /// <summary>A number in the body, such as the <c>relation</c> that a write says it added.</summary>
    public int Number(string name) => Body.GetProperty(name).GetInt32();

    /// <summary>The problem's code, after checking that it is a proper problem.</summary>
    public string Problem(int status)
    {
        Assert.Equal((status, "application/problem+json"), ((int)Status, ContentType));
        Assert.Equal(status, this["status"].GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(this["title"].GetString()));
        Assert.False(string.IsNullOrWhiteSpace(this["detail"].GetString()));
        var code = this["code"].GetString()!;
        Assert.Equal($"/problems/{code}", this["type"].GetString());
        return code;
    }
}

/// <summary>Short ways to call the API.</summary>
public static class Api
{
    public static Task<ApiAnswer> Get(this HttpClient client, string path, params (string Name, string Value)[] headers) =>
        Send(client, HttpMethod.Get, path, null, headers);

    public static Task<ApiAnswer> Post(this HttpClient client, string path, object? body, params (string Name, string Value)[] headers) =>
        Send(client, HttpMethod.Post, path, body is null ? null : JsonContent.Create(body), headers);

    public static Task<ApiAnswer> Patch(this HttpClient client, string path, object body, params (string Name, string Value)[] headers) =>
        Send(client, HttpMethod.Patch, path, JsonContent.Create(body), headers);

    public static Task<ApiAnswer> Delete(this HttpClient client, string path) => Send(client, HttpMethod.Delete, path, null);

    public static Task<ApiAnswer> PostText(this HttpClient client, string path, string body, string contentType = "application/json") =>
        Send(client, HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, contentType));

    public static async Task<ApiAnswer> Send(HttpClient client, HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var type = answer.Content.Headers.ContentType?.MediaType;
        return new(answer.StatusCode, type, answer.Headers.Location, answer.Headers.ETag?.ToString(), type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }
}
