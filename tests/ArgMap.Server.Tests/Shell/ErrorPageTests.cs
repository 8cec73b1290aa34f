using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Shell;

public sealed class ErrorPageTests : BunitContext
{
    private readonly DefaultHttpContext http = new();

    [Theory]
    [InlineData(400, "This request could not be read")]
    [InlineData(401, "You need to sign in for this")]
    [InlineData(403, "You may not do this")]
    [InlineData(404, "There is nothing here")]
    [InlineData(409, "Someone else changed this first")]
    [InlineData(413, "That is too much at once")]
    [InlineData(429, "Too many requests")]
    [InlineData(500, "Something went wrong here")]
    [InlineData(503, "Not available right now")]
    public void An_error_says_what_is_wrong_and_what_to_do_and_keeps_its_status(int status, string title)
    {
        var page = Show(status);

        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Equal(2, page.FindAll("p:not(.status, .meta, .buttons)").Count);
        Assert.Equal(status, http.Response.StatusCode);
    }

    [Fact]
    public void An_unknown_status_is_not_found_and_none_is_a_fault()
    {
        Show(200);
        Assert.Equal(404, http.Response.StatusCode);

        Show(null);
        Assert.Equal(500, http.Response.StatusCode);
    }

    [Theory]
    [InlineData(1, "a second")]
    [InlineData(20, "20 seconds")]
    [InlineData(300, "5 minutes")]
    public void Too_many_requests_says_when_to_come_back(int seconds, string words)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains($"You can try again in {words}.", Show(429).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_names_the_number_it_is_recorded_under()
    {
        http.TraceIdentifier = "0HNTRACE:1";

        Assert.Contains(System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "0HNTRACE:1", Show(500).Find("code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_who_may_not_is_offered_to_sign_in()
    {
        Assert.Contains(Show(403).FindAll("a"), link => link.GetAttribute("href") == "/sign-in");
        Assert.DoesNotContain(Show(404).FindAll("a"), link => link.GetAttribute("href") == "/sign-in");
    }

    [Fact]
    public void A_conflict_shows_both_texts()
    {
        var notice = Render<ConflictNotice>(parameters => parameters
            .Add(component => component.ChangedBy, "grace")
            .Add(component => component.Theirs, "As grace has it.")
            .Add(component => component.Yours, "As <b>you</b> had it."));

        Assert.Equal(["As grace has it.", "As <b>you</b> had it."], notice.FindAll(".as-typed").Select(text => text.TextContent));
        Assert.StartsWith("grace changed this", notice.Find("h2").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ErrorPage> Show(int? status) => Render<CascadingValue<HttpContext>>(parameters => parameters
        .Add(cascade => cascade.Value, http)
        .AddChildContent<ErrorPage>(page => page.Add(component => component.Status, status))).FindComponent<ErrorPage>();
}
