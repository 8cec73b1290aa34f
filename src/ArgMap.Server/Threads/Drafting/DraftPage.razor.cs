using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>The suggestions drafted from a thread, to be accepted, changed or rejected one by one.</summary>
public sealed partial class DraftPage : ThingPage
{
    private const int MostCandidates = 3, MostTargets = 400;

    private DraftReading? reading;

    /// <summary>Of a form that was refused: the suggestion it is about.</summary>
    [Parameter]
    public int? Refused { get; set; }

    private DraftPart Part { get; set; } = new(null, SuggestionState.Open, false, null, 0);

    private ForumThreadView? Thread { get; set; }

    private IReadOnlyDictionary<int, KnownSuggestion> Known { get; set; } = new Dictionary<int, KnownSuggestion>();

    private IReadOnlyDictionary<int, PostView> Posts { get; set; } = new Dictionary<int, PostView>();

    private IReadOnlyList<DraftItem> Items { get; set; } = [];

    /// <summary>Whether what was refused is what the map is about.</summary>
    private bool IsThesis => Form?["kind"] is not null;

    /// <summary>What was typed into a form that cannot be shown again: somebody else has answered the suggestion meanwhile.</summary>
    private IEnumerable<string?> Typed => Form is null || (Form["do"] is not "change" && !IsThesis) ? []
        : [Form["thesis"], Form["text"], .. Enumerable.Range(2, Relation.MaxPremises - 1).Select(premise => Form[$"text-{premise}"])];

    /// <summary>Whether a refusal is shown where it belongs: with the suggestion, or the thesis.</summary>
    private bool IsOnCard => IsThesis ? Unsettled is not null : Items.Any(item => item.Known.Number == Refused);

    private int Open => Count(SuggestionState.Open);

    /// <summary>How many open ones were put aside from the first pass.</summary>
    private int Further => reading!.Counts.Where(count => count.State == SuggestionState.Open).Sum(count => count.Further);

    /// <summary>How many are in the part shown, on all of its pages.</summary>
    private int OfPart => Part is not { State: SuggestionState.Open, ByRank: false } ? Count(Part.State) : Part.IsFurther ? Further : Open - Further;

    /// <summary>How many wait for an answer, those that are gone through now first.</summary>
    private string Left => (Part.ByRank ? Open : Part.IsFurther ? Further : Open - Further) switch
    {
        > 0 and var here => $"{here} left.",
        _ when Open == 0 => "Nothing is left.",
        _ when Part.IsFurther => $"{Plural.Of(Open, "other suggestion")} left.",
        _ => $"{Plural.Of(Open, "further suggestion")} left.",
    };

    /// <summary>The node that is to be said what the map is about. Whoever was refused in saying so has the form again, whatever they may do by now.</summary>
    private int? Unsettled => IsThesis ? Map?.Head.Root : Map is { } map && Part is { State: SuggestionState.Open, IsSettled: false } ? TakeThesis.Unsettled(map, Person) : null;

    /// <summary>The page as it is, for the forms that lead back to it.</summary>
    private string Here => DraftAddress.Of(Slug, Part with { Thread = Thread?.Source });

    /// <inheritdoc/>
    protected override void AlsoRead(ReadBatch batch)
    {
        Part = DraftAddress.Read(Form is null ? Context?.Request.QueryString.Value : Form["part"]);
        reading = DraftReading.Add(batch, Slug, Part, Person.Id);
    }

    /// <inheritdoc/>
    protected override bool Find(MapView map)
    {
        Thread = reading!.Threads.FirstOrDefault(thread => Part.Thread is null || thread.Source == Part.Thread);
        if (Thread is null)
        {
            return Part.Thread is null;
        }

        Known = reading.Known.ToDictionary(known => known.Number);
        Posts = reading.Posts.ToDictionary(post => post.Number);
        var shown = reading.Shown.Where(Known.ContainsKey).Select(number => Known[number]);
        shown = Part.ByRank ? shown : shown.OrderBy(known => known.Position ?? int.MaxValue).ThenBy(known => known.Start).ThenBy(known => known.Number);
        Items = [.. shown.Select(known => DraftItem.Of(known, Known, known.Post is { } post ? Posts.GetValueOrDefault(post) : null, map))];
        return true;
    }

    private int Count(SuggestionState state) => reading!.Counts.Where(count => count.State == state).Sum(count => count.Count);

    /// <summary>How many are open of at least each tenth of rank.</summary>
    private IEnumerable<(int Tenth, int Count)> Above()
    {
        var sum = 0;
        foreach (var (_, tenth, count, _) in reading!.Counts.Where(count => count.State == SuggestionState.Open))
        {
            sum += count;
            if (tenth is > 0 && sum <= AcceptSuggestions.Most)
            {
                yield return (tenth, sum);
            }
        }
    }

    /// <summary>Where one is led after an answer: the next suggestion that is still there.</summary>
    private int? Next(DraftItem item)
    {
        var gone = item.Before.Select(before => before.Number).Append(item.Known.Number).ToHashSet();
        var at = Items.Index().First(each => each.Item == item).Index;
        return Items.Skip(at + 1).Concat(Items.Take(at).Reverse()).Select(other => other.Known.Number).Where(number => !gone.Contains(number)).Cast<int?>().FirstOrDefault();
    }

    private IEnumerable<DraftItem> Candidates => Items
        .Where(item => item.Known is { Position: 0, Kind: SuggestionKind.Claim or SuggestionKind.Support or SuggestionKind.Objection } && item.Known.State == SuggestionState.Open)
        .OrderByDescending(item => item.Known.Suggestion.Rank).Take(MostCandidates).OrderBy(item => item.Known.Start);

    private IEnumerable<(string Value, string Words)> Targets
    {
        get
        {
            foreach (var node in Map!.Nodes.Values.Where(node => !node.IsWithdrawn).OrderByDescending(node => node.Number).Take(MostTargets).Reverse())
            {
                yield return ($"#{node.Number}", PlainWords.Shortened(node.Text, 90));
            }

            foreach (var item in Items.Where(item => item.As is not (AcceptedAs.Remark or AcceptedAs.Source or AcceptedAs.Request)))
            {
                yield return ($"S{item.Known.Number}", PlainWords.Shortened(item.Texts[0], 90));
            }
        }
    }

    private sealed record Group(PostView? Post, List<DraftItem> Items);

    /// <summary>The suggestions by post; by rank, all together.</summary>
    private IEnumerable<Group> Groups() => Part.ByRank
        ? [new Group(null, [.. Items])]
        : Items.GroupBy(item => item.Known.Post).Select(group => new Group(group.Key is { } post ? Posts.GetValueOrDefault(post) : null, [.. group]));

    /// <summary>The part after this one; null when this is the last.</summary>
    private string? After
    {
        get
        {
            var part = Part with { Thread = Thread?.Source };
            return Items.Count < DraftPart.PageSize || OfPart <= Items.Count + Part.Skip ? null
                : Part.ByRank ? DraftAddress.Of(Slug, part with { Skip = Part.Skip + DraftPart.PageSize })
                : Items[^1].Known.Post is { } last && last != Part.From && last != Items[0].Known.Post ? DraftAddress.Of(Slug, part with { From = last })
                : null;
        }
    }

    /// <summary>What this reader answered last: one suggestion in its words, several as numbers.</summary>
    private string Said()
    {
        var answered = reading!.Last.ToLookup(each => each.State, each => each.Number);
        var revision = reading.Last.Max(each => each.Revision);
        var said = new[] { (State: SuggestionState.Accepted, Did: "accepted"), (State: SuggestionState.Rejected, Did: "rejected") }
            .Where(each => answered[each.State].Any())
            .Select(each => $"{each.Did} {What([.. answered[each.State]])}");
        return $"You {string.Join(" and ", said)}{(revision is null ? "" : $" (revision {revision})")}";
    }

    private string What(IReadOnlyList<int> numbers) =>
        numbers is [var number] && Known.GetValueOrDefault(number) is { } known ? $"“{PlainWords.Shortened(SuggestedText.Of(known)[0], 80)}”" : Plural.Of(numbers.Count, "suggestion");

    private RenderFragment Link(SuggestionState state, int count, bool isFurther = false) => builder =>
    {
        if (state == Part.State && isFurther == (Part is { IsFurther: true, ByRank: false }))
        {
            builder.AddContent(0, count);
            return;
        }

        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", DraftAddress.Of(Slug, new DraftPart(Thread?.Source, state, Part.ByRank && !isFurther, null, 0, isFurther)));
        builder.AddContent(3, count);
        builder.CloseElement();
    };
}
