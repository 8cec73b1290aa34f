using System.CommandLine;
using System.Text;
using ArgMap.Cli;
using ArgMap.Cli.Drafting;
using ArgMap.Cli.Threads;

// Threads hold every script there is; a console of another encoding would show question marks.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Reads debates from forums, and drafts maps from them, without a server.") { ThreadCommand.Create(), DraftCommand.Create() };
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync($"argmap: {error.Message}");
    }

    await Console.Error.WriteLineAsync("argmap --help says how it is used.");
    return ExitCode.Misused;
}

return await parsed.InvokeAsync();
