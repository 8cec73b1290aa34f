using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Drafting;

/// <summary>One line of a table of cues.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pattern">What it is told by: a regular expression, or a place such as <c>@first</c>.</param>
/// <param name="Claim">Logarithm of the odds by which it speaks for a claim.</param>
/// <param name="Support">The same for a support.</param>
/// <param name="Objection">The same for an objection, of a sentence that answers another person.</param>
/// <param name="Role">A suggestion of its own that it makes; <c>-</c> for none.</param>
/// <param name="Reason">What it says of the sentence, as the end of a sentence that begins with "It".</param>
public sealed record Cue(string Name, string Pattern, double Claim, double Support, double Objection, string Role, string Reason)
{
    // Patterns come from a file that people edit: none may be slow.
    private readonly Regex? words = Pattern.StartsWith('@') ? null : new Regex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    internal bool Fits(Sentence sentence) => words?.IsMatch(sentence.Plain) ?? sentence.Places.Contains(Pattern);
}
