using ArgMap.Argumentation.Layout;

namespace ArgMap.Canvas.Tests;

public sealed class PictureChangeTests
{
    [Fact]
    public void Applying_a_change_to_the_old_picture_gives_the_new_one()
    {
        var random = new Random(31);
        var applied = 0;
        for (var round = 0; round < 1_500; round++)
        {
            var debate = RandomDebate.OfSize(random.Next(2, 60), random);
            var direction = (TreeDirection)random.Next(2);
            var scope = debate.Scope();
            var was = PictureModel.Of(debate.Request(scope) with { Direction = direction });
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                if (random.Next(2) == 0)
                {
                    debate.Add();
                }
                else
                {
                    debate.Disturb();
                }
            }

            var now = PictureModel.Of(debate.Request(random.Next(2) == 0 ? scope : debate.Scope()) with { Direction = direction });
            if (PictureChange.Between(was, now) is { } change)
            {
                applied++;
                Assert.Equal(now.Parts.Select(Shown), AppliedToParts(was, change).Select(item => item));
                Assert.Equal(now.Links.Select(Shown).Order(StringComparer.Ordinal), AppliedToLinks(was, now, change).Order(StringComparer.Ordinal));
            }
        }

        Assert.InRange(applied, 500, 1_500);
    }

    [Fact]
    public void Opening_a_node_draws_that_node_and_what_it_opens()
    {
        var random = new Random(7);
        var debate = RandomDebate.OfSize(400, random);
        var was = PictureModel.Of(debate.Request("depth=3"));
        var opened = was.Nodes.First(node => node.HasMore);
        var now = PictureModel.Of(debate.Request($"depth=3&open={opened.Number}"));

        var change = PictureChange.Between(was, now)!;

        Assert.Empty(change.Gone);
        Assert.Equal(now.Parts.Count - was.Parts.Count, change.Runs.Sum(run => run.Parts.Count(part => part.Id != opened.Id && !was.Parts.Any(old => old.Id == part.Id))));
        Assert.InRange(change.Runs.Sum(run => run.Parts.Count), now.Parts.Count - was.Parts.Count + 1, now.Parts.Count - was.Parts.Count + 8);
    }

    [Fact]
    public void A_picture_is_no_change_from_itself()
    {
        var change = PictureChange.Between(PictureModel.Of(Debate.Request()), PictureModel.Of(Debate.Request()))!;

        Assert.Empty(change.Gone);
        Assert.Empty(change.Moves);
        Assert.Empty(change.Runs);
        Assert.Empty(change.Renumbered);
        Assert.Empty(change.Links);
    }

    [Fact]
    public void A_picture_that_grows_another_way_is_drawn_as_a_whole()
    {
        Assert.Null(PictureChange.Between(PictureModel.Of(Debate.Request()), PictureModel.Of(Debate.Request() with { Direction = TreeDirection.TopDown })));
        Assert.Null(PictureChange.Between(PictureModel.Of(Debate.Request()), PictureModel.Of(Debate.Request() with { Density = PictureDensity.Compact })));
        Assert.Null(PictureChange.Between(PictureModel.Of(Debate.Request("depth=0")), PictureModel.Of(Debate.Request())));
    }

    /// <summary>Does what the browser does: removes, moves along the old order, puts runs behind their predecessors.</summary>
    private static List<string> AppliedToParts(PictureModel was, PictureChange change)
    {
        var gone = change.Gone.ToHashSet();
        var stays = was.Parts.Where(part => !gone.Contains(part.Id)).ToList();
        var places = stays.ToDictionary(part => part.Id, part => part.Place);
        foreach (var move in change.Moves)
        {
            for (var i = stays.IndexOf(move.First); i <= stays.IndexOf(move.Last); i++)
            {
                var place = places[stays[i].Id];
                places[stays[i].Id] = place with { Left = PathData.Rounded(place.Left + move.Right), Top = PathData.Rounded(place.Top + move.Down) };
            }
        }

        var renumbered = change.Renumbered.ToDictionary(part => part.Id);
        var shown = stays.ConvertAll(part => (part.Id, Says: Shown(part, places[part.Id], renumbered.GetValueOrDefault(part.Id, part))));
        foreach (var run in change.Runs)
        {
            shown.RemoveAll(item => run.Parts.Any(part => part.Id == item.Id));
            shown.InsertRange(run.After is null ? 0 : shown.FindIndex(item => item.Id == run.After.Id) + 1, run.Parts.Select(part => (part.Id, Shown(part))));
        }

        return shown.ConvertAll(item => item.Says);
    }

    private static List<string> AppliedToLinks(PictureModel was, PictureModel now, PictureChange change)
    {
        var gone = change.Gone.ToHashSet();
        var places = now.Parts.ToDictionary(part => part.Id, part => part.Place);
        var redrawn = change.Links.Select(link => link.Id).ToHashSet();
        return
        [
            .. was.Links.Where(link => !gone.Contains(link.Id) && !redrawn.Contains(link.Id)).Select(link => Shown(link with
            {
                Left = link.Left + places[link.Owner.Id].Left - link.Owner.Place.Left,
                Top = link.Top + places[link.Owner.Id].Top - link.Owner.Place.Top,
            })),
            .. change.Links.Select(Shown),
        ];
    }

    private static string Shown(PicturePart part) => Shown(part, part.Place, part);

    private static string Shown(PicturePart part, Box place, PicturePart numbered) =>
        $"{part.Id} {place} {part.Level} {part.Hidden} {part.IsOpen} {part.HasMore} {part.IsChosen} {part.HasTabStop} {part.Up?.Id} {numbered.Position} {numbered.SetSize} {(part as PictureNode)?.Text} {(part as PictureNode)?.Standing} {(part as PictureStep)?.Force} {(part as PictureReference)?.IsDrawn}";

    private static string Shown(PictureLink link) => $"{link.Id} {link.Data} {link.StepKind} {link.Force}";
}
