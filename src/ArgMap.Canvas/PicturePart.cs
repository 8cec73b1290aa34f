using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas;

/// <summary>Something with a place in the picture, and one item of its tree. The list of a picture's parts is in reading order.</summary>
public abstract class PicturePart
{
    /// <summary>Where it is, in canvas units (CSS pixels at 100 %), of which it has two decimals at most.</summary>
    public Box Place { get; internal set; }

    /// <summary>The node or step it is about.</summary>
    public required int Number { get; init; }

    /// <summary>What it hangs from: a premise from its step, a step from its target. Null for a root.</summary>
    public required PicturePart? Up { get; init; }

    /// <summary>How many nodes there are on its way up, itself included if it is one; a step has the level of its premises.</summary>
    public required int Level { get; init; }

    /// <summary>Its place among all that has the same node above it, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>How many these are.</summary>
    public int SetSize { get; internal set; }

    /// <summary>True when it is chosen.</summary>
    public bool IsChosen { get; init; }

    /// <summary>True for the one part that the tabulator key leads to.</summary>
    public bool HasTabStop { get; internal set; }

    /// <summary>How many nodes below it are not drawn and are not counted elsewhere.</summary>
    public int Hidden { get; init; }

    /// <summary>True when something below it is not drawn that opening it would draw; that may be no node but a step whose premises have their places elsewhere.</summary>
    public bool HasMore { get; init; }

    /// <summary>True when something below it is drawn.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>True when what is chosen lies below it.</summary>
    public bool IsOnWay { get; init; }

    /// <summary>The id of its element.</summary>
    public abstract string Id { get; }

    /// <summary>What tells it from every other part of the same map.</summary>
    internal virtual long Key => Number;

    /// <summary>True when it looks and reads as another part does, wherever they are and however many there are beside them.</summary>
    internal virtual bool IsDrawnAs(PicturePart other) =>
        Number == other.Number
        && Level == other.Level
        && IsChosen == other.IsChosen
        && HasTabStop == other.HasTabStop
        && Hidden == other.Hidden
        && HasMore == other.HasMore
        && IsOpen == other.IsOpen
        && Up?.Key == other.Up?.Key
        && Place.Width == other.Place.Width
        && Place.Height == other.Place.Height;
}

/// <summary>A node of the map, drawn in full in its one place.</summary>
public sealed class PictureNode : PicturePart
{
    /// <inheritdoc/>
    public override string Id => PartId.Of(Number);

    /// <summary>What it is here.</summary>
    public required Role Role { get; init; }

    /// <summary>How it stands.</summary>
    public required Standing Standing { get; init; }

    /// <summary>For a question, whether it has an answer that is not defeated; null for a claim.</summary>
    public required bool? Answered { get; init; }

    /// <summary>Its words, whole.</summary>
    public required string Text { get; init; }

    /// <summary>How many lines of the text there is room for.</summary>
    public required int Lines { get; init; }

    /// <summary>True when that is probably not enough for the whole text.</summary>
    public required bool IsCut { get; init; }

    /// <summary>How many objections to it are open.</summary>
    public required int OpenObjections { get; init; }

    /// <summary>True for the node in focus.</summary>
    public required bool IsFocus { get; init; }

    /// <summary>The other steps it is a premise of.</summary>
    public required IReadOnlyList<PictureUse> AlsoUsed { get; init; }

    /// <summary>How many other steps it is a premise of that <see cref="AlsoUsed"/> has no room for.</summary>
    public required int FurtherUses { get; init; }

    /// <inheritdoc/>
    internal override bool IsDrawnAs(PicturePart other) =>
        other is PictureNode node
        && base.IsDrawnAs(node)
        && Role == node.Role
        && Standing == node.Standing
        && Answered == node.Answered
        && Text == node.Text
        && Lines == node.Lines
        && IsCut == node.IsCut
        && OpenObjections == node.OpenObjections
        && IsFocus == node.IsFocus
        && FurtherUses == node.FurtherUses
        && AlsoUsed.SequenceEqual(node.AlsoUsed)
        && (Up as PictureStep)?.SaysAs(node.Up as PictureStep) != false;
}

/// <summary>A step that a node takes part in beside the one it is drawn at.</summary>
/// <param name="Number">The step.</param>
/// <param name="Kind">What the step does.</param>
/// <param name="Target">Number of the node or step that it is about.</param>
public sealed record PictureUse(int Number, RelationKind Kind, int Target);

/// <summary>The label of a step; its lines are a <see cref="PictureLink"/>.</summary>
public sealed class PictureStep : PicturePart
{
    /// <inheritdoc/>
    public override string Id => PartId.Of(Number);

    /// <summary>What it does to its target.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>Number of the node or step it is about.</summary>
    public required int Target { get; init; }

    /// <summary>For an undercut, the step that it attacks; else null.</summary>
    public required Relation? Undercuts { get; init; }

    /// <summary>Numbers of its premises, drawn or not.</summary>
    public required IReadOnlyList<int> Premises { get; init; }

    /// <summary>Whether it is in force.</summary>
    public required Standing Force { get; init; }

    /// <summary>How many objections to the step itself are open.</summary>
    public required int OpenObjections { get; init; }

    /// <summary>How many steps lie between it and the node it is about in the end.</summary>
    public required int Indent { get; init; }

    /// <summary>True when it has a line that says how it fares or what it hides.</summary>
    public bool HasStatus => Force != Standing.Stands || OpenObjections > 0 || HasMore;

    /// <summary>True when the sentence about this step is the same.</summary>
    internal bool SaysAs(PictureStep? step) =>
        step is not null
        && Kind == step.Kind
        && Target == step.Target
        && (ReferenceEquals(Premises, step.Premises) || Premises.SequenceEqual(step.Premises))
        && Undercuts?.Target == step.Undercuts?.Target
        && (Undercuts?.Premises ?? []).SequenceEqual(step.Undercuts?.Premises ?? []);

    /// <inheritdoc/>
    internal override bool IsDrawnAs(PicturePart other) =>
        other is PictureStep step && base.IsDrawnAs(step) && SaysAs(step) && Force == step.Force && OpenObjections == step.OpenObjections && Indent == step.Indent;
}

/// <summary>Stands where a premise would be that has its place elsewhere: a cross-link.</summary>
public sealed class PictureReference : PicturePart
{
    /// <inheritdoc/>
    public override string Id => PartId.OfReference(Number, Step);

    /// <summary>Number of the step it is a premise of.</summary>
    public int Step => Up!.Number;

    /// <summary>The node's words, whole.</summary>
    public required string Text { get; init; }

    /// <summary>True when the whole text has no room.</summary>
    public required bool IsCut { get; init; }

    /// <summary>True when the node itself is in this picture.</summary>
    public required bool IsDrawn { get; init; }

    /// <inheritdoc/>
    internal override long Key => ((long)Step << 32) | (uint)Number;

    /// <inheritdoc/>
    internal override bool IsDrawnAs(PicturePart other) =>
        other is PictureReference reference
        && base.IsDrawnAs(reference)
        && Text == reference.Text
        && IsDrawn == reference.IsDrawn
        && ((PictureStep)Up!).SaysAs((PictureStep)reference.Up!);
}

/// <summary>Says that there are further steps onto a thing, of which there are too many to draw all; or further roots.</summary>
public sealed class PictureFurther : PicturePart
{
    /// <inheritdoc/>
    public override string Id => PartId.OfFurther(Number);

    /// <summary>How many steps, or roots, are left out.</summary>
    public required int Count { get; init; }

    /// <summary>How many are drawn.</summary>
    public required int Drawn { get; init; }

    /// <summary>How many steps lie between them and the node they are about in the end.</summary>
    public required int Indent { get; init; }

    /// <inheritdoc/>
    internal override long Key => -1L - Number;

    /// <inheritdoc/>
    internal override bool IsDrawnAs(PicturePart other) =>
        other is PictureFurther further && base.IsDrawnAs(further) && Count == further.Count && Drawn == further.Drawn && Indent == further.Indent;
}
