using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>Making a map, as a person does it.</summary>
internal static class Making
{
    /// <summary>Signs up and makes a map about the thesis “It is so.” (#1).</summary>
    /// <returns>The path of the map.</returns>
    public static async Task<string> MakeMap(this IPage page, string name = "Ada")
    {
        await page.SignUp(name);
        await page.GotoAsync("/maps/new");
        await page.GetByLabel("Title").FillAsync("A map of my own");
        await page.GetByLabel("a thesis").CheckAsync();
        await page.GetByLabel("The question or thesis").FillAsync("It is so.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the map" }).ClickAsync();
        await page.WaitForURLAsync("**/m/**");
        return new Uri(page.Url).AbsolutePath;
    }
}
