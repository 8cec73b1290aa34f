using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Exports of blogs and pages of wikis with what real ones have besides comments; the words are ours.</summary>
public sealed class BlogAndWikiTests
{
    [Fact]
    public void An_export_of_Movable_Type_has_articles_and_comments_and_no_addresses()
    {
        const string Export = "TITLE: On maps\nAUTHOR: Ada\nDATE: 03/04/2004 09:21:00 PM\nALLOW COMMENTS: 1\n-----\nBODY:\nMaps help by default.\n\nDo they not?\n-----\nEXTENDED BODY:\n\n-----\nCOMMENT:\nAUTHOR: Bo\nEMAIL: bo@example.org\nIP: 192.0.2.7\nURL: http://bo.example\nDATE: 03/05/2004 08:21:00 AM\nWhy would they?\n\nTell me.\n-----\nCOMMENT:\nAUTHOR: Cy\nEMAIL: \nIP: 192.0.2.8\nURL:\nDATE: 13/06/2004 08:21\n<blockquote>Maps help by default</blockquote>Do they?\n-----\nPING:\nTITLE: Other\nIP: 192.0.2.9\nExcerpt\n-----\n--------\nTITLE: Second\nAUTHOR: Ada\n-----\nBODY:\nNothing.\n-----\n--------\n";

        var thread = Samples.Read(Export);

        Assert.Equal(("movable-type", "On maps", 3, 3), (thread.Format, thread.Title, thread.Report.Posts, thread.Report.AddressesDropped));
        Assert.Equal([("Ada", null, "Maps help by default.\n\nDo they not?"), ("Bo", thread.Posts[0].Id, "Why would they?\n\nTell me."), ("Cy", thread.Posts[0].Id, "> Maps help by default\n\nDo they?")], thread.Posts.Select(post => (post.Author.Name!, post.ParentId, post.Body)));
        Assert.Equal([new DateTimeOffset(2004, 3, 4, 21, 21, 0, TimeSpan.Zero), new DateTimeOffset(2004, 3, 5, 8, 21, 0, TimeSpan.Zero), null], thread.Posts.Select(post => post.CreatedAt));
        Assert.Equal((1, 1, QuoteState.Exact), (thread.Report.LeftOut["articles without comments"], thread.Report.LeftOut["pingbacks and trackbacks"], thread.Posts[2].Quotes[0].State));
    }

    [Fact]
    public void The_template_and_the_settings_in_an_export_of_Blogger_are_no_posts()
    {
        static string Entry(string id, string kind, string title, string rest) => $"<entry><id>tag:blogger.com,1999:blog-1.{id}</id><published>2022-03-04T20:00:00Z</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{kind}'/><title>{title}</title><content type='html'>{title}</content>{rest}</entry>";
        const string Answers = "<thr:in-reply-to xmlns:thr='http://purl.org/syndication/thread/1.0' ref='tag:blogger.com,1999:blog-1.post-7'/>";

        var thread = Samples.Read($"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>A blog</title>{Entry("layout", "template", "Template", "")}{Entry("settings", "settings", "Settings", "")}{Entry("post-7", "post", "Maps help", "")}{Entry("post-8", "comment", "Why?", Answers)}</feed>");

        Assert.Equal(["Maps help", "Why?"], thread.Posts.Select(post => post.Body));
    }

    [Fact]
    public void A_talk_page_of_another_language_has_times_and_writers()
    {
        var thread = Samples.Read("""
            == Welche Maschine? ==
            Welche ist die beste? --[[Benutzer:Ada|Ada]] ([[Benutzer Diskussion:Ada|Diskussion]]) 21:21, 4. Mär. 2019 (CET)
            :{{hat|reason=off topic}} Die zweite. {{User|Bo}} 22:21, 4. Dez. 2019 (CET)
            ::Nein. <small>(''nicht [[Hilfe:Signatur|signierter]] Beitrag von'' [[Spezial:Beiträge/192.0.2.1|192.0.2.1]] ([[Benutzer Diskussion:192.0.2.1|Diskussion]]) 23:21, 5. Dez. 2019 (CET))</small>
            """);

        Assert.Equal([null, "2019-03-04T20:21", "2019-12-04T21:21", "2019-12-05T22:21"], thread.Posts.Select(post => post.CreatedAt?.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([("Ada", "Welche ist die beste?"), ("Bo", "Die zweite."), (null, "Nein.")], thread.Posts.Skip(1).Select(post => (post.Author.Name, post.Body.Trim())));
    }

    [Fact]
    public void The_address_that_signs_for_somebody_without_an_account_is_no_word_of_a_comment()
    {
        var thread = Samples.Read("""
            <!DOCTYPE html><html><head><title>Talk</title></head><body><div class="mw-parser-output"><h2 data-mw-thread-id="h-Which-20190304212100"><span data-mw-comment-start="" id="h-Which-20190304212100"></span>Which?<span data-mw-comment-end="h-Which-20190304212100"></span></h2>
            <p><span data-mw-comment-start="" id="c-192.0.2.7-20190304232100-Which"></span>None is. <a href="/wiki/Special:Contributions/192.0.2.7">192.0.2.7</a> 23:21, 4 March 2019 (UTC)<span data-mw-comment-end="c-192.0.2.7-20190304232100-Which"></span></p></div></body></html>
            """);

        Assert.Equal("None is.", thread.Posts[^1].Body);
    }

    [Theory]
    [InlineData("4. März 2019 21:21")]
    [InlineData("Mo., 4. Mär 2019, 21:21 Uhr")]
    [InlineData("lundi 4 mars 2019 à 21:21")]
    [InlineData("4 de marzo de 2019, 21:21")]
    [InlineData("4 марта 2019 г. 21:21")]
    public void A_month_is_known_in_other_languages(string written) =>
        Assert.Equal(new DateTimeOffset(2019, 3, 4, 21, 21, 0, TimeSpan.Zero), Samples.Read($"<!DOCTYPE html><html><head><title>Maps</title></head><body>{string.Concat(Enumerable.Range(1, 2).Select(number => $"<div class=\"comment\" id=\"comment-{number}\"><a class=\"author\" href=\"/u/{number}\">N{number}</a> <span class=\"date\">{written}</span><div class=\"comment-text\"><p>Maps help {number}.</p></div></div>"))}</body></html>").Posts[0].CreatedAt);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_of_four_bytes_a_character_is_read(bool isBigEndian)
    {
        var encoding = new System.Text.UTF32Encoding(isBigEndian, byteOrderMark: true);

        var thread = ThreadReading.Read([new ThreadInput("file", [.. encoding.GetPreamble(), .. encoding.GetBytes("""{"id":1,"type":"comment","by":"ada","time":1700000001,"text":"Bö 🙂"}""")])]);

        Assert.Equal("Bö 🙂", thread.Posts[0].Body);
    }
}
