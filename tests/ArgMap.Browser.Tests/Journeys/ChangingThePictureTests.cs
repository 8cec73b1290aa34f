using System.Globalization;
using System.Text.Json;
using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Maps;
using ArgMap.Browser.Tests.Hosting;
using ArgMap.Canvas;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Maps.Generated;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Journeys;

/// <summary>A picture that was changed in place is the picture that the same address shows when it is loaded.</summary>
public sealed class ChangingThePictureTests(BrowserHost host)
{
    /// <summary>What one sees of a picture and what is said of it: parts in order, each where it is on the canvas, and lines by id. Addresses of links within it are left out.</summary>
    private const string Seen =
        """
        () => {
          const picture = document.querySelector('.picture');
          const canvas = picture.querySelector('.diagram');
          const round = (value) => Math.round(value * 100) / 100;
          // As it is written: of a number in element.style the browser says six digits only.
          const written = (element, side) => parseFloat(element.getAttribute('style').split(`${side}:`)[1]);
          // What the script marks as new is its own affair.
          for (const part of picture.querySelectorAll('.is-new')) part.classList.remove('is-new');
          const parts = [...picture.querySelectorAll('[role=treeitem]')].map((part) => {
            const box = part.parentElement.classList.contains('cluster') ? part.parentElement : null;
            const [left, top] = ['left', 'top'].map((side) => round(written(part, side) + (box ? written(box, side) : 0)));
            const said = [...part.attributes].filter((each) => each.name !== 'style').map((each) => `${each.name}=${each.value}`).sort().join(' ');
            return { id: part.id, left, top, width: written(part, 'width'), height: written(part, 'height'), says: `${said} | ${part.textContent}` };
          });
          const strays = [...picture.querySelectorAll('.cluster')].filter((box) => {
            const [width, height] = [written(box, 'width'), written(box, 'height')];
            return box.childElementCount === 0 || [...box.children].some((part) => {
              const [left, top, wide, high] = ['left', 'top', 'width', 'height'].map((side) => written(part, side));
              return left < -0.05 || top < -0.05 || left + wide > width + 0.05 || top + high > height + 0.05;
            });
          }).length;
          return {
            parts,
            links: Object.fromEntries([...picture.querySelectorAll('svg.links > path')].map((path) => [path.id, `${path.getAttribute('class')} ${path.getAttribute('d')}`])),
            size: `${canvas.className} ${canvas.style.cssText.replace(/transform[^;]*;?/g, '').trim()} ${picture.querySelector('svg.links').getAttribute('width')}`,
            data: ['revision', 'scope', 'drawn'].map((name) => picture.dataset[name]).join(' '),
            isDivided: parts.length > 200 === (picture.querySelector('.cluster') !== null),
            strays,
          };
        }
        """;

    private const string Change =
        """
        async (scope) => {
          const { change } = await import('/js/map-change.js');
          const picture = document.querySelector('.picture');
          return await change(picture, scope);
        }
        """;

    [Theory]
    [InlineData(300, "", 11)]
    [InlineData(300, "depth=all", 12)]
    [InlineData(900, "depth=all", 13)]
    [InlineData(900, "depth=5", 14)]
    public Task A_picture_changed_in_place_is_the_picture_loaded_afresh(int nodes, string scope, int seed) => host.Visit(async page =>
    {
        var (slug, owner) = await Generated(new MapPlan(nodes, seed));
        var afresh = await page.Context.NewPageAsync();
        var random = new Random(seed);
        await page.GotoAsync($"/m/{slug}?{scope}");
        var inPlace = await page.EvaluateAsync<JsonElement>(Seen);
        for (var step = 0; step < 24; step++)
        {
            if (random.Next(6) == 0)
            {
                await Edit(slug, owner, random);
            }

            var next = Next(Scope(inPlace), Ids(inPlace), random);
            Assert.True(await page.EvaluateAsync<bool>(Change, next.ToQuery()), $"Step {step}: {next} could not be shown in place");
            inPlace = await page.EvaluateAsync<JsonElement>(Seen);
            await afresh.GotoAsync($"/m/{slug}?{next.ToQuery()}");
            AssertSame(await afresh.EvaluateAsync<JsonElement>(Seen), inPlace, $"Step {step}, {next}");
        }
    });

    [Fact]
    public Task What_another_person_adds_appears_while_one_reads_and_the_page_stays_as_it_is() => host.Visit(async page =>
    {
        var (slug, owner) = await Generated(new MapPlan(12, 15));
        await page.GotoAsync($"/m/{slug}?depth=all&at=1");
        await page.Locator("#picture-1").FocusAsync();
        for (var i = 0; i < 2; i++)
        {
            var added = await host.App.With<MapWriter, Outcome<Written>>(writer =>
                AddRelation.Handle(writer, slug, owner, new(nameof(RelationKind.Objection), 1, null, [new($"It is not so, for reason {i}.")]), null, CancellationToken.None));
            await Assertions.Expect(page.Locator(".picture")).ToHaveAttributeAsync("data-revision", added.Value.Revision.ToString(CultureInfo.InvariantCulture));
        }

        await Assertions.Expect(page.Locator(".picture .node.is-new")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".picture > .changed")).ToContainTextAsync("2 changes since you opened this page");
        await Assertions.Expect(page.Locator("#picture-1")).ToBeFocusedAsync();
        Assert.Contains("at=1", new Uri(page.Url).Query, StringComparison.Ordinal);
    });

    /// <summary>Opens, folds, draws more, moves the focus, chooses, or draws more or fewer levels.</summary>
    private static PictureScope Next(PictureScope scope, IReadOnlyList<string> parts, Random random)
    {
        var id = parts[random.Next(parts.Count)].Split('-');
        if (id[1] == "more")
        {
            return scope.Drawing(Number(id[2]), PictureScope.StepsAtFirst + PictureScope.StepsPerPress);
        }

        var number = Number(id[1]);
        return random.Next(8) switch
        {
            0 or 1 or 2 => scope.Opening(number),
            3 or 4 => (scope.At is null ? scope : scope.Choosing(number)).Folding(number),
            5 => scope.Choosing(random.Next(3) == 0 ? null : number),
            6 => id.Length > 2 || scope.Focus is not null ? scope.Focusing(null) : scope.Choosing(number).Focusing(number),
            _ => scope with { Depth = random.Next(4) switch { 0 => PictureScope.All, 1 => 2, 2 => 4, _ => 6 } },
        };

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>What another person does to the map in the meantime.</summary>
    private async Task Edit(string slug, Actor owner, Random random)
    {
        var map = (await host.App.With<MapReader, MapView?>(reader => reader.Read(slug, owner, CancellationToken.None)))!;
        var things = map.Graph.Nodes.Where(node => node.Kind == NodeKind.Claim && !node.IsWithdrawn).Select(node => node.Number).Concat(map.Graph.Relations.Where(map.Graph.IsLive).Select(step => step.Number)).ToList();
        var claims = map.Graph.Nodes.Where(node => node.Kind == NodeKind.Claim && !node.IsWithdrawn && node.Number != map.Head.Root).Select(node => node.Number).ToList();
        var outcome = await host.App.With<MapWriter, Outcome<Written>>(writer => random.Next(4) switch
        {
            0 => EditNode.Handle(writer, slug, claims[random.Next(claims.Count)], owner, new(null, $"Said otherwise: {random.Next()}.", null, null), null, CancellationToken.None),
            1 => WithdrawNode.Handle(writer, slug, claims[random.Next(claims.Count)], owner, null, CancellationToken.None),
            _ => AddRelation.Handle(writer, slug, owner, new(nameof(RelationKind.Objection), things[random.Next(things.Count)], null, [new($"It is not so, for reason {random.Next()}.")]), null, CancellationToken.None),
        });
        Assert.Null(outcome.Refusal);
    }

    private async Task<(string Slug, Actor Owner)> Generated(MapPlan plan) => await host.App.With<ArgMapDbContext, (string, Actor)>(async db =>
    {
        var slug = (await LoadGeneratedMap.Handle(db, host.App.Clock, plan, null, CancellationToken.None)).Value.Slug;
        var owner = await db.People.SingleAsync(person => person.UserName == LoadGeneratedMap.GeneratorsName);
        return (slug, new Actor(owner.Id, owner.UserName!));
    });

    private static PictureScope Scope(JsonElement seen) => PictureScope.Parse(seen.GetProperty("data").GetString()!.Split(' ')[1]);

    private static List<string> Ids(JsonElement seen) => [.. seen.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("id").GetString()!)];

    private static void AssertSame(JsonElement expected, JsonElement actual, string when)
    {
        Assert.True(Ids(expected).SequenceEqual(Ids(actual)), $"{when}: other parts, or in another order");
        foreach (var (wanted, got) in expected.GetProperty("parts").EnumerateArray().Zip(actual.GetProperty("parts").EnumerateArray()))
        {
            Assert.True(wanted.GetProperty("says").GetString() == got.GetProperty("says").GetString(), $"{when}: {wanted} is shown as {got}");
            foreach (var side in new[] { "left", "top", "width", "height" })
            {
                Assert.True(Math.Abs(wanted.GetProperty(side).GetDouble() - got.GetProperty(side).GetDouble()) < 0.05, $"{when}: {wanted} is drawn at {got}");
            }
        }

        var (lines, drawn) = (Lines(expected), Lines(actual));
        foreach (var (id, line) in lines)
        {
            Assert.True(drawn.GetValueOrDefault(id) == line, $"{when}: {id} is {drawn.GetValueOrDefault(id)}, not {line}");
        }

        Assert.Equal(lines.Count, drawn.Count);
        foreach (var name in new[] { "size", "data", "isDivided", "strays" })
        {
            Assert.True(expected.GetProperty(name).ToString() == actual.GetProperty(name).ToString(), $"{when}: {name} is {actual.GetProperty(name)}, not {expected.GetProperty(name)}");
        }
    }

    private static Dictionary<string, string?> Lines(JsonElement seen) => seen.GetProperty("links").EnumerateObject().ToDictionary(line => line.Name, line => line.Value.GetString());
}
