using System.Globalization;
using System.Net.Sockets;
using System.Runtime;

/// <summary>Runs inside the server that is measured, which knows nothing of it: .NET loads it as DOTNET_STARTUP_HOOKS says. To whoever connects to its socket it tells what is held in memory after a collection.</summary>
#pragma warning disable MA0047, CA1050 // .NET looks for this name in no namespace.
internal static class StartupHook
#pragma warning restore MA0047, CA1050
{
    /// <summary>The environment variable with the path of the socket.</summary>
    public const string Socket = "ARGMAP_MEMORY_SOCKET";

    /// <summary>Called by .NET before the program.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Socket) is { Length: > 0 } path)
        {
            new Thread(() => Answer(path)) { IsBackground = true }.Start();
        }
    }

    private static void Answer(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var asking = listener.Accept();
            using var writer = new StreamWriter(new NetworkStream(asking));

            // Twice: what waits for its finalizer is gone with the second.
            for (var round = 0; round < 2; round++)
            {
                GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: false)} {Environment.WorkingSet}"));
        }
    }
}
