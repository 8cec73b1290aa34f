using ArgMap.Server.Maps.Demo;

namespace ArgMap.Browser.Tests.Hosting;

/// <summary>Every kind of page there is, by an address of the demo map or of the site.</summary>
public static class Pages
{
    private static string Demo => $"/m/{DemoMap.Current.LoadedSlug}";

    /// <summary>What everyone can see.</summary>
    public static IReadOnlyList<string> ForReaders =>
    [
        "/",
        Demo,
        $"{Demo}?at=16",
        $"{Demo}/outline",
        $"{Demo}/n/1",
        $"{Demo}/n/2",
        $"{Demo}/r/45",
        $"{Demo}/sources",
        $"{Demo}/sources/1",
        $"{Demo}/history",
        $"{Demo}/c/76/history",
        "/import",
        "/sign-in",
        "/sign-up",
        "/import/bookmarklet",
        "/no-such-page",
        "/m/no-such-map",
    ];

    /// <summary>What one has to sign in for.</summary>
    public static IReadOnlyList<string> ForWriters =>
    [
        "/",
        $"{Demo}/n/2",
        $"{Demo}/r/45",
        $"{Demo}/thread/2?replyTo=76",
        $"{Demo}/thread/2/resolution",
        $"{Demo}/c/76/promote",
        $"{Demo}/add?kind=Objection&to=45",
        $"{Demo}/add-node",
        $"{Demo}/edit?at=2",
        $"{Demo}/cite?about=2",
        $"{Demo}/sources",
        "/maps/new",
        "/import",
        $"{Demo}/import",
        "/account",
    ];

    /// <summary>What the owner of a map can do in it, when it has nodes #1 and #2, the step #3, a source 1 and a comment 2.</summary>
    public static IReadOnlyList<string> ForOwners =>
    [
        "",
        "/settings",
        "/n/2/edit",
        "/n/2/withdraw",
        "/r/3/edit",
        "/r/3/withdraw",
        "/sources/1",
        "/sources/1/edit",
        "/c/2/edit",
        "/c/2/withdraw",
        "/c/2/history",
        "/history",
    ];

    public static TheoryData<string> Reading => [.. ForReaders];
}
