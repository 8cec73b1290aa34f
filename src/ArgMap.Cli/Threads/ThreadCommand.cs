using System.CommandLine;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Threads;

/// <summary><c>argmap thread FILE… [--format F] [--json]</c>: reads a thread and prints it in one form, with a report.</summary>
internal static class ThreadCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files that together are one thread, in any order: pages, answers to single requests, later versions. - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string?>("--format")
        {
            Description = $"Read as this format instead of the one recognised: {string.Join(", ", ThreadReading.Formats.Select(known => known.Name))}.",
            HelpName = "F",
        };
        var address = new Option<string?>("--address")
        {
            Description = "Where the files come from; relative links in them start there.",
            HelpName = "URL",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of text." };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !ThreadReading.Formats.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                result.AddError($"There is no format \"{name}\". The formats are: {string.Join(", ", ThreadReading.Formats.Select(known => known.Name))}.");
            }
        });

        var command = new Command("thread", "Reads a forum thread and prints its posts and what was found, merged, missing and dropped.") { files, format, address, json };
        command.SetAction((parsed, cancellation) =>
            Run(parsed.GetRequiredValue(files), parsed.GetValue(format), parsed.GetValue(address), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> Run(IReadOnlyList<string> files, string? format, string? address, bool asJson, CancellationToken cancellation)
    {
        try
        {
            var thread = ThreadReading.Read(await InputFiles.Open(files, address, cancellation), format);
            if (asJson)
            {
                await using var output = Console.OpenStandardOutput();
                await ThreadDocument.Write(thread, output, cancellation);
            }
            else
            {
                await ThreadListing.Write(thread, Console.Out);
            }

            return ExitCode.Read;
        }
        catch (ThreadFormatException fault)
        {
            await Console.Error.WriteLineAsync($"argmap: {fault.Message}");
            return ExitCode.Unreadable;
        }
    }
}
