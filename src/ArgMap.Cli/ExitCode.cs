namespace ArgMap.Cli;

/// <summary>What the command ends with.</summary>
internal static class ExitCode
{
    /// <summary>Something was read. What was damaged or missing is in the report.</summary>
    internal const int Read = 0;

    /// <summary>A file is not there, or nothing could be read from it.</summary>
    internal const int Unreadable = 1;

    /// <summary>The command line itself is wrong.</summary>
    internal const int Misused = 2;
}
