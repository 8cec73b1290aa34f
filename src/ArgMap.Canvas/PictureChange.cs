using System.Runtime.InteropServices;

namespace ArgMap.Canvas;

/// <summary>Parts that move by the same way: all that stays from one part to another, in the old reading order.</summary>
/// <param name="First">The first of them, as it was.</param>
/// <param name="Last">The last of them, as it was.</param>
/// <param name="Right">How far to the right, in canvas units.</param>
/// <param name="Down">How far down, in canvas units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PictureMove(PicturePart First, PicturePart Last, double Right, double Down);

/// <summary>New and changed parts that follow each other in the new reading order.</summary>
/// <param name="After">The part before them in the new picture; null when they are the first.</param>
/// <param name="Parts">The parts, as they are now. Of one that was there before, the old element is removed first.</param>
public sealed record PictureRun(PicturePart? After, IReadOnlyList<PicturePart> Parts);

/// <summary>What makes one picture out of another: as little as there is to draw anew.</summary>
/// <remarks>
/// To be applied in this order: what is gone is removed; what stays moves; each run is put behind its predecessor, an older element of the same id being removed before; links are replaced by id.
/// A link that is neither gone nor listed moves with the part it belongs to; of a part that is put elsewhere by a run, all links are listed. Finding a change takes time linear in both pictures, but for the
/// parts that have changed places with each other.
/// </remarks>
public sealed class PictureChange
{
    private PictureChange(IReadOnlyList<string> gone, IReadOnlyList<PictureMove> moves, IReadOnlyList<PictureRun> runs, IReadOnlyList<PicturePart> renumbered, IReadOnlyList<PictureLink> links)
    {
        Gone = gone;
        Moves = moves;
        Runs = runs;
        Renumbered = renumbered;
        Links = links;
    }

    /// <summary>The ids of the elements to remove, of parts and of links.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>What moves.</summary>
    public IReadOnlyList<PictureMove> Moves { get; }

    /// <summary>What is new or looks different.</summary>
    public IReadOnlyList<PictureRun> Runs { get; }

    /// <summary>What stays as it is, but for its place among its siblings or their number.</summary>
    public IReadOnlyList<PicturePart> Renumbered { get; }

    /// <summary>The links that are new or of another shape.</summary>
    public IReadOnlyList<PictureLink> Links { get; }

    /// <summary>Finds what makes <paramref name="now"/> out of <paramref name="was"/>.</summary>
    /// <returns>The change; null when it is simpler to draw the whole picture: it grows another way, has other measures, nothing of it stays, or far more goes than there is afterwards.</returns>
    public static PictureChange? Between(PictureModel was, PictureModel now)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        if (was.Direction != now.Direction || was.Density != now.Density || was.PageHref != now.PageHref)
        {
            return null;
        }

        var before = new Dictionary<long, int>(was.Parts.Count);
        for (var i = 0; i < was.Parts.Count; i++)
        {
            before.Add(was.Parts[i].Key, i);
        }

        // For each part now, where it was; -1 for what is new.
        var wasAt = new int[now.Parts.Count];
        var isStill = new bool[was.Parts.Count];
        for (var i = 0; i < wasAt.Length; i++)
        {
            wasAt[i] = before.TryGetValue(now.Parts[i].Key, out var old) && was.Parts[old].GetType() == now.Parts[i].GetType() ? old : -1;
            if (wasAt[i] >= 0)
            {
                isStill[wasAt[i]] = true;
            }
        }

        KeepOrder(wasAt);
        var runs = FindRuns(was, now, wasAt, out var drawnAnew);
        if (drawnAnew == now.Parts.Count || isStill.Count(still => !still) > 2 * now.Parts.Count)
        {
            return null;
        }

        var gone = new List<string>();
        for (var i = 0; i < isStill.Length; i++)
        {
            if (!isStill[i])
            {
                gone.Add(was.Parts[i].Id);
            }
        }

        var links = FindLinks(was, now, [.. runs.SelectMany(run => run.Parts)], gone);
        return new PictureChange(gone, FindMoves(was, now, wasAt, isStill), runs, FindRenumbered(was, now, wasAt), links);
    }

    /// <summary>Of what has changed places, as many parts as can be stay (a longest increasing run of old places); the others are drawn anew.</summary>
    private static void KeepOrder(int[] wasAt)
    {
        var tails = new List<int>();
        var previous = new int[wasAt.Length];
        for (var i = 0; i < wasAt.Length; i++)
        {
            if (wasAt[i] < 0)
            {
                continue;
            }

            var (low, high) = (0, tails.Count);
            if (high > 0 && wasAt[tails[^1]] < wasAt[i])
            {
                low = high;
            }

            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = wasAt[tails[middle]] < wasAt[i] ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low == 0 ? -1 : tails[low - 1];
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }

        var kept = new bool[wasAt.Length];
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = previous[i])
        {
            kept[i] = true;
        }

        for (var i = 0; i < wasAt.Length; i++)
        {
            wasAt[i] = kept[i] ? wasAt[i] : -1;
        }
    }

    private static List<PictureRun> FindRuns(PictureModel was, PictureModel now, int[] wasAt, out int drawnAnew)
    {
        var runs = new List<PictureRun>();
        List<PicturePart>? run = null;
        drawnAnew = 0;
        for (var i = 0; i < wasAt.Length; i++)
        {
            var part = now.Parts[i];
            if (wasAt[i] >= 0 && part.IsDrawnAs(was.Parts[wasAt[i]]))
            {
                run = null;
                continue;
            }

            drawnAnew++;
            wasAt[i] = -1;
            if (run is null)
            {
                run = [];
                runs.Add(new PictureRun(i == 0 ? null : now.Parts[i - 1], run));
            }

            run.Add(part);
        }

        return runs;
    }

    private static List<PictureMove> FindMoves(PictureModel was, PictureModel now, int[] wasAt, bool[] isStill)
    {
        var nowAt = new int[was.Parts.Count];
        Array.Fill(nowAt, -1);
        for (var i = 0; i < wasAt.Length; i++)
        {
            if (wasAt[i] >= 0)
            {
                nowAt[wasAt[i]] = i;
            }
        }

        var moves = new List<PictureMove>();
        for (var i = 0; i < nowAt.Length; i++)
        {
            // What is drawn anew may be moved in between, or not: it is replaced in any case.
            if (!isStill[i] || nowAt[i] < 0)
            {
                continue;
            }

            var (old, place) = (was.Parts[i].Place, now.Parts[nowAt[i]].Place);
            var (right, down) = (PathData.Rounded(place.Left - old.Left), PathData.Rounded(place.Top - old.Top));
            if (moves.Count > 0 && moves[^1].Right == right && moves[^1].Down == down)
            {
                moves[^1] = moves[^1] with { Last = was.Parts[i] };
            }
            else
            {
                moves.Add(new PictureMove(was.Parts[i], was.Parts[i], right, down));
            }
        }

        moves.RemoveAll(move => move is { Right: 0, Down: 0 });
        return moves;
    }

    private static List<PicturePart> FindRenumbered(PictureModel was, PictureModel now, int[] wasAt)
    {
        var renumbered = new List<PicturePart>();
        for (var i = 0; i < wasAt.Length; i++)
        {
            if (wasAt[i] >= 0 && (now.Parts[i].Position, now.Parts[i].SetSize) != (was.Parts[wasAt[i]].Position, was.Parts[wasAt[i]].SetSize))
            {
                renumbered.Add(now.Parts[i]);
            }
        }

        return renumbered;
    }

    private static List<PictureLink> FindLinks(PictureModel was, PictureModel now, HashSet<PicturePart> drawnAnew, List<string> gone)
    {
        var before = new Dictionary<(PictureLinkKind Kind, long Owner), PictureLink>(was.Links.Count);
        foreach (var link in was.Links)
        {
            before.Add((link.Kind, link.Owner.Key), link);
        }

        var links = new List<PictureLink>();
        foreach (var link in now.Links)
        {
            if (!before.Remove((link.Kind, link.Owner.Key), out var old))
            {
                links.Add(link);
            }
            else if (!link.IsDrawnAs(old) || (drawnAnew.Contains(link.Owner) && link.Owner.Place != old.Owner.Place))
            {
                links.Add(link);
                if (old.CoreId is { } core && link.CoreId is null)
                {
                    gone.Add(core);
                }
            }
        }

        foreach (var link in was.Links)
        {
            if (before.ContainsKey((link.Kind, link.Owner.Key)))
            {
                gone.Add(link.Id);
                if (link.CoreId is { } core)
                {
                    gone.Add(core);
                }
            }
        }

        return links;
    }
}
