using ArgMap.Server.Database;
using ArgMap.Server.Maps.Demo;
using ArgMap.Server.Tests.Hosting;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ArgMap.Browser.Tests.Hosting.BrowserHost))]

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>The real server on a real port with the demo map in it, and a Chromium to look at it with. One for all journeys.</summary>
public sealed class BrowserHost : IAsyncLifetime
{
    /// <summary>Debian's path; <c>ARGMAP_TEST_CHROMIUM</c> names another.</summary>
    private static readonly string Chromium = Environment.GetEnvironmentVariable("ARGMAP_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>The sandbox needs rights that root in a container lacks; the rest keeps the browser from talking to the network by itself.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public ArgMapApplication App { get; } = new();

    /// <summary>Where the server listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The path of the demo map.</summary>
    public static string Demo => $"/m/{DemoMap.Current.LoadedSlug}";

    public async ValueTask InitializeAsync()
    {
        // No journey is about how fast a busy machine is.
        Assertions.SetDefaultExpectTimeout(20_000);
        await App.InitializeAsync();
        App.UseKestrel(0);
        App.StartServer();
        Address = App.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await App.With<ArgMapDbContext, string?>(db => LoadDemoMap.Handle(db, App.Clock, CancellationToken.None));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Lets a person use the site in a browser of their own; what they saw last is kept when the journey fails.</summary>
    /// <param name="journey">What they do.</param>
    /// <param name="scripts">Whether their browser runs scripts.</param>
    /// <param name="colours">Light or dark.</param>
    /// <param name="width">The window's width in CSS pixels; the height is that of a laptop, or of a phone below 600.</param>
    /// <param name="examined">Whether a tool is let into the page that the page's own policy would keep out.</param>
    /// <param name="touch">Whether the screen can be touched.</param>
    /// <param name="name">What to call a failure's picture.</param>
    public async Task Visit(Func<IPage, Task> journey, bool scripts = true, ColorScheme colours = ColorScheme.Light, int width = 1400, bool examined = false, bool touch = false, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        await using var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            JavaScriptEnabled = scripts,
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            BypassCSP = examined,
            HasTouch = touch,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
        });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                problems.Add(message.Text);
            }
        };
        try
        {
            await journey(page);
            Assert.Empty(problems);
        }
        catch
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failures")).FullName;
            var file = Path.Combine(folder, $"{name}-{(scripts ? "scripts" : "no-scripts")}-{width}.png");
            try
            {
                await page.ScreenshotAsync(new() { Path = file, FullPage = true });
                TestContext.Current.SendDiagnosticMessage("The page at {0} is pictured in {1}", page.Url, file);
            }
            catch (Exception unseen) when (unseen is PlaywrightException or TimeoutException)
            {
                // What went wrong in the journey is what is to be told.
                TestContext.Current.SendDiagnosticMessage("The page at {0} could not be pictured: {1}", page.Url, unseen.Message);
            }

            throw;
        }
    }
}
