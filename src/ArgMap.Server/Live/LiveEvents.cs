using System.Globalization;
using System.Text;
using System.Threading.Channels;
using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.Features;

namespace ArgMap.Server.Live;

/// <summary>Tells whoever has a map open that it has a newer revision, by server-sent events; what has changed they ask for themselves, with their own rights.</summary>
/// <remarks>The id of an event is the revision, so that a browser that was cut off is told at once what it has missed. See docs/decisions/ADR-032-live-readers.md.</remarks>
public static class LiveEvents
{
    /// <summary>How often something is sent when nothing happens: what lies in between closes lines that are silent for a minute.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(25);

    private static readonly byte[] Hello = Encoding.ASCII.GetBytes("retry: 2000\n\n");

    private static readonly byte[] Silence = Encoding.ASCII.GetBytes(":\n\n");

    /// <summary>Maps it.</summary>
    public static void MapLiveEvents(this IEndpointRouteBuilder routes) => routes.MapGet("/m/{slug}/events", Follow).ExcludeFromDescription();

    private static async Task Follow(string slug, HttpContext context, Actor actor, MapReader maps, FreshHeads heads, MapSignals signals, TimeProvider clock, IHostApplicationLifetime host)
    {
        var (request, response) = (context.Request, context.Response);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        if (await Head(ends.Token) is not { } head)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var told = TypedNumber.Of(request.Headers["Last-Event-ID"]) ?? TypedNumber.Of(request.Query["since"]) ?? head.Revision;
        var newest = 0;
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        using var watching = signals.Watch(head.Id, head.Revision, revision =>
        {
            Volatile.Write(ref newest, revision);
            wake.Writer.TryWrite(true);
        });
        await using var beat = clock.CreateTimer(_ => wake.Writer.TryWrite(true), null, Beat, Beat);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await Send(Hello);

            // What was committed between the first look and the watch is seen by another look.
            for (var isFirst = true; ; isFirst = false)
            {
                var known = told;
                if (isFirst || Volatile.Read(ref newest) > told)
                {
                    if (await Head(ends.Token) is not { } now)
                    {
                        return;
                    }

                    told = Math.Max(told, now.Revision);
                }

                await Send(told > known ? Event(told) : Silence);
                await wake.Reader.ReadAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader has left, or the server stops: browsers come back by themselves.
        }

        Task<MapHead?> Head(CancellationToken cancellation) =>
            actor.Id is null ? heads.Read(slug, cancellation) : maps.ReadHead(slug, actor, cancellation);

        async Task Send(byte[] bytes)
        {
            await response.Body.WriteAsync(bytes, ends.Token);
            await response.Body.FlushAsync(ends.Token);
        }
    }

    private static byte[] Event(int revision) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {revision}\ndata: {revision}\n\n"));
}
