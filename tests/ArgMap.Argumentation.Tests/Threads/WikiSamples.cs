namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Made-up talk pages of a wiki: as saved from a browser, and their source.</summary>
internal static class WikiSamples
{
    private const string Buttons = """<span class="ext-discussiontools-init-replylink-buttons"><span class="ext-discussiontools-init-replylink-bracket">[</span><a class="ext-discussiontools-init-replylink-reply" role="button" href="/w">reply</a><span class="ext-discussiontools-init-replylink-bracket">]</span></span>""";

    private const string TalkPage = """
        <!DOCTYPE html><html><head><title>Talk:Map - Wiki</title><link rel="canonical" href="https://wiki.example.org/wiki/Talk:Map"></head><body><h1 id="firstHeading">Talk:Map</h1><div class="mw-parser-output">
        <p>This page is for talk.</p>
        <div class="mw-heading mw-heading2 ext-discussiontools-init-section"><h2 id="Scale" data-mw-thread-id="h-Scale-20240101100000"><span data-mw-comment-start="" id="h-Scale-20240101100000"></span>Scale<span data-mw-comment-end="h-Scale-20240101100000"></span></h2><span class="mw-editsection">[<a href="/w/edit">edit</a>]</span><div class="ext-discussiontools-init-section-bar">Latest comment: 2 hours ago</div></div>
        <p><span data-mw-comment-start="" id="c-Ada_L-20240101100000-Scale"></span>A map needs a <i>scale</i>, as <a href="/wiki/User:Cy">Cy</a> said.
        </p><p>Always. <span data-mw-comment-sig="c-Ada_L-20240101100000-Scale"></span><a href="/wiki/User:Ada_L" title="User:Ada L">Ada L</a> (<a href="/wiki/User_talk:Ada_L">talk</a>) <a href="#c-Ada_L-20240101100000-Scale" class="ext-discussiontools-init-timestamplink">10:00, 1 January 2024 (UTC)</a>BUTTONS<span data-mw-comment-end="c-Ada_L-20240101100000-Scale"></span>
        </p>
        <dl><dd><span data-mw-comment-start="" id="c-192.0.2.44-20240101110000-Ada_L-20240101100000"></span><q>A map needs a scale</q> Why? <span data-mw-comment-sig="c-192.0.2.44-20240101110000-Ada_L-20240101100000"></span><a href="/wiki/Special:Contributions/192.0.2.44">192.0.2.44</a> 11:00, 1 January 2024 (UTC)BUTTONS<span data-mw-comment-end="c-192.0.2.44-20240101110000-Ada_L-20240101100000"></span>
        <dl><dd><span data-mw-comment-start="" id="c-Cy-20240101120000-192.0.2.44-20240101110000"></span>To measure:
        <ul><li>lengths</li><li>areas</li></ul>
        <a href="/wiki/User:Cy">Cy</a> (<a href="/wiki/User_talk:Cy">talk</a>) 12:00, 1 January 2024 (UTC)BUTTONS<span data-mw-comment-end="c-Cy-20240101120000-192.0.2.44-20240101110000"></span></dd></dl></dd></dl>
        <h2><span class="mw-headline" id="Empty"><span data-mw-comment-start="" id="h-Empty"></span>Empty<span data-mw-comment-end="h-Empty"></span></span></h2>
        <h2><span class="mw-headline" id="North"><span data-mw-comment-start="" id="h-North-20240102100000"></span>North<span data-mw-comment-end="h-North-20240102100000"></span></span></h2>
        <p><span data-mw-comment-start="" id="c-Bo-2024-01-02T10:00:00.000Z-North"></span>Up is north. <a href="/wiki/User:Bo">Bo</a> 10:00, 2 January 2024 (UTC)BUTTONS<span data-mw-comment-end="c-Bo-2024-01-02T10:00:00.000Z-North"></span></p>
        </div></body></html>
        """;

    internal const string Source = """
        {{Talk header}}
        {{WikiProject Maps|class=B|importance=High}}

        == Scale ==
        A map needs a '''scale''', as [[User:Cy|Cy]] said. See [https://example.org/scale this].

        Always. <!-- really --> [[User:Ada L|<span style="color:green">Ada</span>]] ([[User talk:Ada L|talk]]) 10:00, 1 January 2024 (UTC)
        :{{tq|A map needs a scale}} Why? [[Special:Contributions/192.0.2.44|192.0.2.44]] ([[User talk:192.0.2.44|talk]]) 11:00, 1 January 2024 (UTC)
        ::To measure:
        ::* lengths
        ::* areas
        ::— [[User:Cy]] 12:00, 1 January 2024 (UTC)
        :It depends. --[[User:Di|Di]] ([[User talk:Di|talk]]) 13:00, 1 January 2024 (UTC)
        {{od}} It does not. [[User:Bo|Bo]] ([[User talk:Bo|talk]]) 14:00, 1 January 2024 (UTC)

        === A footnote ===
        * '''Support''' this. <small class="autosigned">— Preceding [[Wikipedia:Signatures|unsigned]] comment added by [[User:Eve|Eve]] ([[User talk:Eve|talk]] • [[Special:Contributions/Eve|contribs]]) 15:00, 1 January 2024 (UTC)</small>
        Words that nobody signed.
        == Empty ==
        [[Category:Maps]]
        """;

    internal static string Saved => TalkPage.Replace("BUTTONS", Buttons, StringComparison.Ordinal);
}
