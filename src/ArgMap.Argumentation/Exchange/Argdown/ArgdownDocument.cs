using System.Collections.Immutable;

namespace ArgMap.Argumentation.Exchange.Argdown;

/// <summary>What a relation of Argdown says.</summary>
public enum ArgdownRelationType
{
    /// <summary><c>+</c>: speaks for.</summary>
    Support = 0,

    /// <summary><c>-</c>: speaks against.</summary>
    Attack = 1,

    /// <summary><c>_</c>: speaks against the step from premises to conclusion.</summary>
    Undercut = 2,

    /// <summary><c>&gt;&lt;</c>: both cannot be true, and one must be.</summary>
    Contradictory = 3,
}

/// <summary>What a relation starts from or is about.</summary>
public enum ArgdownEntityKind
{
    /// <summary>A statement: <c>[Title]</c>.</summary>
    Statement = 0,

    /// <summary>An argument: <c>&lt;Title&gt;</c>.</summary>
    Argument = 1,

    /// <summary>One inference of an argument's premise-conclusion structure.</summary>
    Inference = 2,
}

/// <summary>A statement, an argument, or one inference of an argument.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Title">Title of the statement or argument.</param>
/// <param name="Index">Of an inference: the place of its conclusion among the argument's propositions, from 0; else 0.</param>
public sealed record ArgdownEntity(ArgdownEntityKind Kind, string Title, int Index = 0)
{
    /// <summary>As Argdown's own tools print it: <c>[a]</c>, <c>&lt;a&gt;</c>, <c>inference(a#2)</c>.</summary>
    public override string ToString() => Kind switch
    {
        ArgdownEntityKind.Statement => $"[{Title}]",
        ArgdownEntityKind.Argument => $"<{Title}>",
        _ => FormattableString.Invariant($"inference({Title}#{Index})"),
    };
}

/// <summary>A relation as it stands in the text.</summary>
/// <param name="Type">What it says.</param>
/// <param name="From">What it starts from.</param>
/// <param name="To">What it is about.</param>
/// <param name="Tags">The tags on its line.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ArgdownRelation(ArgdownRelationType Type, ArgdownEntity From, ArgdownEntity To, ImmutableArray<string> Tags, int Line);

/// <summary>A statement, or an argument that has only a description: everything said under one title.</summary>
/// <param name="Title">Its title; <c>Untitled 1</c>, <c>Untitled 2</c> … when it has none of its own.</param>
/// <param name="Line">The line on which it is first met, from 1.</param>
public sealed record ArgdownMember(string Title, int Line)
{
    /// <summary>What it says, or null when it is only referred to. Of several wordings the first counts.</summary>
    public string? Text { get; internal set; }

    /// <summary>The tags of all its mentions.</summary>
    public ISet<string> Tags { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One inference: from premises to a conclusion.</summary>
/// <param name="Premises">Titles of the statements it starts from.</param>
/// <param name="Conclusion">Title of the statement it leads to.</param>
/// <param name="Index">The conclusion's place among the argument's propositions, from 0.</param>
public sealed record ArgdownInference(ImmutableArray<string> Premises, string Conclusion, int Index);

/// <summary>Something in a text that keeps it from being read.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character within the line (UTF-16 code units), from 1.</param>
/// <param name="Message">What is wrong there and what to do.</param>
public sealed record ArgdownProblem(int Line, int Column, string Message);

/// <summary>An Argdown text, taken apart: what it says in Argdown's own terms.</summary>
public sealed class ArgdownDocument
{
    internal List<ArgdownProblem> ProblemList { get; } = [];

    internal Dictionary<string, ArgdownMember> StatementsByTitle { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, ArgdownMember> ArgumentsByTitle { get; } = new(StringComparer.Ordinal);

    internal List<ArgdownRelation> RelationList { get; } = [];

    internal Dictionary<string, List<ArgdownInference>> InferencesOf { get; } = new(StringComparer.Ordinal);

    internal List<string> SectionList { get; } = [];

    internal SortedSet<string> TagSet { get; } = new(StringComparer.Ordinal);

    internal List<string> LossList { get; } = [];

    /// <summary>Its statements, in the order in which they are first met.</summary>
    public IReadOnlyCollection<ArgdownMember> Statements => StatementsByTitle.Values;

    /// <summary>Its arguments, in the order in which they are first met.</summary>
    public IReadOnlyCollection<ArgdownMember> Arguments => ArgumentsByTitle.Values;

    /// <summary>Its relations in the order of the text; one that is stated several times with the same tags is there once.</summary>
    public IReadOnlyList<ArgdownRelation> Relations => RelationList;

    /// <summary>The headings of the first level that is used.</summary>
    public IReadOnlyList<string> Sections => SectionList;

    /// <summary>All tags.</summary>
    public IReadOnlyCollection<string> Tags => TagSet;

    /// <summary>What is wrong with it; empty when it can be read.</summary>
    public IReadOnlyList<ArgdownProblem> Problems => ProblemList;

    /// <summary>What is in the text and has no place here, in words.</summary>
    public IReadOnlyList<string> Losses => LossList;

    /// <summary>The inferences of an argument in their order; empty when it has no premise-conclusion structure.</summary>
    /// <param name="argument">The argument's title.</param>
    public IReadOnlyList<ArgdownInference> Inferences(string argument) => InferencesOf.TryGetValue(argument, out var inferences) ? inferences : [];
}
