namespace ArgMap.Server.Maps;

/// <summary>How much of what was read and drawn is kept in memory. Configuration section <c>MapCache</c>.</summary>
public sealed class MapCacheSettings
{
    /// <summary>The most nodes, of all maps together, that are kept in memory; 0 keeps none. A map with more nodes than this is read anew for each page.</summary>
    /// <remarks>A node takes about 2 kB with its steps, words and standing.</remarks>
    public int Nodes { get; set; } = 250_000;

    /// <summary>The most parts, of all laid out pictures together, that are kept in memory; of more, only the picture asked for last.</summary>
    /// <remarks>A part takes about 700 bytes with its lines.</remarks>
    public int PictureParts { get; set; } = 150_000;

    /// <summary>The most bytes of drawn pages, for readers who have not signed in, that are kept in memory; 0 keeps none.</summary>
    public long PageBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Of maps with at least this many nodes the page they open with is stored in the database, to be shown while the map is read.</summary>
    public int FirstPagesFrom { get; set; } = 3_000;
}
