using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Canvas.Marks;

namespace ArgMap.Canvas.Tests.Marks;

/// <summary>Roles and standings are told by colour and shape and word, so that each alone would do.</summary>
public sealed class MarkTests : BunitContext
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    public static TheoryData<Standing> Standings => [.. Enum.GetValues<Standing>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_role_says_its_word_and_hides_its_shape_from_screen_readers(Role role)
    {
        var word = role.ToString().ToLower(CultureInfo.InvariantCulture);

        var mark = Render<RoleMark>(parameters => parameters.Add(component => component.Role, role)).Find("span.role");

        Assert.Equal(word, mark.TextContent);
        Assert.Contains($"role-{word}", mark.ClassList);
        Assert.Equal("true", mark.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Theory]
    [MemberData(nameof(Standings))]
    public void A_standing_says_its_word_and_hides_its_shape_from_screen_readers(Standing standing)
    {
        var word = standing.ToString().ToLower(CultureInfo.InvariantCulture);

        var mark = Render<StandingMark>(parameters => parameters.Add(component => component.Standing, standing)).Find("span.standing");

        Assert.Equal(word, mark.TextContent);
        Assert.Contains($"standing-{word}", mark.ClassList);
        Assert.Equal("true", mark.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData(true, "answered")]
    [InlineData(false, "open")]
    public void A_question_is_open_or_answered_whatever_its_standing(bool answered, string word)
    {
        foreach (var standing in Enum.GetValues<Standing>())
        {
            var mark = Render<StandingMark>(parameters => parameters
                .Add(component => component.Standing, standing)
                .Add(component => component.Answered, answered)).Find("span.standing");

            Assert.Equal(word, mark.TextContent);
        }
    }

    [Fact]
    public void No_two_marks_have_the_same_shape()
    {
        var shapes = Enum.GetValues<Role>().Select(role => Shape(Render<RoleMark>(parameters => parameters.Add(component => component.Role, role))))
            .Concat(Enum.GetValues<Standing>().Select(standing => Shape(Render<StandingMark>(parameters => parameters.Add(component => component.Standing, standing)))))
            .Concat(new[] { true, false }.Select(answered => Shape(Render<StandingMark>(parameters => parameters.Add(component => component.Answered, answered)))))
            .ToList();

        Assert.Equal(12, shapes.Count);
        Assert.Equal(shapes.Count, shapes.Distinct().Count());
    }

    [Fact]
    public void Where_there_is_room_for_the_shape_only_the_word_is_still_read_out()
    {
        var role = Render<RoleMark>(parameters => parameters.Add(component => component.Role, Role.Objection).Add(component => component.ShapeOnly, true));
        var standing = Render<StandingMark>(parameters => parameters.Add(component => component.Standing, Standing.Defeated).Add(component => component.ShapeOnly, true));

        Assert.Equal("objection", role.Find(".visually-hidden").TextContent);
        Assert.Equal("defeated", standing.Find(".visually-hidden").TextContent);
    }

    [Fact]
    public void A_role_can_say_more_than_its_word()
    {
        var mark = Render<RoleMark>(parameters => parameters.Add(component => component.Role, Role.Objection).Add(component => component.Says, "objection to this step"));

        Assert.Equal("objection to this step", mark.Find(".role-objection").TextContent);
    }

    private static string Shape<T>(IRenderedComponent<T> mark)
        where T : Microsoft.AspNetCore.Components.IComponent => mark.Find("path").GetAttribute("d")!;
}
