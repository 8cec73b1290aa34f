namespace ArgMap.Server.Threads.Fetching;

/// <summary>A kind of forum whose public interface is known.</summary>
internal abstract class Forum
{
    /// <summary>What it is called, such as "Discourse".</summary>
    public abstract string Name { get; }

    /// <summary>Whether an address may be a thread of such a forum, by the look of it.</summary>
    public abstract bool Knows(Uri address);

    /// <summary>What tells the thread of an address from every other, however the address is written; null when the address does not say which thread it is of.</summary>
    public virtual string? Thread(Uri address) => null;

    /// <summary>Fetches the thread.</summary>
    /// <returns>False when this is no such forum after all, and another way is to be tried.</returns>
    /// <exception cref="FetchFailure">It is one, and the thread cannot be had. What has been kept by then is used.</exception>
    public abstract Task<bool> Fetch(Uri address, FetchConditions? conditions, FetchRun run);

    /// <summary>The parts of an address's path.</summary>
    protected static string[] Path(Uri address) => address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a host is a domain or below it.</summary>
    protected static bool IsAt(Uri address, string domain) =>
        address.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a part of a path is a number.</summary>
    protected static bool IsNumber(string part) => part.Length is > 0 and < 25 && part.All(char.IsAsciiDigit);

    /// <summary>The last part of a name in a list, such as 10 of "a/b/10".</summary>
    protected static string After(string[] path, params ReadOnlySpan<string> names)
    {
        for (var at = 0; at + 1 < path.Length; at++)
        {
            if (names.Contains(path[at]))
            {
                return path[at + 1];
            }
        }

        return "";
    }
}
