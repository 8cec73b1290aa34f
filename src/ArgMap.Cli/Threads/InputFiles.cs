using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Threads;

/// <summary>The files named on a command line; <c>-</c> is standard input.</summary>
internal static class InputFiles
{
    internal const string StandardInput = "-";

    /// <exception cref="ThreadFormatException">A file is not there; the message says which.</exception>
    internal static async Task<List<ThreadInput>> Open(IReadOnlyList<string> names, string? address, CancellationToken cancellation)
    {
        List<ThreadInput> inputs = [];
        foreach (var name in names)
        {
            if (name == StandardInput)
            {
                await using var given = Console.OpenStandardInput();
                inputs.Add(ThreadInput.Copied("standard input", given, address));
                continue;
            }

            // It is opened again when it is its turn; that it can be is known before.
            await using var there = Guarded(name, () => File.OpenRead(name));
            inputs.Add(new ThreadInput(name, () => Guarded(name, () => File.OpenRead(name)), address));
        }

        return inputs;
    }

    /// <exception cref="ThreadFormatException">The file cannot be opened; the message says why.</exception>
    internal static async Task<byte[]> Bytes(string name, CancellationToken cancellation)
    {
        return name == StandardInput ? await StandardInputBytes(cancellation) : Guarded(name, () => File.ReadAllBytes(name));
    }

    private static T Guarded<T>(string name, Func<T> opened)
    {
        try
        {
            return opened();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ThreadFormatException(Directory.Exists(name)
                ? $"{name} is a folder. Name the files in it."
                : fault is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {name}." : $"{name} cannot be opened: {fault.Message}", fault);
        }
    }

    private static async Task<byte[]> StandardInputBytes(CancellationToken cancellation)
    {
        await using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
