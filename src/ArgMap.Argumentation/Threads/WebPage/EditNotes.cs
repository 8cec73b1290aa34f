using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>What a forum writes into a post when it was edited: no word of its writer, and not when it was written.</summary>
internal sealed partial class EditNotes
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "post_edit", "postedit", "edited_by", "modified", "lastedit", "message-lastEdit", "editDate", "DateUpdated", "edited-timestamp", "item-edited", "postbit_editreason", "lastedited", "edits" };

    private readonly HashSet<IElement> within = [];
    private readonly List<IElement> all = [];

    /// <summary>The notes among the elements of a post, which come before those within them.</summary>
    internal EditNotes(IEnumerable<IElement> elements)
    {
        foreach (var element in elements)
        {
            if (element.ParentElement is { } around && within.Contains(around))
            {
                within.Add(element);
            }
            else if (element.ClassList.Any(Names.Contains) || (element.LocalName is "span" or "em" or "i" or "p" or "small" or "div" && FirstWords(element) is { } words && IsNote(words)))
            {
                within.Add(element);
                all.Add(element);
            }
        }
    }

    internal IReadOnlyList<IElement> All => all;

    /// <summary>The moment of the last edit, where it is named exactly.</summary>
    internal DateTimeOffset? At => within.Select(PostParts.TimeIn).FirstOrDefault(time => time is not null)
        ?? all.Select(note => note.TextContent).Concat(within.Select(element => element.GetAttribute("title") ?? "")).Select(words => Times.Parse(Moment().Match(words).Value)).FirstOrDefault(time => time is not null);

    /// <summary>Words that a forum begins such a note with.</summary>
    internal static bool IsNote(string words) => Begins().IsMatch(words);

    internal bool Holds(IElement element) => within.Contains(element);

    private static string? FirstWords(IElement element)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                return text.Data.TrimStart();
            }

            if (child is IElement { LocalName: not "br" })
            {
                return null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[\W_]*(Last (edited|edit|modified)|This post (was|has been) (last )?(edited|modified)|Post edited by|Edited by|Zuletzt (bearbeitet|geändert|editiert)|Geändert von|Bearbeitet von|Dernière (édition|modification) par|Modifié (en dernier )?par|Última edición|Editado por|Отредактировано|Последний раз редактировалось)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"((Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, \d{4},? \d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();
}
