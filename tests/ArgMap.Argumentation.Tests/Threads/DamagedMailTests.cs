using System.Text;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Mail and packed pages that lost a part of how they are put together: what is left is read, and the report says where something is missing. The words are ours.</summary>
public sealed class DamagedMailTests
{
    private const string Said = "Maps help people to find what nobody has answered yet, and they show where a debate stands.\nThat is why one draws them at all, and why one looks at them again.\n";

    private static string Archive(string body, string more = "Content-Type: text/plain\n") =>
        $"From ada Mon Jan  1 10:00:00 2024\nFrom: Ada <ada@l.example>\nSubject: On maps\nDate: Mon, 1 Jan 2024 10:00:00 +0000\nMessage-ID: <1@l.example>\nMIME-Version: 1.0\n{more}{body}\nFrom bo Mon Jan  1 11:00:00 2024\nFrom: Bo <bo@l.example>\nSubject: Re: On maps\nMessage-ID: <2@l.example>\nIn-Reply-To: <1@l.example>\n\nNo.\n";

    [Fact]
    public void Words_that_follow_a_head_without_its_end_are_no_head()
    {
        var thread = Samples.Read(Archive("Why do maps help?\nThey show what is missing.\n\nDo they not?\n", "Content-Ty"));

        Assert.Equal([("Ada", "Content-TyWhy do maps help?\nThey show what is missing.\n\nDo they not?"), ("Bo", "No.")], thread.Posts.Select(post => (post.Author.Name, post.Body)));
        Assert.Contains(thread.Report.Damages, damage => damage.What.StartsWith("The head of a mail breaks off", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_lost_its_beginning_within_a_head_ends_nothing()
    {
        var thread = Samples.Read(Archive("\nMaps help.\n", "wrapped by a program\nthat sets nothing in\nX-Mailer: a\n"));

        Assert.Equal(("Maps help.", 0), (thread.Posts[0].Body, thread.Report.DamageCount));
    }

    [Theory]
    [InlineData("Content-Type: multipart/alternative\n")]
    [InlineData("Content-Type: multipart/alternative; boundary=\"=_b1x8\"\n")]
    [InlineData("Content-Ty\n")]
    public void Parts_show_what_stands_between_them_where_the_head_has_lost_it(string head)
    {
        var thread = Samples.Read(Archive("\n--=_b1x9\nContent-Type: text/plain\n\nMaps help.\n--=_b1x9\nContent-Type: text/html\n\n<p>Maps help.</p>\n--=_b1x9--\n", head));

        Assert.Equal(["Maps help.", "No."], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public void A_sign_that_base64_lost_costs_no_more_than_its_line()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Said + Said), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n");
        const string Head = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n";

        var (lost, wrong, whole) = (Samples.Read(Archive(encoded.Remove(10, 1) + "\n", Head)), Samples.Read(Archive(encoded[..10] + "?" + encoded[11..] + "\n", Head)), Samples.Read(Archive(encoded + "\n_______________\nMaps mailing list\n", Head)));

        Assert.All([lost, wrong], thread => Assert.EndsWith("and why one looks at them again.", thread.Posts[0].Body, StringComparison.Ordinal));
        Assert.All([lost, wrong], thread => Assert.Contains(thread.Report.Damages, damage => damage.What.Contains("base64", StringComparison.Ordinal)));
        Assert.Equal((Said + Said).TrimEnd(), whole.Posts[0].Body);
        Assert.Empty(whole.Report.Damages);
    }

    [Fact]
    public void A_digest_that_lost_its_beginning_is_the_mails_that_are_left()
    {
        var rule = new string('-', 30);
        var thread = Samples.Read($"help people, as I said.\n\nDo they not?\n\n{rule}\n\nMessage: 2\nDate: Mon, 1 Jan 2024 11:00:00 +0000\nFrom: Bo <bo@l.example>\nSubject: Re: On maps\nMessage-ID: <2@l.example>\n\nNo.\n\n{rule}\n\nMessage: 3\nFrom: Cy <cy@l.example>\nSubject: Re: On maps\nMessage-ID: <3@l.example>\nIn-Reply-To: <2@l.example>\n\nWhy not?\n\n{rule}\n\nEnd of Maps Digest, Vol 3, Issue 4\n**********************************\n");

        Assert.Equal(("mbox", 1), (thread.Format, thread.Report.DamageCount));
        Assert.Equal([(null, "help people, as I said.\n\nDo they not?", null), ("Bo", "No.", null), ("Cy", "Why not?", "2@l.example")], thread.Posts.Select(post => (post.Author.Name, post.Body, post.ParentId)));
    }

    [Theory]
    [InlineData("boundary=\"a1\"", "boundary=\"a2\"")]
    [InlineData("Content-Type: text/html\n", "Content-Ty\n")]
    [InlineData("Content-Type: text/html\nContent-Transfer-Encoding: ", "Content-Type: text/html")]
    [InlineData("From: <Saved by Blink>", null)]
    public void A_packed_page_that_lost_a_part_of_its_head_is_still_a_page(string lost, string? left)
    {
        const string Page = "<html><body>\n<div class=3D\"post\" id=3D\"p1\"><b class=3D\"author\">Ada</b> <time datetime=3D\"2024-01-01T10:00:00Z\">then</time><div class=3D\"content\">Maps help=\n people.</div></div>\n<div class=3D\"post\" id=3D\"p2\"><b class=3D\"author\">Bo</b> <time datetime=3D\"2024-01-01T11:00:00Z\">then</time><div class=3D\"content\">No, they do not.</div></div>\n</body></html>\n";
        const string Packed = $"From: <Saved by Blink>\nSnapshot-Content-Location: https://forum.example.org/1\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"a1\"\n\n--a1\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{Page}--a1\nContent-Type: text/css\n\n.post {{ color: red; }}\n--a1--\n";
        Assert.Contains(lost, Packed, StringComparison.Ordinal);

        // Without a beginning it begins within the page.
        var thread = Samples.Read(left is null ? Packed[Packed.IndexOf("<div", StringComparison.Ordinal)..] : Packed.Replace(lost, left, StringComparison.Ordinal));

        Assert.Equal([("1", "Ada", "Maps help people."), ("2", "Bo", "No, they do not.")], thread.Posts.Select(post => (post.Id, post.Author.Name, post.Body)));
        Assert.Equal(11, thread.Posts[1].CreatedAt?.Hour);
    }
}
