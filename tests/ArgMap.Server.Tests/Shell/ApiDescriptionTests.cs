using System.Text.Json;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

public sealed class ApiDescriptionTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Copy = "docs/openapi.json";

    [Fact]
    public async Task The_copy_in_the_repository_is_current()
    {
        var served = (await app.CreateClient().GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(RepositoryFiles.PathOf(Copy), served);
        }

        Assert.True(
            served == RepositoryFiles.Read(Copy).ReplaceLineEndings("\n"),
            $"{Copy} is not what the server serves. When the change of the API is meant, run this test with UPDATE_OPENAPI=1 and commit the file.");
    }

    [Fact]
    public async Task Limits_are_said_in_numbers_and_not_by_the_names_of_constants()
    {
        var served = await app.CreateClient().GetStringAsync("/openapi/v1.json");
        Assert.DoesNotMatch(@"\b(int|string|bool|long) [A-Z]\w+\.", served);
        Assert.Contains("at most 500 characters", served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_endpoint_is_named_summarised_tagged_and_says_how_it_refuses()
    {
        var paths = (await app.CreateClient().Get("/openapi/v1.json"))["paths"];
        var names = new List<string>();
        foreach (var (path, method, operation) in Operations(paths))
        {
            var where = $"{method} {path}";
            names.Add(operation.GetProperty("operationId").GetString()!);
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), where);
            Assert.True(operation.GetProperty("tags").GetArrayLength() == 1, where);
            Assert.True(operation.GetProperty("responses").EnumerateObject().Any(response => response.Name[0] == '2'), where);
            var refusals = operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] == '4').ToList();
            Assert.True(refusals.Count > 0, $"{where} does not say how it refuses.");
            Assert.All(refusals, refusal => Assert.True(refusal.Value.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{where} {refusal.Name}"));
        }

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task Writing_to_maps_needs_an_access_token_and_reading_does_not()
    {
        var document = await app.CreateClient().Get("/openapi/v1.json");
        Assert.Equal("bearer", document["components"].GetProperty("securitySchemes").GetProperty("accessToken").GetProperty("scheme").GetString());
        foreach (var (path, method, operation) in Operations(document["paths"]).Where(each => each.Path.StartsWith("/api/v1/maps", StringComparison.Ordinal)))
        {
            var isOptional = operation.GetProperty("security").EnumerateArray().Any(requirement => !requirement.EnumerateObject().Any());
            Assert.True(isOptional == (method == "get"), $"{method} {path}");
            Assert.True(method == "get" || operation.GetProperty("parameters").EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key"), $"{method} {path} takes no idempotency key.");
            Assert.True(method == "get" || operation.GetProperty("responses").TryGetProperty("401", out _), $"{method} {path}");
        }
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement paths) =>
        paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Name, operation.Value)));
}
