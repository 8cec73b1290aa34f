using System.Net;
using System.Net.Sockets;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Tells addresses of the public Internet from those that lead into somebody's own network, or nowhere.</summary>
/// <remarks>
/// From the registries of special addresses (RFC 6890 and what was added to it). Of version 6 only what is given out to the public is public, less the
/// ranges in it that carry an address of version 4 or are not for hosts. An address that stands for one of version 4 is as public as that one.
/// </remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", // private
            "100.64.0.0/10", // shared by the customers of a provider
            "127.0.0.0/8", // this machine
            "169.254.0.0/16", // this link; clouds tell machines their secrets here
            "168.63.129.16/32", // the same, in one cloud, at a public address
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", // for examples
            "192.88.99.0/24", // relays of 6to4
            "198.18.0.0/15", // measuring
            "224.0.0.0/4", "240.0.0.0/4", // to many at once; kept back, and to all
            "2001::/23", // protocols, Teredo among them
            "2001:db8::/32", "3fff::/20", // for examples
            "2002::/16", // 6to4
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is one of the public Internet.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(NotPublic, network => network.Contains(address));
        }

        return Carried(address) is { } carried ? Is(carried)
            : address.AddressFamily == AddressFamily.InterNetworkV6 && GivenOut.Contains(address) && !Array.Exists(NotPublic, network => network.Contains(address));
    }

    /// <summary>The address of version 4 that one of version 6 leads to: mapped, or by way of a translator. Null when it is one of its own.</summary>
    public static IPAddress? Carried(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
            : null;
}
