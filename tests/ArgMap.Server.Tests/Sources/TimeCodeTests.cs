using ArgMap.Server.Sources;

namespace ArgMap.Server.Tests.Sources;

public sealed class TimeCodeTests
{
    [Theory]
    [InlineData("12:34", 754, "12:34")]
    [InlineData("0:05", 5, "0:05")]
    [InlineData("1:02:03", 3723, "1:02:03")]
    [InlineData("754", 754, "12:34")]
    [InlineData("75:30", 4530, "1:15:30")]
    [InlineData(" 12:34 ", 754, "12:34")]
    [InlineData("99:59:59", TimeCode.MaxSeconds, "99:59:59")]
    public void A_time_is_read_in_every_usual_form_and_written_in_one(string typed, int seconds, string written)
    {
        Assert.True(TimeCode.TryParse(typed, out var time));
        Assert.Equal((seconds, written), (time.Seconds, time.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12:60")]
    [InlineData("12:5")]
    [InlineData("1:75:00")]
    [InlineData("1:2:3")]
    [InlineData("1:02:03:04")]
    [InlineData("-5")]
    [InlineData("12:-4")]
    [InlineData("12.34")]
    [InlineData("soon")]
    [InlineData(":30")]
    [InlineData("100:00:00")]
    [InlineData("99999999999")]
    [InlineData("2147483647:00:00")]
    public void What_is_no_time_is_not_read_as_one(string? typed) => Assert.False(TimeCode.TryParse(typed, out _));
}
