using System.CommandLine;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Threads;

/// <summary><c>argmap thread FILE… [--format F] [--json]</c>: reads a thread and prints it in one form, with a report.</summary>
internal static class ThreadCommand
{
    internal static Command Create()
    {
        var input = new ThreadOptions();
        var command = new Command("thread", "Reads a forum thread and prints its posts and what was found, merged, missing and dropped.") { input.Files, input.Format, input.Address, input.Json };
        command.SetAction((parsed, cancellation) =>
            Run(parsed.GetRequiredValue(input.Files), parsed.GetValue(input.Format), parsed.GetValue(input.Address), parsed.GetValue(input.Json), cancellation));
        return command;
    }

    private static async Task<int> Run(IReadOnlyList<string> files, string? format, string? address, bool asJson, CancellationToken cancellation)
    {
        try
        {
            var thread = ThreadReading.Read(await InputFiles.Open(files, address, cancellation), format, cancellation: cancellation);
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
