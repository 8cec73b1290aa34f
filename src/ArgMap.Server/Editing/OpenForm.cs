using System.Text.Json.Serialization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>What a form at a node is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormUse>))]
public enum FormUse
{
    /// <summary>To add something about the thing it stands at.</summary>
    Add,

    /// <summary>To change what the node says.</summary>
    Edit,

    /// <summary>To add something that hangs from nothing.</summary>
    Begin,
}

/// <summary>A form as the browser asks for it and sends it.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Kind">The kind of step to add, or of node to begin with; null when editing.</param>
/// <param name="Number">Number of the node or step it stands at; 0 for none.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Detail">What was typed to explain it.</param>
/// <param name="BasedOn">The map's revision that the person saw.</param>
public sealed record FormInput(FormUse Use, string? Kind, int Number, string? Text = null, string? Detail = null, int? BasedOn = null);

/// <summary>A form that is open at a node. What is typed into it belongs to the browser until it is sent.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Kind">As in <see cref="FormInput"/>.</param>
/// <param name="Number">As in <see cref="FormInput"/>.</param>
/// <param name="Title">What it is for, in words.</param>
/// <param name="Label">The label of its text.</param>
/// <param name="Button">What its button says.</param>
public sealed record OpenForm(FormUse Use, string? Kind, int Number, string Title, string Label, string Button)
{
    /// <summary>The text it begins with.</summary>
    public string Text { get; init; } = "";

    /// <summary>The detail it begins with.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The revision it is based on.</summary>
    public int BasedOn { get; init; }

    /// <summary>The role by whose colour it is known; null for none.</summary>
    public Role? Role { get; init; }

    /// <summary>Why it was refused when it was sent last.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>How the node is now, when somebody has changed it since this form was opened.</summary>
    public Theirs? Theirs { get; init; }

    /// <summary>Nodes of the map that say much the same as what is being typed.</summary>
    public IReadOnlyList<SimilarNode> Similar { get; init; } = [];

    /// <summary>What tells it from other forms; a form for the same thing is the same form.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Use} {Kind} {Number}");
}

/// <summary>How somebody else has left a node.</summary>
/// <param name="Text">What it says now.</param>
/// <param name="Detail">Its detail now; empty when there is none.</param>
/// <param name="Words">What has happened.</param>
public sealed record Theirs(string Text, string Detail, string Words);
