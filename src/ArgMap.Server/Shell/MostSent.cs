using System.Globalization;

namespace ArgMap.Server.Shell;

/// <summary>Tells, of an endpoint that takes more than others do, what to say to whoever sends still more.</summary>
/// <param name="Bytes">How much it takes, in bytes.</param>
/// <param name="WhatToDo">What to do instead, in a sentence or two.</param>
public sealed record MostSent(long Bytes, string WhatToDo)
{
    /// <summary>The limit in words.</summary>
    public string Limit => string.Create(CultureInfo.InvariantCulture, $"What you sent is larger than the {Bytes / (1024.0 * 1024.0):0.#} MB that can be given here, so it was not read.");
}
