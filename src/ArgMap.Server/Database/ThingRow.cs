namespace ArgMap.Server.Database;

/// <summary>A row of something inside a map, keyed by map first: its number, when it changed, and its state.</summary>
/// <typeparam name="TState">All that people can change about it; what the log keeps before and after each change.</typeparam>
public abstract class ThingRow<TState>
    where TState : class
{
    /// <summary>The map it belongs to.</summary>
    public long MapId { get; set; }

    /// <summary>Its number within the map.</summary>
    public int Number { get; set; }

    /// <summary>The map's revision that changed it last.</summary>
    public int Revision { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was changed last, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Its state, read from and written to the row's columns.</summary>
    public abstract TState State { get; set; }
}
