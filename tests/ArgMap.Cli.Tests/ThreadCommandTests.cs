using System.Diagnostics;
using System.Text.Json;

namespace ArgMap.Cli.Tests;

/// <summary>Runs the built command as a person would.</summary>
public sealed class ThreadCommandTests
{
    private const string Item = """{"id":1,"type":"story","by":"ada","title":"Ünïcode","time":1700000000}""";

    [Fact]
    public async Task Standard_input_is_read_and_printed_as_json()
    {
        var (code, output, errors) = await Run(Item, "thread", "-", "--json");

        Assert.Equal((0, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        Assert.Equal("hackernews", json.RootElement.GetProperty("format").GetString());
        Assert.Equal("1", json.RootElement.GetProperty("posts")[0].GetProperty("externalId").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("report").GetProperty("posts").GetInt32());
    }

    [Fact]
    public async Task Without_json_a_person_can_read_it()
    {
        var (code, output, _) = await Run(Item, "thread", "-");

        Assert.Equal(0, code);
        Assert.StartsWith("Ünïcode\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1 post.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_quotes_cues_and_offsets()
    {
        var (code, output, errors) = await Run("Ada: I think maps help people.\n\nBo: But they do not help me.\n\nAda: Why not?", "draft", "-", "--json");

        Assert.Equal((0, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        var claim = json.RootElement.GetProperty("suggestions").EnumerateArray().First(suggestion => suggestion.GetProperty("quote").GetString() == "I think maps help people.");
        Assert.Equal(("claim", 0, 25, "stance"), (claim.GetProperty("kind").GetString(), claim.GetProperty("start").GetInt32(), claim.GetProperty("length").GetInt32(), claim.GetProperty("cue").GetString()));
        Assert.True(json.RootElement.GetProperty("kinds").GetProperty("question").GetInt32() == 1);
    }

    [Fact]
    public async Task A_draft_can_be_read_by_a_person_and_its_cues_printed()
    {
        var (code, output, _) = await Run("I think maps help people.", "draft", "-");
        var (codeOfCues, cues, _) = await Run("", "draft", "--print-cues");

        Assert.Equal((0, 0), (code, codeOfCues));
        Assert.Contains("“I think maps help people.”", output, StringComparison.Ordinal);
        Assert.Contains("stance\t", cues, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_can_be_overruled()
    {
        var (code, output, _) = await Run(Item, "thread", "-", "--format", "text");

        Assert.Equal(0, code);
        Assert.Contains("text (as asked)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "There is no file", "thread", "no-such-file.json")]
    [InlineData(1, "is empty", "thread", "-")]
    [InlineData(2, "There is no format", "thread", "-", "--format", "usenet")]
    [InlineData(2, "argmap:", "thread")]
    [InlineData(2, "argmap:", "no-such-command")]
    [InlineData(2, "Name the files", "draft")]
    [InlineData(1, "There is no file no-such-cues.tsv", "draft", "-", "--cues", "no-such-cues.tsv")]
    public async Task What_is_wrong_is_said_on_standard_error(int code, string words, params string[] arguments)
    {
        var result = await Run("", arguments);

        Assert.Equal((code, ""), (result.Code, result.Output));
        Assert.Contains(words, result.Errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ArgMap.Cli.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
