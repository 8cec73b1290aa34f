using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Links become sources, requests for sources are kept, and a source after a request answers it.</summary>
internal sealed partial class SourcesAndRequests(ForumThread thread, List<Sentence>[] sentences, DraftSheet sheet)
{
    private const int MostBareWords = 4;
    private const string Answers = "It follows a request for a source, and answers it.";

    private readonly Dictionary<string, SuggestedTarget> requestOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> parentOf = thread.Posts.ToDictionary(post => post.Id, post => post.ParentId, StringComparer.Ordinal);
    private readonly HashSet<string> addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Suggests a source or a request for the sentence.</summary>
    /// <returns>False when it is neither, or says something besides.</returns>
    internal bool Add(Sentence sentence)
    {
        var post = thread.Posts[sentence.Post].Id;
        if (sentence.Has("request"))
        {
            requestOf[post] = sheet.Add(sentence, SuggestionKind.Request, [SuggestionKind.Question], "request", 0.72, null);
            return true;
        }

        if (!sentence.Has("source"))
        {
            return false;
        }

        var found = Addresses(sentence).Where(addresses.Add).ToList();
        var isOnlyLink = sentence.Cues.Exists(cue => cue.Name == "see") || Address().Replace(sentence.Text, "").Count(char.IsLetter) < 40;
        var request = Requested(sentence, isOnlyLink);
        foreach (var address in found)
        {
            sheet.AddSource(sentence, address, request);
        }

        if (found.Count == 0 && sentence.Cues.Exists(cue => cue.Name == "see"))
        {
            sheet.AddSource(sentence, null, request);
        }

        return isOnlyLink;
    }

    /// <summary>Makes no sources of what a sentence links to.</summary>
    internal void Omit(Sentence sentence) => addresses.UnionWith(Addresses(sentence));

    /// <summary>What the post links to that no sentence gave, such as the page it is about.</summary>
    internal void AddLinks(int post)
    {
        var links = thread.Posts[post].Links.Where(link => !link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && addresses.Add(link)).ToList();
        var (body, from) = (links.Count > 0 ? thread.Posts[post].Body : "", 0);
        foreach (var address in links)
        {
            // Links come in the order of the text, so that each is mostly looked for from the one before.
            var at = body.IndexOf(address, from, StringComparison.Ordinal) is >= 0 and var next ? next : body.IndexOf(address, StringComparison.Ordinal);
            sheet.AddSource(post, at, address);
            from = Math.Max(from, at);
        }
    }

    /// <summary>The request that a source answers: right before it in the same post, or in a post above that asks; a source that is described is for what it says.</summary>
    private SuggestedTarget? Requested(Sentence sentence, bool isOnlyLink)
    {
        var own = sentences[sentence.Post];
        var at = own.IndexOf(sentence);
        var isBare = sentence.Plain.Split(' ').Length <= MostBareWords;
        var post = thread.Posts[sentence.Post].Id;
        if (requestOf.TryGetValue(post, out var asked) && ((at > 0 && own[at - 1].Has("request")) || isBare))
        {
            return asked with { Because = Answers };
        }

        var steps = 0;
        for (var above = parentOf[post]; above is not null && steps < 3; above = parentOf[above], steps++)
        {
            if (requestOf.TryGetValue(above, out var request) && (isBare || isOnlyLink))
            {
                return request with { Because = Answers };
            }
        }

        return null;
    }

    private static IEnumerable<string> Addresses(Sentence sentence) => Address().Matches(sentence.Text).Select(match => match.Groups["url"].Value.TrimEnd('.', ',', ';'));

    [GeneratedRegex(@"(?<url>https?://[^\s<>()\[\]""]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Address();
}
