using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>Coming and going, as a person does it.</summary>
internal static class Signing
{
    public const string Password = "a long enough password";

    /// <summary>Signs up under a name nobody has yet.</summary>
    /// <returns>The name.</returns>
    public static async Task<string> SignUp(this IPage page, string name = "Ada")
    {
        var unique = $"{name} {Guid.NewGuid().ToString("N")[..8]}";
        await page.GotoAsync("/sign-up");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(unique);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign up" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = unique })).ToBeVisibleAsync();
        return unique;
    }
}
