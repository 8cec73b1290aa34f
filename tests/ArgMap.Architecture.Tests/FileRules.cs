using System.Text.RegularExpressions;

namespace ArgMap.Architecture.Tests;

/// <summary>What every file of the repository keeps to.</summary>
public sealed partial class FileRules
{
    private const int MostLines = 400;

    private static readonly string[] Code = [".cs", ".razor", ".css", ".js"];

    [Fact]
    public void Markup_is_emitted_in_one_place_only() =>
        Assert.Equal(
            ["src/ArgMap.Server/Text/MarkdownView.razor"],
            Repository.FilesUnder("src", ".cs", ".razor").Where(file => Repository.Read(file).Contains("MarkupString", StringComparison.Ordinal)));

    [Fact]
    public void No_file_is_longer_than_one_idea()
    {
        var files = Repository.FilesUnder("src", Code).Concat(Repository.FilesUnder("wwwroot", Code));
        var tooLong = files.Where(file => Repository.Read(file).Count(character => character == '\n') > MostLines).ToList();
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_file_names_a_path_of_one_machine_or_a_package_feed() =>
        Assert.Empty(Lines(Repository.Files.Where(IsText), MachinePathOrFeed()));

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Assert.Empty(Lines(Repository.FilesUnder("src", Code).Concat(Repository.FilesUnder("migrations", Code)).Concat(Repository.FilesUnder("tests", Code)), Unfinished()));

    [Fact]
    public void No_test_sleeps_or_is_skipped() =>
        Assert.Empty(Lines(Repository.FilesUnder("tests", ".cs", ".razor"), SleepingOrSkipped()));

    [Theory]
    [InlineData("Argumentation")]
    [InlineData("Canvas")]
    [InlineData("Server")]
    public void Tests_lie_in_folders_named_as_in_src(string project)
    {
        var folders = Repository.FilesUnder($"tests/ArgMap.{project}.Tests", ".cs", ".razor")
            .Where(file => TestAttribute().IsMatch(Repository.Read(file)))
            .Select(file => Path.GetRelativePath($"tests/ArgMap.{project}.Tests", Path.GetDirectoryName(file)!))
            .Distinct();
        var strays = folders.Where(folder => !Directory.Exists(Path.Combine(Repository.Root, "src", $"ArgMap.{project}", folder))).ToList();
        Assert.Empty(strays);
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken =
            from document in Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            from Match link in RelativeLink().Matches(Repository.Read(document))
            let target = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link.Groups["path"].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{document}: {link.Groups["path"].Value}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_decision_has_a_number_of_its_own()
    {
        var numbers = Repository.FilesUnder("docs/decisions", ".md").Select(file => DecisionNumber().Match(Path.GetFileName(file)).Value).ToList();
        Assert.DoesNotContain("", numbers);
        Assert.Equal(numbers.Distinct(), numbers);
    }

    [Theory]
    [InlineData("scripts/run")]
    [InlineData("scripts/test")]
    [InlineData("scripts/publish")]
    [InlineData(".ci/run")]
    public void Scripts_can_be_executed(string script)
    {
        Assert.StartsWith("#!/usr/bin/env bash\n", Repository.Read(script), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute));
    }

    private static IEnumerable<string> Lines(IEnumerable<string> files, Regex pattern) =>
        from file in files
        from line in Repository.Read(file).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file}:{line.Number}: {line.Text.Trim()}";

    private static bool IsText(string file) => Path.GetExtension(file) is not (".png" or ".ico" or ".woff2" or ".webp");

    // The character classes of one letter keep these patterns from finding themselves.
    [GeneratedRegex(@"/(work|farm|tmp)/[a-z.]|[.][.]/shared|\bnuget\.org|\bnpmjs\.(com|org)|\bdeb\.debian\.org|\bpypi\.org", RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePathOrFeed();

    [GeneratedRegex(@"NotImplemented[E]xception|\bTO[D]O\b|\bFIX[M]E\b|\bHA[C]K\b|\bXX[X]\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\(|WaitForTimeout[A]sync|\bSkip ?= ?""")]
    private static partial Regex SleepingOrSkipped();

    [GeneratedRegex(@"\[(Fact|Theory)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"\]\((?![a-z]+:|#|/)(?<path>[^)\s#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex RelativeLink();

    [GeneratedRegex(@"^ADR-\d{3}(?=-[a-z])")]
    private static partial Regex DecisionNumber();
}
