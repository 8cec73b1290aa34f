using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Chats and mails as people copy them.</summary>
public sealed class CopiedTalkTests
{
    private static string[] Told(ForumThread thread) => [.. thread.Posts.Select(post => $"{post.Author.Name ?? "?"}: {post.Body}")];

    [Fact]
    public void Slack_shows_the_time_again_beside_what_is_said_next()
    {
        var thread = Samples.Read(CopiedSites.Slack);

        Assert.Equal(["Ada Quist: Maps help people who read debates.\nThey are short.", "Bo Li: Which people do you mean?", "Cy: No.\nThey hide things.", "Ada Quist: Which things? (edited)"], Told(thread));
    }

    [Fact]
    public void Discord_with_marks_on_lines_of_their_own()
    {
        var thread = Samples.Read(CopiedSites.Discord);

        Assert.Equal(["ada: Maps help people who read debates.\nThey are short.", "bo_li: Which people do you mean?", "ada: those who read"], Told(thread));
    }

    [Fact]
    public void The_export_of_a_chat_has_messages_of_several_lines_and_notices()
    {
        var thread = Samples.Read(CopiedSites.WhatsApp);

        Assert.Equal(["Ada Quist: Maps help people who read debates.\nThey are short.\n\nReally.", "Bo Li: Which people do you mean?", "Ada Quist: Those who read: I know three.", "Bo Li: ", "Bo Li: Note: 10:30 is lunch"], Told(thread));
        Assert.Equal((PostState.DeletedByAuthor, 3), (thread.Posts[3].State, thread.Report.LeftOut["notices of the chat"]));
    }

    [Fact]
    public void A_log_of_a_channel()
    {
        var thread = Samples.Read(CopiedSites.Irc);

        Assert.Equal(["ada: Maps help people who read debates.", "ada: They are short.", "bo_li: ada: which people do you mean?", "ada: bo_li: those who read"], Told(thread));
    }

    [Fact]
    public void A_conversation_in_a_mailbox()
    {
        var thread = Samples.Read(CopiedSites.Mailbox);

        Assert.Equal("Do maps help?", thread.Title);
        Assert.Equal(["Ada Quist", "Bo Li", "Ada Quist"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal("Maps help people who read debates.\n\nThey are short.\n\nAda", thread.Posts[0].Body);
        Assert.DoesNotContain(thread.Posts, post => post.Body.Contains("@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mail_over_those_that_it_answers()
    {
        var thread = Samples.Read(CopiedSites.Outlook);

        Assert.Equal("Do maps help?", thread.Title);
        Assert.Equal(["Ada Quist: Maps help people who read debates.\n\nThey are short.", "Bo Li: Which people do you mean?", "Ada Quist: Those who read.", "?: No, they do not. Those who read have no need of them.\n\nBo"], Told(thread));
        Assert.Equal([null, 0, 1, 2], thread.Posts.Select(post => post.ParentId is { } parent ? thread.Posts.ToList().FindIndex(other => other.Id == parent) : (int?)null));
    }

    [Fact]
    public void A_mail_under_a_mail_under_a_mail_is_a_quote_of_a_quote()
    {
        var thread = Samples.Read("From ada Mon Mar  4 21:21:00 2019\nFrom: Ada L <ada@example.org>\nMessage-ID: <m1@x>\nSubject: Maps\nDate: Mon, 4 Mar 2019 21:21:00 +0000\n\nMaps help people who read.\n\nFrom bo Mon Mar  4 22:21:00 2019\nFrom: Bo <bo@example.org>\nMessage-ID: <m2@x>\nIn-Reply-To: <m1@x>\nSubject: Re: Maps\nDate: Mon, 4 Mar 2019 22:21:00 +0000\n\nWhich people would that be?\n\nFrom ada Mon Mar  4 23:21:00 2019\nFrom: Ada L <ada@example.org>\nMessage-ID: <m3@x>\nIn-Reply-To: <m2@x>\nSubject: Re: Maps\nDate: Mon, 4 Mar 2019 23:21:00 +0000\n\nThose I know.\n\nFrom: Bo <bo@example.org>\nSent: Monday, March 4, 2019 22:21\nTo: Ada L\nSubject: Re: Maps\n\nWhich people would that be?\n\nFrom: Ada L <ada@example.org>\nSent: Monday, March 4, 2019 21:21\nTo: Bo\nSubject: Maps\n\nMaps help people who read.\n");

        Assert.Equal([(1, "m2@x"), (2, "m1@x")], thread.Post("m3@x").Quotes.Select(quote => (quote.Depth, quote.PostId)));
    }

    [Fact]
    public void A_mail_that_ends_with_all_it_answers_is_a_conversation()
    {
        var thread = Samples.Read(CopiedSites.QuotedMails);

        Assert.Equal(["Ada Quist: Maps help people who read debates.\n\nThey are short.", "Bo Li: Which people do you mean?", "Ada Quist: Those who read.", "?: I do not agree."], Told(thread));
        Assert.Equal(4, thread.Posts.Select(post => post.ParentId).Distinct().Count());
    }

    [Fact]
    public void A_mail_that_answers_piece_by_piece_is_one_post_without_addresses()
    {
        var post = Assert.Single(Samples.Read(CopiedSites.AnsweredPieces).Posts);

        Assert.Equal(2, post.Quotes.Count);
        Assert.DoesNotContain("@example.org", post.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I agree with one thing.\n\nAs Ada wrote:\n\n> Maps help.")]
    [InlineData("The day goes like this.\n\nBreakfast\n8:00 AM\nBread and tea.\n\nWalk\n9:00 AM\nTo the lake.")]
    [InlineData("10:02 is when it began: I was there.\nNobody else came.")]
    [InlineData("I agree.\n\nFrom: here to there it is not far.\nDate: unknown.")]
    public void A_text_with_times_or_labels_stays_one(string text) => Assert.Equal([text], Samples.Read(text).Posts.Select(post => post.Body));
}
