using System.Globalization;
using ArgMap.Argumentation.Generation;
using ArgMap.Server.Maps;

namespace ArgMap.Migrations;

/// <summary>What the words after <c>--generate</c> ask for.</summary>
/// <param name="Plan">What the map shall be like.</param>
/// <param name="Title">Its name, or null for one that says what it is.</param>
public sealed record MapRequest(MapPlan Plan, string? Title)
{
    private const int UsualDebate = 1_000;
    private const int UsualWide = 3_001;
    private const int UsualDeep = 500;

    /// <summary>One node, which any shape gives; worth a word of its own on the command line.</summary>
    private const string Single = "single";

    /// <summary>What can be asked for, for the program's help.</summary>
    public static readonly string Help = string.Create(
        CultureInfo.InvariantCulture,
        $"""
          nodes=5000     how many nodes, 1 to {MapPlan.MostNodes:N0}; usually {UsualDebate:N0}, for wide {UsualWide:N0}, for deep {UsualDeep}
          seed=1         a whole number; the same words always give the same map, another seed another one
          shape=debate   debate (as debates are), wide (all onto one node), deep (one chain), single (one node)
          texts=mixed    {string.Join(", ", Enum.GetNames<TextKind>().Select(name => name.ToLowerInvariant()))}
          title="…"      its name, at most {MapRow.MaxTitleLength} characters; usually one that says what it is
        """);

    /// <summary>Reads the words.</summary>
    /// <returns>The request, or what is wrong with which word and what to write instead.</returns>
    public static (MapRequest? Request, string? Problem) Read(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var given = new Dictionary<string, string>();
        foreach (var word in words)
        {
            var split = word.Split('=', 2);
            if (split is not ["nodes" or "seed" or "shape" or "texts" or "title", _])
            {
                return (null, $"“{word}” is nothing that can be asked of a generated map. Ask with nodes=, seed=, shape=, texts= or title=.");
            }

            if (!given.TryAdd(split[0], split[1]))
            {
                return (null, $"{split[0]}= is given twice. Give it once.");
            }
        }

        var isSingle = given.GetValueOrDefault("shape") == Single;
        if (!IsOneOf<MapShape>(given.GetValueOrDefault("shape"), out var shape) && !isSingle)
        {
            return (null, $"“{given["shape"]}” is no shape of a map. Write shape=debate, wide, deep or {Single}.");
        }

        if (!IsOneOf<TextKind>(given.GetValueOrDefault("texts"), out var texts))
        {
            return (null, $"“{given["texts"]}” is no kind of texts. Write texts= and one of {string.Join(", ", Enum.GetNames<TextKind>().Select(name => name.ToLowerInvariant()))}.");
        }

        var usual = isSingle ? 1 : shape switch { MapShape.Wide => UsualWide, MapShape.Deep => UsualDeep, _ => UsualDebate };
        if (!IsNumber(given.GetValueOrDefault("nodes"), usual, out var nodes) || nodes < 1 || nodes > MapPlan.MostNodes || (isSingle && nodes > 1))
        {
            return (null, isSingle
                ? $"A map of the shape {Single} has one node. Leave nodes= out."
                : string.Create(CultureInfo.InvariantCulture, $"“{given["nodes"]}” is no number of nodes. Write a whole number from 1 to {MapPlan.MostNodes:N0}, such as nodes=5000."));
        }

        if (!IsNumber(given.GetValueOrDefault("seed"), 1, out var seed) || seed < 0)
        {
            return (null, $"“{given["seed"]}” is no seed. Write a whole number from 0 to {int.MaxValue}, such as seed=1.");
        }

        var title = given.GetValueOrDefault("title")?.Trim();
        return title is { Length: 0 or > MapRow.MaxTitleLength }
            ? (null, $"The title has {title.Length} characters; it takes 1 to {MapRow.MaxTitleLength}. Leave title= out for a usual one.")
            : (new MapRequest(new MapPlan(nodes, seed, shape, texts), title), null);
    }

    private static bool IsOneOf<T>(string? word, out T choice)
        where T : struct, Enum
    {
        choice = default;
        return word is null || (Enum.TryParse(word, ignoreCase: true, out choice) && char.IsAsciiLetter(word[0]) && Enum.IsDefined(choice));
    }

    private static bool IsNumber(string? word, int usual, out int number)
    {
        number = usual;
        return word is null || int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
