using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

/// <summary>Parses markup as a browser would and asserts that only what is on a short list is in it.</summary>
internal static class Harmless
{
    private static readonly string[] Elements = ["p", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "br", "hr", "div", "table", "tbody", "tr", "th", "td"];

    private const string Site = "https://argmap.example/m/map";

    public static IElement Assert(string html)
    {
        var parser = new HtmlParser();
        var document = parser.ParseDocument("<!DOCTYPE html><main>" + html + "</main><footer></footer>");
        var main = document.QuerySelector("main")!;

        // Nothing in it may close, or reach out of, the element around it.
        Xunit.Assert.Equal(["MAIN", "FOOTER"], document.Body!.Children.Select(child => child.TagName));
        Xunit.Assert.Empty(document.Head!.Children);
        foreach (var element in main.QuerySelectorAll("*"))
        {
            Xunit.Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                AssertAttribute(element, attribute);
            }
        }

        Xunit.Assert.All(main.QuerySelectorAll("a"), link =>
        {
            Xunit.Assert.Equal(Markdown.LinkRelation, link.GetAttribute("rel"));
            Xunit.Assert.NotNull(link.GetAttribute("href"));
            Xunit.Assert.NotEqual("", link.TextContent.Trim());
        });
        foreach (var rune in main.TextContent.EnumerateRunes())
        {
            Xunit.Assert.False(
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format && rune.Value is not ('\n' or '\t'),
                $"U+{rune.Value:X4} is invisible.");
        }

        Xunit.Assert.InRange(Depth(main), 0, (2 * Markdown.MaxNesting) + 4);
        return main;
    }

    private static void AssertAttribute(IElement element, IAttr attribute)
    {
        switch (element.LocalName, attribute.Name)
        {
            case ("a", "rel"):
                break;
            case ("a", "href"):
                var url = new Url(new Url(Site), attribute.Value);
                Xunit.Assert.Contains(url.Scheme, (string[])["http", "https", "mailto"]);
                if (!attribute.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !attribute.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                {
                    Xunit.Assert.Equal("argmap.example", url.Host);
                    Xunit.Assert.True(attribute.Value[0] is '/' or '#', $"{attribute.Value} is relative to the page it stands on.");
                }

                Xunit.Assert.True(string.IsNullOrEmpty(url.UserName), $"{attribute.Value} names a user.");
                break;
            case ("a", "title"):
                break;
            case ("ol", "start"):
                Xunit.Assert.True(int.TryParse(attribute.Value, out _));
                break;
            case ("p", "class"):
                Xunit.Assert.Contains(attribute.Value, (string[])["plain", "heading"]);
                break;
            case ("div", "class" or "role" or "aria-label" or "tabindex"):
                Xunit.Assert.Equal("<div class=\"scrolls\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">", ((IElement)element.Clone(deep: false)).OuterHtml.Replace("</div>", "", StringComparison.Ordinal));
                break;
            case ("th", "scope"):
                Xunit.Assert.Equal("col", attribute.Value);
                break;
            case ("th" or "td", "class"):
                Xunit.Assert.Equal("numeric", attribute.Value);
                break;
            default:
                Xunit.Assert.Fail($"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\"> is not allowed.");
                break;
        }
    }

    private static int Depth(INode node)
    {
        var deepest = 0;
        var open = new Stack<(INode Node, int Depth)>([(node, 0)]);
        while (open.TryPop(out var next))
        {
            deepest = Math.Max(deepest, next.Depth);
            foreach (var child in next.Node.ChildNodes)
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return deepest;
    }
}
