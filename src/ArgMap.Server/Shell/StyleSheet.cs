using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.ResponseCompression;

namespace ArgMap.Server.Shell;

/// <summary>
/// The style sheets of every page as one. Nothing is painted before the last sheet of a page is there, and with eight of them, one asked for only by another, that was most of the
/// time until a map's first paint (docs/decisions/ADR-029-one-style-sheet.md).
/// </summary>
internal sealed partial class StyleSheet(IWebHostEnvironment environment, IResponseCompressionProvider compression)
{
    // The order matters: tokens.css names the cascade layers, and map.css changes rules of the picture's own sheet, which comes with the scoped ones.
    private static readonly string[] Sheets = ["css/tokens.css", "css/site.css", "css/parts.css", "css/forms.css", "css/reading.css", "ArgMap.Server.styles.css", "css/map.css"];

    private readonly ConcurrentDictionary<string, byte[]> compressed = new(StringComparer.Ordinal);
    private Whole? kept;

    /// <summary>Where it is served. The address changes with the content, so browsers keep it for good.</summary>
    public string Address => AddressOf(Now.Seal);

    // Who develops changes sheets while the server runs.
    private Whole Now => environment.IsDevelopment() ? Read() : kept ??= Read();

    /// <summary>Serves it, whatever version was asked for: pages outlive the build that drew them.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(AddressOf("{seal}"), (string seal, HttpContext context, StyleSheet sheet) => sheet.Serve(seal, context)).ExcludeFromDescription();

    private static string AddressOf(string seal) => $"/css/argmap.{seal}.css";

    private IResult Serve(string asked, HttpContext context)
    {
        var (text, seal) = Now;
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = asked == seal ? "public, max-age=31536000, immutable" : "no-cache";
        if (compression.GetCompressionProvider(context)?.EncodingName is ("br" or "gzip") and var encoding)
        {
            headers.ContentEncoding = encoding;
            text = compressed.GetOrAdd($"{encoding} {seal}", _ => Compressed(text, encoding));
        }

        return Results.Bytes(text, "text/css; charset=utf-8");
    }

    private Whole Read()
    {
        var text = string.Join('\n', Sheets.Select(sheet => Import().Replace(TextOf(sheet), import => TextOf(import.Groups["sheet"].Value))));
        return new(Encoding.UTF8.GetBytes(text), BuildIdentity.Digest(text)[..10]);
    }

    private string TextOf(string sheet)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(sheet);
        if (!file.Exists)
        {
            throw new InvalidOperationException($"The style sheet {sheet} is not among the static files.");
        }

        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private static byte[] Compressed(byte[] text, string encoding)
    {
        using var result = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(result, CompressionLevel.SmallestSize) : new GZipStream(result, CompressionLevel.SmallestSize))
        {
            stream.Write(text);
        }

        return result.ToArray();
    }

    private sealed record Whole(byte[] Text, string Seal);

    [GeneratedRegex("""@import\s+['"](?<sheet>[^'"]+)['"];""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Import();
}
