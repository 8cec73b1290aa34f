using System.Text;
using AngleSharp.Dom;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Walks over parsed HTML without recursion.</summary>
internal static class NodeText
{
    /// <summary>All text within a node.</summary>
    internal static string Of(INode root)
    {
        var text = new StringBuilder();
        foreach (var node in Nodes(root, null))
        {
            if (node is IText words)
            {
                text.Append(words.Data);
            }
        }

        return text.ToString();
    }

    /// <summary>All text within a node, that of elements so named on lines of its own.</summary>
    internal static string Apart(INode root, IReadOnlySet<string> names)
    {
        var text = new StringBuilder();
        foreach (var node in Nodes(root, null))
        {
            _ = node is IText words ? text.Append(words.Data) : node is IElement element && (names.Contains(element.LocalName) || element.LocalName == "br") ? text.Append('\n') : text;
        }

        return text.ToString();
    }

    /// <summary>The text within a node as one line; null when it is blank or longer than that. No more is looked at than that takes.</summary>
    internal static string? ShortLine(INode root, int most)
    {
        var (text, letters) = (new StringBuilder(), 0);
        foreach (var node in Nodes(root, null))
        {
            if (node is not IText words)
            {
                continue;
            }

            foreach (var character in words.Data)
            {
                letters += char.IsWhiteSpace(character) ? 0 : 1;
                // White space is folded and of any length, and so are the signs that are never shown.
                if (letters > 2 * most)
                {
                    return null;
                }
            }

            text.Append(words.Data);
        }

        return PlainText.Line(text.ToString()) is { } line && line.Length <= most ? line : null;
    }

    /// <summary>Whether nothing but white space is within a node. No more is looked at than that takes.</summary>
    internal static bool IsBlank(INode root) => Nodes(root, null).All(node => node is not IText words || string.IsNullOrWhiteSpace(words.Data));

    /// <summary>Whether a node is another or within it. The library looks for it among all that the other holds, which on a page that nests its posts may be every post.</summary>
    /// <param name="inner">The node.</param>
    /// <param name="outer">The other.</param>
    /// <param name="top">A node around both, beyond which nothing is looked for.</param>
    internal static bool IsWithin(INode inner, INode outer, INode? top)
    {
        var at = inner;
        while (at != outer && at != top && at.Parent is { } around)
        {
            at = around;
        }

        return at == outer;
    }

    /// <summary>The nearest element of that name that an element is or is in.</summary>
    internal static IElement? Around(IElement element, string name)
    {
        var at = element;
        while (at is not null && at.LocalName != name)
        {
            at = at.ParentElement;
        }

        return at;
    }

    /// <summary>All elements within a node in the order of the document; those below an element for which <paramref name="within"/> is false are passed over.</summary>
    internal static IEnumerable<IElement> Elements(INode root, Func<IElement, bool>? within = null) => Nodes(root, within).OfType<IElement>();

    /// <summary>All nodes within a node in the order of the document; those below an element for which <paramref name="within"/> is false are passed over.</summary>
    internal static IEnumerable<INode> AllNodes(INode root, Func<IElement, bool> within) => Nodes(root, within);

    // By number: the library looks for a node's next sibling among all its siblings, which takes the square of their number.
    private static IEnumerable<INode> Nodes(INode root, Func<IElement, bool>? within)
    {
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next >= at.Children.Length)
            {
                continue;
            }

            var node = at.Children[at.Next];
            open.Push((at.Children, at.Next + 1));
            var enters = node is not IElement element || within is null || within(element);
            yield return node;
            if (enters && node.HasChildNodes)
            {
                open.Push((node.ChildNodes, 0));
            }
        }
    }
}
