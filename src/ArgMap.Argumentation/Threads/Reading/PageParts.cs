using AngleSharp.Dom;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>Parts that the programs of forums draw in what somebody wrote, told by their classes.</summary>
internal static class PageParts
{
    private static readonly HashSet<string> NoText = new(StringComparer.Ordinal)
    {
        // Buttons and labels over code, quotes and what is hidden.
        "bbCodeBlock-title", "bbCodeBlock-expandLink", "codeheader", "bbcode_description", "spoiler_title", "spoiler_header", "ipsSpoiler_header", "zeroclipboard-container",
        // What pages add to an article or cut off from it.
        "sharedaddy", "jp-relatedposts", "addtoany_share_save_container", "read-more-button", "mw-editsection", "comment-awaiting-moderation",
    };

    private static readonly HashSet<string> Spoilers = new(StringComparer.Ordinal) { "md-spoiler-text", "spoiler", "spoilers", "spoiler-block", "bbCodeSpoiler-content", "ipsSpoiler", "spoiler_wrap", "bbcode_spoiler" };

    private static readonly HashSet<string> Smileys = new(StringComparer.Ordinal) { "emoji", "smilie", "smilies", "smiley", "smileys", "emoticon", "wp-smiley", "bbc_emoticon", "joypixels", "ipsEmoji", "mceSmilie", "mceSmilieSprite", "inlineimg" };

    private static readonly HashSet<string> Items = new(StringComparer.Ordinal) { "li" };

    /// <summary>No word of the writer's.</summary>
    internal static bool IsNoText(IElement element) =>
        element.ClassList.Any(NoText.Contains) || element.HasAttribute("data-excludequote")
            || (element.ParentElement is { } around && ((element.LocalName == "p" && around.ClassList.Contains("codebox")) || (element.ClassList.Contains("title") && around.ClassList.Contains("codeblock")) || (element.ClassList.Contains("type") && around.ClassList.Contains("bbCodeBlock"))));

    /// <summary>The place that a link leads to on its page: what stands after "#". Browsers write the page's own address before it in all that they save and copy.</summary>
    /// <returns>Null when the link names no place; empty when it ends with "#".</returns>
    internal static string? Place(IElement? anchor) => anchor?.GetAttribute("href") is { } href && href.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign ? href[(sign + 1)..] : null;

    /// <summary>A link that leads nowhere and says nothing: it shows what a page has folded.</summary>
    internal static bool IsSwitch(IElement anchor) => Place(anchor) is "" && anchor.TextContent.Trim() is "..." or "…" or "[...]" or "[…]";

    /// <summary>What a reader has to ask for, because it tells the end.</summary>
    internal static bool IsSpoiler(IElement element) => element.ClassList.Any(Spoilers.Contains);

    /// <summary>A picture that stands for the signs it is written with.</summary>
    internal static bool IsSmiley(IElement image) => image.ClassList.Any(Smileys.Contains) || image.HasAttribute("data-emoticon");

    /// <summary>The signs a smiley is written with, or its name as people write names of smileys.</summary>
    internal static string Smiley(IElement image) =>
        image.GetAttribute("alt") is { Length: > 0 } alt ? alt : PlainText.Line(image.GetAttribute("title")) is { } title ? title.All(sign => char.IsLetter(sign) || sign == ' ') ? $":{title.ToLowerInvariant()}:" : title : "";

    /// <summary>A number that is set higher or lower is another number on the line: 10² is not 102. Null for what is no number.</summary>
    internal static string? Raised(IElement element)
    {
        const string Plain = "0123456789+-";
        var number = element.TextContent.Trim();
        var signs = element.LocalName == "sup" ? "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻" : "₀₁₂₃₄₅₆₇₈₉₊₋";
        return number.Length is > 0 and < 10 && number.All(Plain.Contains) ? string.Concat(number.Select(digit => signs[Plain.IndexOf(digit, StringComparison.Ordinal)])) : null;
    }

    /// <summary>The text of a block of code: of one that is not preformatted only its line breaks part lines.</summary>
    internal static string Code(IElement element) => element.LocalName == "pre"
        ? NodeText.Apart(element, Items)
        : string.Concat(NodeText.AllNodes(element, _ => true).Select(node => node is IText words ? words.Data.ReplaceLineEndings("").Replace('\u00A0', ' ') : node is IElement { LocalName: "br" } ? "\n" : ""));
}
