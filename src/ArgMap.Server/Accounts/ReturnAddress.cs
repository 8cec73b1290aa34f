namespace ArgMap.Server.Accounts;

/// <summary>Where a person goes after signing in: back to where they were, on this site and nowhere else.</summary>
public static class ReturnAddress
{
    public const string Field = "returnUrl";

    /// <summary>The address when it is a page of this site to come back to; else the list of maps.</summary>
    /// <remarks>
    /// <c>//host</c> and <c>/\host</c> are other sites to a browser, and it drops tabs and line breaks before it looks.
    /// Headers hold ASCII only; an address that a browser sent is percent-encoded.
    /// </remarks>
    public static string Local(string? address) =>
        address is ['/', ..] && address.Length <= 2_000 && !(address is [_, '/' or '\\', ..]) && address.All(letter => letter is > ' ' and <= '~')
        && !Leads(address, "/sign-in") && !Leads(address, "/sign-up") && !Leads(address, "/sign-out")
            ? address
            : "/";

    private static bool Leads(string address, string to) =>
        address.StartsWith(to, StringComparison.OrdinalIgnoreCase) && (address.Length == to.Length || address[to.Length] is '?' or '#' or '/');
}
