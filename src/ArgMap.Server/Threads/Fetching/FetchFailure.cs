namespace ArgMap.Server.Threads.Fetching;

/// <summary>Something could not be fetched. The message is for the person who wants the thread: what is wrong and what to do.</summary>
internal sealed class FetchFailure : Exception
{
    public FetchFailure()
    {
    }

    public FetchFailure(string message)
        : base(message)
    {
    }

    public FetchFailure(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Trying again may help.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Nothing more is to be fetched: a limit is reached, or the forum wants to be left alone.</summary>
    public bool IsEnd { get; init; }

    /// <summary>The status the forum answered with, if it did.</summary>
    public int? Status { get; init; }
}
