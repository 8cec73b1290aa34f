using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Mail programs quote more than what somebody wrote: who wrote it, and what stands below.</summary>
public sealed class QuotedAlongTests
{
    private const string Written = "Maps help us to find what nobody has answered yet.\n\nThey take long to draw.";

    [Theory]
    [InlineData("> On 1 Jan 2024, at 10:00, Ada L <ada@example.org> wrote:\n>\n", "", "Ada L")]
    [InlineData("> On Mon, Jan 1, 2024 at 10:00 AM Ada L\n> <ada@example.org> wrote:\n>\n", "", "Ada L")]
    [InlineData("> Am 01.01.2024 um 10:00 schrieb Ada L <ada@example.org>:\n> \n", "", "Ada L")]
    [InlineData("> From: Ada L <ada@example.org>\n> Sent: Monday, January 1, 2024 10:00\n> To: maps\n> Subject: Maps\n>\n", "", "Ada L")]
    [InlineData("Ada L wrote:\n\n> -----BEGIN PGP SIGNED MESSAGE-----\n> Hash: SHA256\n>\n", "\n> -----BEGIN PGP SIGNATURE-----\n>\n> iQEz\n> -----END PGP SIGNATURE-----", "Ada L")]
    [InlineData("Ada L wrote:\n\n> CAUTION: This email originated from outside of the organization.\n> Do not click links you do not know.\n", "", "Ada L")]
    [InlineData("Ada L wrote:\n\n", "\n>\n> -- \n> Ada L\n> https://ada.example", "Ada L")]
    [InlineData("Ada L wrote:\n\n", "\n> _______________________________________________\n> maps mailing list\n> https://lists.example/listinfo/maps", "Ada L")]
    public void Are_no_part_of_the_quoted_words(string above, string below, string author)
    {
        var quote = "> " + Written.Replace("\n", "\n> ", StringComparison.Ordinal).Replace("> \n", ">\n", StringComparison.Ordinal);

        var thread = Samples.Read(Mail("1", Written, null) + Mail("2", "Do they?\n\n" + above + quote + below, "1"));

        var found = Assert.Single(thread.Posts[1].Quotes);
        Assert.Equal((QuoteState.Exact, "1@a", author), (found.State, found.PostId, found.StatedAuthor));
        Assert.Equal(quote[2..], thread.Posts[1].Body.Substring(found.Start, found.Length));
    }

    [Fact]
    public void Of_a_quote_in_a_quote_stand_between_the_two_and_are_none()
    {
        var thread = Samples.Read(Mail("1", "Maps help us to find what nobody has answered yet.", null) + Mail("2", "> On 2 Jan 2024, at 10:00, Bo <bo@example.org> wrote:\n>\n>> On 1 Jan 2024, at 10:00, Ada <ada@example.org> wrote:\n>>\n>> Maps help us to find what nobody has answered yet.\n\nNo.", "1"));

        Assert.Equal((QuoteState.Exact, "1@a", "Ada"), Assert.Single(thread.Posts[1].Quotes) is var quote ? (quote.State, quote.PostId, quote.StatedAuthor) : default);
    }

    [Fact]
    public void Boards_link_who_said_it_and_where()
    {
        var thread = Samples.Read("""{"tid":7,"title":"Maps","posts":[{"pid":101,"tid":7,"content":"<p>Maps help us to find what nobody has answered yet.</p>","timestamp":1704103200000,"user":{"username":"ada"}},{"pid":102,"tid":7,"toPid":101,"content":"<blockquote><p><a href=\"/user/ada\">@ada</a> <a href=\"https://n.example/post/101\">said</a>:</p><blockquote><p>Maps help us to find what nobody has answered yet.</p></blockquote></blockquote><p>No.</p>","timestamp":1704103201000,"user":{"username":"bo"}}]}""");

        Assert.Equal((QuoteState.Exact, "ada"), Assert.Single(thread.Posts[1].Quotes) is var quote ? (quote.State, quote.StatedAuthor) : default);
    }

    [Fact]
    public void Notices_of_GitHub_are_quoted_in_answers_by_mail()
    {
        var thread = Samples.Read("""
            [{"url":"https://api.github.com/repos/o/r/issues/5","html_url":"https://github.com/o/r/issues/5","number":5,"title":"Maps","user":{"login":"ada"},"body":"Maps help us to find what nobody has answered yet."},
             {"url":"https://api.github.com/repos/o/r/issues/comments/1","html_url":"https://github.com/o/r/issues/5#issuecomment-1","id":1,"user":{"login":"bo"},"body":"Do they?\r\n\r\nOn Mon, Jan 1, 2024 at 10:00 AM ada ***@***.***> wrote:\r\n\r\n> Maps help us to find what nobody has answered yet.\r\n>\r\n> —\r\n> Reply to this email directly, view it on GitHub\r\n> <https://github.com/o/r/issues/5>, or unsubscribe\r\n> <https://github.com/notifications/unsubscribe-auth/A>\r\n> .\r\n>\r\n"}]
            """);

        Assert.Equal((QuoteState.Exact, "o/r#5"), Assert.Single(thread.Posts[1].Quotes) is var quote ? (quote.State, quote.PostId) : default);
    }

    [Fact]
    public void Somebody_s_own_words_may_end_as_if_they_said_who_wrote()
    {
        var thread = Samples.Read(Mail("1", "As my mother always said:\nMaps help us to find what nobody has answered yet.", null) + Mail("2", "> As my mother always said:\n> Maps help us to find what nobody has answered yet.\n\nNo.", "1"));

        Assert.StartsWith("As my mother", thread.Posts[1].Body[Assert.Single(thread.Posts[1].Quotes).Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=\"B\"", "--B\nContent-Type: text/html\n\n<p>Maps help.</p>\n--B\nContent-Type: text/plain\n\n_______________________________________________\nmaps mailing list\nhttps://lists.example/listinfo/maps\n--B--")]
    [InlineData("multipart/alternative; boundary=B", "--B\nContent-Type: text/plain\n\n \n--B\nContent-Type: text/html\n\n<p>Maps help.</p>\n--B--")]
    [InlineData("multipart/mixed; boundary=B", "--B\nContent-Type: text/html\n\n<html><body><p>Maps</p></body></html>\n--B\nContent-Type: image/png\n\nx\n--B\nContent-Type: text/html\n\n<html><body>help.</body></html>\n--B--")]
    [InlineData("text/plain", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nMaps help.\n- -- \nAda\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----")]
    public void What_was_written_is_found_beside_what_was_not(string type, string parts)
    {
        var thread = Samples.Read($"From x Mon Jan  1 10:00:00 2024\nFrom: Ada <a@example.org>\nDate: 1 Jan 24 10:00 +0000\nSubject: Maps\nMessage-ID: <1@a>\nContent-Type: {type}\n\n{parts}\n\n");

        Assert.Equal(("Maps help.", 10), Assert.Single(thread.Posts) is var post ? (post.Body.Replace("\n\n", " ", StringComparison.Ordinal), post.CreatedAt?.Hour) : default);
    }

    private static string Mail(string key, string words, string? answers) =>
        $"From x Mon Jan  1 10:00:00 2024\nFrom: A{key} <a{key}@example.org>\nDate: Mon, 1 Jan 2024 1{key}:00:00 +0000\nSubject: {(answers is null ? "" : "Re: ")}Maps\nMessage-ID: <{key}@a>\n{(answers is null ? "" : $"In-Reply-To: <{answers}@a>\n")}\n{words}\n\n";
}
