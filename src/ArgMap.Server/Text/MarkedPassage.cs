namespace ArgMap.Server.Text;

/// <summary>A passage of a Markdown text that is marked where it is shown.</summary>
/// <param name="Start">Where it begins, in UTF-16 units of the text as it is stored.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Id">The id of the element that shows its beginning.</param>
/// <param name="Class">The class of the mark, such as <c>kind-objection</c>.</param>
/// <param name="Note">What stands after it; null for nothing.</param>
public sealed record MarkedPassage(int Start, int Length, string Id, string Class, PassageNote? Note);

/// <summary>What stands after a marked passage: a link with the shapes of a role and of a standing.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Text">What is seen, such as <c>#12</c>.</param>
/// <param name="Says">What the shapes say, and what it is about, for screen readers and for whoever points at it.</param>
/// <param name="Shapes">Ids of the shapes that are drawn on the page (<c>svg symbol</c>), before and after the text.</param>
public sealed record PassageNote(string Address, string Text, string Says, (string? Before, string? After) Shapes);

/// <summary>Where the words of a quote in a Markdown text come from.</summary>
/// <param name="Start">Where the quote begins, in UTF-16 units of the text as it is stored.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Address">Where the words were said.</param>
/// <param name="Text">Who said them, such as <c>Ada, post 3</c>.</param>
public sealed record QuoteOrigin(int Start, int Length, string Address, string Text);
