using System.Net;
using System.Text;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Shell;

/// <summary>Forms as browsers send them and as nobody means them.</summary>
public sealed class OddFormsTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task A_character_that_nobody_sees_is_left_out_of_what_was_typed()
    {
        using var ada = await app.SignedInAs("Ada");

        var made = await ada.Submit("/maps/new", "/maps/new", ("title", "Does \0it hold?"), ("root", "Does it\0 hold?"));
        var refused = await ada.Submit("/maps/new", "/maps/new", ("title", "\0"), ("root", "Does it\0 hold?"));

        Assert.Equal((HttpStatusCode.SeeOther, "/m/does-it-hold"), (made.Status, made.Location));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Does it hold?", refused.Document.QuerySelector("#root")!.TextContent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16 * 1024)]
    public async Task It_is_left_out_wherever_a_form_is_cut_on_its_way(int atOnce)
    {
        var form = string.Concat(Enumerable.Range(0, 4_000).Select(number => (number % 5) switch { 0 => "%00%00", 1 => "a%2500", 2 => "%0", 3 => "%", _ => "x%20" })) + "%0";
        await using var without = new WithoutNuls(new InPieces(Encoding.ASCII.GetBytes(form), atOnce));
        using var all = new StreamReader(without, Encoding.ASCII);

        Assert.Equal(form.Replace("%00", "", StringComparison.Ordinal), await all.ReadToEndAsync(Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_changes_a_form_that_was_done_and_sends_it_again_is_told_in_words_of_people_and_can_send_it_once_more()
    {
        using var bea = await app.SignedInAs("Bea");
        var form = await bea.Get("/maps/new");
        await bea.Submit(form, "/maps/new", ("title", "First"), ("root", "Is it the first?"));

        var changed = await bea.Submit(form, "/maps/new", ("title", "Second"), ("root", "Is it the second?"));
        var tampered = await bea.Submit(form, "/maps/new", ("title", "Third"), ("root", "Is it the third?"), ("key", "a b"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("You sent this form once already", changed.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.All([changed, tampered], page => Assert.DoesNotContain(" key", page.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All([changed, tampered], page => Assert.Empty(page.Document.QuerySelectorAll(".error-summary a")));
        Assert.Equal("/m/second", (await bea.Submit(changed, "/maps/new")).Location);
        Assert.Equal("/m/third", (await bea.Submit(tampered, "/maps/new")).Location);
    }

    /// <summary>A body that comes a few bytes at a time.</summary>
    private sealed class InPieces(byte[] all, int atOnce) : MemoryStream(all)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(atOnce, buffer.Length)], cancellationToken);
    }
}
