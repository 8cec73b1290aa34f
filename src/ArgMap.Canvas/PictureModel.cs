using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;

namespace ArgMap.Canvas;

/// <summary>A map, or the part of it around one node, as a laid out picture: what there is, where, and with which lines. Knows nothing of a browser.</summary>
/// <remarks>
/// A tidy tree (<see cref="TidyTree"/>, aligned at the start so that a page without script opens on the root) of nodes and, between a node and its premises, the labels of relations. A relation with several premises is a bracket with
/// one label. An undercut's label is beside the label it attacks. A premise that has its place elsewhere is a reference to it.
/// </remarks>
public sealed class PictureModel
{
    /// <summary>Free room around the picture, in canvas units.</summary>
    public const double Margin = 14;

    private PictureModel(IReadOnlyList<PicturePart> parts, IReadOnlyList<PictureLink> links, TreeDirection direction, int? focus)
    {
        Parts = parts;
        Links = links;
        Direction = direction;
        Focus = focus;
        Width = parts.Count == 0 ? 0 : parts.Max(part => part.Place.Right) + Margin;
        Height = parts.Count == 0 ? 0 : parts.Max(part => part.Place.Bottom) + Margin;
    }

    /// <summary>Everything that has a place, in the order in which it is read: a node, then each step onto it followed by its premises and the steps onto the step.</summary>
    public IReadOnlyList<PicturePart> Parts { get; }

    /// <summary>The lines, to be drawn below the parts.</summary>
    public IReadOnlyList<PictureLink> Links { get; }

    /// <summary>Which way the picture grows.</summary>
    public TreeDirection Direction { get; }

    /// <summary>Number of the node in focus, or null.</summary>
    public int? Focus { get; }

    /// <summary>Width of the whole picture in canvas units, margin included; 0 when there is nothing to draw.</summary>
    public double Width { get; }

    /// <summary>Height of the whole picture in canvas units, margin included; 0 when there is nothing to draw.</summary>
    public double Height { get; }

    /// <summary>The drawn nodes, in reading order.</summary>
    public IEnumerable<PictureNode> Nodes => Parts.OfType<PictureNode>();

    /// <summary>The labels of the drawn relations, in reading order.</summary>
    public IEnumerable<PictureStep> Steps => Parts.OfType<PictureStep>();

    /// <summary>Lays out a picture. Time is linear in the size of the map.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The depth is below 0.</exception>
    public static PictureModel Of(PictureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Depth is { } depth)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(depth, nameof(request));
        }

        var scope = new PictureScope(request);
        var sketch = new Sketch(request, scope);
        var boxes = TidyTree.Place(sketch.Sizes, sketch.Parents, Metrics.SiblingGap, Metrics.LevelGap, request.Direction, TreeAlignment.Start);
        var parts = new PicturePart[boxes.Length];
        var at = new Dictionary<int, int>(boxes.Length);
        for (var i = 0; i < boxes.Length; i++)
        {
            var box = boxes[i] with { Left = boxes[i].Left + Margin, Top = boxes[i].Top + Margin };
            if (request.Direction == TreeDirection.LeftToRight && sketch.Parts[i] is PictureStep)
            {
                var indent = Math.Min(sketch.Indents[i], Metrics.MostIndents) * Metrics.Indent;
                box = box with { Left = box.Left + indent, Width = box.Width - indent };
            }

            parts[i] = sketch.Parts[i] with { Place = box };
            switch (parts[i])
            {
                case PictureNode node:
                    at[node.Number] = i;
                    break;
                case PictureStep step:
                    at[step.Number] = i;
                    break;
            }
        }

        return new PictureModel(parts, LinkRouter.Route(parts, at, sketch.PremisesOf, request.Direction), request.Direction, scope.Focus);
    }

    /// <summary>Sizes in canvas units (CSS pixels at 100 %). MapPicture.razor.css draws to the same measures.</summary>
    internal static class Metrics
    {
        public const double NodeWidth = 252;
        public const double TextWidth = NodeWidth - 26;

        // The pages set statements in a serif of 15, whose letters are narrower than those TextMeasure knows.
        public const double MeasuredTextSize = 14.4;
        public const double LineHeight = 20;
        public const double NodeFrame = 54;
        public const double UseHeight = 18;
        public const double ReferenceHeight = 30;
        public const double StepWidth = 148;
        public const double StepHeight = 24;
        public const double StatusHeight = 16;
        public const double Indent = 18;

        // Lines meet a box near its first corner, where its own first line and the label of the first step are.
        public const double PortDown = StepHeight / 2;
        public const double PortAcross = StepWidth / 2;
        public const double SiblingGap = 14;
        public const double LevelGap = 26;
        public const int MostLines = 8;
        public const int MostUses = 3;
        public const int MostIndents = 2;
    }

    /// <summary>The parts before they have places: in reading order, each with its size and its parent in the layout.</summary>
    private sealed class Sketch
    {
        private readonly PictureRequest request;
        private readonly PictureScope scope;
        private readonly Stack<(Relation? Step, int Number, int Parent, int Indent)> next = [];

        public Sketch(PictureRequest request, PictureScope scope)
        {
            this.request = request;
            this.scope = scope;
            Push(scope.Roots.Select(root => ((Relation?)null, root, TidyTree.NoParent, 0)));
            while (next.TryPop(out var item))
            {
                if (item.Step is { } step)
                {
                    AddStep(step, item.Parent, item.Indent);
                }
                else
                {
                    AddNode(item.Number, item.Parent);
                }
            }
        }

        public List<PicturePart> Parts { get; } = [];

        public List<Size> Sizes { get; } = [];

        public List<int> Parents { get; } = [];

        /// <summary>For each part how many relations lie between it and the node it is about, in the end.</summary>
        public List<int> Indents { get; } = [];

        /// <summary>For each relation, by number, the parts that are its premises.</summary>
        public Dictionary<int, List<int>> PremisesOf { get; } = [];

        private void Push(IEnumerable<(Relation? Step, int Number, int Parent, int Indent)> items)
        {
            foreach (var item in items.Reverse())
            {
                next.Push(item);
            }
        }

        private void Add(PicturePart part, Size size, int parent, int indent)
        {
            if (parent != TidyTree.NoParent && part is not PictureStep && Parts[parent] is PictureStep step)
            {
                PremisesOf[step.Number].Add(Parts.Count);
            }

            Parts.Add(part);
            Sizes.Add(size);
            Parents.Add(parent);
            Indents.Add(indent);
        }

        private void AddStep(Relation step, int parent, int indent)
        {
            var force = request.Labelling.Force(step.Number);
            var open = request.OpenObjectionsTo(step.Number);
            var here = Parts.Count;
            PremisesOf[step.Number] = [];
            Add(
                new PictureStep(default)
                {
                    Number = step.Number,
                    Kind = step.Kind,
                    Target = step.Target,
                    IsUndercut = request.Map.RelationAt(step.Target) is not null,
                    Premises = step.Premises.Length,
                    Force = force,
                    OpenObjections = open,
                    Href = request.HrefOf(step.Number),
                },
                new Size(Metrics.StepWidth, Metrics.StepHeight + (force == Standing.Stands && open == 0 ? 0 : Metrics.StatusHeight)),
                parent,
                indent);
            Push(
            [
                .. step.Premises.Select(premise => ((Relation?)null, premise, here, 0)),
                .. scope.StepsOnto(step.Number).Select(undercut => ((Relation?)undercut, undercut.Number, parent, indent + 1)),
            ]);
        }

        private void AddNode(int number, int parent)
        {
            var text = request.TextOf(number);
            var isOwn = parent == TidyTree.NoParent
                || (request.Tree.StepUp(number)?.Number == ((PictureStep)Parts[parent]).Number && scope.Draws(number));
            if (!isOwn)
            {
                var isDrawn = scope.Draws(number);
                Add(
                    new PictureReference(default)
                    {
                        Number = number,
                        Text = text,
                        IsDrawn = isDrawn,
                        Href = isDrawn ? $"{request.PageHref}#{PartId.Of(number)}" : FocusHrefOf(number),
                    },
                    new Size(Metrics.NodeWidth, Metrics.ReferenceHeight),
                    parent,
                    0);
                return;
            }

            var here = Parts.Count;
            var lines = Math.Min(TextMeasure.Lines(text, Metrics.TextWidth, Metrics.MeasuredTextSize), Metrics.MostLines);
            var uses = UsesBesides(number);
            Add(
                new PictureNode(default)
                {
                    Number = number,
                    Role = request.Tree.RoleOf(number),
                    Standing = request.Labelling.OfNode(number),
                    Answered = IsAnswered(number),
                    Text = text,
                    Lines = lines,
                    OpenObjections = request.OpenObjectionsTo(number),
                    Hidden = scope.HiddenBelow(number),
                    IsFocus = scope.Focus == number,
                    Href = request.HrefOf(number),
                    FocusHref = FocusHrefOf(number),
                    AlsoUsed = [.. uses.Take(Metrics.MostUses).Select(use => new PictureUse(use.Kind, use.Target, request.HrefOf(use.Number)))],
                    FurtherUses = Math.Max(0, uses.Count - Metrics.MostUses),
                },
                new Size(Metrics.NodeWidth, Metrics.NodeFrame + (lines * Metrics.LineHeight) + (Math.Min(uses.Count, Metrics.MostUses) * Metrics.UseHeight)),
                parent,
                0);
            Push(scope.StepsOnto(number).Select(step => ((Relation?)step, step.Number, here, 0)));
        }

        /// <summary>With the fragment the browser scrolls to the node, which may be far from the root, without any script.</summary>
        private string FocusHrefOf(int number) => $"{request.FocusHrefOf(number)}#{PartId.Of(number)}";

        private List<Relation> UsesBesides(int number)
        {
            var up = request.Tree.StepUp(number);
            return [.. request.Map.From(number).Where(step => step.Number != up?.Number)];
        }

        private bool? IsAnswered(int number) => request.Map.NodeAt(number)?.Kind == NodeKind.Question
            ? request.Map.Onto(number).Any(step => step.Kind == RelationKind.Answer && request.Labelling.Force(step.Number) != Standing.Defeated)
            : null;
    }
}
