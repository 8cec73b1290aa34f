using ArgMap.Argumentation.Threads;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>What was fetched of a thread.</summary>
/// <param name="Forum">The interface it came by, in words, such as "Discourse"; "a web page" when it was none.</param>
/// <param name="Parts">The answers in the order in which they came; none when nothing has changed.</param>
/// <param name="Conditions">What to give to the next fetching of the same address; empty when the forum offers nothing for it.</param>
/// <param name="IsUnchanged">The forum says that nothing has changed since the fetching that the conditions are of.</param>
/// <param name="Missing">What could not be fetched, a sentence each. If there is any, posts that are not in the parts have not vanished from the forum.</param>
/// <param name="Notes">What else the person is to know of what was read, a sentence each, such as that the address led on to another.</param>
public sealed record FetchedThread(string Forum, IReadOnlyList<FetchedPart> Parts, FetchConditions Conditions, bool IsUnchanged, IReadOnlyList<string> Missing, IReadOnlyList<string> Notes)
{
    /// <summary>The parts as the reader of threads takes them.</summary>
    public IReadOnlyList<ThreadInput> Inputs => [.. Parts.Select(part => part.ToInput())];
}

/// <summary>One answer of a forum.</summary>
/// <param name="Name">What reports call it, such as "posts 21–40".</param>
/// <param name="Address">Where it came from in the end.</param>
/// <param name="Bytes">The answer, unpacked.</param>
public sealed record FetchedPart(string Name, string Address, byte[] Bytes)
{
    /// <summary>As the reader of threads takes it.</summary>
    public ThreadInput ToInput() => new(Name, Bytes, Address);
}

/// <summary>What a forum said of the state it gave out, to ask it whether there is a newer one. Only kept where one answer holds the whole thread.</summary>
/// <param name="ETag">The mark of that state, as the forum wrote it.</param>
/// <param name="LastModified">The time of that state, as the forum wrote it.</param>
public sealed record FetchConditions(string? ETag = null, string? LastModified = null);

/// <summary>How far a fetching is.</summary>
/// <param name="Doing">What is being done, as a sentence.</param>
/// <param name="Requests">Requests made so far.</param>
/// <param name="Bytes">Bytes received so far, unpacked.</param>
/// <param name="Posts">Posts received so far, or null when that is not known before they are read.</param>
/// <param name="PostsStated">How many the forum says there are, or null when it does not say.</param>
public sealed record FetchProgress(string Doing, int Requests, long Bytes, int? Posts = null, int? PostsStated = null);
