using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages of the archives of Mailman 3.</summary>
public sealed class HyperKittyPageTests
{
    private static string Mail(string key, string name, string body, string date, string sent, string time, string more = "", bool isFirst = false) => $"""
        <div class="email{(isFirst ? " email-first" : "")}"><div id="{key}" class="email-header"><div class="gravatar-wrapper d-flex"><div class="email-author d-flex"><h2 class="name"><a href="/users/{key}/">{name}</a></h2></div></div>
        <div class="email-date right">{(date.Length > 0 ? $"<span class=\"date d-none\">{date}</span><span class=\"date d-sm-none\">{date} 'x</span>" : "")}<div class="time"><span title="Sender's time: {sent}">{time}</span></div></div>{more}</div>
        <div class="email-body ">{body}</div>
        <div class="email-info"><div class="likeform-wrapper right"><div class="messagelink"><a href="/list/debate@lists.example.org/message/{key}/"><i></i></a></div></div><a class="btn reply-mailto" href="mailto:debate@lists.example.org?Subject=Re%3A&amp;In-Reply-To=&lt;{key}%40m.example&gt;">Use email software</a></div></div>
        """;

    private static string Page(string sort, string replies) => $"""
        <html><head><title>On maps - debate - lists.example.org</title></head><body><div class="thread-header"><h3>On maps</h3></div><div id="thread-content">
        {Mail("K1", "Ada", "<p>Maps help people to find what nobody has answered.</p>", "31 Dec 2023", "Jan. 1, 2024, 1 a.m.", "11 p.m.", isFirst: true)}
        <p class="sort-mode"><a href="/list/debate@lists.example.org/thread/K1/?sort={sort}">Show replies</a></p><div class="replies">{replies}</div></div>
        <section id="thread-overview-info"><div><i></i>4 comments</div><div>5 participants</div></section></body></html>
        """;

    [Fact]
    public void Answers_are_set_in_but_for_those_to_the_first_mail()
    {
        var thread = Samples.Read(Page("date",
            $"""<div class="odd">{Mail("K2", "Bo", "On Sunday Ada wrote:\n<div class=\"quoted-switch\"><a href=\"#\">...</a></div><div class=\"quoted-text quoted-text-0\"> find what nobody\n has answered. </div>Why would they?", "1 Jan", "Jan. 1, 2024, noon", "noon")}</div>""" +
            $"""<div class="even" style="margin-left:2em;">{Mail("K3", "Cy", "<blockquote class=\"blockquote\"><div class=\"quoted-switch\"><a href=\"#\">…</a></div><div class=\"quoted-text quoted-text-0\"><p>Why would they?</p></div></blockquote><p>Because.</p>", "", "Sept. 1, 2024, 10:30 a.m.", "10:30 a.m.")}</div>""" +
            $"""<div class="odd" style="margin-left:4em;">{Mail("K4", "Dee", "<p>I see.</p>", "3 Feb", "Feb. 3, 2024, 4 p.m.", "3 p.m.", "<div class=\"subject\">New subject: Charts</div>")}</div>""" +
            $"""<div class="even">{Mail("K5", "Eve", "<p>No.</p>", "", "Feb. 3, 2024, 4:05 p.m.", "3:05 p.m.")}</div>"""));

        Assert.Equal([("K1@m.example", null), ("K2@m.example", "K1@m.example"), ("K3@m.example", "K2@m.example"), ("K4@m.example", "K3@m.example"), ("K5@m.example", "K1@m.example")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(["2023-12-31 23:00", "2024-01-01 12:00", "2024-09-01 10:30", "2024-02-03 15:00", "2024-02-03 15:05"], thread.Posts.Select(post => post.CreatedAt?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([("K1@m.example", "find what nobody\nhas answered.", 1), ("K2@m.example", "Why would they?", 1)], thread.Posts.SelectMany(post => post.Quotes).Select(quote => (quote.PostId, quote.Text, quote.Depth)));
        Assert.Equal(("hyperkitty-page", "On maps", "Charts", 5, 5), (thread.Format, thread.Title, thread.Posts[3].Title, thread.Report.StatedCount, thread.Report.AddressesDropped));
    }

    [Fact]
    public void Answers_shown_by_time_answer_whom_they_quote()
    {
        var thread = Samples.Read(Page("thread",
            $"<div class=\"odd\">{Mail("K2", "Bo", "<p>Nobody ever looks at any of them.</p>", "1 Jan", "Jan. 1, 2024, noon", "noon")}</div>" +
            $"<div class=\"even\">{Mail("K3", "Cy", "<blockquote><div class=\"quoted-text\"><p>Nobody ever looks at any of them.</p></div></blockquote><p>I do.</p>", "", "Jan. 1, 2024, 1 p.m.", "1 p.m.")}</div>"));

        Assert.Equal([("K1@m.example", null, ParentFrom.None), ("K2@m.example", "K1@m.example", ParentFrom.Thread), ("K3@m.example", "K2@m.example", ParentFrom.Quote)], thread.Posts.Select(post => (post.Id, post.ParentId, post.ParentFrom)));
    }

    [Theory]
    [InlineData("<div id=\"K2\" class=\"email-header\">")]
    [InlineData("<div class=\"email\">")]
    [InlineData("<div class=\"email-author d-flex\">")]
    public void A_mail_that_lost_a_tag_keeps_its_words_and_key(string lost)
    {
        var page = Page("date", $"<div class=\"odd\">{Mail("K2", "Bo", "<p>Nobody ever looks at any of them.</p>", "1 Jan", "Jan. 1, 2024, noon", "noon")}</div><div class=\"even\">{Mail("K3", "Cy", "<p>I do.</p>", "", "Jan. 1, 2024, 1 p.m.", "1 p.m.")}</div>");
        Assert.Contains(lost, page, StringComparison.Ordinal);

        var thread = Samples.Read(page.Remove(page.IndexOf(lost, StringComparison.Ordinal), lost.Length));

        Assert.Equal([("K1@m.example", "Ada", 1), ("K2@m.example", "Bo", 1), ("K3@m.example", "Cy", 1)], thread.Posts.Select(post => (post.Id, post.Author.Name, thread.Posts.Count(other => other.Body == post.Body))));
    }
}
