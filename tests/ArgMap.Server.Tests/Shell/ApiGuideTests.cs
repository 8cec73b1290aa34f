using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

public sealed partial class ApiGuideTests(ArgMapApplication app, ITestOutputHelper output) : IClassFixture<ArgMapApplication>
{
    /// <summary>What pages and forms refuse with, and the API never does.</summary>
    private static readonly string[] CodesOfForms = ["stale-form", "foreign-form", "account-changed", "token-made", "moved-already", "steps-discussed", "not-linked", "below-itself", "there-already", "answered", "no-root", "post-gone", "no-model", "model-failed", "other-posts"];

    [Fact]
    public async Task The_commands_of_the_guide_do_what_it_says()
    {
        await using var server = app.AnotherServer();
        server.UseKestrel(0);
        server.StartServer();
        var folder = Directory.CreateTempSubdirectory("argmap-guide-");
        try
        {
            await Run(folder.FullName, server.ClientOptions.BaseAddress.ToString().TrimEnd('/'));
            var map = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "map.json")));
            Assert.Equal("304\n", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "status.txt")));
            Assert.Contains("\"state\":\"Done\"", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "state.json")), StringComparison.Ordinal);
            Assert.Equal((4, 6), (map.GetProperty("revision").GetInt32(), Step(map, 6).GetProperty("number").GetInt32()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var now = await app.CreateClient().Get("/api/v1/maps/would-deception-crystallise");
        Assert.Equal("Ada", now["owner"].GetString());
        var support = Step(now.Body, 4);
        Assert.Equal(("Support", 1, "Defeated", 1), (support.GetProperty("kind").GetString(), support.GetProperty("target").GetInt32(), support.GetProperty("force").GetString(), support.GetProperty("openObjections").GetInt32()));
        var objection = Step(now.Body, 6);
        Assert.Equal(("Objection", 4, "Relation", "Stands", true), (objection.GetProperty("kind").GetString(), objection.GetProperty("target").GetInt32(), objection.GetProperty("targetKind").GetString(), objection.GetProperty("force").GetString(), objection.GetProperty("isOpenObjection").GetBoolean()));
        var premise = now["nodes"].EnumerateArray().Single(node => node.GetProperty("number").GetInt32() == 2);
        Assert.Equal(("A deceptive model is a steady state of training.", false), (premise.GetProperty("text").GetString(), premise.GetProperty("isWithdrawn").GetBoolean()));
        Assert.Equal(7, now["revision"].GetInt32());
        Assert.Equal(1, now["nodes"].EnumerateArray().Single(node => node.GetProperty("number").GetInt32() == 5).GetProperty("comments").GetInt32());
    }

    [Fact]
    public void Every_code_of_a_refusal_is_in_the_guide_and_no_other()
    {
        var refusals = Directory.EnumerateFiles(RepositoryFiles.PathOf("src/ArgMap.Server"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Distinct();
        var documented = DocumentedCode().Matches(RepositoryFiles.Read("docs/api.md")).Select(match => match.Groups["code"].Value);

        Assert.Equal(refusals.Except(CodesOfForms).Order(), documented.Order());
    }

    /// <summary>Runs all the guide's shell blocks in one shell, in order; any command that fails fails the test.</summary>
    private async Task Run(string folder, string address)
    {
        var script = string.Join('\n', ShellBlock().Matches(RepositoryFiles.Read("docs/api.md")).Select(match => match.Groups["script"].Value));
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = folder,
            Environment = { ["ARGMAP"] = address },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (said, complained) = (shell.StandardOutput.ReadToEndAsync(limit.Token), shell.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await shell.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!shell.HasExited)
            {
                shell.Kill(entireProcessTree: true);
            }
        }

        output.WriteLine(await said);
        Assert.True(shell.ExitCode == 0, $"A command of the guide failed: {await complained}\n{await said}");
    }

    private static JsonElement Step(JsonElement map, int number) =>
        map.GetProperty("relations").EnumerateArray().Single(relation => relation.GetProperty("number").GetInt32() == number);

    [GeneratedRegex(@"^```sh\n(?<script>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"(Refusal\.Conflict\(|StatusCodes\.Status\w+,\s*)""(?<code>[a-z-]+)""|base\(.*?""(?<code>[a-z]+-[a-z-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentedCode();
}
