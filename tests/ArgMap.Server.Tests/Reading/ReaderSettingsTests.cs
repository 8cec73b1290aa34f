using System.Net;
using ArgMap.Argumentation.Layout;
using ArgMap.Server.Reading;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Reading;

public sealed class ReaderSettingsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private const string Path = "/reader-settings";

    [Fact]
    public void What_is_chosen_comes_back_from_the_cookie()
    {
        var chosen = new ReaderSettings { Direction = TreeDirection.TopDown, Density = Density.Compact, Theme = Theme.Dark, Depth = 5, Wheel = Wheel.Zooms };

        Assert.Equal(chosen, ReaderSettings.Parse(chosen.ToString()));
        Assert.Equal(ReaderSettings.Default, ReaderSettings.Parse(ReaderSettings.Default.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2.11111")]
    [InlineData("1.99999")]
    [InlineData("1.-----")]
    [InlineData("1.٣٣٣٣٣")]
    [InlineData("<script>alert(1)</script>")]
    public void A_cookie_that_makes_no_sense_is_passed_over(string? cookie) => Assert.Equal(ReaderSettings.Default, ReaderSettings.Parse(cookie));

    [Fact]
    public void A_cookie_with_one_bad_part_keeps_the_others() =>
        Assert.Equal(new ReaderSettings { Theme = Theme.Light, Wheel = Wheel.Zooms }, ReaderSettings.Parse("1.x71?1 and more"));

    [Fact]
    public void Pictures_are_shared_by_readers_who_differ_in_colours_or_the_wheel_only()
    {
        var plain = ReaderSettings.Default;

        Assert.Equal(plain.PictureKey, (plain with { Theme = Theme.Dark, Wheel = Wheel.Zooms }).PictureKey);
        Assert.Equal(4, new[] { plain, plain with { Direction = TreeDirection.TopDown }, plain with { Density = Density.Compact }, plain with { Depth = 2 } }.Select(settings => settings.PictureKey).Distinct().Count());
    }

    [Fact]
    public async Task A_reader_without_an_account_chooses_the_colours_of_every_page()
    {
        using var reader = OfThisSite();

        var answer = await reader.Submit(Path + "?returnUrl=%2Fsign-up-later%3Fa%3Db", Path, ("theme", "dark"), ("wheel", "zooms"));

        Assert.Equal((HttpStatusCode.SeeOther, "/sign-up-later?a=b"), (answer.Status, answer.Location));
        Assert.Equal("argmap-reader=1.00201; max-age=31536000; path=/; samesite=lax", answer.Headers["Set-Cookie"]);
        foreach (var page in new[] { "/", "/sign-in", Path, "/nowhere" })
        {
            var html = (await reader.Get(page)).Document.DocumentElement;
            Assert.Equal((page, "dark", "zooms"), (page, html.GetAttribute("data-theme"), html.GetAttribute("data-wheel")));
        }

        var form = await reader.Get(Path);
        Assert.True(form.Document.QuerySelector("#reading-theme-dark")!.HasAttribute("checked"));
        Assert.True(form.Document.QuerySelector("#reading-direction-sideways")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Whoever_goes_back_to_what_everyone_gets_has_no_cookie_any_more()
    {
        using var reader = OfThisSite();
        await reader.Submit(Path, Path, ("theme", "dark"));

        var answer = await reader.Submit(Path, Path, ("theme", "system"));

        Assert.Contains("argmap-reader=; expires=", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
        Assert.False((await reader.Follow(answer)).Document.DocumentElement.HasAttribute("data-theme"));
    }

    [Fact]
    public async Task A_form_with_one_field_leaves_the_other_settings_alone()
    {
        using var reader = OfThisSite();
        await reader.Submit(Path, Path, ("theme", "light"), ("depth", "3"));

        await Debate.Post(reader, Path, null, ("direction", "downwards"));

        Assert.Contains("1.10130", (await reader.Submit(Path, Path)).Headers["Set-Cookie"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme", "blue", "“blue” is none of the choices for “Colours”. They are: as the system, light, dark.")]
    [InlineData("depth", "4", "“4” is none of the choices for “Levels shown at first”. They are: as many as fit, 1, 2, 3, 5.")]
    [InlineData("direction", "<b>", "“<b>” is none of the choices for “The map grows”. They are: sideways, downwards.")]
    public async Task What_cannot_be_chosen_is_told_and_changes_nothing(string field, string value, string message)
    {
        using var reader = OfThisSite();

        var answer = await reader.Submit(Path, Path, (field, value), ("wheel", "zooms"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Headers.ContainsKey("Set-Cookie"));
        Assert.NotNull(answer.Document.QuerySelector($"[id=reading-{field}-error]"));
        Assert.Contains(answer.Document.QuerySelectorAll(".error-summary a"), link => link.GetAttribute("href") == $"#reading-{field}");
        Assert.True(answer.Document.QuerySelector("#reading-wheel-zooms")!.HasAttribute("checked"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "said")]
    public async Task A_form_of_another_site_changes_nothing(string header, string value)
    {
        using var reader = app.Anonymous();
        reader.Http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        var answer = await reader.Submit(Path, Path, ("theme", "dark"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("so nothing was changed", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Headers.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public async Task A_browser_that_only_names_the_origin_is_believed()
    {
        using var reader = app.Anonymous();
        reader.Http.DefaultRequestHeaders.TryAddWithoutValidation("Origin", "http://localhost");

        Assert.Equal(HttpStatusCode.SeeOther, (await reader.Submit(Path, Path, ("theme", "dark"))).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task It_leads_back_to_this_site_only(string address)
    {
        using var reader = OfThisSite();

        Assert.Equal("/", (await reader.Submit($"{Path}?returnUrl={Uri.EscapeDataString(address)}", Path, ("theme", "dark"))).Location);
    }

    private Browser OfThisSite()
    {
        var browser = app.Anonymous();
        browser.Http.DefaultRequestHeaders.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return browser;
    }
}
