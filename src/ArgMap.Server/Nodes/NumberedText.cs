using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Server.Nodes;

/// <summary>A sentence of ours in which every <c>#12</c> leads to the node or step it names.</summary>
public sealed partial class NumberedText : ComponentBase
{
    /// <summary>The sentence.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The map the numbers belong to.</summary>
    [Parameter, EditorRequired]
    public required MapView Map { get; set; }

    /// <summary>Where the reader is in the picture, when the sentence stands beside it.</summary>
    [CascadingParameter]
    private PlaceInMap? Place { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var end = 0;
        foreach (var match in Number().EnumerateMatches(Text))
        {
            var number = int.Parse(Text.AsSpan(match.Index + 1, match.Length - 1), CultureInfo.InvariantCulture);
            builder.AddContent(0, Text[end..match.Index]);
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", Place?.At(number) ?? (Map.Relations.ContainsKey(number) ? Address.Step(Map.Head.Slug, number) : Address.Node(Map.Head.Slug, number)));
            if (Map.Nodes.GetValueOrDefault(number) is { } node)
            {
                builder.AddAttribute(3, "title", node.Text);
            }

            builder.AddContent(4, Text.Substring(match.Index, match.Length));
            builder.CloseElement();
            end = match.Index + match.Length;
        }

        builder.AddContent(5, Text[end..]);
    }

    [GeneratedRegex("#[0-9]{1,9}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
