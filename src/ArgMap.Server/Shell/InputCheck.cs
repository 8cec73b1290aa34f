using System.Diagnostics.CodeAnalysis;
using ArgMap.Server.Text;

namespace ArgMap.Server.Shell;

/// <summary>Checks the inputs of one request and collects what is wrong, so that a person hears of everything at once.</summary>
internal sealed class InputCheck
{
    private readonly Dictionary<string, string> errors = [];

    /// <summary>Gives the refusal when any input was wrong.</summary>
    public bool Refuses([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = errors.Count == 0 ? null : Refusal.Invalid(errors);
        return refusal is not null;
    }

    /// <summary>Text that must be there.</summary>
    /// <param name="field">The input's name.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="maxLength">The most characters it may have.</param>
    /// <param name="what">The input in words, such as <c>The title</c>.</param>
    public string Required(string field, string? value, int maxLength, string what) => Text(field, value, maxLength, true, what) ?? "";

    /// <summary>Text that may be missing or empty, which is the same: null.</summary>
    /// <inheritdoc cref="Required"/>
    public string? Optional(string field, string? value, int maxLength, string what) => Text(field, value, maxLength, false, what);

    /// <summary>A choice that must be one of an enum's names, in any case.</summary>
    /// <inheritdoc cref="Required"/>
    public TEnum Choice<TEnum>(string field, string? value, string what)
        where TEnum : struct, Enum
    {
        if (Enum.TryParse<TEnum>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(value![0]) && value[0] is not ('-' or '+'))
        {
            return choice;
        }

        Wrong(field, $"{what} must be one of {string.Join(", ", Enum.GetNames<TEnum>())}; “{Shorten(value)}” is none of them.");
        return default;
    }

    /// <summary>Notes what is wrong with an input; the first thing said about it counts.</summary>
    public void Wrong(string field, string message) => errors.TryAdd(field, message);

    private static string Shorten(string? value) => value is null ? "" : value.Length <= 40 ? value : value[..40] + "…";

    private string? Text(string field, string? value, int maxLength, bool required, string what)
    {
        var text = UserText.Check(value, maxLength, required, what);
        if (text.Problem is { } problem)
        {
            Wrong(field, problem);
        }

        return string.IsNullOrEmpty(text.Value) ? null : text.Value;
    }
}
