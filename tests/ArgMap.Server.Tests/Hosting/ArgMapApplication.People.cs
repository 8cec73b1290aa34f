using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ArgMap.Server.Tests.Hosting;

public sealed partial class ArgMapApplication
{
    /// <summary>The password of everyone the tests sign up.</summary>
    public const string Password = "a long enough password";

    /// <summary>A browser of somebody who has not signed in.</summary>
    public Browser Anonymous() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A browser in which this person has signed in; they sign up first when nobody has this name.</summary>
    public async Task<Browser> SignedInAs(string name)
    {
        var browser = Anonymous();
        var page = await browser.Submit("/sign-up", "/sign-up", ("name", name), ("password", Password));
        if (page.Status == HttpStatusCode.Conflict)
        {
            page = await browser.Submit("/sign-in", "/sign-in", ("name", name), ("password", Password));
        }

        return page.Status == HttpStatusCode.SeeOther ? browser : throw new InvalidOperationException($"{name} cannot sign in: {page.Text}");
    }

    /// <summary>A program that acts as this person through the API; they sign up first when nobody has this name.</summary>
    public async Task<HttpClient> WithToken(string name)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var made = await client.PostAsJsonAsync("/api/v1/people", new { name, password = Password });
        using var answer = await client.PostAsJsonAsync("/api/v1/tokens", new { name, password = Password, label = "tests" });
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"{name} gets no token: {token}");
        }

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        return client;
    }

    // A password is hashed slowly on purpose; what the tests are about needs no such patience.
    private static void HashQuickly(IServiceCollection services) => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
}
