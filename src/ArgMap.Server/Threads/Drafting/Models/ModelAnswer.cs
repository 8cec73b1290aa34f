using System.Globalization;
using System.Text.Json;
using ArgMap.Argumentation.Citations;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Sources;
using ArgMap.Server.Text;

namespace ArgMap.Server.Threads.Drafting.Models;

/// <summary>What was taken from a model's answer, and what was not.</summary>
/// <param name="Proposed">How many suggestions it holds.</param>
/// <param name="Kept">How many are in the draft now.</param>
/// <param name="NotThere">Dropped: their quote is not in the post, word for word.</param>
/// <param name="Ambiguous">Dropped: their quote stands in several places of the post.</param>
/// <param name="Known">Dropped: these words are suggested already.</param>
/// <param name="Unusable">Dropped: no such post, no such kind, or not in the form that was asked for.</param>
/// <param name="TargetsDropped">Kept, but what they are said to be about is not there.</param>
/// <param name="First">Which of those kept comes first in the thread; null when none was.</param>
public sealed record ModelReport(int Proposed, int Kept, int NotThere, int Ambiguous, int Known, int Unusable, int TargetsDropped, FirstKept? First = null);

/// <summary>The place in a draft where what a language model added begins.</summary>
/// <param name="Post">Number of the post.</param>
/// <param name="Suggestion">Number of the suggestion.</param>
public sealed record FirstKept(int Post, int Suggestion);

/// <summary>One suggestion of a model whose words are in the thread.</summary>
/// <param name="Passage">The words.</param>
/// <param name="Kind">What they would become.</param>
/// <param name="Text">The model's own wording; null for the words themselves.</param>
/// <param name="Target">What they are about; null when that is not said or not there.</param>
/// <param name="Reason">Why, in the model's words.</param>
internal sealed record ModelSuggestion(DraftPassage Passage, SuggestionKind Kind, string? Text, DraftPassage? Target, string Reason);

/// <summary>Checks a model's answer: only what quotes words that are there is let through.</summary>
internal sealed class ModelAnswer(IReadOnlyList<PostView> posts, IReadOnlyList<DraftPassage> known, int most)
{
    private const int MostReason = 200;

    private readonly Dictionary<int, (PostView Post, CitableText Text)> texts = posts.ToDictionary(post => post.Number, post => (post, new CitableText(post.Body)));
    private readonly List<ModelSuggestion> kept = [];
    private int proposed, notThere, ambiguous, repeated, unusable, targetsDropped;

    /// <summary>What is let through, with the report; null when the answer is not in the form that was asked for.</summary>
    internal (IReadOnlyList<ModelSuggestion> Suggestions, ModelReport Report)? Read(string answer)
    {
        // Models like to put their JSON into a code block, with words around it.
        var (from, until) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (from < 0 || until <= from)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(from, until - from + 1), new() { MaxDepth = 16, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("suggestions", out var suggestions) || suggestions.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            foreach (var suggestion in suggestions.EnumerateArray())
            {
                proposed++;
                if (kept.Count >= most)
                {
                    unusable++;
                }
                else
                {
                    Take(suggestion);
                }
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }

        return (kept, new ModelReport(proposed, kept.Count, notThere, ambiguous, repeated, unusable, targetsDropped));
    }

    private void Take(JsonElement suggestion)
    {
        if (suggestion.ValueKind != JsonValueKind.Object || Kind(Text(suggestion, "kind", 40)) is not { } kind || Number(suggestion) is not { } post || Text(suggestion, "quote", CitationRow.MaxExactLength) is not { } quote)
        {
            unusable++;
            return;
        }

        var (passage, result) = Find(post, quote);
        if (passage is null)
        {
            (notThere, ambiguous) = result == CitingResult.Ambiguous ? (notThere, ambiguous + 1) : (notThere + 1, ambiguous);
            return;
        }

        if (known.Concat(kept.Select(other => other.Passage)).Any(other => Overlap(other, passage)))
        {
            repeated++;
            return;
        }

        DraftPassage? target = null;
        if (suggestion.TryGetProperty("target", out var about) && about.ValueKind == JsonValueKind.Object)
        {
            target = Number(about) is { } on && Text(about, "quote", CitationRow.MaxExactLength) is { } words ? Find(on, words).Passage : null;
            target = target is not null && Overlap(target, passage) ? null : target;
            targetsDropped += target is null ? 1 : 0;
        }

        var text = Text(suggestion, "text", Node.MaxTextLength);
        kept.Add(new ModelSuggestion(passage, kind, text is null || text == passage.Text ? null : text, target, Text(suggestion, "reason", MostReason) ?? "It gives no reason."));
    }

    private (DraftPassage? Passage, CitingResult Result) Find(int post, string quote)
    {
        if (!texts.TryGetValue(post, out var found))
        {
            return (null, CitingResult.NotThere);
        }

        var cited = found.Text.Cite(quote);
        return cited.Result == CitingResult.Found && cited.Selector is { Start: { } start } selector && selector.Exact.Any(char.IsLetterOrDigit)
            ? (new DraftPassage(post.ToString(CultureInfo.InvariantCulture), start, cited.Length, selector.Exact), cited.Result)
            : (null, cited.Result);
    }

    internal static bool Overlap(DraftPassage one, DraftPassage other) =>
        one.Post == other.Post && Math.Min(one.Start + one.Length, other.Start + other.Length) - Math.Max(one.Start, other.Start) > Math.Min(one.Length, other.Length) / 2;

    private static SuggestionKind? Kind(string? kind) => kind?.ToLowerInvariant() switch
    {
        "claim" => SuggestionKind.Claim,
        "objection" => SuggestionKind.Objection,
        "support" => SuggestionKind.Support,
        "question" => SuggestionKind.Question,
        _ => null,
    };

    private static int? Number(JsonElement of) => of.TryGetProperty("post", out var post) && post.ValueKind == JsonValueKind.Number && post.TryGetInt32(out var number) ? number : null;

    /// <summary>A text of the model, cleaned as every text from outside is; null when it is missing, empty or too long.</summary>
    private static string? Text(JsonElement of, string name, int most) =>
        of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? UserText.Check(text.GetString(), most, required: true, "It") is { Problem: null, Value: { } clean } ? clean : null : null;
}
