using Microsoft.Playwright;

namespace ArgMap.Peers;

/// <summary>What one visit to a page measured. Times in milliseconds from the start of the navigation.</summary>
internal sealed record Visit(double FirstPaint, double Usable, Frames Pan, Frames Zoom, long Bytes, long ScriptBytes, int Elements);

/// <summary>How long the frames of a movement took, in milliseconds.</summary>
internal sealed record Frames(double Middle, double Late, double Worst, bool Moved)
{
    public static Frames Of(IReadOnlyList<double> times, bool moved)
    {
        var frames = times.Zip(times.Skip(1), (one, next) => next - one).Order().ToList();
        return frames.Count == 0 ? new(double.NaN, double.NaN, double.NaN, moved) : new(At(0.5), At(0.95), frames[^1], moved);

        double At(double share) => frames[(int)Math.Min(frames.Count - 1, share * frames.Count)];
    }
}

/// <summary>Opens pages with an empty cache and moves their pictures with real input: mouse events as a device of 100 Hz sends them.</summary>
internal sealed class Visitor(IBrowser browser)
{
    private const int Width = 1400;
    private const int Height = 900;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);

    /// <param name="page">What to open.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Visit> Measure(Contender page, CancellationToken cancellation)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = Width, Height = Height }, ReducedMotion = ReducedMotion.NoPreference });
        context.SetDefaultTimeout(60_000);
        var tab = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(tab);
        await network.SendAsync("Network.enable");
        var (bytes, scripts) = (0L, 0L);
        var scriptRequests = new HashSet<string>();
        network.Event("Network.responseReceived").OnEvent += (_, answer) =>
        {
            if (answer?.GetProperty("type").GetString() == "Script")
            {
                scriptRequests.Add(answer.Value.GetProperty("requestId").GetString()!);
            }
        };
        network.Event("Network.loadingFinished").OnEvent += (_, answer) =>
        {
            var size = (long)answer!.Value.GetProperty("encodedDataLength").GetDouble();
            bytes += size;
            scripts += scriptRequests.Contains(answer.Value.GetProperty("requestId").GetString()!) ? size : 0;
        };

        var answer = await tab.GotoAsync(page.Address, new() { WaitUntil = WaitUntilState.Commit });
        if (answer is not { Ok: true })
        {
            throw new InvalidOperationException($"{page.Address} answered {answer?.Status}.");
        }

        // A picture that comes complete and without a script of its own is usable, as far as it goes, when the page is there.
        const string Usable = "name => performance.getEntriesByName(name)[0]?.startTime ?? (document.readyState === 'complete' && !document.querySelector('script[type=module][src*=\"map\"], #map') ? performance.getEntriesByType('navigation')[0].domComplete : 0)";
        await tab.WaitForFunctionAsync(Usable, page.UsableMark);
        var usable = await tab.EvaluateAsync<double>(Usable, page.UsableMark);
        await tab.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        var painted = await tab.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        await tab.WaitForLoadStateAsync(LoadState.Load);
        var elements = await tab.EvaluateAsync<int>("() => document.querySelectorAll('*').length");
        var (sentBytes, sentScripts) = (bytes, scripts);
        var box = await tab.Locator(page.Picture).BoundingBoxAsync() ?? throw new InvalidOperationException($"{page.Name} shows no {page.Picture}.");
        var pan = await Move(tab, page, () => Drag(tab, box, cancellation));
        var zoom = await Move(tab, page, () => Zoom(tab, box, cancellation));
        return new Visit(painted, usable, pan, zoom, sentBytes, sentScripts, elements);
    }

    /// <summary>Down the picture by four hand's breadths and across by one: what comes into view has not been drawn before.</summary>
    private static async Task Drag(IPage tab, LocatorBoundingBoxResult box, CancellationToken cancellation)
    {
        var (left, right) = (box.X + (box.Width * 0.3f), box.X + (box.Width * 0.7f));
        var (top, bottom) = (Math.Max(box.Y, 0) + 40, Math.Min(box.Y + box.Height, Height) - 40);
        using var pace = new PeriodicTimer(Pace);
        foreach (var (fromX, fromY, toX, toY) in new[] { (left, bottom, left, top), (left, bottom, left, top), (right, bottom, left, bottom), (left, bottom, left, top), (left, bottom, left, top) })
        {
            await tab.Mouse.MoveAsync(fromX, fromY);
            await tab.Mouse.DownAsync();
            const int Steps = 40;
            for (var step = 1; step <= Steps; step++)
            {
                await pace.WaitForNextTickAsync(cancellation);
                await tab.Mouse.MoveAsync(fromX + ((toX - fromX) * step / Steps), fromY + ((toY - fromY) * step / Steps));
            }

            await tab.Mouse.UpAsync();
        }
    }

    /// <summary>Out and in again about the middle.</summary>
    private static async Task Zoom(IPage tab, LocatorBoundingBoxResult box, CancellationToken cancellation)
    {
        await tab.Mouse.MoveAsync(box.X + (box.Width / 2), Math.Max(box.Y, 0) + ((Math.Min(box.Y + box.Height, Height) - Math.Max(box.Y, 0)) / 2));
        await tab.Keyboard.DownAsync("Control");
        using var pace = new PeriodicTimer(Pace);
        foreach (var notch in Enumerable.Repeat(40, 60).Concat(Enumerable.Repeat(-40, 60)))
        {
            await pace.WaitForNextTickAsync(cancellation);
            await tab.Mouse.WheelAsync(0, notch);
        }

        await tab.Keyboard.UpAsync("Control");
    }

    private static async Task<Frames> Move(IPage tab, Contender page, Func<Task> movement)
    {
        // The place is noted in each frame, so that a movement that ends where it began is seen as well.
        await tab.EvaluateAsync($$"""
            () => {
              const seen = new Set();
              const times = [];
              let on = true;
              const tick = (time) => { times.push(time); seen.add({{page.Place}}); if (on) requestAnimationFrame(tick); };
              requestAnimationFrame(tick);
              window.endOfMovement = () => { on = false; return { times, places: seen.size }; };
            }
            """);
        await movement();
        var seen = await tab.EvaluateAsync<Seen>("() => window.endOfMovement()");
        return Frames.Of(seen.Times, seen.Places > 10);
    }

    private sealed class Seen
    {
        public double[] Times { get; set; } = [];

        public int Places { get; set; }
    }
}
