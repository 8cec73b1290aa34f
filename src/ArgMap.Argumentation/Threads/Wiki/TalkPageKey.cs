using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>The key that a wiki gives a comment: who wrote it and when, and who wrote what it answers and when, or under which heading it stands.</summary>
/// <param name="Author">The writer's name; null when only an IP address is known, which is not kept.</param>
/// <param name="Time">The time as the key has it.</param>
/// <param name="Own">What others call it in their keys.</param>
/// <param name="Parent">What the key calls the comment that is answered; null when it is a heading.</param>
/// <param name="Whole">The key without IP addresses.</param>
internal sealed partial record TalkPageKey(string? Author, string Time, string Own, string? Parent, string Whole)
{
    internal static TalkPageKey? Read(string? id)
    {
        if (id is null || Part().Match(id) is not { Success: true } own)
        {
            return null;
        }

        var (name, time) = (own.Groups["name"].Value, own.Groups["time"].Value);
        var rest = own.Groups["rest"].Value;
        var (me, isMasked) = Masked(name);
        string? parent = null;
        if (rest.Length > 0 && Part().Match("c-" + rest) is { Success: true } answered)
        {
            var (other, _) = Masked(answered.Groups["name"].Value);
            parent = $"{other}-{answered.Groups["time"].Value}";
            rest = $"{parent}{(answered.Groups["rest"].Value is { Length: > 0 } more ? "-" + more : "")}";
        }

        var key = $"{me}-{time}";
        return new TalkPageKey(isMasked ? null : name.Replace('_', ' '), time, key, parent, $"c-{key}{(rest.Length == 0 ? "" : "-" + rest)}");
    }

    /// <summary>An IP address stands in keys where nobody was logged in; the same one stays the same writer.</summary>
    internal static (string Name, bool IsMasked) Masked(string name) =>
        (name.Contains('.', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)) && IPAddress.TryParse(name.Replace('_', ':'), out _)
            ? ("ip" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4)), true) : (name, false);

    [GeneratedRegex(@"^c-(?<name>.+?)-(?<time>\d{14}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)(-(?<rest>.*))?$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Part();
}
