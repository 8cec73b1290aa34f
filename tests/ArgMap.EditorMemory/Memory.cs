using System.Globalization;
using System.Net.Sockets;

namespace ArgMap.EditorMemory;

/// <summary>What the server holds after a collection, in bytes.</summary>
/// <param name="Managed">What lives on the managed heap.</param>
/// <param name="Resident">What the process has of the machine's memory.</param>
internal sealed record Memory(long Managed, long Resident)
{
    /// <summary>Asks the hook in the server.</summary>
    /// <param name="path">Of its socket.</param>
    public static async Task<Memory> Of(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        using var reader = new StreamReader(new NetworkStream(socket));
        var numbers = (await reader.ReadToEndAsync()).Trim().Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1]);
    }
}
