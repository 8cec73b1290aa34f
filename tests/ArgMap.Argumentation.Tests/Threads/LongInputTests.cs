using System.IO.Compression;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class LongInputTests
{
    // More than is held of the bytes of JSON, and of the table over them.
    private const int Many = 20_000;

    [Fact]
    public void Every_post_of_long_json_is_read_as_one_of_short_json()
    {
        var thread = ThreadReading.Read([Input(Json(Many))]);

        Assert.Equal(Enumerable.Range(0, Many).Select(Body), thread.Posts.Select(post => post.Body));
        Assert.Equal(["c-0", "c-1"], thread.Posts.Take(2).Select(post => post.Id));
        Assert.Empty(thread.Report.Damages);
        Assert.Equal(("utf-8", Many), (thread.Report.Files[0].Encoding, thread.Report.Files[0].Found));
    }

    [Fact]
    public void A_fault_deep_in_long_json_is_named_by_its_place_and_costs_one_post()
    {
        var lines = Json(Many).Split('\n');
        lines[15_000] = lines[15_000].Replace("\"body\"", "\u0001\"body\"", StringComparison.Ordinal);

        var thread = ThreadReading.Read([Input(string.Join('\n', lines))]);

        Assert.StartsWith("line 15001, byte ", Assert.Single(thread.Report.Damages).Place, StringComparison.Ordinal);
        Assert.InRange(thread.Posts.Count, Many - 1, Many);
        Assert.Contains(thread.Posts, post => post.Id == $"c-{Many - 1}" && post.Body == Body(Many - 1));
    }

    [Fact]
    public void A_post_longer_than_a_page_of_memory_is_read_whole()
    {
        var body = string.Join(' ', Enumerable.Range(0, 60_000));

        var thread = ThreadReading.Read([Input(Json(3).Replace(Body(1), body, StringComparison.Ordinal))]);

        Assert.Equal([Body(0), body, Body(2)], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public void Json_in_another_encoding_is_read_in_it()
    {
        var json = Json(3).Replace("word", "été", StringComparison.Ordinal);
        byte[][] written = [Encoding.Latin1.GetBytes(json), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(json)], Encoding.BigEndianUnicode.GetBytes(json), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)]];

        var threads = written.Select(bytes => ThreadReading.Read([new ThreadInput("thread.json", bytes)])).ToList();

        Assert.Equal(["windows-1252", "utf-16", "utf-16BE", "utf-8"], threads.Select(thread => thread.Report.Files[0].Encoding));
        Assert.All(threads, thread => Assert.Equal(Enumerable.Range(0, 3).Select(number => Body(number).Replace("word", "été", StringComparison.Ordinal)), thread.Posts.Select(post => post.Body)));
        Assert.All(threads, thread => Assert.Empty(thread.Report.Damages));
    }

    [Fact]
    public void What_can_be_read_only_once_or_is_compressed_is_read_like_a_file()
    {
        var bytes = Encoding.UTF8.GetBytes(Json(Many));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        ThreadInput[] inputs = [ThreadInput.Copied("standard input", new MemoryStream(bytes)), ThreadInput.Copied("standard input", new MemoryStream(packed.ToArray())), new("thread.json.gz", packed.ToArray())];

        Assert.All(inputs, input => Assert.Equal(Enumerable.Range(0, Many).Select(Body), ThreadReading.Read([input]).Posts.Select(post => post.Body)));
    }

    [Fact]
    public void More_posts_than_are_wanted_are_refused_as_soon_as_they_are_found()
    {
        Assert.Equal(3, ThreadReading.Read([Input(Json(3)), Input(Json(3))], mostPosts: 3).Posts.Count);

        var refused = Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([Input(Json(2_000))], mostPosts: 1_000));

        Assert.Equal("The thread has more than 1,000 posts, and no more can be brought in. Give a part of it.", refused.Message);
    }

    [Fact]
    public void What_would_have_to_be_held_whole_is_refused_when_it_is_too_long()
    {
        var page = "<!DOCTYPE html><html><body>" + string.Concat(Enumerable.Repeat("<p>a</p>", 200_000)) + "</body></html>";
        var text = new ThreadInput("pasted.txt", () => new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("So be it.\n", 3_400_000)))));

        Assert.StartsWith("page.html is a page with 400,005 tags, and at most 400,000 are read at once.", Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([new ThreadInput("page.html", Encoding.UTF8.GetBytes(page))])).Message, StringComparison.Ordinal);
        Assert.StartsWith("pasted.txt has 32.4 MB.", Assert.Throws<ThreadFormatException>(() => ThreadReading.Read([text])).Message, StringComparison.Ordinal);
    }

    private static ThreadInput Input(string json) => new("thread.json", Encoding.UTF8.GetBytes(json));

    private static string Body(int number) => $"word {number} and " + string.Join(" and ", Enumerable.Range(number, 40));

    private static string Json(int posts) =>
        "{\"comments\":[" + string.Join(",\n", Enumerable.Range(0, posts).Select(number => $"{{\"id\":\"c-{number}\",\"author\":\"Ada\",\"likes\":[1,2,3],\"flags\":{{\"pinned\":false,\"edited\":false}},\"body\":\"{Body(number)}\"}}")) + "]}";
}
