using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ArgMap.Peers;

/// <summary>Serves the pages of the peers as a good static host would: everything in memory, compressed beforehand as well as it goes, the map inside the page.</summary>
internal sealed class PeerSite : IAsyncDisposable
{
    private readonly Dictionary<string, (byte[] Bytes, string Type)> files = [];
    private readonly string folder;
    private WebApplication? app;

    /// <param name="folder">Where <c>page.html</c> and the bundles are.</param>
    public PeerSite(string folder)
    {
        this.folder = folder;
        foreach (var bundle in Directory.EnumerateFiles(Path.Combine(folder, "bundled")))
        {
            files.Add("/" + Path.GetFileName(bundle), (Compressed(File.ReadAllBytes(bundle)), bundle.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript"));
        }
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Adds the page of a library with a map in it.</summary>
    /// <returns>Its path.</returns>
    public string Add(string library, DrawnMap map)
    {
        var css = Path.Combine(folder, "bundled", library + ".css");
        var page = File.ReadAllText(Path.Combine(folder, "page.html"))
            .Replace("<!--styles-->", File.Exists(css) ? $"<style>{File.ReadAllText(css)}</style>" : "", StringComparison.Ordinal)
            .Replace("<!--map-->", map.ToJson(), StringComparison.Ordinal)
            .Replace("<!--page-->", library, StringComparison.Ordinal);
        var path = $"/{library}-{map.Boxes.Count}";
        files[path] = (Compressed(Encoding.UTF8.GetBytes(page)), "text/html; charset=utf-8");
        return path;
    }

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            if (!files.TryGetValue(context.Request.Path.Value ?? "", out var file))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Response.ContentType = file.Type;
            context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentLength = file.Bytes.Length;
            await context.Response.Body.WriteAsync(file.Bytes);
        });
        await app.StartAsync();
        Address = app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var brotli = new BrotliStream(result, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return result.ToArray();
    }
}
