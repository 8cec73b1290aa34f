using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

public sealed class MarkdownViewTests : BunitContext
{
    [Fact]
    public void It_shows_formatted_text_and_leads_numbers_to_the_map()
    {
        var view = Render<MarkdownView>(parameters => parameters
            .Add(component => component.Text, "See *this*: #12 <script>alert(1)</script>")
            .Add(component => component.MapPath, "/m/map"));

        view.MarkupMatches("""
            <div class="prose" dir="auto">
              <p>See <em>this</em>: <a href="/m/map/n/12" rel="nofollow ugc noopener">#12</a> &lt;script&gt;alert(1)&lt;/script&gt;</p>
            </div>
            """);
    }
}
