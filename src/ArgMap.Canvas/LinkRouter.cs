using System.Runtime.InteropServices;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas;

/// <summary>Draws the lines of a picture: for each thing one trunk along the steps onto it, for each step its own lines, and the cross-links. Time and length are linear in the number of parts.</summary>
internal sealed class LinkRouter
{
    private const double Corner = 6;
    private const double HeadLength = 7;
    private const double HeadHalf = 4;

    /// <summary>How far from the corner of a box a line meets it at least.</summary>
    private const double Inset = 9;

    /// <summary>From this length on dashes are left out: some three windows of a desk.</summary>
    private const double Long = 3000;

    private readonly IReadOnlyList<PicturePart> parts;
    private readonly PictureMetrics metrics;
    private readonly bool sideways;
    private readonly PathData path = new();
    private readonly List<PictureLink> links;
    private readonly Dictionary<PicturePart, Spread> spreads;

    private LinkRouter(IReadOnlyList<PicturePart> parts, PictureMetrics metrics, TreeDirection direction)
    {
        this.parts = parts;
        this.metrics = metrics;
        sideways = direction == TreeDirection.LeftToRight;
        links = new List<PictureLink>(parts.Count + (parts.Count / 2));
        spreads = new Dictionary<PicturePart, Spread>(parts.Count);
    }

    /// <param name="parts">The placed parts.</param>
    /// <param name="metrics">Their measures.</param>
    /// <param name="direction">Which way the picture grows.</param>
    public static List<PictureLink> Route(IReadOnlyList<PicturePart> parts, PictureMetrics metrics, TreeDirection direction)
    {
        var router = new LinkRouter(parts, metrics, direction);
        router.Route();
        return router.links;
    }

    private void Route()
    {
        // Premises hang from a label, not from a trunk.
        var premises = new Dictionary<PicturePart, List<Box>>(parts.Count);
        var crosses = new List<PictureReference>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case PictureStep or PictureFurther when part.Up is not null:
                    spreads[part.Up] = spreads.TryGetValue(part.Up, out var spread) ? spread.And(part, Across(part)) : Spread.Of(part, Across(part), Middle(part.Up.Place));
                    break;
                case PictureReference or PictureNode when part.Up is PictureStep step:
                    if (!premises.TryGetValue(step, out var list))
                    {
                        premises[step] = list = new List<Box>(step.Premises.Count);
                    }

                    list.Add(part.Place);
                    if (part is PictureReference { IsDrawn: true } reference)
                    {
                        crosses.Add(reference);
                    }

                    break;
            }
        }

        foreach (var part in parts)
        {
            if (spreads.TryGetValue(part, out var below))
            {
                links.Add(part is PictureStep attacked ? AttackOn(attacked, below.Last) : Trunk(part, below));
            }

            if (part is PictureStep step)
            {
                links.Add(Branch(step, premises.GetValueOrDefault(step, [])));
            }
        }

        if (crosses.Count > 0)
        {
            var nodes = parts.OfType<PictureNode>().ToDictionary(node => node.Number);
            foreach (var reference in crosses)
            {
                links.Add(Cross(reference, nodes[reference.Number].Place));
            }
        }
    }

    /// <summary>Where lines meet a label, across the direction of growth: beside its words, whatever is written below them.</summary>
    private double Across(PicturePart label) => sideways ? PortY(label.Place) : PortX(label.Place);

    private double Middle(Box box) => sideways ? box.CentreY : box.CentreX;

    private double PortX(Box label) => label.Left + metrics.PortAcross;

    private double PortY(Box label) => label.Top + metrics.PortDown;

    /// <summary>Where a line from a label meets a premise: straight ahead if the premise is there, else in its middle.</summary>
    private double PortOf(Box premise, double from)
    {
        var (start, end) = sideways ? (premise.Top, premise.Bottom) : (premise.Left, premise.Right);
        return from >= start + Inset && from <= end - Inset ? from : Middle(premise);
    }

    /// <summary>Arrowhead at the node, then along the labels; out and back, so that the fill of the arrowhead fills nothing else.</summary>
    private PictureLink Trunk(PicturePart target, Spread below)
    {
        var box = target.Place;
        var port = below.Port;

        // The corners at both ends belong to the steps, but what stands for further steps has no line of its own.
        var first = Math.Min(port, below.FirstAt + Corner);
        var last = Math.Max(port, below.LastAt - Corner);
        if (sideways)
        {
            var left = box.Right;
            var spine = left + metrics.Bend;
            path.Start(left, port).Line(left + HeadLength, port - HeadHalf).Down(port + HeadHalf).Line(left, port).Move(left + HeadLength - 1, port)
                .Across(spine).Down(last);
            if (below.Last is PictureFurther further)
            {
                path.Round(spine, below.LastAt, spine + Corner, below.LastAt).Across(further.Place.Left).Across(spine + Corner).Round(spine, below.LastAt, spine, last);
            }

            path.Down(first).Down(port).Across(left + HeadLength - 1);
            return new PictureLink(PictureLinkKind.Trunk, target, left, port, path.ToString());
        }

        var y = box.Bottom;
        var lane = y + metrics.Bend - 3;
        path.Start(port, y).Line(port + HeadHalf, y + HeadLength).Across(port - HeadHalf).Line(port, y).Move(port, y + HeadLength - 1)
            .Down(lane).Across(Math.Max(port, below.LastAt));
        if (below.Last is PictureFurther more)
        {
            path.Down(more.Place.Top).Down(lane);
        }

        path.Across(Math.Min(port, below.FirstAt)).Across(port).Down(y + HeadLength - 1);
        return new PictureLink(PictureLinkKind.Trunk, target, port, y, path.ToString());
    }

    /// <summary>Arrowhead on the label of the attacked step, then along the undercuts.</summary>
    private PictureLink AttackOn(PictureStep attacked, PicturePart end)
    {
        var box = attacked.Place;
        if (sideways)
        {
            // Down the left of the labels: each label is further in than the one it attacks.
            var x = SpineOf(attacked);
            var under = box.Top + metrics.StepHeight;
            path.Start(x, under).Line(x + HeadHalf, under + HeadLength).Across(x - HeadHalf).Line(x, under).Move(x, under + HeadLength - 1)
                .Down(Math.Max(under + HeadLength, PortY(end.Place) - Corner)).Down(under + HeadLength - 1);
            return new PictureLink(PictureLinkKind.Trunk, attacked, x, under, path.ToString());
        }

        // Over the labels in between, and down onto the one it attacks.
        var onto = PortX(box) + (metrics.StepWidth / 5);
        var lane = LaneOver(attacked.Indent + 1, box);
        path.Start(onto, box.Top).Line(onto + HeadHalf, box.Top - HeadLength).Across(onto - HeadHalf).Line(onto, box.Top).Move(onto, box.Top - HeadLength + 1)
            .Down(lane).Across(PortX(end.Place)).Across(onto).Down(box.Top - HeadLength + 1);
        return new PictureLink(PictureLinkKind.Trunk, attacked, onto, box.Top, path.ToString());
    }

    private double SpineOf(PictureStep attacked) => attacked.Place.Left + (metrics.Indent / 2);

    private double LaneOver(int indent, Box label) => label.Top - (metrics.Bend / 2) + 2 - (indent % 2 == 0 ? 2 : 0);

    /// <summary>From the trunk through the label to the bracket that joins the premises.</summary>
    private PictureLink Branch(PictureStep step, List<Box> premises)
    {
        var box = step.Place;
        if (sideways)
        {
            var y = PortY(box);
            var spine = step.Up is PictureStep attacked ? SpineOf(attacked) : step.Up!.Place.Right + metrics.Bend;
            var from = step.Up is PictureStep ? y - Corner : Math.Clamp(spreads[step.Up].Port, y - Corner, y + Corner);
            path.Start(spine, from).Round(spine, y, spine + Corner, y).Across(premises.Count == 0 ? box.Right : box.Right + metrics.Bend);
            var bar = box.Right + metrics.Bend;
            for (var i = 0; i < premises.Count; i++)
            {
                var premise = premises[i];
                var to = PortOf(premise, y);
                var corner = Math.Min(Corner, Math.Abs(to - y));
                if (i > 0)
                {
                    path.Move(bar, y);
                }

                path.Down(to - (Math.Sign(to - y) * corner)).Round(bar, to, bar + corner, to).Across(premise.Left);
            }

            return new PictureLink(PictureLinkKind.Step, step, spine, from, path.ToString()) { IsLong = path.Length > Long };
        }

        var x = PortX(box);
        var top = step.Up is PictureStep over ? LaneOver(over.Indent + 1, box) : step.Up!.Place.Bottom + metrics.Bend - 3;
        var beam = box.Bottom + metrics.Bend;
        path.Start(x, top).Down(premises.Count == 0 ? box.Bottom : beam);
        for (var i = 0; i < premises.Count; i++)
        {
            var premise = premises[i];
            var to = PortOf(premise, x);
            var corner = Math.Min(Corner, Math.Abs(to - x));
            if (i > 0)
            {
                path.Move(x, beam);
            }

            path.Across(to - (Math.Sign(to - x) * corner)).Round(to, beam, to, beam + corner).Down(premise.Top);
        }

        return new PictureLink(PictureLinkKind.Step, step, x, top, path.ToString()) { IsLong = path.Length > Long };
    }

    private PictureLink Cross(PictureReference reference, Box to)
    {
        // From the side that faces away from the tree, so that the curve runs in free space as far as it can.
        var from = reference.Place;
        var (x1, y1, x2, y2) = (from.Right, from.CentreY, to.Right, to.Bottom - 12);
        var reach = Math.Max(x1, x2) + 40;
        path.Start(x1, y1).Curve(reach, y1, reach, y2, x2 + 1, y2)
            .Move(x2 + HeadLength, y2 - HeadHalf).Line(x2 + 1, y2).Line(x2 + HeadLength, y2 + HeadHalf);
        return new PictureLink(PictureLinkKind.Cross, reference, x1, y1, path.ToString()) { IsLong = path.Length > Long };
    }

    /// <summary>What hangs from a thing by its trunk, and where the trunk meets the thing: in its middle, or beside it where that makes a straight line to a label.</summary>
    /// <param name="Last">The last of it.</param>
    /// <param name="FirstAt">Where the first of it is, across the direction of growth.</param>
    /// <param name="LastAt">Where the last of it is.</param>
    /// <param name="Middle">The middle of the thing.</param>
    /// <param name="Nearest">Where what is nearest to the middle is.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Spread(PicturePart Last, double FirstAt, double LastAt, double Middle, double Nearest)
    {
        public double Port => Math.Abs(Nearest - Middle) <= Inset ? Nearest : Middle;

        public static Spread Of(PicturePart last, double at, double middle) => new(last, at, at, middle, at);

        public Spread And(PicturePart last, double at) =>
            this with { Last = last, LastAt = at, Nearest = Math.Abs(at - Middle) < Math.Abs(Nearest - Middle) ? at : Nearest };
    }
}
