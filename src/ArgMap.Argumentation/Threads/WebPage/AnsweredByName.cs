namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Of posts that say only whom they answer: what that person wrote last before.</summary>
internal sealed class AnsweredByName
{
    private readonly List<int?> parents = [];

    internal AnsweredByName(List<PostParts> parts)
    {
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < parts.Count; index++)
        {
            parents.Add(parts[index].Answers is { } name && last.TryGetValue(name, out var post) ? post : null);
            if (parts[index].Author is { } author)
            {
                last[author] = index;
            }
        }
    }

    internal int? By(int post) => parents[post];
}
