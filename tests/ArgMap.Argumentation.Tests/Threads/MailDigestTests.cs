using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Mails within mails: what a list sends together, and what one sends on.</summary>
public sealed class MailDigestTests
{
    private const string InParts = """
        From: maps-request@l.example
        Subject: Maps Digest, Vol 3, Issue 4
        Date: Mon, 01 Jan 2024 12:00:00 +0000
        Message-ID: <0@l.example>
        Content-Type: multipart/mixed; boundary="a"

        --a
        Content-Type: text/plain

        Send Maps mailing list submissions to maps@l.example
        --a
        Content-Type: multipart/digest; boundary="b"

        --b
        Content-Type: message/rfc822

        From: Ada <ada@l.example>
        Subject: On maps
        Date: Mon, 01 Jan 2024 10:00:00 +0000
        Message-ID: <1@l.example>

        Maps hélp.
        --b

        From: Bo <bo@l.example>
        Subject: Re: On maps
        Date: Mon, 01 Jan 2024 11:00:00 +0000
        Message-ID: <2@l.example>

        > Maps hélp.

        No.
        --b--
        --a--
        """;

    private const string AsText = """
        Send Maps mailing list submissions to
        	maps@l.example

        Today's Topics:

           1. On maps (Ada)
           2. Re: On maps (Bo)


        ----------------------------------------------------------------------

        Message: 1
        Date: Mon, 1 Jan 2024 10:00:00 +0000
        From: Ada <ada@l.example>
        Subject: On maps
        Message-ID: <1@l.example>
        Content-Type: text/plain; charset="iso-8859-1"

        Maps hélp.



        ------------------------------

        Message: 2
        Date: Mon, 1 Jan 2024 11:00:00 +0000
        From: Bo <bo@l.example>
        Subject: Re: On maps
        Message-ID: <2@l.example>

        > Maps hélp.

        No.

        ------------------------------

        Subject: Digest Footer

        _______________________________________________
        Maps mailing list


        ------------------------------

        End of Maps Digest, Vol 3, Issue 4
        **********************************
        """;

    private const string Head = """
        From: maps-request@l.example
        Subject: Maps Digest, Vol 3, Issue 4
        Content-Type: text/plain; charset="utf-8"
        Message-ID: <0@l.example>


        """;

    [Theory]
    [InlineData(InParts)]
    [InlineData(AsText)]
    [InlineData(Head + AsText)]
    public void A_digest_is_the_mails_in_it(string digest)
    {
        var thread = Samples.Read(digest);

        Assert.Equal(("mbox", "On maps"), (thread.Format, thread.Title));
        Assert.Equal([("1@l.example", "Ada", "Maps hélp.", null), ("2@l.example", "Bo", "> Maps hélp.\n\nNo.", "1@l.example")], thread.Posts.Select(post => (post.Id, post.Author.Name, post.Body, post.ParentId)));
        Assert.Equal((new DateTimeOffset(2024, 1, 1, 11, 0, 0, TimeSpan.Zero), QuoteState.Exact), (thread.Posts[1].CreatedAt, thread.Posts[1].Quotes[0].State));
    }

    [Fact]
    public void A_mail_that_is_sent_on_is_a_quote_of_its_writer()
    {
        var thread = Samples.Read("""
            From: Cy <cy@l.example>
            Subject: Fwd: On maps
            Message-ID: <3@l.example>
            Content-Type: multipart/mixed; boundary="a"

            --a
            Content-Type: text/plain

            I disagree.
            --a
            Content-Type: message/rfc822

            From: Ada <ada@l.example>
            Subject: On maps
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain

            Maps help.

            > Do they?
            --b
            Content-Type: text/html

            <p>Maps help.</p>
            --b--
            --a--
            """);

        Assert.Equal(("On maps", "I disagree.\n\nAda wrote:\n\n> Maps help.\n>\n>> Do they?"), (thread.Title, thread.Posts[0].Body));
        Assert.Equal("Ada", thread.Posts[0].Quotes[0].StatedAuthor);
    }

    [Fact]
    public void Marks_that_an_archive_puts_before_lines_are_taken_off_once()
    {
        var thread = Samples.Read("""
            From ada Mon Jan  1 10:00:00 2024
            From: Ada <ada@l.example>
            Subject: On maps
            Message-ID: <1@l.example>

            >From here on maps help.
            >>From there on they do not.
            """);

        Assert.Equal("From here on maps help.\n>From there on they do not.", thread.Posts[0].Body);
    }
}
