using System.Globalization;

namespace ArgMap.Server.Text;

/// <summary>Decides where a link that a person wrote may lead.</summary>
public static class SafeAddress
{
    private const int MaxLength = 2_000;

    /// <summary>The address to put into a link, or null when it may not be one.</summary>
    /// <param name="written">The address as it was typed, character references already resolved.</param>
    /// <param name="mapPath">The path of the map the text belongs to, for <c>#12</c>; null where there is none.</param>
    /// <returns>
    /// An http, https or mailto address; a path on this site; a fragment of this page; for <c>#12</c> the path of node 12. Null for all else: other schemes,
    /// addresses with control characters, spaces or backslashes in them (browsers drop or bend those, and another scheme may appear), other hosts without a scheme,
    /// and addresses with a user name, which make one host look like another.
    /// </returns>
    public static string? From(string written, string? mapPath = null)
    {
        ArgumentNullException.ThrowIfNull(written);
        var address = UserText.WithoutInvisibles(written).Trim();
        if (address.Length is 0 or > MaxLength || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\'))
        {
            return null;
        }

        if (address[0] == '#')
        {
            return mapPath is not null && int.TryParse(address.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? string.Create(CultureInfo.InvariantCulture, $"{mapPath}/n/{number}")
                : address;
        }

        if (address[0] == '/')
        {
            // Two slashes would be another host.
            return address.Length > 1 && address[1] == '/' ? null : address;
        }

        if (!HasScheme(address, "http://") && !HasScheme(address, "https://"))
        {
            return HasScheme(address, "mailto:") && address.Length > "mailto:".Length && Uri.TryCreate(address, UriKind.Absolute, out _) ? address : null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Host.Length > 0 ? address : null;
    }

    private static bool HasScheme(string address, string scheme) => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
