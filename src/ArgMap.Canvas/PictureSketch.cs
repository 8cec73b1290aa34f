using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas;

/// <summary>The parts before they have places: in reading order, each with its size and its parent in the layout.</summary>
internal sealed class PictureSketch
{
    private readonly PictureRequest request;
    private readonly DrawnThings drawn;
    private readonly PictureMetrics metrics;
    private readonly Stack<Item> next = [];

    /// <summary>For each part the part with the next node above it, by index; -1 for roots.</summary>
    private readonly List<int> nodesUp;

    public PictureSketch(PictureRequest request, DrawnThings drawn)
    {
        this.request = request;
        this.drawn = drawn;
        metrics = PictureMetrics.Of(request.Density);
        var about = (2 * drawn.Count) + 8;
        Parts = new List<PicturePart>(about);
        Sizes = new List<Size>(about);
        Parents = new List<int>(about);
        nodesUp = new List<int>(about);
        if (drawn.FurtherRoots > 0)
        {
            next.Push(new Item(null, 0, null, TidyTree.NoParent, TidyTree.NoParent, 0, IsFurther: true));
        }

        for (var i = drawn.Roots.Count - 1; i >= 0; i--)
        {
            next.Push(new Item(null, drawn.Roots[i], null, TidyTree.NoParent, TidyTree.NoParent, 0));
        }

        while (next.TryPop(out var item))
        {
            if (item.IsFurther)
            {
                AddFurther(item);
            }
            else if (item.Step is { } step)
            {
                AddStep(step, item);
            }
            else
            {
                AddPremise(item);
            }
        }

        CountSets();
    }

    public List<PicturePart> Parts { get; }

    public List<Size> Sizes { get; }

    public List<int> Parents { get; }

    private int Add(PicturePart part, Size size, Item item)
    {
        if (part.Up is { } up)
        {
            up.IsOpen = true;
        }

        Parts.Add(part);
        Sizes.Add(size);
        Parents.Add(item.Parent);
        nodesUp.Add(item.NodeUp);
        return Parts.Count - 1;
    }

    private int LevelIn(Item item) => item.NodeUp < 0 ? 1 : Parts[item.NodeUp].Level + 1;

    private void AddFurther(Item item)
    {
        var about = item.Up is null ? (drawn.FurtherRoots, drawn.FurtherRootNodes, drawn.Roots.Count) : FurtherOf(drawn.BelowOf(item.Number));
        Add(
            new PictureFurther
            {
                Number = item.Number,
                Up = item.Up,
                Level = LevelIn(item),
                Count = about.Item1,
                Hidden = about.Item2,
                Drawn = about.Item3,
                Indent = item.Indent,
            },
            new Size(metrics.StepWidth, metrics.ReferenceHeight),
            item);

        static (int, int, int) FurtherOf(Below below) => (below.Further, below.FurtherNodes, below.Steps.Count);
    }

    private void AddStep(Relation step, Item item)
    {
        var below = drawn.BelowOf(step.Number);
        var part = new PictureStep
        {
            Number = step.Number,
            Up = item.Up,
            Level = LevelIn(item),
            Kind = step.Kind,
            Target = step.Target,
            Undercuts = request.Map.RelationAt(step.Target),
            Premises = step.Premises,
            Force = request.Labelling.Force(step.Number),
            OpenObjections = request.OpenObjectionsTo(step.Number),
            Indent = item.Indent,
            Hidden = below.Hidden,
            HasMore = below.HasMore,
            IsChosen = drawn.Scope.At == step.Number,
            IsOnWay = drawn.IsOnWay(step.Number),
        };
        var here = Add(part, new Size(metrics.StepWidth, metrics.StepHeight + (part.HasStatus ? metrics.StatusHeight : 0)), item);

        // Undercuts come after the premises, beside their step: in the layout they hang from what it hangs from.
        PushSteps(below, step.Number, part, item.Parent, item.NodeUp, item.Indent + 1);
        if (!below.IsShut)
        {
            for (var i = step.Premises.Length - 1; i >= 0; i--)
            {
                next.Push(new Item(null, step.Premises[i], part, here, item.NodeUp, 0));
            }
        }
    }

    private void PushSteps(Below below, int number, PicturePart part, int parent, int nodeUp, int indent)
    {
        if (below.Further > 0)
        {
            next.Push(new Item(null, number, part, parent, nodeUp, indent, IsFurther: true));
        }

        for (var i = below.Steps.Count - 1; i >= 0; i--)
        {
            next.Push(new Item(below.Steps[i], below.Steps[i].Number, part, parent, nodeUp, indent));
        }
    }

    private void AddPremise(Item item)
    {
        var number = item.Number;
        var text = request.TextOf(number);
        var isDrawn = drawn.Draws(number);
        if (item.Up is { } step && !(isDrawn && request.Tree.StepUp(number)?.Number == step.Number))
        {
            Add(
                new PictureReference
                {
                    Number = number,
                    Up = step,
                    Level = LevelIn(item),
                    Text = text,
                    IsCut = TextMeasure.Width(text, metrics.MeasuredTextSize) > metrics.TextWidth - (3 * metrics.TextSize),
                    IsDrawn = isDrawn,
                },
                new Size(metrics.NodeWidth, metrics.ReferenceHeight),
                item);
            return;
        }

        var lines = TextMeasure.Lines(text, metrics.TextWidth, metrics.MeasuredTextSize);
        var shown = Math.Min(lines, PictureMetrics.MostLines);
        var uses = UsesBesides(number);
        var below = drawn.BelowOf(number);
        var node = new PictureNode
        {
            Number = number,
            Up = item.Up,
            Level = LevelIn(item),
            Role = request.Tree.RoleOf(number),
            Standing = request.Labelling.OfNode(number),
            Answered = IsAnswered(number),
            Text = text,
            Lines = shown,
            IsCut = lines > shown,
            OpenObjections = request.OpenObjectionsTo(number),
            Hidden = below.Hidden,
            HasMore = below.HasMore,
            IsFocus = drawn.Focus == number,
            IsChosen = drawn.Scope.At == number,
            IsOnWay = drawn.IsOnWay(number),
            AlsoUsed = uses.Length > PictureMetrics.MostUses ? uses[..PictureMetrics.MostUses] : uses,
            FurtherUses = Math.Max(0, uses.Length - PictureMetrics.MostUses),
        };
        var here = Add(node, new Size(metrics.NodeWidth, metrics.NodeFrame + (shown * metrics.LineHeight) + (node.AlsoUsed.Count * metrics.UseHeight)), item);
        PushSteps(below, number, node, here, here, 0);
    }

    private PictureUse[] UsesBesides(int number)
    {
        var from = request.Map.From(number);
        if (from.Count < 2)
        {
            return [];
        }

        var up = request.Tree.StepUp(number)?.Number;
        return [.. from.Where(step => step.Number != up).Select(step => new PictureUse(step.Number, step.Kind, step.Target))];
    }

    private bool? IsAnswered(int number)
    {
        if (request.Map.NodeAt(number)?.Kind != NodeKind.Question)
        {
            return null;
        }

        foreach (var step in request.Map.Onto(number))
        {
            if (step.Kind == RelationKind.Answer && request.Labelling.Force(step.Number) != Standing.Defeated)
            {
                return true;
            }
        }

        return false;
    }

    private void CountSets()
    {
        var sizes = new int[Parts.Count + 1];
        for (var i = 0; i < Parts.Count; i++)
        {
            Parts[i].Position = ++sizes[nodesUp[i] + 1];
        }

        PicturePart? focus = null;
        PicturePart? chosen = null;
        for (var i = 0; i < Parts.Count; i++)
        {
            Parts[i].SetSize = sizes[nodesUp[i] + 1];
            chosen = Parts[i].IsChosen ? Parts[i] : chosen;
            focus = Parts[i] is PictureNode { IsFocus: true } ? Parts[i] : focus;
        }

        if (Parts.Count > 0)
        {
            (chosen ?? focus ?? Parts[0]).HasTabStop = true;
        }
    }

    /// <summary>Something to be added to the picture.</summary>
    /// <param name="Step">The step, if it is one.</param>
    /// <param name="Number">Its number, or that of what there are further steps onto.</param>
    /// <param name="Up">What it hangs from.</param>
    /// <param name="Parent">What it hangs from in the layout, by index.</param>
    /// <param name="NodeUp">The next node above it, by index.</param>
    /// <param name="Indent">How many steps lie between it and the node it is about.</param>
    private readonly record struct Item(Relation? Step, int Number, PicturePart? Up, int Parent, int NodeUp, int Indent, bool IsFurther = false);
}
