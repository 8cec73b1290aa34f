using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Pages of Mastodon, which show one status between what it answers and the answers; the words are ours.</summary>
public sealed class MastodonPageTests
{
    private static string Drawn => Page($"""
        <div class="item-list">{Status("400", "zoe@old.example", "Do maps help?", "<div class=\"status__line\"></div>", "")}
        <div class="detailed-status__wrapper"><div class="detailed-status"><a href="/@ada" class="detailed-status__display-name"><span class="display-name"><bdi><strong class="display-name__html">Ada</strong></bdi> <span class="display-name__account">@ada@social.example</span></span></a><div class="status__content"><div class="status__content__text"><p>{Mention("zoe")} They show what hangs on what.</p></div></div><div class="media-gallery"><div class="media-gallery__item"><a class="media-gallery__item-thumbnail" href="https://files.example/plan.png"><img src="small.png" alt="A plan"></a></div></div><div class="detailed-status__meta"><a class="detailed-status__datetime" href="https://social.example/@ada/409"><time datetime="2023-11-14T22:13:20.000Z">Nov 14</time></a> · <a class="detailed-status__link"><span class="detailed-status__favorites">7</span>favorites</a></div></div></div>
        {Status("410", "bo@x.example", $"{Mention("ada")} Why would they?", "", "")}
        {Status("411", "ada", $"{Mention("bo")} One sees the gaps.", "<div class=\"status__line\"></div>", "", "<abbr title=\"Edited Nov 16, 2023, 10:00\"> *</abbr>")}
        {Status("412", "cy@y.example", $"{Mention("ada")} One case is no rule.", "<div class=\"status__line\"></div>", "status--first-in-thread")}
        {Status("413", "di@z.example", $"{Mention("bo@x.example")} I wonder too.", "", "status--first-in-thread")}
        {Status("414", "eve@z.example", "Lost.", "", "status--first-in-thread")}</div>
        """);

    private static string Served => Page($"""
        <div class="activity-stream h-entry">{Entry("400", "zoe", "<p>Do maps help?</p>", "h-cite p-in-reply-to entry-predecessor")}
        <div class="entry entry-center"><div class="detailed-status detailed-status--flex"><div class="p-author h-card"><a class="detailed-status__display-name u-url" href="https://social.example/@ada"><span class="display-name"><bdi><strong class="display-name__html p-name">Ada</strong></bdi><span class="display-name__account">@ada@social.example</span></span></a></div><div class="status__content"><div class="e-content"><p>They show what hangs on what.</p></div></div><div class="detailed-status__meta"><data class="dt-published" value="2023-11-14T22:13:20+00:00"></data><a class="detailed-status__datetime u-url u-uid" href="https://social.example/@ada/409"><time class="formatted" datetime="2023-11-14T22:13:20Z">Nov 14</time></a></div></div></div>
        {Entry("410", "bo", "<p>Why would they?</p>", "h-cite p-comment entry-successor")}{Entry("411", "ada", "<p>One sees the gaps.</p>", "h-cite entry-successor")}{Entry("412", "cy", "<p>One case is no rule.</p>", "h-cite p-comment entry-successor")}<div class="entry h-cite entry-successor"><a class="load-more load-gap" href="https://social.example/@ada/409?since=2">Show newer</a></div></div>
        """);

    [Fact]
    public void The_status_that_a_page_shows_at_length_stands_between_what_it_answers_and_its_answers()
    {
        var thread = Samples.Read(Drawn);

        Assert.Equal([("400", null), ("409", "400"), ("410", "409"), ("411", "410"), ("412", "409"), ("413", "410"), ("414", "409")], thread.Posts.OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => (post.Id, post.ParentId)));
        Assert.Equal(["413", "414"], thread.Posts.Where(post => post.ParentFrom == ParentFrom.Guessed).Select(post => post.Id).Order(StringComparer.Ordinal));
        Assert.Equal(("@zoe They show what hangs on what.\n\n[A plan](<https://files.example/plan.png>)", "ada@social.example", 7, "https://social.example/@ada/409"), (thread.Post("409").Body, thread.Post("409").Author.Name, thread.Post("409").Score, thread.Post("409").Address));
        Assert.Equal(("@bo One sees the gaps.", new DateTimeOffset(2023, 11, 16, 10, 0, 0, TimeSpan.Zero), 0), (thread.Post("411").Body, thread.Post("411").EditedAt, thread.Report.AddressesDropped));
    }

    [Fact]
    public void A_page_that_the_server_drew_says_the_same()
    {
        var thread = Samples.Read(Served);

        Assert.Equal([("400", null, "zoe@social.example", "Do maps help?"), ("409", "400", "ada@social.example", "They show what hangs on what."), ("410", "409", "bo@social.example", "Why would they?"), ("411", "410", "ada@social.example", "One sees the gaps."), ("412", "409", "cy@social.example", "One case is no rule.")],
            thread.Posts.OrderBy(post => post.Id, StringComparer.Ordinal).Select(post => (post.Id, post.ParentId, post.Author.Name!, post.Body)));
        Assert.All(thread.Posts, post => Assert.NotNull(post.CreatedAt));
        Assert.Equal(1, thread.Report.LeftOut.Values.Sum());
    }

    [Fact]
    public void A_page_that_was_cut_off_before_its_status_is_no_reason_to_fail() =>
        Assert.Equal("Do maps help?", ThreadReading.Read([new ThreadInput("file", System.Text.Encoding.UTF8.GetBytes(Drawn[..Drawn.IndexOf("<div class=\"detailed", StringComparison.Ordinal)]))], "mastodon-page").Posts[0].Body);

    private static string Page(string statuses) => $"<!DOCTYPE html><html><head><title>Ada: \"They show what hangs on what.\" - Social</title><meta property=\"og:url\" content=\"https://social.example/@ada/409\"></head><body><div id=\"mastodon\">{statuses}</div></body></html>";

    private static string Mention(string account) => $"<span class=\"h-card\"><a href=\"https://social.example/@{account}\" class=\"u-url mention\">@<span>{account.Split('@')[0]}</span></a></span>";

    private static string Status(string id, string account, string words, string line, string place, string edited = "") => $"""
        <div class="status__wrapper" tabindex="0"><div class="status status-reply status--in-thread {place}" data-id="{id}">{line}<div class="status__info"><a class="status__relative-time" href="/@{account}/{id}"><span class="status__visibility-icon"></span><time datetime="2023-11-14T22:20:{id[1..]}.000Z" title="Nov 14">2y</time>{edited}</a><a class="status__display-name" href="/@{account}"><span class="display-name"><bdi><strong class="display-name__html">{account[..1].ToUpperInvariant()}</strong></bdi> <span class="display-name__account">@{(account.Contains('@', StringComparison.Ordinal) ? account : account + "@social.example")}</span></span></a></div><div class="status__content"><div class="status__content__text"><p>{words}</p></div></div><div class="status__action-bar"><button aria-label="Reply"><span>1</span></button></div></div></div>
        """;

    private static string Entry(string id, string account, string words, string place) => $"""
        <div class="entry {place}"><div class="status"><div class="status__info"><a class="status__relative-time u-url u-uid" href="https://social.example/@{account}/{id}"><time class="time-ago" datetime="2023-11-14T22:20:{id[1..]}Z">Nov 14</time></a><data class="dt-published" value="2023-11-14T22:20:{id[1..]}Z"></data><div class="p-author h-card"><a class="status__display-name u-url" href="https://social.example/@{account}"><span class="display-name"><bdi><strong class="display-name__html p-name">{account}</strong></bdi>&nbsp;<span class="display-name__account">@{account}@social.example</span></span></a></div></div><div class="status__content"><div class="e-content">{words}</div></div></div></div>
        """;
}
