using System.Diagnostics;

namespace ArgMap.Architecture.Tests;

/// <summary>The files of this repository as git would commit them, and our four assemblies.</summary>
internal static class Repository
{
    internal static readonly string Root = FindRoot();

    /// <summary>Paths relative to <see cref="Root"/> with forward slashes; what git ignores is not there.</summary>
    internal static readonly IReadOnlyList<string> Files = ListFiles();

    internal static IEnumerable<string> FilesUnder(string folder, params string[] endings) =>
        Files.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArgMap.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ArgMap.sln.");
    }

    private static List<string> ListFiles()
    {
        // safe.directory: root may run the tests in a clone that belongs to somebody else.
        using var git = Process.Start(new ProcessStartInfo("git")
        {
            ArgumentList = { "-C", Root, "-c", "safe.directory=*", "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0 && files.Length > 0
            ? [.. files.Where(file => File.Exists(Path.Combine(Root, file)))]
            : throw new InvalidOperationException($"git ls-files in {Root} ended with {git.ExitCode}: these tests need a clone, not a copy.");
    }
}
