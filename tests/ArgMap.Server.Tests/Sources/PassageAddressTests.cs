using ArgMap.Server.Database;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Tests.Sources;

public sealed class PassageAddressTests
{
    [Theory]
    [InlineData("https://example.org/post", "words, here - and there", null, null, "https://example.org/post#:~:text=words%2C%20here%20%2D%20and%20there")]
    [InlineData("https://example.org/post#part", "words", null, null, "https://example.org/post#part")]
    [InlineData("https://example.org/post", "two\nlines", null, null, "https://example.org/post")]
    [InlineData("https://example.org/talk.mp3", null, 754, 790, "https://example.org/talk.mp3#t=754,790")]
    [InlineData("https://example.org/talk.mp3", null, 754, null, "https://example.org/talk.mp3#t=754")]
    [InlineData("https://www.youtube.com/watch?v=x", null, 754, null, "https://www.youtube.com/watch?v=x&t=754s")]
    [InlineData("https://youtu.be/x", "words", 754, null, "https://youtu.be/x?t=754s")]
    [InlineData("https://notyoutube.com/x", null, 5, null, "https://notyoutube.com/x#t=5")]
    [InlineData("https://example.org/", null, null, null, "https://example.org/")]
    [InlineData(null, "words", null, null, null)]
    public void An_address_names_the_passage_as_far_as_it_can(string? url, string? exact, int? start, int? end, string? expected) =>
        Assert.Equal(expected, PassageAddress.Of(new(
            7, new Thing(ThingKind.Node, 1), "A claim.", 3, "A source", Medium.Talk, url, false, exact, null, null, start, end, null, default, "Ada", default)));
}
