using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>What would keep somebody from using a page, as axe-core finds it.</summary>
internal static class Barriers
{
    /// <summary>Fails when the page has one, and says which and where.</summary>
    /// <param name="page">The page as it is now; the visit must be an examined one.</param>
    /// <param name="what">What is looked at, for the message, where a test looks at several things.</param>
    public static async Task NoBarrier(this IPage page, string what = "")
    {
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{what} {string.Join("\n", found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html} ({node.Any.FirstOrDefault()?.Message})"))}"))}".Trim());
    }
}
