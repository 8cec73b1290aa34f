namespace ArgMap.Argumentation.Threads;

/// <summary>Files for what is too much to hold: in the system's temporary folder, readable by nobody else.</summary>
public static class ScratchFile
{
    /// <summary>A new, empty file, which goes with the stream, and with the process on every system that lets files be unlinked.</summary>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"argmap-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // What a crash leaves open is gone with the process.
        File.Delete(path);
        return file;
    }
}
