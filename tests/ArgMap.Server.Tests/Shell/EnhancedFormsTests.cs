using System.Net;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace ArgMap.Server.Tests.Shell;

public sealed class EnhancedFormsTests
{
    [Fact]
    public async Task A_form_sent_by_the_script_is_told_where_it_leads_fragment_included()
    {
        var response = await Post(StatusCodes.Status303SeeOther, byScript: true);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("/m/map/n/3#c31", Assert.Single(response.Headers.GetValues(EnhancedForms.LocationHeader)));
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task A_form_sent_by_a_browser_alone_is_redirected()
    {
        var response = await Post(StatusCodes.Status303SeeOther, byScript: false);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/m/map/n/3#c31", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_redirect_to_sign_in_is_left_alone_so_that_the_script_keeps_the_draft()
    {
        var response = await Post(StatusCodes.Status302Found, byScript: true);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.False(response.Headers.Contains(EnhancedForms.LocationHeader));
    }

    private static async Task<HttpResponseMessage> Post(int status, bool byScript)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseEnhancedForms();
        app.MapPost("/", (HttpContext context) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/m/map/n/3#c31";
        });
        await app.StartAsync();
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        if (byScript)
        {
            request.Headers.Add("X-Requested-With", "argmap");
        }

        return await client.SendAsync(request);
    }
}
