using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas;

/// <summary>Draws the lines of a picture: for each thing one trunk along the steps onto it, for each step its own lines, and the cross-links. Time and length are linear in the number of parts.</summary>
internal sealed class LinkRouter
{
    private const double Corner = 6;
    private const double HeadLength = 7;
    private const double HeadHalf = 4;

    private readonly IReadOnlyList<PicturePart> parts;
    private readonly PictureMetrics metrics;
    private readonly bool sideways;
    private readonly PathData path = new();
    private readonly List<PictureLink> links;

    private LinkRouter(IReadOnlyList<PicturePart> parts, PictureMetrics metrics, TreeDirection direction)
    {
        this.parts = parts;
        this.metrics = metrics;
        sideways = direction == TreeDirection.LeftToRight;
        links = new List<PictureLink>(parts.Count + (parts.Count / 2));
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
        // What hangs last from each thing: as far as that the trunk reaches. Premises hang from a label, not from a trunk.
        var last = new Dictionary<PicturePart, PicturePart>(parts.Count);
        var premises = new Dictionary<PicturePart, List<Box>>(parts.Count);
        var crosses = new List<PictureReference>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case PictureStep or PictureFurther when part.Up is not null:
                    last[part.Up] = part;
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
            if (last.TryGetValue(part, out var end))
            {
                links.Add(part is PictureStep attacked ? AttackOn(attacked, end) : Trunk(part, end));
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

    private double PortX(Box box) => box.Left + metrics.PortAcross;

    private double PortY(Box box) => box.Top + metrics.PortDown;

    /// <summary>Arrowhead at the node, then along the labels; out and back, so that the fill of the arrowhead fills nothing else.</summary>
    private PictureLink Trunk(PicturePart target, PicturePart end)
    {
        var box = target.Place;
        if (sideways)
        {
            var (left, top) = (box.Right, PortY(box));
            var spine = left + metrics.Bend;
            var reach = Math.Max(top, PortY(end.Place) - Corner);
            path.Start(left, top).Line(left + HeadLength, top - HeadHalf).Down(top + HeadHalf).Line(left, top).Move(left + HeadLength - 1, top)
                .Across(spine).Down(reach).Down(top).Across(left + HeadLength - 1);
            return new PictureLink(PictureLinkKind.Trunk, target, left, top, path.ToString());
        }

        var (x, y) = (PortX(box), box.Bottom);
        var lane = y + metrics.Bend - 3;
        path.Start(x, y).Line(x + HeadHalf, y + HeadLength).Across(x - HeadHalf).Line(x, y).Move(x, y + HeadLength - 1)
            .Down(lane).Across(PortX(end.Place)).Across(x).Down(y + HeadLength - 1);
        return new PictureLink(PictureLinkKind.Trunk, target, x, y, path.ToString());
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
            var from = step.Up is PictureStep ? y - Corner : Math.Max(y - Corner, Math.Min(y, PortY(step.Up.Place)));
            path.Start(spine, from).Round(spine, y, spine + Corner, y).Across(premises.Count == 0 ? box.Right : box.Right + metrics.Bend);
            var bar = box.Right + metrics.Bend;
            for (var i = 0; i < premises.Count; i++)
            {
                var premise = premises[i];
                var to = PortY(premise);
                var corner = Math.Min(Corner, Math.Abs(to - y));
                if (i > 0)
                {
                    path.Move(bar, y);
                }

                path.Down(to - (Math.Sign(to - y) * corner)).Round(bar, to, bar + corner, to).Across(premise.Left);
            }

            return new PictureLink(PictureLinkKind.Step, step, spine, from, path.ToString());
        }

        var x = PortX(box);
        var top = step.Up is PictureStep over ? LaneOver(over.Indent + 1, box) : step.Up!.Place.Bottom + metrics.Bend - 3;
        var beam = box.Bottom + metrics.Bend;
        path.Start(x, top).Down(premises.Count == 0 ? box.Bottom : beam);
        for (var i = 0; i < premises.Count; i++)
        {
            var premise = premises[i];
            var to = PortX(premise);
            var corner = Math.Min(Corner, Math.Abs(to - x));
            if (i > 0)
            {
                path.Move(x, beam);
            }

            path.Across(to - (Math.Sign(to - x) * corner)).Round(to, beam, to, beam + corner).Down(premise.Top);
        }

        return new PictureLink(PictureLinkKind.Step, step, x, top, path.ToString());
    }

    private PictureLink Cross(PictureReference reference, Box to)
    {
        // From the side that faces away from the tree, so that the curve runs in free space as far as it can.
        var from = reference.Place;
        var (x1, y1, x2, y2) = (from.Right, from.CentreY, to.Right, to.Bottom - 12);
        var reach = Math.Max(x1, x2) + 40;
        path.Start(x1, y1).Curve(reach, y1, reach, y2, x2 + 1, y2)
            .Move(x2 + HeadLength, y2 - HeadHalf).Line(x2 + 1, y2).Line(x2 + HeadLength, y2 + HeadHalf);
        return new PictureLink(PictureLinkKind.Cross, reference, x1, y1, path.ToString());
    }
}
