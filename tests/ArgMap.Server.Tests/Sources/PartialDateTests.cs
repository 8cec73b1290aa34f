using ArgMap.Server.Sources;

namespace ArgMap.Server.Tests.Sources;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023-02", "February 2023")]
    [InlineData("2023-02-21", "21 February 2023")]
    [InlineData("2024-02-29", "29 February 2024")]
    [InlineData("0399", "399")]
    public void A_date_is_known_to_the_year_the_month_or_the_day(string typed, string words)
    {
        Assert.True(PartialDate.TryParse(typed, out var date));
        Assert.Equal((typed, words), (date.ToString(), date.InWords()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023-02-30")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-2")]
    [InlineData("23")]
    [InlineData("0000")]
    [InlineData("21.02.2023")]
    [InlineData("last spring")]
    public void What_no_calendar_has_is_not_a_date(string? typed) => Assert.False(PartialDate.TryParse(typed, out _));
}
