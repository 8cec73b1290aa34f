namespace ArgMap.Server.Threads.Fetching;

/// <summary>Whether and how threads are fetched by their address. Configuration section <c>Threads:Fetching</c>; see docs/operating.md.</summary>
public sealed class FetchingSettings
{
    /// <summary>Whether the server fetches anything at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The address of this site, which the forums are told, so that they know whom to ask. Null tells them only the program.</summary>
    public string? SiteAddress { get; set; }

    /// <summary>The ports that addresses may name.</summary>
    public int[] Ports { get; set; } = [80, 443];

    /// <summary>Hosts that may be in a private network, such as a forum of the house: <c>forum.example</c>, or <c>forum.example:8443</c> for one more port.</summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>Networks that are refused besides those that are nobody's or private, such as <c>198.51.100.0/24</c>: public addresses of one's own that trust this server.</summary>
    public string[] RefusedNetworks { get; set; } = [];

    /// <summary>The proxy that everything goes through, such as <c>http://proxy.example:3128</c>; null connects directly. The environment's proxy is never used.</summary>
    public string? Proxy { get; set; }

    /// <summary>The most bytes of one answer, unpacked.</summary>
    public int MostBytesOfAnswer { get; set; } = 32 * 1024 * 1024;

    /// <summary>The most bytes of all answers of one thread, unpacked.</summary>
    public long MostBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The most requests for one thread.</summary>
    public int MostRequests { get; set; } = 1_000;

    /// <summary>The most time one thread may take, waiting included.</summary>
    public TimeSpan MostTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The most time one answer may take.</summary>
    public TimeSpan MostTimeOfAnswer { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The most time to connect, and between two parts of an answer.</summary>
    public TimeSpan MostSilence { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that a forum may ask for; of a longer one it is said that it asks for it.</summary>
    public TimeSpan MostWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause between two requests to one host.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A token for GitHub's interface, which gives discussions only to those who have one; sent to no other host.</summary>
    public string? GitHubToken { get; set; }

    /// <summary>A key for the interface of Stack Exchange, which allows more requests a day with one; sent to no other host.</summary>
    public string? StackExchangeKey { get; set; }
}
