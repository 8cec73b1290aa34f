using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ArgMap.Canvas;

/// <summary>How many of the steps onto one thing are drawn.</summary>
/// <param name="Target">Number of the node or step they are about; 0 for the roots of the map.</param>
/// <param name="Count">How many, from the first in reading order on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PictureMore(int Target, int Count);

/// <summary>Which part of a map a picture shows, as it is written in addresses. A value: equal scopes have equal queries, so that the query is a key for caches.</summary>
/// <remarks>It is read from whatever somebody typed: what is no number, out of range or said twice is left out. Whether the map has a thing of some number is not known here.</remarks>
public sealed record PictureScope
{
    /// <summary>A <see cref="Depth"/> that means every level.</summary>
    public const int All = int.MaxValue;

    /// <summary>How many steps onto one thing are drawn where <see cref="More"/> says nothing else.</summary>
    public const int StepsAtFirst = 24;

    /// <summary>How many further ones are drawn for each press.</summary>
    public const int StepsPerPress = 100;

    /// <summary>The most levels that can be asked for by number; more are all.</summary>
    public const int MostLevels = 100_000;

    /// <summary>How many things an address can open, fold, or draw more of, each: it is repeated in every link of the picture.</summary>
    public const int MostListed = 250;

    private const int MostCounted = 6_000;

    /// <summary>Nothing chosen, nothing opened or folded: the map from its roots, as many levels as fit.</summary>
    public static PictureScope Whole { get; } = new();

    /// <summary>Number of the chosen node or step, whose whole way to the root is drawn; null for none.</summary>
    public int? At { get; init => field = value is > 0 ? value : null; }

    /// <summary>Number of the node in focus: it, the way up to its root, and what lies below it are drawn. Null for the map from its roots.</summary>
    public int? Focus { get; init => field = value is > 0 ? value : null; }

    /// <summary>How many levels below the roots, or below the focus, are drawn: 0 or more, <see cref="All"/> for every one; null for the reader's setting, else as many as fit.</summary>
    public int? Depth { get; init => field = value is >= 0 ? value > MostLevels ? All : value : null; }

    /// <summary>Numbers of the nodes and steps that are opened by one level in addition, in order.</summary>
    public ImmutableArray<int> Open { get; init => field = Sorted(value); } = [];

    /// <summary>Numbers of the nodes and steps that are folded, in order: nothing below them is drawn but the way to what is chosen.</summary>
    public ImmutableArray<int> Shut { get; init => field = Sorted(value); } = [];

    /// <summary>Of which things more steps are drawn than <see cref="StepsAtFirst"/>, in order of their numbers.</summary>
    public ImmutableArray<PictureMore> More { get; init => field = Sorted(value); } = [];

    /// <summary>Reads a scope from the query of an address. Other parameters in it do not matter.</summary>
    /// <param name="query">A query with or without its question mark; null and nonsense are read as nothing.</param>
    public static PictureScope Parse(string? query)
    {
        int? at = null;
        int? focus = null;
        int? depth = null;
        ImmutableArray<int> open = [];
        ImmutableArray<int> shut = [];
        ImmutableArray<PictureMore> more = [];
        foreach (var pair in (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' ')).Trim();
            switch (equals < 0 ? pair : pair[..equals])
            {
                case "at":
                    at ??= NumberIn(value);
                    break;
                case "focus":
                    focus ??= NumberIn(value);
                    break;
                case "depth":
                    depth ??= value == "all" ? All : NumberIn(value);
                    break;
                case "open" when open.IsEmpty:
                    open = [.. value.Split(',').Select(NumberIn).OfType<int>()];
                    break;
                case "shut" when shut.IsEmpty:
                    shut = [.. value.Split(',').Select(NumberIn).OfType<int>()];
                    break;
                case "more" when more.IsEmpty:
                    more = [.. value.Split(',').Select(MoreIn).OfType<PictureMore>()];
                    break;
            }
        }

        return new PictureScope { At = at, Focus = focus, Depth = depth, Open = [.. open.Except(shut)], Shut = shut, More = more };
    }

    /// <summary>The scope as the query of an address, without a question mark; empty for <see cref="Whole"/>.</summary>
    public string ToQuery()
    {
        var query = new StringBuilder();
        Append("at", At?.ToString(CultureInfo.InvariantCulture));
        Append("focus", Focus?.ToString(CultureInfo.InvariantCulture));
        Append("depth", Depth switch { null => null, All => "all", { } depth => depth.ToString(CultureInfo.InvariantCulture) });
        Append("open", string.Join(',', Open));
        Append("shut", string.Join(',', Shut));
        Append("more", string.Join(',', More.Select(more => string.Create(CultureInfo.InvariantCulture, $"{more.Target}:{more.Count}"))));
        return query.ToString();

        void Append(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(value);
            }
        }
    }

    /// <summary>The same with one thing chosen, or none.</summary>
    public PictureScope Choosing(int? number) => this with { At = number };

    /// <summary>The same with one thing opened by a level.</summary>
    public PictureScope Opening(int number) => this with { Open = Open.Add(number), Shut = Shut.Remove(number) };

    /// <summary>The same with one thing folded.</summary>
    public PictureScope Folding(int number) => this with { Open = Open.Remove(number), Shut = Shut.Add(number) };

    /// <summary>The same with one node in focus and chosen, or none; as many levels as fit.</summary>
    public PictureScope Focusing(int? number) => this with { At = number ?? At, Focus = number, Depth = null };

    /// <summary>The same with more of the steps onto one thing.</summary>
    /// <param name="number">Number of the node or step; 0 for the roots.</param>
    /// <param name="count">How many steps onto it are drawn.</param>
    public PictureScope Drawing(int number, int count) => this with { More = [.. More.Where(more => more.Target != number), new PictureMore(number, count)] };

    /// <summary>True when both scopes have the same query.</summary>
    public bool Equals(PictureScope? other) => other is not null && ToQuery() == other.ToQuery();

    /// <inheritdoc/>
    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="ToQuery"/>
    public override string ToString() => ToQuery();

    private static ImmutableArray<int> Sorted(ImmutableArray<int> numbers) =>
        numbers.IsDefaultOrEmpty ? [] : [.. numbers.Where(number => number > 0).Distinct().Order().Take(MostListed)];

    private static ImmutableArray<PictureMore> Sorted(ImmutableArray<PictureMore> more) => more.IsDefaultOrEmpty
        ? []
        : [.. more.Where(item => item.Target >= 0 && item.Count > StepsAtFirst)
            .GroupBy(item => item.Target)
            .Select(items => new PictureMore(items.Key, Math.Min(items.Max(item => item.Count), MostCounted)))
            .OrderBy(item => item.Target)
            .Take(MostListed)];

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static PictureMore? MoreIn(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && NumberIn(text[..colon]) is { } target && NumberIn(text[(colon + 1)..]) is { } count ? new PictureMore(target, count) : null;
    }
}
