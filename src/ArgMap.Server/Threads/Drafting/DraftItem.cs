using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Relations;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>A suggestion as a page shows it: its words among those around them, and what it becomes and hangs from if it is accepted as it is.</summary>
public sealed class DraftItem
{
    private const int MostAround = 110;

    private DraftItem(KnownSuggestion known, Hanging hanging, IReadOnlyList<KnownSuggestion> before, bool isOnQuestion)
    {
        Known = known;
        Hanging = hanging;
        Before = before;
        Texts = SuggestedText.Of(known);
        IsOnQuestion = isOnQuestion;
        As = AcceptedAsWords.Default(known.Kind, hanging, isOnQuestion);
    }

    /// <summary>The suggestion.</summary>
    public KnownSuggestion Known { get; }

    /// <summary>What it hangs from.</summary>
    public Hanging Hanging { get; }

    /// <summary>The suggestions that are accepted with it, so that it hangs where it is meant to; the first to accept first.</summary>
    public IReadOnlyList<KnownSuggestion> Before { get; }

    /// <summary>What its nodes say.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether it hangs from a question.</summary>
    public bool IsOnQuestion { get; }

    /// <summary>What it becomes.</summary>
    public AcceptedAs As { get; }

    /// <summary>Words before its own in the post, plain; empty when it opens the post or has several passages.</summary>
    public string WordsBefore { get; private init; } = "";

    /// <summary>Words after its own.</summary>
    public string WordsAfter { get; private init; } = "";

    /// <summary>The number that its element has on the page.</summary>
    public string Id => IdOf(Known.Number);

    /// <summary>In a form for many: the field that says what it becomes instead.</summary>
    public string Field => FieldOf(Known.Number);

    /// <inheritdoc cref="Field"/>
    public static string FieldOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"as-{number}");

    /// <summary>The id of a suggestion's element.</summary>
    public static string IdOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{number}");

    /// <summary>Makes it.</summary>
    /// <param name="known">The suggestion.</param>
    /// <param name="all">All it may hang from, by number.</param>
    /// <param name="post">Its post; null when it stands in none.</param>
    /// <param name="map">The map.</param>
    public static DraftItem Of(KnownSuggestion known, IReadOnlyDictionary<int, KnownSuggestion> all, PostView? post, MapView map)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(map);
        var (before, after) = Around(known.Suggestion, post);
        var hanging = Hanging.Of(known.Suggestion, all, map.Head.Root);
        return new DraftItem(known, hanging, Hanging.Before(known.Suggestion, all, map.Head.Root), IsQuestion(hanging, map, all)) { WordsBefore = before, WordsAfter = after };
    }

    /// <summary>The role it has in the map; null for what is no node.</summary>
    public Role? Role(MapView map, IReadOnlyDictionary<int, KnownSuggestion> all)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Step(map, all) is { } step ? StepWords.Role(step) : As switch
        {
            AcceptedAs.Remark or AcceptedAs.Source or AcceptedAs.Request or AcceptedAs.Citation => null,
            AcceptedAs.Question => Argumentation.Maps.Role.Question,
            _ => Argumentation.Maps.Role.Thesis,
        };
    }

    /// <summary>The step it makes; null when it makes none.</summary>
    public RelationKind? Step(MapView map, IReadOnlyDictionary<int, KnownSuggestion> all)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(all);
        return Hanging.On is null && Hanging.Suggestion is null ? null : AcceptedAsWords.Step(As, IsQuestion(Hanging, map, all));
    }

    private static bool IsQuestion(Hanging hanging, MapView map, IReadOnlyDictionary<int, KnownSuggestion> all) => hanging switch
    {
        { On: { Kind: ThingKind.Node } node } => map.Nodes.GetValueOrDefault(node.Number)?.Kind == NodeKind.Question,
        { Suggestion: { } number } => all[number].Kind == SuggestionKind.Question,
        _ => false,
    };

    private static (string Before, string After) Around(Suggestion suggestion, PostView? post)
    {
        if (post is null || suggestion.Passages is not [var passage] || passage.Start < 0 || passage.Start + passage.Length > post.Body.Length)
        {
            return ("", "");
        }

        var from = Math.Max(0, passage.Start - MostAround);
        var until = Math.Min(post.Body.Length, passage.Start + passage.Length + MostAround);
        var before = post.Body[from..passage.Start];
        var after = post.Body[(passage.Start + passage.Length)..until];

        // Words around are of the same paragraph, and whole.
        before = before[(before.LastIndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var gap ? gap + 2 : from > 0 ? before.IndexOf(' ') + 1 : 0)..];
        after = after[..(after.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var end ? end : until < post.Body.Length && after.LastIndexOf(' ') is > 0 and var space ? space : after.Length)];
        return (PlainWords.Of(before), PlainWords.Of(after));
    }
}
