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
        for (var node = root.FirstChild; node is not null; node = After(node, root, intoChildren: true))
        {
            if (node is IText words)
            {
                text.Append(words.Data);
            }
        }

        return text.ToString();
    }

    /// <summary>All elements within a node in the order of the document; those below an element for which <paramref name="within"/> is false are passed over.</summary>
    internal static IEnumerable<IElement> Elements(INode root, Func<IElement, bool>? within = null)
    {
        var node = root.FirstChild;
        while (node is not null)
        {
            var enters = true;
            if (node is IElement element)
            {
                enters = within is null || within(element);
                yield return element;
            }

            node = After(node, root, enters);
        }
    }

    private static INode? After(INode node, INode root, bool intoChildren)
    {
        if (intoChildren && node.FirstChild is { } first)
        {
            return first;
        }

        while (node.NextSibling is null)
        {
            if (node.Parent is not { } parent || parent == root)
            {
                return null;
            }

            node = parent;
        }

        return node.NextSibling;
    }
}
