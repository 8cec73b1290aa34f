using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Sends one request to an address that anybody may have typed, so that it reaches only the public Internet and brings back no more than is wanted.</summary>
/// <remarks>
/// The name is resolved and checked where the connection is made, and the connection goes to the address that was checked: a name that changes its answer
/// in between gains nothing. Redirects are not followed here, so that each is checked like the first. See docs/decisions/ADR-030-fetching-from-addresses-that-anybody-typed.md.
/// </remarks>
internal sealed class GuardedHttp : IDisposable
{
    private const int MostBytesOfRefusal = 64 * 1024;

    private readonly FetchingSettings settings;
    private readonly FetchingNetwork network;
    private readonly IPNetwork[] refused;
    private readonly HttpMessageInvoker http;
    private readonly string agent;

    public GuardedHttp(FetchingSettings settings, FetchingNetwork network)
    {
        this.settings = settings;
        this.network = network;
        refused = [.. settings.RefusedNetworks.Select(IPNetwork.Parse)];
        agent = $"ArgMap/{typeof(GuardedHttp).Assembly.GetName().Version?.ToString(2)} ({(settings.SiteAddress is { Length: > 0 } site ? $"+{site}; " : "")}reads threads that people ask for, one request at a time)";
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = null,
            DefaultProxyCredentials = null,
            PreAuthenticate = false,
            UseProxy = settings.Proxy is not null,
            Proxy = settings.Proxy is { } proxy ? new WebProxy(proxy) : null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = settings.MostSilence,
            ConnectCallback = Connect,
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        };
        if (network.Secure is { } secure)
        {
            handler.SslOptions = secure;
        }

        http = new HttpMessageInvoker(handler);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Refuses addresses that are not the public web's by the look of them.</summary>
    /// <exception cref="FetchFailure">It is not one to fetch from.</exception>
    public void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new FetchFailure($"“{Shown(address)}” is not an address of the web. Give one that begins with https:// or http://.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw new FetchFailure("The address holds a name or password before an @. Leave that out: only what is open to everybody is fetched.");
        }

        if (!settings.Ports.Contains(address.Port) && !IsAllowed(address.IdnHost, address.Port))
        {
            throw new FetchFailure($"“{Shown(address)}” names port {address.Port}, which is not one of the web ({string.Join(", ", settings.Ports)}). Give the address as a browser shows it.");
        }

        // A proxy decides by itself what it connects to.
        if (settings.Proxy is null && IPAddress.TryParse(address.IdnHost, out var literal) && !IsAllowed(address.IdnHost, address.Port) && !IsOpen(literal))
        {
            throw NotPublic(address.IdnHost);
        }
    }

    /// <summary>Sends a request and reads the answer, whatever its status.</summary>
    /// <exception cref="FetchFailure">There is no answer, or none that may be read.</exception>
    public async Task<Answer> Send(Ask ask, long mostBytes, CancellationToken cancellation)
    {
        Check(ask.Address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        limit.CancelAfter(settings.MostTimeOfAnswer);
        silence.CancelAfter(settings.MostSilence);
        try
        {
            if (settings.Proxy is not null)
            {
                // Then it is the proxy that connects; what can be checked here is checked before.
                await AddressesOf(ask.Address.IdnHost, ask.Address.Port, silence.Token);
            }

            using var request = Request(ask);
            using var response = await http.SendAsync(request, silence.Token);
            var most = response.IsSuccessStatusCode ? Math.Min(mostBytes, settings.MostBytesOfAnswer) : MostBytesOfRefusal;
            var bytes = Answer.IsRedirect((int)response.StatusCode) ? [] : await Body(ask, response, most, silence);
            return new Answer((int)response.StatusCode, ask.Address, bytes, response);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or InvalidDataException or ArgumentException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Found(failure) ?? new FetchFailure($"{ask.Address.IdnHost} does not answer: {Reason(failure)}", failure) { IsPassing = failure is not HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } and not SocketException { SocketErrorCode: SocketError.HostNotFound } };
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchFailure($"{ask.Address.IdnHost} takes too long to answer. Try again later.", slow) { IsPassing = true };
        }
    }

    private HttpRequestMessage Request(Ask ask)
    {
        var request = new HttpRequestMessage(ask.Body is null ? HttpMethod.Get : HttpMethod.Post, ask.Address);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        request.Headers.TryAddWithoutValidation("Accept", ask.Accept);
        if (ask.Conditions?.ETag is { } mark)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", mark);
        }

        if (ask.Conditions?.LastModified is { } time)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        }

        if (ask.Token is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (ask.Body is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return request;
    }

    private async Task<byte[]> Body(Ask ask, HttpResponseMessage response, long most, CancellationTokenSource silence)
    {
        // What is packed may well be smaller than its limit and larger when unpacked; so what comes out is counted.
        if (response.Content.Headers.ContentLength > most && response.IsSuccessStatusCode)
        {
            throw TooLarge(ask, most);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(silence.Token);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            silence.CancelAfter(settings.MostSilence);
            var read = await stream.ReadAsync(buffer, silence.Token);
            if (read == 0)
            {
                return bytes.ToArray();
            }

            if (bytes.Length + read > most)
            {
                return response.IsSuccessStatusCode ? throw TooLarge(ask, most) : bytes.ToArray();
            }

            bytes.Write(buffer, 0, read);
        }
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // With a proxy there is nothing else to connect to, and the operator has chosen it.
        var addresses = settings.Proxy is null ? await AddressesOf(host, port, cancellation) : await network.Resolve(host, cancellation);
        SocketException? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await network.Connect(new IPEndPoint(address, port), cancellation);
            }
            catch (SocketException failed)
            {
                last = failed;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    /// <summary>The addresses of a host, all of them public. One that is not makes all suspect: whoever answers for a name chooses what it answers, and when.</summary>
    private async Task<IPAddress[]> AddressesOf(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await network.Resolve(host, cancellation);
        if (addresses.Length == 0)
        {
            throw new FetchFailure($"There is no server by the name of {host}. Is the address right?");
        }

        if (!IsAllowed(host, port) && !Array.TrueForAll(addresses, IsOpen))
        {
            throw NotPublic(host);
        }

        return addresses;
    }

    private bool IsOpen(IPAddress address) =>
        PublicAddress.Is(address) && !Array.Exists(refused, network => network.Contains(PublicAddress.Carried(address) ?? address));

    private static FetchFailure NotPublic(string host) => new($"{host} is not on the public Internet, so nothing is fetched from there. Save the page and give it as a file instead.");

    private bool IsAllowed(string host, int port) =>
        settings.AllowedHosts.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"), StringComparer.OrdinalIgnoreCase)
            || (settings.Ports.Contains(port) && settings.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    private static FetchFailure? Found(Exception? failure) => failure is null ? null : failure as FetchFailure ?? Found(failure.InnerException);

    private static string Reason(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or SocketException { SocketErrorCode: SocketError.HostNotFound } => "there is no server of that name. Is the address right?",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection can be made, as it cannot prove who it is.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection can be made.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "its answer is not one of the web.",
        InvalidDataException => "what it sends is packed wrongly.",
        _ => "the connection breaks off.",
    };

    private static FetchFailure TooLarge(Ask ask, long most) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{ask.Address.IdnHost} sends more than {most / (1024.0 * 1024.0):0.#} MB, which is more than is read of one thread. Give the thread as files instead.")) { IsEnd = true };

    private static string Shown(Uri address) => address.OriginalString.Length <= 120 ? address.OriginalString : address.OriginalString[..120] + "…";
}
