using System.Globalization;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>The addresses of the parts of a draft. Forms carry the part they were on, so that they lead back to it.</summary>
internal static class DraftAddress
{
    /// <summary>The address of a part.</summary>
    internal static string Of(string slug, DraftPart part)
    {
        var query = Write(part);
        return query.Length == 0 ? Address.Draft(slug) : $"{Address.Draft(slug)}?{query}";
    }

    /// <summary>A part as a query.</summary>
    internal static string Write(DraftPart part)
    {
        var query = new List<string>();
        Add("thread", part.Thread);
        if (part.State != SuggestionState.Open)
        {
            query.Add($"show={part.State.ToString().ToLowerInvariant()}");
        }

        else if (part is { IsFurther: true, ByRank: false })
        {
            query.Add("show=further");
        }

        if (part.ByRank)
        {
            query.Add("order=rank");
            Add("skip", part.Skip == 0 ? null : part.Skip);
        }
        else
        {
            Add("from", part.From);
        }

        if (part.IsSettled)
        {
            query.Add("about=settled");
        }

        return string.Join('&', query);

        void Add(string name, int? value)
        {
            if (value is { } number)
            {
                query.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={number}"));
            }
        }
    }

    /// <summary>The part that a query is of.</summary>
    internal static DraftPart Read(string? query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return new DraftPart(
            Number("thread"),
            Enum.TryParse<SuggestionState>(Text("show"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : SuggestionState.Open,
            Text("order") == "rank",
            Number("from"),
            Math.Max(0, Number("skip") ?? 0),
            Text("show") == "further",
            Text("about") == "settled");

        string? Text(string name) => values.TryGetValue(name, out var found) && found is [{ } value, ..] ? value : null;

        int? Number(string name) => TypedNumber.Of(Text(name));
    }
}
