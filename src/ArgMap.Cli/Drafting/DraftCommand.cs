using System.CommandLine;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using ArgMap.Cli.Threads;

namespace ArgMap.Cli.Drafting;

/// <summary><c>argmap draft FILE… [--format F] [--cues FILE] [--json]</c>: reads a thread and suggests what could become part of a map.</summary>
internal static class DraftCommand
{
    internal static Command Create()
    {
        var input = new ThreadOptions();
        var cues = new Option<string?>("--cues")
        {
            Description = "A table of cues to use instead of the one for English; --print-cues prints that.",
            HelpName = "FILE",
        };
        var print = new Option<bool>("--print-cues") { Description = "Print the table of cues, as a start for one's own, and do nothing else." };
        input.Files.Arity = ArgumentArity.ZeroOrMore;
        var command = new Command("draft", "Suggests what passages of a thread could become in a map, the ones most worth a look first.") { input.Files, input.Format, input.Address, cues, print, input.Json };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(print) && result.GetValue(input.Files) is not { Length: > 0 })
            {
                result.AddError("Name the files of a thread, or - for standard input.");
            }
        });
        command.SetAction((parsed, cancellation) => parsed.GetValue(print)
            ? PrintCues()
            : Run(parsed.GetValue(input.Files)!, parsed.GetValue(input.Format), parsed.GetValue(input.Address), parsed.GetValue(cues), parsed.GetValue(input.Json), cancellation));
        return command;
    }

    private static async Task<int> PrintCues()
    {
        await Console.Out.WriteAsync(CueTable.EnglishText);
        return ExitCode.Read;
    }

    private static async Task<int> Run(IReadOnlyList<string> files, string? format, string? address, string? cues, bool asJson, CancellationToken cancellation)
    {
        try
        {
            var table = cues is null ? CueTable.English : CueTable.Read(System.Text.Encoding.UTF8.GetString(await InputFiles.Bytes(cues, cancellation)), cues);
            var thread = ThreadReading.Read(await InputFiles.Open(files, address, cancellation), format, cancellation: cancellation);
            var draft = ThreadDrafting.Draft(thread, table, cancellation);
            if (asJson)
            {
                await using var output = Console.OpenStandardOutput();
                await DraftDocument.Write(thread, draft, output, cancellation);
            }
            else
            {
                await DraftListing.Write(thread, draft, Console.Out);
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
