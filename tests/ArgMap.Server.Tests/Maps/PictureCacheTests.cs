using ArgMap.Canvas;
using ArgMap.Server.Maps;

namespace ArgMap.Server.Tests.Maps;

public sealed class PictureCacheTests
{
    private static readonly PictureModel Picture = MapPictures.Of(Draft.OfEverything().View(1), PictureScope.Whole);

    [Fact]
    public void A_picture_is_laid_out_once_and_found_under_its_own_name_too()
    {
        var cache = new PictureCache(1_000);
        var drawn = 0;
        for (var i = 0; i < 3; i++)
        {
            Assert.Same(Picture, cache.Of(Source("asked"), Draw, _ => Source("own")));
        }

        Assert.Equal(1, drawn);
        Assert.Same(Picture, cache.Find(Source("own")));
        Assert.Null(cache.Find(Source("other")));
        Assert.Null(cache.Find(Source("own") with { Revision = 2 }));
        Assert.Null(cache.Find(Source("own") with { ChangedAt = DateTimeOffset.UnixEpoch.AddTicks(1) }));

        PictureModel Draw()
        {
            drawn++;
            return Picture;
        }
    }

    [Fact]
    public void Pictures_asked_for_least_lately_make_room_by_their_parts()
    {
        var weight = Picture.Parts.Count + 1;
        var cache = new PictureCache(2 * weight);
        Keep("first");
        Keep("second");
        Keep("first");

        Keep("third");

        Assert.NotNull(cache.Find(Source("first")));
        Assert.Null(cache.Find(Source("second")));
        Assert.Equal(2 * weight, cache.Parts);

        void Keep(string name) => cache.Of(Source(name), () => Picture, _ => Source(name));
    }

    [Fact]
    public void A_picture_that_could_not_be_laid_out_is_tried_again()
    {
        var cache = new PictureCache(1_000);

        Assert.Throws<InvalidOperationException>(() => cache.Of(Source("it"), () => throw new InvalidOperationException(), _ => Source("it")));

        Assert.Same(Picture, cache.Of(Source("it"), () => Picture, _ => Source("it")));
    }

    private static PictureSource Source(string drawing) => new(1, 1, DateTimeOffset.UnixEpoch, drawing);
}
