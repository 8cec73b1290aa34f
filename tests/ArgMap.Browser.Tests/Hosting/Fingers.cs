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

    private Task Send(string type, (float X, float Y)[] places) => session.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["touchPoints"] = places.Select((place, id) => new Dictionary<string, object> { ["x"] = place.X, ["y"] = place.Y, ["id"] = id }).ToArray(),
    });
}
