using AngleSharp.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>What stands between posts: old pages put a post's name and key before it rather than in it.</summary>
internal sealed class WordsBefore
{
    private const int MostLooked = 12;

    private readonly List<IElement> order = [];
    private readonly Dictionary<IElement, int> indexOf = [];

    internal WordsBefore(IElement root, HashSet<IElement> posts)
    {
        // Nothing within a post stands between posts.
        foreach (var element in NodeText.Elements(root, element => !posts.Contains(element)))
        {
            indexOf[element] = order.Count;
            order.Add(element);
        }
    }

    internal string? Name(IElement post)
    {
        foreach (var element in Before(post))
        {
            if (element.LocalName is "p" or "b" or "strong" or "h3" or "h4" or "h5" or "span" or "cite" && PlainText.Line(element.TextContent) is { Length: > 0 and < 60 } line && !line.StartsWith("ID:", StringComparison.Ordinal))
            {
                return PostParts.Says(line);
            }
        }

        return null;
    }

    internal string? Anchor(IElement post)
    {
        foreach (var element in Before(post))
        {
            if (element.LocalName == "a" && element.GetAttribute("name") is { Length: > 0 } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The elements before a post, nearest first, as far as the rule or the post before it.</summary>
    private IEnumerable<IElement> Before(IElement post)
    {
        if (!indexOf.TryGetValue(post, out var at))
        {
            yield break;
        }

        for (var index = at - 1; index >= 0 && at - index <= MostLooked && order[index].LocalName != "hr" && order[index].LocalName != post.LocalName; index--)
        {
            if (!NodeText.IsWithin(post, order[index], null))
            {
                yield return order[index];
            }
        }
    }
}
