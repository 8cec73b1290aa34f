namespace ArgMap.Server.Threads.Importing;

/// <summary>How much may be imported. Configuration section <c>Threads:Importing</c>; see docs/operating.md.</summary>
public sealed class ImportSettings
{
    /// <summary>The most bytes of all files and texts given to one import. docs/operating.md says what memory reading takes.</summary>
    public long MostBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>The most files given to one import.</summary>
    public int MostFiles { get; set; } = 200;

    /// <summary>The most imports of one person that wait or run.</summary>
    public int MostUnfinished { get; set; } = 5;

    /// <summary>The most posts of one thread.</summary>
    public int MostPosts { get; set; } = 50_000;

    /// <summary>How many imports this process works on at a time. Each may take the memory of one. 0 leaves them to other processes.</summary>
    public int AtATime { get; set; } = 1;

    /// <summary>How often the one who works on an import says so, and looks whether it is to stop.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long nobody must have said so until another one takes an import up.</summary>
    public TimeSpan GivenUpAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often imports that others started are looked for.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);
}
