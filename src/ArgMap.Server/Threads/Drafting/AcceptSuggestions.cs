using System.Globalization;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>Puts suggestions into the map, as they are or as somebody changed them: all of them in one change, or none.</summary>
public static class AcceptSuggestions
{
    /// <summary>The most that are accepted at once.</summary>
    public const int Most = 200;

    /// <summary>A suggestion, and what was changed about it.</summary>
    /// <param name="Number">Its number within the thread.</param>
    /// <param name="As">An <see cref="AcceptedAs"/> by name; null for what is suggested.</param>
    /// <param name="Texts">What its nodes say, in the order of its passages; 1 to 500 characters each, an empty one is left out. Null for the words of the thread.</param>
    /// <param name="Target">What it hangs from: <c>#12</c> for a node or a step of the map, <c>S3</c> for what another suggestion became, empty for nothing; null for what is suggested.</param>
    public sealed record Item(int Number, string? As = null, IReadOnlyList<string?>? Texts = null, string? Target = null);

    /// <param name="Thread">Number of the thread's source.</param>
    /// <param name="Items">The suggestions. One that hangs from another of them comes after it, in whatever order they are given.</param>
    /// <param name="Without">Numbers of suggestions that were looked at together with these and left out: what hangs from one goes to what that was about, as if it had been rejected.</param>
    /// <param name="RejectsOthers">Whether those that were left out are rejected, too: in the same answer, so that one undo takes back both.</param>
    public sealed record Request(int Thread, IReadOnlyList<Item> Items, IReadOnlyList<int>? Without = null, bool RejectsOthers = false);

    /// <summary>Accepts them. Where there are several, those that somebody else has answered meanwhile are passed by.</summary>
    public static async Task<Outcome<Written>> Handle(
        MapWriter writer, ArgMapDbContext db, TimeProvider clock, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        if (request.Items.Count is 0 or > Most)
        {
            return Refusal.Invalid("numbers", request.Items.Count == 0
                ? "No suggestion was chosen. Choose at least one."
                : string.Create(CultureInfo.InvariantCulture, $"These are {request.Items.Count:N0} suggestions; at most {Most} are accepted at once. Accept the better ones first."));
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AcceptSuggestions, idempotencyKey, request),
            async (map, cancel) =>
            {
                var known = await KnownSuggestions.Around(db, map.Map.Id, request.Thread, [.. request.Items.Select(item => item.Number)], cancel);
                known = Left(known, request);
                var items = new List<Item>();
                foreach (var item in request.Items.DistinctBy(item => item.Number))
                {
                    if (!known.TryGetValue(item.Number, out var suggestion))
                    {
                        return Refusal.NotFound($"There is no suggestion {item.Number} in this thread any more: it was made anew meanwhile. Look at the draft as it is now.");
                    }

                    if (suggestion.State != SuggestionState.Accepted)
                    {
                        items.Add(item);
                    }
                    else if (request.Items.Count == 1)
                    {
                        return Refusal.Conflict("answered", $"{suggestion.AnsweredBy ?? "Somebody"} has put this into the map already{(suggestion.MadeNode is { } node ? $", as #{node}" : "")}.");
                    }
                }

                var acceptance = new Acceptance(map, request.Thread, known);
                foreach (var item in InOrder(items, known))
                {
                    if (await acceptance.Add(item, cancel) is { } refusal)
                    {
                        return items.Count == 1 ? refusal : refusal with { Detail = $"Suggestion {item.Number}: {refusal.Detail}" };
                    }
                }

                if (items.Count == 0)
                {
                    return Refusal.Conflict("answered", "All of these are in the map already.");
                }

                var at = clock.GetUtcNow();
                await acceptance.Keep(db, at, cancel);
                if (request.RejectsOthers)
                {
                    await RejectSuggestions.Within(db, map.Map.Id, request.Thread, LeftOut(request), actor, at, cancel);
                }

                return null;
            },
            cancellation);
    }

    private static int[] LeftOut(Request request) => [.. (request.Without ?? []).Except(request.Items.Select(item => item.Number))];

    private static Dictionary<int, KnownSuggestion> Left(IReadOnlyDictionary<int, KnownSuggestion> known, Request request)
    {
        var left = new Dictionary<int, KnownSuggestion>(known);
        foreach (var number in LeftOut(request))
        {
            if (left.TryGetValue(number, out var suggestion) && suggestion.State == SuggestionState.Open)
            {
                left[number] = suggestion with { State = SuggestionState.Rejected };
            }
        }

        return left;
    }

    /// <summary>Those that others hang from come first; else as they stand in the thread.</summary>
    private static List<Item> InOrder(List<Item> items, IReadOnlyDictionary<int, KnownSuggestion> known)
    {
        var byNumber = items.ToDictionary(item => item.Number);
        var ordered = new List<Item>(items.Count);
        var placed = new HashSet<int>();
        foreach (var item in items.OrderBy(item => known[item.Number].Position ?? int.MaxValue).ThenBy(item => known[item.Number].Start).ThenBy(item => item.Number))
        {
            Stack<Item> chain = [];
            for (var at = item; at is not null && placed.Add(at.Number); at = TargetOf(at) is { } target ? byNumber.GetValueOrDefault(target) : null)
            {
                chain.Push(at);
            }

            ordered.AddRange(chain);
        }

        return ordered;

        int? TargetOf(Item item) => Acceptance.SuggestionIn(item.Target) ?? (item.Target is null ? known[item.Number].Suggestion.Target?.Suggestion : null);
    }
}
