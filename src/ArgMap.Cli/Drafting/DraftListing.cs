using System.Globalization;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Cli.Drafting;

/// <summary>A draft as text for a person at a terminal.</summary>
internal static class DraftListing
{
    internal static async Task Write(ForumThread thread, ThreadDraft draft, TextWriter output)
    {
        await output.WriteLineAsync(thread.Title ?? "(no title)");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{draft.Suggestions.Count:N0} suggestions for {draft.Sentences:N0} sentences of {draft.Posts:N0} posts; nothing is suggested for {draft.PostsWithout.Count:N0} posts."));
        foreach (var suggestion in draft.Suggestions)
        {
            await output.WriteLineAsync();
            var first = suggestion.Passages[0];
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{suggestion.Number}. {suggestion.Kind} ({suggestion.Rank:0.00}) [{first.Post}] at {first.Start}"));
            foreach (var passage in suggestion.Passages)
            {
                await output.WriteLineAsync($"   “{OneLine(passage.Text)}”");
            }

            await output.WriteLineAsync($"   {suggestion.Cue}: {suggestion.Reason}");
            if (suggestion.Address is { } address)
            {
                await output.WriteLineAsync($"   {address}");
            }

            if (suggestion.Credence is { Lowest: { } lowest, Highest: { } highest } credence)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"   “{credence.Words}”: {lowest * 100:0}–{highest * 100:0} %{(credence.IsTentative ? ", tentative" : "")}"));
            }

            if (suggestion.Target is { } target)
            {
                await output.WriteLineAsync($"   about {(target.Suggestion is { } number ? number.ToString(CultureInfo.InvariantCulture) + ", " : "")}“{OneLine(target.Passage?.Text ?? "")}”. {target.Because}");
            }
        }
    }

    private static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 200 ? line : line[..199] + "…";
    }
}
