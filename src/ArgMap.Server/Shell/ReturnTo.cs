using ArgMap.Server.Accounts;

namespace ArgMap.Server.Shell;

/// <summary>Where a form leads that was opened from another page of the same map: back to that page, as it was.</summary>
public static class ReturnTo
{
    /// <summary>The name of the field, and of the part of an address, that holds it.</summary>
    public const string Field = "returnTo";

    /// <summary>The address when it is one of a page of this map; else null. A form may have been made by anybody, so it leads nowhere else.</summary>
    /// <param name="slug">The map.</param>
    /// <param name="address">Path and query.</param>
    public static string? Within(string slug, string? address) =>
        address is not null && ReturnAddress.Local(address) == address && !address.Contains('#') && !address.Contains('\\') && !address.Contains("..", StringComparison.Ordinal)
            && address.StartsWith(Address.Map(slug), StringComparison.Ordinal) && (address.Length == Address.Map(slug).Length || address[Address.Map(slug).Length] is '?' or '/')
            ? address
            : null;

    /// <summary>What a request says, in its form or else in its address; null when it says nothing that can be used.</summary>
    public static string? Of(HttpContext? context) =>
        context?.GetRouteValue("slug") is string slug
            ? Within(slug, (context.Request.HasFormContentType ? context.Request.Form[Field] : context.Request.Query[Field]) is [{ } asked, ..] ? asked : null)
            : null;

    /// <summary>The address of a form's page, by which the form leads back.</summary>
    /// <param name="address">The page, with or without a query.</param>
    /// <param name="returnTo">Where to; null leaves the address as it is.</param>
    public static string With(string address, string? returnTo)
    {
        ArgumentNullException.ThrowIfNull(address);
        return returnTo is null ? address : $"{address}{(address.Contains('?') ? '&' : '?')}{Field}={Uri.EscapeDataString(returnTo)}";
    }
}
