using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>How names become addresses and addresses connections. Tests give others, so that a forum's own name and port lead to a server beside them.</summary>
/// <param name="Resolve">The addresses of a name.</param>
/// <param name="Connect">A connection to an address that has been checked.</param>
/// <param name="Secure">How servers prove who they are.</param>
internal sealed record FetchingNetwork(
    Func<string, CancellationToken, Task<IPAddress[]>> Resolve,
    Func<IPEndPoint, CancellationToken, Task<Stream>> Connect,
    SslClientAuthenticationOptions? Secure = null)
{
    /// <summary>The real one.</summary>
    public static FetchingNetwork Real { get; } = new(Dns.GetHostAddressesAsync, Connected);

    private static async Task<Stream> Connected(IPEndPoint end, CancellationToken cancellation)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
