using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Posts whose ends damage took from a page: a parser puts all that comes after such a post into it, as if it answered it.</summary>
/// <remarks>An end is put back only where the page has more boxes that begin than end, where a post begins within one of its kind in a way that no others do, and where all of these lie beside each other once it is back.</remarks>
internal sealed class LostEnds
{
    // The page is held several times over while it is tried.
    internal const int MostTags = 100_000, MostDepth = 1_000;

    // Each takes parsing the page anew; what lies deeper below a post is not its end; what lacks more ends never had them.
    private const int Most = 4, MostBetween = 12, MostUnended = 40;

    // Their ends need not be written.
    private static readonly HashSet<string> Endless = new(StringComparer.Ordinal) { "li", "tr", "td", "th", "tbody", "p", "dd", "dt" };

    private static readonly HashSet<string> Boxes = new(StringComparer.OrdinalIgnoreCase) { "article", "div", "dl", "form", "main", "ol", "section", "ul" };

    private readonly List<IElement> posts;
    private readonly Dictionary<INode, int> firstWithin = [];
    private readonly Dictionary<IElement, string> shapes = [];
    private readonly Dictionary<string, int> unended;

    private LostEnds(List<IElement> posts, Dictionary<string, int> unended)
    {
        (this.posts, this.unended) = (posts, unended);
        for (var index = 0; index < posts.Count; index++)
        {
            for (INode? at = posts[index]; at is not null && firstWithin.TryAdd(at, index); at = at.Parent)
            {
            }
        }
    }

    /// <summary>Whether a page may have lost the end of a post; then it must be parsed with the places where its elements begin.</summary>
    /// <param name="unended">How many more elements of each name begin than end.</param>
    internal static bool Possible(IReadOnlyDictionary<string, int> unended) =>
        unended.Where(name => name.Value > 0 && (Boxes.Contains(name.Key) || name.Key.Contains('-', StringComparison.Ordinal))).Sum(name => name.Value) is > 0 and <= MostUnended;

    /// <summary>The page, parsed anew with the ends put back; the same page when none was lost, or when it is not plain where.</summary>
    /// <param name="html">What the page was parsed from.</param>
    /// <param name="page">With the places where its elements begin.</param>
    /// <param name="unended">How many more elements of each name begin than end.</param>
    /// <param name="parse">Parses it anew.</param>
    internal static (IHtmlDocument Page, int Ends) PutBack(string html, IHtmlDocument page, IReadOnlyDictionary<string, int> unended, Func<string, IHtmlDocument> parse)
    {
        var (now, count, left) = (page, 0, unended.ToDictionary(StringComparer.OrdinalIgnoreCase));
        HashSet<string> ways = new(StringComparer.Ordinal);
        var whole = 0;
        for (var round = 0; round <= Most && now.DocumentElement is { } root; round++)
        {
            var found = new LostEnds(PostShapes.Find(root), left);
            whole = Math.Max(whole, found.posts.Count);
            if (found.First() is not { } lost)
            {
                return count > 0 && found.posts.Count == whole && !found.Ways().Any(way => ways.Contains(way.Name)) ? (now, count) : (page, 0);
            }

            ways.Add(lost.Way);
            count += lost.Names.Count;
            lost.Names.ForEach(name => left[name] = left.GetValueOrDefault(name) - 1);
            html = html.Insert(lost.At, string.Concat(lost.Names.Select(name => $"</{name}>")));
            now = parse(html);
        }

        return (page, 0);
    }

    /// <summary>The first post that lies in another only because that lost its end. Tables lie within each other to place things on the page, not as posts do.</summary>
    private (int At, List<string> Names, string Way)? First()
    {
        var ways = Ways().GroupBy(way => way.Name, StringComparer.Ordinal).Select(same => (First: same.First(), Times: same.Select(way => way.Outer).Distinct().Count())).ToList();
        foreach (var (way, times) in ways)
        {
            var names = way.Path.ConvertAll(element => element.LocalName);
            if (way.Head.SourceReference?.Position.Index is { } at && names.Exists(name => !Endless.Contains(name)) && !names.Contains("table")
                && names.Where(name => !Endless.Contains(name)).CountBy(name => name, StringComparer.Ordinal).All(name => unended.GetValueOrDefault(name.Key) >= name.Value)
                && IsLast(way.Outer) && (ways.Exists(other => other.Times > times) || way.Path.TrueForAll(element => element == way.Outer || IsPart(element, way.Outer))))
            {
                return (at, names, way.Name);
            }
        }

        return null;
    }

    /// <summary>Every post that begins within another, with what lies around it there, from within.</summary>
    private IEnumerable<(string Name, IElement Head, IElement Outer, List<IElement> Path)> Ways()
    {
        var begun = posts.Select((_, index) => Begun(index)).ToList();
        // The outermost box that each post has to itself.
        var usual = begun.SelectMany(chain => chain.Select(Shape).Distinct(StringComparer.Ordinal)).Where(shape => shape.Length > 0).CountBy(shape => shape, StringComparer.Ordinal)
            .Where(shape => shape.Value * 4 > posts.Count * 3).Select(shape => shape.Key).ToHashSet(StringComparer.Ordinal);
        var box = begun.Select(chain => chain.FindLast(element => usual.Contains(Shape(element)))).OfType<IElement>().Select(Shape).CountBy(shape => shape, StringComparer.Ordinal).OrderByDescending(shape => shape.Value).FirstOrDefault().Key;
        foreach (var head in begun.Skip(1).Select(chain => chain.Find(element => Shape(element) == box)).OfType<IElement>())
        {
            List<IElement> path = [];
            for (var at = head.ParentElement; at is not null && path.Count < MostBetween; at = at.ParentElement)
            {
                path.Add(at);
                if (Shape(at) == box)
                {
                    yield return (string.Join(' ', path.Select(Shape)), head, at, path);
                    break;
                }
            }
        }
    }

    /// <summary>What begins with the post, from within.</summary>
    private List<IElement> Begun(int index)
    {
        List<IElement> begun = [];
        for (var at = posts[index]; at is not null && firstWithin[at] == index && begun.Count < MostBetween; at = at.ParentElement)
        {
            begun.Add(at);
        }

        return begun;
    }

    /// <summary>What follows a post that lost its end lies within it.</summary>
    private bool IsLast(IElement outer)
    {
        for (var next = outer.NextElementSibling; next is not null; next = next.NextElementSibling)
        {
            if (firstWithin.ContainsKey(next))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Other posts have such a part, too, and words in it: it is no place for answers, which is empty or not there where there are none.</summary>
    private bool IsPart(IElement element, IElement outer)
    {
        var (shape, name, box) = (Shape(element), element.LocalName, Shape(outer));
        return NodeText.Elements(outer.Owner!.DocumentElement).Any(other => other.LocalName == name && other != element && Shape(other) == shape && Shape(other) != box
            && !NodeText.Elements(other).Any(inner => Shape(inner) == box) && IsWithin(other, box) && !string.IsNullOrWhiteSpace(NodeText.Of(other)));
    }

    private bool IsWithin(IElement element, string box)
    {
        var at = element.ParentElement;
        for (var level = 0; level < MostBetween && at is not null && Shape(at) != box; level++)
        {
            at = at.ParentElement;
        }

        return at is not null && Shape(at) == box;
    }

    private string Shape(IElement element) => shapes.TryGetValue(element, out var known) ? known : shapes[element] = PostShapes.Shape(element) ?? "";
}
