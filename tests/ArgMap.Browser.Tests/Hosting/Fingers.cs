using Microsoft.Playwright;

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>Fingers on a screen that can be touched, as the browser gets them from the machine.</summary>
internal sealed class Fingers
{
    private readonly ICDPSession session;

    private Fingers(ICDPSession session) => this.session = session;

    public static async Task<Fingers> On(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    /// <summary>Puts fingers on places in the window, in CSS pixels.</summary>
    public Task Down(params (float X, float Y)[] places) => Send("touchStart", places);

    /// <summary>Moves the same fingers, in the same order.</summary>
    public Task Move(params (float X, float Y)[] places) => Send("touchMove", places);

    /// <summary>Lifts them all.</summary>
    public Task Up() => Send("touchEnd", []);

    /// <summary>One finger that passes through places, so many milliseconds apart, and leaves with the last: a quick one, however slow the machine.</summary>
    public async Task Flick(double milliseconds, params (float X, float Y)[] places)
    {
        // In seconds since the epoch: the browser takes no times of long ago.
        var begun = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        for (var i = 0; i < places.Length; i++)
        {
            await Send(i == 0 ? "touchStart" : "touchMove", [places[i]], begun + (i * milliseconds / 1000));
        }

        await Send("touchEnd", [], begun + (places.Length * milliseconds / 1000));
    }

    private Task Send(string type, (float X, float Y)[] places, double? at = null)
    {
        var given = new Dictionary<string, object>
        {
            ["type"] = type,
            ["touchPoints"] = places.Select((place, id) => new Dictionary<string, object> { ["x"] = place.X, ["y"] = place.Y, ["id"] = id }).ToArray(),
        };
        if (at is { } time)
        {
            given["timestamp"] = time;
        }

        return session.SendAsync("Input.dispatchTouchEvent", given);
    }
}
