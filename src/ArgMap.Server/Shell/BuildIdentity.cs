using System.Security.Cryptography;
using System.Text;

namespace ArgMap.Server.Shell;

/// <summary>Tells this build of the server from every other: what another build drew may look otherwise, or lead to style sheets that are gone.</summary>
internal static class BuildIdentity
{
    /// <summary>A digest of the program, of what it draws with, and of the static files it names.</summary>
    public static string Current { get; } = Of();

    private static string Of()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var module in new[] { typeof(BuildIdentity).Module, typeof(Canvas.PictureModel).Module, typeof(Argumentation.Maps.ArgumentMap).Module })
        {
            digest.AppendData(module.ModuleVersionId.ToByteArray());
        }

        // The names of style sheets and scripts hold a digest of what is in them; this is the list of the names.
        var names = Path.Combine(AppContext.BaseDirectory, $"{typeof(BuildIdentity).Assembly.GetName().Name}.staticwebassets.endpoints.json");
        if (File.Exists(names))
        {
            digest.AppendData(File.ReadAllBytes(names));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 12));
    }

    /// <summary>A digest of a text and of this build.</summary>
    public static string Seal(string text) => Digest($"{Current} {text}");

    /// <summary>A digest of a text: 24 letters and digits.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
