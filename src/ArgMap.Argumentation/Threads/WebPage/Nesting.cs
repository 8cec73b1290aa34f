using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Who answers whom on a page, by how its elements lie within each other.</summary>
internal sealed partial class Nesting
{
    private static readonly string[] AnswerWords = ["child", "repl", "nested", "thread", "answer", "respon", "indent", "sub", "comments"];

    // Nobody writes more answers to one post without anything else between them.
    private const int MostBefore = 5_000, MostAround = 4;

    private readonly List<IElement> posts;
    private readonly Dictionary<INode, int> places = [];
    private readonly Dictionary<IElement, int> indexOf = [];

    // The first post within each element that holds any.
    private readonly Dictionary<INode, int> firstWithin = [];

    internal Nesting(List<IElement> posts)
    {
        this.posts = posts;
        for (var index = 0; index < posts.Count; index++)
        {
            indexOf[posts[index]] = index;
            for (INode? at = posts[index]; at is not null && firstWithin.TryAdd(at, index); at = at.Parent)
            {
            }
        }
    }

    /// <summary>The post that this one lies in, or whose list of answers it lies in; null when it lies in none.</summary>
    internal int? ParentOf(int index)
    {
        INode at = posts[index];
        while (at.Parent is { } around)
        {
            if (around is IElement element && indexOf.TryGetValue(element, out var outer))
            {
                return outer;
            }

            // What comes before in the same element is either a neighbour of the same kind or the post that all this answers.
            var first = firstWithin[around];
            if (first != firstWithin[at] && at is IElement branch && HoldsAnswers(branch) && Branch(around, first) is { } head && !AreAlike(head, branch))
            {
                return LastBefore(around, branch);
            }

            at = around;
        }

        return null;
    }

    /// <summary>The elements close around a post that no other post comes before in: some boards state a post's key there.</summary>
    internal IEnumerable<IElement> Around(int index)
    {
        var at = posts[index].ParentElement;
        for (var level = 0; level < MostAround && at is not null && firstWithin[at] == index && !indexOf.ContainsKey(at); level++)
        {
            yield return at;
            at = at.ParentElement;
        }
    }

    /// <summary>What each post lies in; where classes number how deep posts lie, by these: a page that lost the end of a post has what follows too deep, and without a beginning too high.</summary>
    internal List<int?> Outers()
    {
        var levels = Enumerable.Range(0, posts.Count).Select(index => Around(index).Prepend(posts[index]).Select(Level).FirstOrDefault(level => level is not null)).ToList();
        var most = levels.Max();
        List<int?> outers = new(posts.Count);
        for (var index = 0; index < posts.Count; index++)
        {
            var (outer, level) = (ParentOf(index), levels[index]);
            // What is deeper than a page draws has its last number.
            while (level < most && outer is { } at && levels[at] >= level)
            {
                outer = outers[at];
            }

            outers.Add(level is { } deep && (outer is { } above ? levels[above] < deep - 1 : levels[0] < deep) && levels.FindLastIndex(index, index + 1, before => before is null || before < deep) is >= 0 and var last && levels[last] is not null ? last : outer);
        }

        return outers;
    }

    private static int? Level(IElement element) =>
        element.ClassList.Select(name => Numbered().Match(name)).FirstOrDefault(match => match.Success) is { } match ? PlainText.Number(match.Groups["level"].ValueSpan) : null;

    /// <summary>Of posts set in by depth: the last before this one that is set in less.</summary>
    internal int? ByDepth(int index, IReadOnlyList<int> depths)
    {
        for (var before = index - 1; before >= 0; before--)
        {
            if (depths[before] < depths[index])
            {
                return before;
            }
        }

        return null;
    }

    /// <summary>The number of a node among the children of its parent; the library would count them anew each time.</summary>
    private int PlaceOf(INode around, INode child)
    {
        if (!places.TryGetValue(child, out var place))
        {
            for (var index = 0; index < around.ChildNodes.Length; index++)
            {
                places[around.ChildNodes[index]] = index;
            }

            place = places[child];
        }

        return place;
    }

    private IElement? Branch(INode around, int post)
    {
        INode at = posts[post];
        while (at.Parent is { } parent && parent != around)
        {
            at = parent;
        }

        return at as IElement;
    }

    /// <summary>The post of the nearest element before the branch that is not of the branch's kind: lists of answers follow what they answer.</summary>
    private int? LastBefore(INode around, IElement branch)
    {
        var at = PlaceOf(around, branch);
        for (var place = at - 1; place >= Math.Max(0, at - MostBefore); place--)
        {
            if (around.ChildNodes[place] is IElement sibling && !AreAlike(sibling, branch) && firstWithin.TryGetValue(sibling, out var post))
            {
                return post;
            }
        }

        return firstWithin.TryGetValue(around, out var first) ? first : null;
    }

    /// <summary>A list, or something that calls itself one of answers.</summary>
    private static bool HoldsAnswers(IElement branch) =>
        branch.LocalName is "ul" or "ol" or "dl" or "menu" or "blockquote"
            || Array.Exists(AnswerWords, word => (branch.ClassName ?? "").Contains(word, StringComparison.OrdinalIgnoreCase) || (branch.Id ?? "").Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool AreAlike(IElement one, IElement other) =>
        one.LocalName == other.LocalName && (one.LocalName is "li" or "tr" or "article" or "section" or "td" or "dd"
            || one.ClassList.Length == other.ClassList.Length && one.ClassList.All(other.ClassList.Contains)
            || one.ClassList.Any(name => name.Length > 3 && other.ClassList.Contains(name)));

    [GeneratedRegex(@"^(depth|level)-?(?<level>\d{1,3})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
