using Microsoft.AspNetCore.Components;

namespace ArgMap.Canvas.Tests;

public sealed class BUnitTests : BunitContext
{
    [Fact]
    public void Markup_is_compared_by_meaning_not_by_spelling()
    {
        RenderFragment fragment = builder =>
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "class", "claim standing");
            builder.AddContent(2, "Pure deception");
            builder.CloseElement();
        };

        var rendered = Render(fragment);

        rendered.MarkupMatches("""<p class="standing   claim"> Pure deception </p>""");
        Assert.Throws<HtmlEqualException>(() => rendered.MarkupMatches("<p>Something else</p>"));
    }
}
