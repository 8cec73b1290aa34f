using System.Runtime.InteropServices;
using ArgMap.Canvas;

namespace ArgMap.Server.Maps;

/// <summary>What a picture is drawn from.</summary>
/// <param name="Map">The map's id.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="ChangedAt">When this revision was made: after a backup was restored, the same number may be another one.</param>
/// <param name="Drawing">All that the picture depends on beside the map.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PictureSource(long Map, int Revision, DateTimeOffset ChangedAt, string Drawing);

/// <summary>The pictures asked for lately, of all maps. Each is laid out once, also when many ask for it at the same time; what was used least lately goes first.</summary>
/// <remarks>
/// Pictures of earlier revisions stay as long as there is room: whoever has one on the screen is sent what has changed since, not the whole picture.
/// See docs/decisions/ADR-026-what-of-a-picture-is-sent.md.
/// </remarks>
/// <param name="mostParts">The most parts that the pictures kept have together; the one used last is kept in any case.</param>
internal sealed class PictureCache(int mostParts)
{
    private readonly Lock access = new();
    private readonly Dictionary<PictureSource, LinkedListNode<Kept>> bySource = [];
    private readonly LinkedList<Kept> latestFirst = [];

    /// <summary>How many parts the pictures in memory have together.</summary>
    public int Parts { get; private set; }

    /// <summary>The picture of this source.</summary>
    /// <param name="source">What it is drawn from.</param>
    /// <param name="draw">Lays it out, when nobody has.</param>
    /// <param name="asDrawn">How the picture itself names what it was drawn from: it is found under that name too.</param>
    public PictureModel Of(PictureSource source, Func<PictureModel> draw, Func<PictureModel, PictureSource> asDrawn)
    {
        ArgumentNullException.ThrowIfNull(asDrawn);
        var kept = FindOrAdd(source, new Lazy<PictureModel>(draw));
        PictureModel picture;
        try
        {
            picture = kept.Picture.Value;
        }
        catch
        {
            Forget(kept);
            throw;
        }

        Weigh(kept, picture);
        if (asDrawn(picture) is var own && own != source)
        {
            Weigh(FindOrAdd(own, kept.Picture), picture);
        }

        return picture;
    }

    /// <summary>The picture of this source when it is in memory, else null.</summary>
    public PictureModel? Find(PictureSource source)
    {
        lock (access)
        {
            return bySource.TryGetValue(source, out var place) && place.Value.Picture is { IsValueCreated: true } picture ? picture.Value : null;
        }
    }

    private Kept FindOrAdd(PictureSource source, Lazy<PictureModel> picture)
    {
        lock (access)
        {
            if (bySource.TryGetValue(source, out var place))
            {
                latestFirst.Remove(place);
            }
            else
            {
                bySource[source] = place = new(new Kept(source, picture));
            }

            latestFirst.AddFirst(place);
            return place.Value;
        }
    }

    /// <summary>Counts a picture once it is drawn, and makes room for it.</summary>
    private void Weigh(Kept kept, PictureModel picture)
    {
        lock (access)
        {
            if (kept.Weight > 0 || !IsHere(kept))
            {
                return;
            }

            // A picture of nothing takes room as well.
            kept.Weight = picture.Parts.Count + 1;
            Parts += kept.Weight;
            for (var last = latestFirst.Last; Parts > mostParts && last is not null && last.Value != kept;)
            {
                var before = last.Previous;
                Remove(last);
                last = before;
            }
        }
    }

    private void Forget(Kept kept)
    {
        lock (access)
        {
            if (IsHere(kept))
            {
                Remove(bySource[kept.Source]);
            }
        }
    }

    private bool IsHere(Kept kept) => bySource.TryGetValue(kept.Source, out var place) && place.Value == kept;

    private void Remove(LinkedListNode<Kept> place)
    {
        latestFirst.Remove(place);
        bySource.Remove(place.Value.Source);
        Parts -= place.Value.Weight;
    }

    private sealed class Kept(PictureSource source, Lazy<PictureModel> picture)
    {
        public PictureSource Source { get; } = source;

        public Lazy<PictureModel> Picture { get; } = picture;

        /// <summary>0 while it is being drawn.</summary>
        public int Weight { get; set; }
    }
}
