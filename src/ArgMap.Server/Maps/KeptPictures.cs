using ArgMap.Canvas;

namespace ArgMap.Server.Maps;

/// <summary>The pictures of one map at one revision that were asked for lately. Each is laid out once, also when many ask for it at the same time.</summary>
internal sealed class KeptPictures
{
    private const int Most = 16;

    private readonly Lock access = new();
    private readonly LinkedList<(string Key, Lazy<PictureModel> Picture)> latestFirst = [];

    /// <summary>The picture under this key.</summary>
    /// <param name="key">All that it depends on beside the map.</param>
    /// <param name="draw">Lays it out, when nobody has.</param>
    public PictureModel Of(string key, Func<PictureModel> draw)
    {
        Lazy<PictureModel> picture;
        lock (access)
        {
            var place = latestFirst.First;
            while (place is not null && place.Value.Key != key)
            {
                place = place.Next;
            }

            if (place is null)
            {
                place = new((key, new Lazy<PictureModel>(draw)));
                if (latestFirst.Count == Most)
                {
                    latestFirst.RemoveLast();
                }
            }
            else
            {
                latestFirst.Remove(place);
            }

            latestFirst.AddFirst(place);
            picture = place.Value.Picture;
        }

        return picture.Value;
    }
}
