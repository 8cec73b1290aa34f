using System.CommandLine;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Threads;

/// <summary>What every command that reads a thread takes.</summary>
internal sealed class ThreadOptions
{
    private static readonly string Names = string.Join(", ", ThreadReading.Formats.Select(known => known.Name));

    internal ThreadOptions() =>
        Format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !ThreadReading.Formats.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                result.AddError($"There is no format \"{name}\". The formats are: {Names}.");
            }
        });

    internal Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Files that together are one thread, in any order: pages, answers to single requests, later versions. - is standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal Option<string?> Format { get; } = new("--format")
    {
        Description = $"Read as this format instead of the one recognised: {Names}.",
        HelpName = "F",
    };

    internal Option<string?> Address { get; } = new("--address")
    {
        Description = "Where the files come from; relative links in them start there.",
        HelpName = "URL",
    };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print JSON instead of text." };
}
