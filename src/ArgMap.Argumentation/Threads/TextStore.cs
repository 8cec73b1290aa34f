namespace ArgMap.Argumentation.Threads;

/// <summary>Where the texts of one thread are kept: in memory as long as they are few, and from then on in a file, so that a long thread takes memory for its posts and none for their words.</summary>
/// <remarks>Nobody closes the file. It has no name any more; when the last text in it is gone, so is the file.</remarks>
internal sealed class TextStore(int mostHeld = TextStore.MostHeld)
{
    private const int MostHeld = 4 * 1024 * 1024;

    private FileStream? file;
    private long held, written;

    internal PackedText Keep(PackedText text)
    {
        var bytes = text.Held;
        if (bytes == 0 || (file is null && held + bytes <= mostHeld))
        {
            held += bytes;
            return text;
        }

        file ??= ScratchFile.Create();
        var kept = text.In(file.SafeFileHandle, written);
        written += bytes;
        return kept;
    }
}
