using System.IO.Compression;
using ArgMap.Server.Reading;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace ArgMap.Server.Maps;

/// <summary>Answers readers who have not signed in with a page that was drawn before, as long as the map has not changed. See docs/decisions/ADR-018-maps-in-memory.md.</summary>
/// <remarks>
/// The database is asked each time whether the map is still as it was drawn and may be seen; only then is anything sent. The page puts the <see cref="MapHead"/> it
/// shows among the request's features. What holds something that is somebody's own (a cookie, a token) is never kept.
/// </remarks>
internal sealed class CachedPages(RequestDelegate next, FreshHeads heads, PageCache cache, FirstPages firstPages, IResponseCompressionProvider compression) : IDisposable
{
    /// <summary>Longer queries are somebody's own: they are answered and not kept.</summary>
    private const int LongestQuery = 400;

    private const int BrotliQuality = 4;

    private const int BrotliWindow = 20;

    private readonly Turns turns = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsForEverybody(context, out var slug) || await heads.Read(slug, context.RequestAborted) is not { } head)
        {
            await next(context);
            return;
        }

        var request = context.Request;
        var settings = ReaderSettings.From(context).ToString();
        var key = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString} {settings}";
        if (cache.Find(key, head) is { } page)
        {
            await Send(context, page, key);
            return;
        }

        using var turn = await turns.Wait(key, context.RequestAborted);
        if (cache.Find(key, head) is { } drawn)
        {
            await Send(context, drawn, key);
        }
        else if (!request.QueryString.HasValue && await firstPages.Find(head, key, settings, context.RequestAborted) is { } stored)
        {
            cache.Keep(key, stored);
            await Send(context, stored, key);
        }
        else if (await Draw(context) is { } made)
        {
            cache.Keep(key, made);
            if (!request.QueryString.HasValue)
            {
                firstPages.Keep(made, key, settings);
            }

            await Send(context, made, key);
        }
    }

    public void Dispose() => turns.Dispose();

    private static bool IsForEverybody(HttpContext context, out string slug)
    {
        slug = context.GetRouteValue("slug") as string ?? "";
        return slug.Length > 0
            && HttpMethods.IsGet(context.Request.Method)
            && context.User.Identity?.IsAuthenticated != true
            && context.Request.QueryString.Value is null or { Length: <= LongestQuery }
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(MapPage);
    }

    /// <summary>Lets the page be drawn. What is no page of a map, or belongs to one reader, is sent as it is, and null is given back.</summary>
    private async Task<CachedPage?> Draw(HttpContext context)
    {
        var response = context.Response;
        var body = response.Body;
        using var drawn = new MemoryStream();
        response.Body = drawn;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        var plain = drawn.GetBuffer().AsMemory(0, (int)drawn.Length);
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || context.Features.Get<MapHead>() is not { } head)
        {
            await body.WriteAsync(plain, context.RequestAborted);
            return null;
        }

        return new CachedPage(head, response.ContentType!, plain.ToArray(), Brotli(plain.Span), CachedPage.Gzipped(plain.Span));
    }

    private async Task Send(HttpContext context, CachedPage page, string key)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        var tag = new EntityTagHeaderValue($"\"{BuildIdentity.Seal($"{key} {page.Head.Id} {page.Head.Revision} {page.Head.ChangedAt.UtcTicks} {page.Head.ThreadsReadAt?.UtcTicks} {page.Head.HasOpenSuggestions}")}\"", isWeak: true);
        headers.ETag = tag.ToString();
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Encoding, Cookie";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (encoding, body) = compression.GetCompressionProvider(context)?.EncodingName switch
        {
            "br" => ("br", page.Brotli),
            "gzip" => ("gzip", page.Gzip),
            _ => (null, page.Plain),
        };
        headers.ContentEncoding = encoding;
        response.ContentType = page.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Brotli(ReadOnlySpan<byte> plain)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, room, out var written, BrotliQuality, BrotliWindow)
            ? room[..written]
            : throw new InvalidOperationException("Brotli needs more room than it says it does at most.");
    }
}
