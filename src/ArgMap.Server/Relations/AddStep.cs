using System.Globalization;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>The form by which a step is added, as the use case's request: several text fields, and numbers of nodes in one field.</summary>
internal static class AddStep
{
    /// <summary>How many new premises the form takes; more can be added by number or through the API.</summary>
    public const int MaxNewPremises = 3;

    /// <summary>The name of the field for a new premise, by its place from 0.</summary>
    public static string TextField(int index) => index == 0 ? "text" : string.Create(CultureInfo.InvariantCulture, $"text{index + 1}");

    /// <summary>The name under which <see cref="AddRelation"/> says what is wrong with a new premise.</summary>
    public static string ErrorField(int index) => index == 0 ? "text" : string.Create(CultureInfo.InvariantCulture, $"newPremises[{index}].text");

    /// <summary>What was typed into the text fields, without gaps: exactly <see cref="MaxNewPremises"/> of them, those that were not filled null.</summary>
    public static IReadOnlyList<string?> Texts(SubmittedForm? form)
    {
        var texts = Enumerable.Range(0, MaxNewPremises).Select(index => form?[TextField(index)]).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        return [.. texts, .. Enumerable.Repeat<string?>(null, MaxNewPremises - texts.Count)];
    }

    /// <summary>The request, or what in the form is no number of a node or step.</summary>
    public static Outcome<AddRelation.Request> Read(SubmittedForm form)
    {
        if (NodeNumbers.Read("premises", form["premises"]) is var premises && premises.Refusal is { } noNumbers)
        {
            return noNumbers;
        }

        if (form.Number("to") is not { } target)
        {
            return Refusal.Invalid("target", "Say what it is about: the number of a node or a step of this map, such as 12.");
        }

        var added = Texts(form).OfType<string>().Select((text, index) => new AddRelation.NewPremise(text, index == 0 ? form["detail"] : null)).ToList();
        if (added.Count == 0 && premises.Value.Count == 0)
        {
            // An empty text is said to be missing at the text, not at the numbers.
            added.Add(new AddRelation.NewPremise(null, form["detail"]));
        }
        else if (added.Count == 0 && form["detail"] is not null)
        {
            return Refusal.Invalid("text", "A detail explains a text, and there is none. Write the text, or leave the detail empty.");
        }

        return new AddRelation.Request(form["kind"], target, premises.Value, added);
    }
}
