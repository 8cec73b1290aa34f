using System.Text.RegularExpressions;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>What nodes and sources made of a suggestion say before anybody changes it: the words of the thread without their formatting.</summary>
public static partial class SuggestedText
{
    private const int FewLetters = 12;

    /// <summary>The text of each premise, in order; at most <see cref="Node.MaxTextLength"/> characters each.</summary>
    public static IReadOnlyList<string> Of(KnownSuggestion known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Text is { } worded ? [worded] : OfPassages(known.Suggestion);
    }

    private static IReadOnlyList<string> OfPassages(Suggestion suggestion)
    {
        return suggestion.Kind switch
        {
            SuggestionKind.Source => [SourceTitle(suggestion)],
            SuggestionKind.Request => [PlainWords.Shortened(PlainWords.Of(suggestion.Passages[0].Text), SourceRow.MaxTitleLength)],
            _ => [.. suggestion.Passages.Select(passage => PlainWords.Shortened(PlainWords.Of(passage.Text), Node.MaxTextLength))],
        };
    }

    /// <summary>What a source is called: the words of the link, else the sentence around it, else its address.</summary>
    private static string SourceTitle(Suggestion suggestion)
    {
        var words = suggestion.Passages is [var passage, ..] ? passage.Text : "";
        var link = PlainWords.Links().Matches(words).FirstOrDefault(match => suggestion.Address is null || match.Groups["target"].Value == suggestion.Address)?.Groups["words"].Value;
        foreach (var candidate in new[] { link, words })
        {
            var plain = Addresses().Replace(PlainWords.Of(candidate ?? ""), "").Trim(' ', ':', '-', '–', '(', ')', '.');
            if (plain.Count(char.IsLetter) >= FewLetters)
            {
                return PlainWords.Shortened(plain, SourceRow.MaxTitleLength);
            }
        }

        return suggestion.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? PlainWords.Shortened($"{uri.Host}{Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/')}", SourceRow.MaxTitleLength)
            : PlainWords.Shortened(PlainWords.Of(words) is { Length: > 0 } said ? said : "A source", SourceRow.MaxTitleLength);
    }

    [GeneratedRegex(@"<?https?://[^\s<>]+>?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Addresses();
}
