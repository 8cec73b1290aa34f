using ArgMap.Argumentation.Citations;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Cites a passage of a source, or all of it, for a node, a relation or a comment. The source may be added with it, in the same change.</summary>
public static class AddCitation
{
    /// <summary>
    /// One of <c>About</c> and <c>AboutComment</c>, and one of <c>Source</c> and <c>NewSource</c>. Without words and times the source is cited as a whole.
    /// When the map keeps the source's text, the quoted words must be in one place of it; capitals, line breaks, quotation marks and dashes may differ.
    /// </summary>
    /// <param name="About">Number of the node or relation that cites.</param>
    /// <param name="AboutComment">Number of the comment that cites.</param>
    /// <param name="Source">Number of a source of the map.</param>
    /// <param name="NewSource">A source that is not in the map yet.</param>
    /// <param name="Exact">The quoted words; at most 4,000 characters.</param>
    /// <param name="Prefix">Words right before them, to tell several places apart; at most 200 characters.</param>
    /// <param name="Suffix">Words right after them; at most 200 characters.</param>
    /// <param name="Start">Where the passage starts in a recording: <c>12:34</c>, <c>1:02:03</c> or seconds.</param>
    /// <param name="End">Where it ends; after the start.</param>
    /// <param name="Note">A short remark; at most 500 characters.</param>
    public sealed record Request(
        int? About = null,
        int? AboutComment = null,
        int? Source = null,
        AddSource.Request? NewSource = null,
        string? Exact = null,
        string? Prefix = null,
        string? Suffix = null,
        string? Start = null,
        string? End = null,
        string? Note = null);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        if (request.About is null == request.AboutComment is null)
        {
            input.Wrong("about", "Say what cites: the number of one node or step, or of one comment.");
        }

        if (request.Source is null == request.NewSource is null)
        {
            input.Wrong("source", request.Source is null
                ? "Choose a source of this map, or give the title and medium of a new one."
                : "A source of this map is chosen and a new one is described. Keep one of the two.");
        }

        var newSource = request.NewSource is null ? null : SourceInput.Check(input, request.NewSource, "newSource.");
        var passage = CheckPassage(input, request);
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AddCitation, idempotencyKey, request),
            async (map, cancel) =>
            {
                if (await FindAbout(map, request, cancel) is var about && about.Refusal is { } missing)
                {
                    return missing;
                }

                var known = request.Source is { } number ? await map.FindSource(number, cancel) : null;
                if (request.Source is not null && known is not { IsWithdrawn: false })
                {
                    return Refusal.Invalid("source", $"There is no source {request.Source} in this map, or it has been withdrawn. Choose another one.");
                }

                var source = known?.State ?? newSource! with { AddedBy = map.Actor };
                var pinned = Pin(passage with { About = about.Value, Author = map.Actor }, source);
                if (pinned.Refusal is { } wrong)
                {
                    return wrong;
                }

                map.Add(pinned.Value with { Source = known?.Number ?? map.Add(source) });
                return null;
            },
            cancellation);
    }

    private static CitationState CheckPassage(InputCheck input, Request request)
    {
        var exact = input.Optional("exact", request.Exact, CitationRow.MaxExactLength, "The quote");
        var prefix = input.Optional("prefix", request.Prefix, CitationRow.MaxContextLength, "The text before the quote");
        var suffix = input.Optional("suffix", request.Suffix, CitationRow.MaxContextLength, "The text after the quote");
        if (exact is null && (prefix ?? suffix) is not null)
        {
            input.Wrong("exact", "There are words before or after the quote, but the quote itself is empty. Give the quoted words.");
        }

        var start = CheckTime(input, "start", request.Start, "The start");
        var end = CheckTime(input, "end", request.End, "The end");
        if (end is { } until)
        {
            if (string.IsNullOrWhiteSpace(request.Start))
            {
                input.Wrong("start", "There is an end without a start. Give the time at which the passage starts.");
            }
            else if (start is { } from && until.Seconds <= from.Seconds)
            {
                input.Wrong("end", $"The end, {until}, is not after the start, {from}.");
            }
        }

        return new CitationState(default, 0, exact, prefix, suffix, start?.Seconds, end?.Seconds, input.Optional("note", request.Note, CitationRow.MaxNoteLength, "The note"), Guid.Empty);
    }

    private static TimeCode? CheckTime(InputCheck input, string field, string? typed, string what)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (TimeCode.TryParse(typed, out var time))
        {
            return time;
        }

        input.Wrong(field, $"{what} must be minutes and seconds such as 12:34, with hours such as 1:02:03, or seconds such as 754; “{(typed.Length <= 20 ? typed : typed[..20] + "…")}” is none of these.");
        return null;
    }

    private static async Task<Outcome<Thing>> FindAbout(MapEdit map, Request request, CancellationToken cancellation)
    {
        if (request.AboutComment is { } comment)
        {
            return await map.FindComment(comment, cancellation) is { IsWithdrawn: false }
                ? new Thing(ThingKind.Comment, comment)
                : Refusal.Invalid("about", $"There is no comment {comment} in this map, or it has been withdrawn, so nothing can be cited for it.");
        }

        var number = request.About!.Value;
        return await map.FindNode(number, cancellation) is { IsWithdrawn: false } ? new Thing(ThingKind.Node, number)
            : await map.FindRelation(number, cancellation) is { IsWithdrawn: false } ? new Thing(ThingKind.Relation, number)
            : Refusal.Invalid("about", $"There is no node or step #{number} in this map, or it has been withdrawn, so nothing can be cited for it.");
    }

    /// <summary>The citation with its words as they stand in the source's text, when that is kept.</summary>
    private static Outcome<CitationState> Pin(CitationState citation, SourceState source)
    {
        if (citation.StartSeconds is { } start && source.Minutes is { } minutes && start >= (minutes + 1) * 60L)
        {
            return Refusal.Invalid("start", $"“{source.Title}” takes {minutes} min, so {new TimeCode(start)} is after its end. If its length is wrong, edit the source first.");
        }

        if (citation.Exact is not { } exact || source.Text is not { } text)
        {
            return citation;
        }

        var kept = new CitableText(text);
        var cited = kept.Cite(exact, citation.Prefix, citation.Suffix);
        if (cited.Result is CitingResult.Ambiguous)
        {
            return Refusal.Invalid("exact", $"These words stand in {cited.Places} places of the text of “{source.Title}”. Quote more of them, or give the words right before or after them.");
        }

        if (cited.Selector is not { } found)
        {
            if (cited.Places == 0)
            {
                return Refusal.Invalid("exact", $"These words are not in the text of “{source.Title}” that is kept here. Quote them as they stand there: capitals, line breaks, quotation marks and dashes may differ, the words may not.");
            }

            var (field, side) = kept.Cite(exact, citation.Prefix).Result is CitingResult.NotThere ? ("prefix", "before") : ("suffix", "after");
            return Refusal.Invalid(field, $"The quoted words are in the text of “{source.Title}”, but these are not the words right {side} them. Correct them, or leave them empty.");
        }

        return citation with
        {
            Exact = found.Exact.Length <= CitationRow.MaxExactLength ? found.Exact : exact,
            Prefix = Longer(citation.Prefix, found.Prefix),
            Suffix = Longer(citation.Suffix, found.Suffix),
        };
    }

    /// <summary>What was typed may be needed to tell several places apart; what stands in the text may say more.</summary>
    private static string? Longer(string? typed, string? standing) => typed?.Length > (standing?.Length ?? 0) ? typed : standing;
}
