using System.Text.Json;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using ArgMap.Cli.Threads;

namespace ArgMap.Cli.Drafting;

/// <summary>A draft as JSON, for programs. Offsets count UTF-16 units of a post's <c>body</c> as <c>argmap thread --json</c> prints it.</summary>
internal static class DraftDocument
{
    private sealed record Document(string Format, string? Title, int Posts, int Sentences, IReadOnlyDictionary<string, int> Kinds, IEnumerable<Item> Suggestions, IReadOnlyList<string> PostsWithout, IReadOnlyList<string> Report);

    private sealed record Item(
        int Number, SuggestionKind Kind, double Rank, string Quote, string Post, int Start, int Length, string Cue, string Reason, Aim? Target, IEnumerable<Passage>? Premises, Passage? Header, IEnumerable<Passage> Again,
        SuggestedCredence? Credence, string? Address, IReadOnlyList<SuggestionKind> Instead);

    private sealed record Passage(string Post, int Start, int Length, string Quote);

    private sealed record Aim(int? Suggestion, string? Post, int? Start, int? Length, string? Quote, string Because);

    internal static async Task Write(ForumThread thread, ThreadDraft draft, Stream output, CancellationToken cancellation)
    {
        var kinds = draft.Suggestions.GroupBy(suggestion => suggestion.Kind).OrderBy(group => group.Key).ToDictionary(group => JsonNamingPolicy.CamelCase.ConvertName(group.Key.ToString()), group => group.Count(), StringComparer.Ordinal);
        var document = new Document(thread.Format, thread.Title, draft.Posts, draft.Sentences, kinds, draft.Suggestions.Select(Of), draft.PostsWithout, thread.Report.Sentences());
        await JsonSerializer.SerializeAsync(output, document, ThreadDocument.Options, cancellation);
        await output.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private static Item Of(Suggestion suggestion)
    {
        var first = suggestion.Passages[0];
        return new Item(
            suggestion.Number, suggestion.Kind, suggestion.Rank, first.Text, first.Post, first.Start, first.Length, suggestion.Cue, suggestion.Reason,
            suggestion.Target is { } target ? new Aim(target.Suggestion, target.Passage?.Post, target.Passage?.Start, target.Passage?.Start is null ? null : target.Passage.Length, target.Passage?.Text, target.Because) : null,
            suggestion.Passages.Count > 1 ? suggestion.Passages.Select(Of) : null, suggestion.Header is { } header ? Of(header) : null, suggestion.Again.Select(Of), suggestion.Credence, suggestion.Address, suggestion.Instead);
    }

    private static Passage Of(DraftPassage passage) => new(passage.Post, passage.Start, passage.Length, passage.Text);
}
