using System.Globalization;
using ArgMap.Canvas;

namespace ArgMap.Server.Maps;

/// <summary>Compares what an address asks for with what the map has, and says plainly what is not there.</summary>
/// <param name="map">The map.</param>
/// <param name="notices">Takes a sentence for each thing that is not there.</param>
internal sealed class ScopeCheck(MapView map, List<string> notices)
{
    private const int LongestQuoted = 40;

    /// <summary>The scope without what the map does not have.</summary>
    /// <param name="scope">What was understood of the address.</param>
    /// <param name="at">What was typed as the chosen thing, or null.</param>
    /// <param name="focus">What was typed as the thing in focus, or null.</param>
    public PictureScope Of(PictureScope scope, string? at, string? focus)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (Missing(scope.At, at))
        {
            notices.Add($"{Name(scope.At, at!)} is not in the map: it was withdrawn, or this map never had it. Nothing is chosen.");
            scope = scope.Choosing(null);
        }

        if (Missing(scope.Focus, focus))
        {
            notices.Add($"{Name(scope.Focus, focus!)} is not in the map: it was withdrawn, or this map never had it. This is the map from its roots.");
            scope = scope with { Focus = null };
        }

        return scope;
    }

    /// <summary>Says when an address lists more than is kept of it.</summary>
    /// <param name="open">What was typed as the things to open, or null.</param>
    /// <param name="shut">What was typed as the things to fold, or null.</param>
    public void Lists(string? open, string? shut)
    {
        Shorten(open, "open", "opened");
        Shorten(shut, "fold", "folded");
    }

    private void Shorten(string? typed, string verb, string participle)
    {
        var listed = string.IsNullOrEmpty(typed) ? 0 : typed.Count(character => character == ',') + 1;
        if (listed > PictureScope.MostListed)
        {
            notices.Add(string.Create(CultureInfo.InvariantCulture, $"The address names {listed:N0} things to {verb}; only {PictureScope.MostListed:N0} of them are {participle}. Choose more levels to see more at once."));
        }
    }

    private bool Missing(int? number, string? typed) => !string.IsNullOrWhiteSpace(typed) && (number is not { } asked || !Outline.IsLive(map, asked));

    private static string Name(int? number, string typed) => number is { } asked ? $"#{asked}" : $"“{(typed.Length <= LongestQuoted ? typed : typed[..LongestQuoted] + "…")}”";
}
