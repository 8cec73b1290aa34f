using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Maps;

public sealed class MapListTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Pages_follow_each_other_and_hold_each_map_once_the_last_changed_first()
    {
        var ada = await app.Person("Ada");
        var grace = await app.Person("Grace");
        var own = new List<string>();
        for (var index = 0; index < 11; index++)
        {
            own.Add(await app.MapOf(index % 2 == 0 ? ada : grace, $"Map {index}", visibility: index % 3 == 0 ? Visibility.Private : Visibility.Public));
        }

        var seen = new List<MapListItem>();
        string? before = null;
        do
        {
            var page = await Read(ada, before, 3);
            Assert.InRange(page.Maps.Count, 1, 3);
            seen.AddRange(page.Maps);
            before = page.Older;
        }
        while (before is not null);

        Assert.Distinct(seen.Select(map => map.Slug));
        Assert.Equal(seen.OrderByDescending(map => map.ChangedAt).Select(map => map.Slug), seen.Select(map => map.Slug));
        Assert.Equal(own.Where((_, index) => index % 2 == 0 || index % 3 != 0).Order(), seen.Select(map => map.Slug).Intersect(own).Order());
    }

    [Fact]
    public async Task A_map_is_listed_with_what_it_is_about_and_how_much_is_in_it()
    {
        var alan = await app.Person("Alan");
        var slug = await app.MapOf(alan, "Machines", "Can machines think?");

        var item = (await Read(Actor.Anonymous, null, 100)).Maps.Single(map => map.Slug == slug);

        Assert.Equal(("Machines", "Can machines think?", "Alan", 1, 0), (item.Title, item.Root, item.OwnerName, item.Nodes, item.Comments));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("99999999999999999999-1")]
    [InlineData("9223372036854775807-1")]
    [InlineData("-1--1")]
    public async Task A_mistyped_place_in_the_list_is_its_beginning(string before)
    {
        var first = await Read(Actor.Anonymous, null, 5);

        var page = await Read(Actor.Anonymous, before, 5);

        Assert.Equal(first.Maps.Select(map => map.Slug), page.Maps.Select(map => map.Slug));
    }

    private Task<MapListPage> Read(Actor reader, string? before, int size) =>
        app.With<MapList, MapListPage>(list => list.Read(reader, before, size, CancellationToken.None));
}
