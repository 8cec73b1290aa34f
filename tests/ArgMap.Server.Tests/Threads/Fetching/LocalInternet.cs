using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArgMap.Server.Threads.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>A piece of the Internet in this process: names, addresses, and servers with certificates that answer to those names, slowly or wrongly where a test wants it.</summary>
public sealed class LocalInternet : IAsyncLifetime
{
    /// <summary>The address that names have unless a test says otherwise.</summary>
    public static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> names = new(StringComparer.OrdinalIgnoreCase);
    private X509Certificate2 authority = null!;
    private WebApplication server = null!;
    private int plain, secure;

    /// <summary>Requests that arrived: method, host with path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Addresses that were connected to.</summary>
    internal ConcurrentQueue<IPEndPoint> Connections { get; } = new();

    internal HurriedClock Clock { get; } = new();

    internal FetchingSettings Settings { get; } = new() { SiteAddress = "https://map.example" };

    /// <summary>A site of that name.</summary>
    public void Site(string host, Func<HttpContext, Task> answers) => sites[host] = answers;

    /// <summary>A site whose addresses answer with these texts; the address is path and query.</summary>
    public void Site(string host, Func<HttpRequest, string?> answers, string mediaType = "application/json") => Site(host, async context =>
    {
        if (answers(context.Request) is { } text)
        {
            context.Response.ContentType = mediaType;
            await context.Response.WriteAsync(text);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    });

    /// <summary>What a name's addresses are, asked anew for each connection.</summary>
    public void Name(string host, Func<IPAddress[]> addresses) => names[host] = addresses;

    internal FetchingNetwork Network() => new(
        (name, _) => Task.FromResult(names.TryGetValue(name, out var addresses) ? addresses() : sites.ContainsKey(name) ? [Public] : throw new SocketException((int)SocketError.HostNotFound)),
        async (end, cancellation) =>
        {
            Connections.Enqueue(end);
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, end.Port == 443 ? secure : end.Port == 80 ? plain : end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        new SslClientAuthenticationOptions { CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck } });

    /// <summary>A fetcher in this Internet.</summary>
    public ThreadFetcher Fetcher() => new(Settings, Clock, Network());

    /// <summary>Fetches, as the application does.</summary>
    public async Task<FetchedThread> Fetched(string address)
    {
        using var fetcher = Fetcher();
        return (await fetcher.Fetch(new Uri(address), null, null, Xunit.TestContext.Current.CancellationToken)).Value;
    }

    /// <summary>Why nothing is fetched.</summary>
    public async Task<string> Refused(string address)
    {
        using var fetcher = Fetcher();
        var outcome = await fetcher.Fetch(new Uri(address), null, null, Xunit.TestContext.Current.CancellationToken);
        Assert.NotNull(outcome.Refusal);
        Assert.Equal("address", outcome.Refusal.Field);
        return outcome.Refusal.Detail;
    }

    public async ValueTask InitializeAsync()
    {
        authority = Authority();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https => https.ServerCertificateSelector = (_, name) => Certificate(name ?? "localhost")));
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        server = builder.Build();
        server.Run(Answer);
        await server.StartAsync();
        var addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        plain = addresses.Single(address => address.Scheme == "http").Port;
        secure = addresses.Single(address => address.Scheme == "https").Port;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
        authority.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Host.Host}{context.Request.Path}{context.Request.QueryString}");
        if (sites.TryGetValue(context.Request.Host.Host, out var site))
        {
            await site(context);
        }
        else
        {
            context.Response.StatusCode = 421;
        }
    }

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of the tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
    }

    private X509Certificate2 Certificate(string name) => certificates.GetOrAdd(name, _ =>
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var other = new SubjectAlternativeNameBuilder();
        other.AddDnsName(name);
        request.CertificateExtensions.Add(other.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var signed = request.Create(authority, now.AddHours(-1), now.AddDays(1), RandomNumberGenerator.GetBytes(12));
        return signed.CopyWithPrivateKey(key);
    });

    private readonly ConcurrentDictionary<string, X509Certificate2> certificates = new(StringComparer.OrdinalIgnoreCase);
}
