using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>
/// Pasted comments do not say what they answer. Many call somebody by name ("Robin, you …", "@Robin: …") and answer what that person wrote last. Who opened a thread mostly answers the comment
/// before, and so does who goes on talking with the same person. Links that some pages have beside a comment tell more, and are copied with it. What quotes is left alone: its quote will tell.
/// </summary>
internal sealed partial class GuessedParents
{
    private const int MostWords = 4;

    private readonly List<(string? Author, string Id, string? Parent)> posts = [];
    private readonly Dictionary<string, (string Author, string Id)> last = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> shared = new(StringComparer.OrdinalIgnoreCase);
    private string? atTop;

    /// <summary>The post that the next one seems to answer; null when nothing tells.</summary>
    /// <param name="id">Key of the next post.</param>
    /// <param name="header">Who wrote it.</param>
    /// <param name="text">Its words, as Markdown.</param>
    internal string? Of(string id, PostHeader? header, string text)
    {
        var author = header?.Name;
        var parent = header?.To is { } to && last.TryGetValue(to, out var stated) ? stated.Id : author is null || text.StartsWith('>') || text.Contains("\n>", StringComparison.Ordinal) ? null
            : header!.Place is { } place ? Linked(place) : Addressed(text, author) ?? TalkedWith(author);
        posts.Add((author, id, parent));
        atTop = header?.Place is { IsNested: false } ? id : atTop;
        if (author is not null)
        {
            Put(author, author, id);
            if (author.IndexOf(' ', StringComparison.Ordinal) is > 1 and var space)
            {
                Put(author[..space], author, id);
            }

            if (header!.Handle is { } handle)
            {
                // The same name on other servers is another; nobody writes the server of their own.
                Put(handle, author, id);
                Put(handle.Split('@')[0], author, id);
            }
        }

        return parent;
    }

    private string? Linked(LinkedPlace place) =>
        !place.IsNested || posts is not [.., var before] ? null
            : !place.IsDeep ? atTop
            : place.IsFirst || before.Parent is null || before.Parent == atTop ? before.Id : before.Parent;

    private string? TalkedWith(string author)
    {
        if (posts is not [.., var before] || before.Author is null || before.Author == author)
        {
            return null;
        }

        var opens = posts[0].Author == author && posts.Count > 1;
        var goesOn = posts is [.., var own, _] && own.Author == author && before.Parent == own.Id;
        return opens || goesOn ? before.Id : null;
    }

    /// <summary>The post that a text answers by the name it begins with; null when it names nobody, or its own author, or somebody who is not the only one of that name.</summary>
    private string? Addressed(string text, string author)
    {
        var match = Name().Match(text);
        if (!match.Success)
        {
            return null;
        }

        // The longest name first: "Robin Hanson", then "Robin".
        var words = match.Groups["name"].Value.Split(' ', MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(words.Length, MostWords); count > 0; count--)
        {
            var name = string.Join(' ', words[..count]).TrimEnd('.', '’', '\'');
            if ((count == words.Length || match.Groups["at"].Success) && !shared.Contains(name) && last.TryGetValue(name, out var found) && found.Author != author)
            {
                return found.Id;
            }
        }

        return null;
    }

    private void Put(string name, string author, string id)
    {
        if (last.TryGetValue(name, out var other) && other.Author != author)
        {
            shared.Add(name);
        }

        last[name] = (author, id);
    }

    [GeneratedRegex(@"^(\s*(?<at>@)(?<name>[\p{L}\d_][\p{L}\d_.'’-]*( \p{Lu}[\p{L}\d_.'’-]*){0,3})|\s*(?<name>[\p{L}\d_][\p{L}\d_.'’-]*( \p{Lu}[\p{L}\d_.'’-]*){0,3})\s*(,|:|--|—|–| -)\s)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Name();
}
