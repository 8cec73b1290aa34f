using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Text;

namespace ArgMap.Server.Sources;

/// <summary>Checks what a person says of a source, the same for adding, citing and editing.</summary>
internal static class SourceInput
{
    /// <summary>The most minutes and words a source may have: a book series read aloud stays below both.</summary>
    public const int MaxMinutes = 100_000;

    public const int MaxWords = 20_000_000;

    private const int MostShown = 60;

    /// <summary>The source as it would be, added by nobody yet. Wrong inputs are noted in <paramref name="input"/>.</summary>
    /// <param name="input">Collects what is wrong.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="prefix">What stands before the names of the inputs in messages, such as <c>newSource.</c></param>
    public static SourceState Check(InputCheck input, AddSource.Request request, string prefix = "")
    {
        var text = input.Optional($"{prefix}text", request.Text, SourceRow.MaxTextLength, "The text");
        return new SourceState(
            input.Required($"{prefix}title", request.Title, SourceRow.MaxTitleLength, "The title"),
            CheckMedium(input, $"{prefix}medium", request.Medium),
            CheckUrl(input, $"{prefix}url", request.Url),
            [.. CheckAuthors(input, $"{prefix}authors", request.Authors ?? [])],
            CheckPublished(input, $"{prefix}published", request.Published),
            CheckCount(input, $"{prefix}minutes", request.Minutes, MaxMinutes, "The minutes"),
            CheckCount(input, $"{prefix}words", request.Words, MaxWords, "The words") ?? (text is null ? null : Math.Max(1, ReadingTime.Words(text))),
            input.Optional($"{prefix}note", request.Note, SourceRow.MaxNoteLength, "The note"),
            text,
            Guid.Empty);
    }

    /// <summary>An http or https address, or null when none was given; anything else is noted as wrong.</summary>
    public static string? CheckUrl(InputCheck input, string field, string? value)
    {
        var typed = input.Optional(field, value, SourceRow.MaxUrlLength, "The address");
        if (typed is null)
        {
            return null;
        }

        if (SafeAddress.From(typed) is { } safe && Uri.TryCreate(safe, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return safe;
        }

        input.Wrong(field, $"The address must begin with http:// or https:// and hold no spaces and no user name; “{Shorten(typed)}” is no such address. Copy it whole from the browser, or leave it empty while nobody knows it.");
        return null;
    }

    /// <summary>A number above zero, or null when none was given.</summary>
    public static int? CheckCount(InputCheck input, string field, int? value, int most, string what)
    {
        if (value is not { } count || (count > 0 && count <= most))
        {
            return value;
        }

        input.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"{what} must be a whole number from 1 to {most:N0}. Leave the field empty when the length is not known."));
        return null;
    }

    private static Medium CheckMedium(InputCheck input, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            return input.Choice<Medium>(field, value, "The medium");
        }

        input.Wrong(field, $"The medium is missing. Choose one of {string.Join(", ", Enum.GetNames<Medium>())}.");
        return default;
    }

    private static string? CheckPublished(InputCheck input, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (PartialDate.TryParse(value, out var date))
        {
            return date.ToString();
        }

        input.Wrong(field, $"The date must be a year, a month or a day that there is, such as 2023, 2023-02 or 2023-02-21; “{Shorten(value)}” is none.");
        return null;
    }

    private static List<string> CheckAuthors(InputCheck input, string field, IReadOnlyList<string> authors)
    {
        if (authors.Count > SourceRow.MaxAuthors)
        {
            input.Wrong(field, $"A source has at most {SourceRow.MaxAuthors} authors here; these are {authors.Count}. Name the first ones.");
            return [];
        }

        return [.. authors.Select(author => input.Optional(field, author, SourceRow.MaxAuthorLength, "The name of an author")).OfType<string>()];
    }

    private static string Shorten(string value) => value.Length <= MostShown ? value : value[..MostShown] + "…";
}
