using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas;

/// <summary>Draws the lines of a picture: trunk, bracket and arrowhead of each relation, and the cross-links. All paths are SVG path data in canvas units.</summary>
internal static class LinkRouter
{
    private const double Corner = 6;
    private const double Bend = PictureModel.Metrics.LevelGap / 2;
    private const double HeadLength = 7;
    private const double HeadHalf = 4;

    /// <param name="parts">The placed parts.</param>
    /// <param name="at">For each drawn node and relation, by number, its index among the parts.</param>
    /// <param name="premisesOf">For each drawn relation, by number, the parts that are its premises.</param>
    /// <param name="direction">Which way the picture grows.</param>
    public static List<PictureLink> Route(IReadOnlyList<PicturePart> parts, Dictionary<int, int> at, Dictionary<int, List<int>> premisesOf, TreeDirection direction)
    {
        var links = new List<PictureLink>();
        var sideways = direction == TreeDirection.LeftToRight;
        foreach (var step in parts.OfType<PictureStep>())
        {
            if (at.TryGetValue(step.Target, out var target))
            {
                var premises = premisesOf[step.Number].ConvertAll(premise => parts[premise].Place);
                links.Add(sideways ? Sideways(step, parts[target].Place, premises) : Downwards(step, parts[target].Place, premises));
            }
        }

        foreach (var reference in parts.OfType<PictureReference>().Where(reference => reference.IsDrawn))
        {
            links.Add(CrossLink(reference.Place, parts[at[reference.Number]].Place));
        }

        return links;
    }

    private static PictureLink Sideways(PictureStep step, Box target, List<Box> premises)
    {
        var y = PortY(step.Place);
        string trunk;
        string head;
        string branch;
        if (step.IsUndercut)
        {
            // Down the left of the labels: each label is further in than the one it attacks.
            var x = target.Left + (PictureModel.Metrics.Indent / 2);
            var under = target.Top + PictureModel.Metrics.StepHeight;
            trunk = Data($"M{x} {under + HeadLength - 1}V{y - Corner}");
            branch = Data($"M{x} {y - Corner}Q{x} {y} {x + Corner} {y}");
            head = Data($"M{x} {under}l{HeadHalf} {HeadLength}h{-2 * HeadHalf}z");
        }
        else
        {
            var from = PortY(target);
            var bend = target.Right + Bend;
            var corner = Math.Min(Corner, y - from);
            trunk = Data($"M{target.Right + HeadLength - 1} {from}H{bend}V{y - corner}");
            branch = Data($"M{bend} {y - corner}Q{bend} {y} {bend + corner} {y}");
            head = Data($"M{target.Right} {from}l{HeadLength} {-HeadHalf}v{2 * HeadHalf}z");
        }

        var bar = step.Place.Right + Bend;
        var path = new StringBuilder(branch).Append(Data($"H{bar}"));
        foreach (var premise in premises)
        {
            var to = PortY(premise);
            var corner = Math.Min(Corner, to - y);
            path.Append(Data($"M{bar} {y}V{to - corner}Q{bar} {to} {bar + corner} {to}H{premise.Left}"));
        }

        return new PictureLink(step.Number, step.Kind, step.Force) { Trunk = trunk, Path = path.ToString(), Head = head };
    }

    private static PictureLink Downwards(PictureStep step, Box target, List<Box> premises)
    {
        var x = PortX(step.Place);
        string trunk;
        string head;
        string branch;
        if (step.IsUndercut)
        {
            // Over the labels in between, and down onto the one it attacks.
            var lane = step.Place.Top - (Bend / 2) + 2;
            var onto = PortX(target) + (PictureModel.Metrics.StepWidth / 5);
            trunk = Data($"M{onto} {target.Top - HeadLength + 1}V{lane}H{x - Corner}");
            branch = Data($"M{x - Corner} {lane}H{x}");
            head = Data($"M{onto} {target.Top}l{HeadHalf} {-HeadLength}h{-2 * HeadHalf}z");
        }
        else
        {
            var from = PortX(target);
            var bend = target.Bottom + Bend - 3;
            trunk = Data($"M{from} {target.Bottom + HeadLength - 1}V{bend}H{x}");
            branch = Data($"M{x} {bend}");
            head = Data($"M{from} {target.Bottom}l{HeadHalf} {HeadLength}h{-2 * HeadHalf}z");
        }

        var bar = step.Place.Bottom + Bend;
        var path = new StringBuilder(branch).Append(Data($"V{bar}"));
        foreach (var premise in premises)
        {
            var to = PortX(premise);
            var corner = Math.Min(Corner, to - x);
            path.Append(Data($"M{x} {bar}H{to - corner}Q{to} {bar} {to} {bar + corner}V{premise.Top}"));
        }

        return new PictureLink(step.Number, step.Kind, step.Force) { Trunk = trunk, Path = path.ToString(), Head = head };
    }

    private static double PortX(Box box) => box.Left + PictureModel.Metrics.PortAcross;

    private static double PortY(Box box) => box.Top + PictureModel.Metrics.PortDown;

    private static PictureLink CrossLink(Box from, Box to)
    {
        // From the side that faces away from the tree, so that the curve runs in free space as far as it can.
        var (x1, y1, x2, y2) = (from.Right, from.CentreY, to.Right, to.Bottom - 12);
        var reach = Math.Max(x1, x2) + 40;
        return new PictureLink(0, null, Argumentation.Standing.Standing.Stands)
        {
            Path = Data($"M{x1} {y1}C{reach} {y1} {reach} {y2} {x2 + HeadLength} {y2}"),
            Head = Data($"M{x2} {y2}l{HeadLength} {-HeadHalf}v{2 * HeadHalf}z"),
        };
    }

    private static string Data(FormattableString path) =>
        string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(value => value is double number ? (object)Math.Round(number, 2) : value!)]);
}
