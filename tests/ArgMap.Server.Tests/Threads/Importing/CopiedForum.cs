using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

/// <summary>Three comments as browsers copy them from a page: their text, and how it was laid out.</summary>
internal static class CopiedForum
{
    public const string Text = "Ada\n\nI think that maps should be kept in every library, because people lose their way.\n\nBo\n\nNobody has needed a printed map since telephones have shown where one stands.\n\nCy\n\nTelephones run out of power in the mountains, and that is where people need maps most.";

    public const string Layout =
        "<!DOCTYPE html><html><head></head><body><div class=\"comment\" id=\"c1\"><a class=\"author\" href=\"https://f.example/u/ada\">Ada</a><div class=\"body\"><p>I think that maps should be kept in every library, because people lose their way.</p></div>" +
        "<div class=\"children\"><div class=\"comment\" id=\"c2\"><a class=\"author\" href=\"https://f.example/u/bo\">Bo</a><div class=\"body\"><p>Nobody has needed a printed map since telephones have shown where one stands.</p></div>" +
        "<div class=\"children\"><div class=\"comment\" id=\"c3\"><a class=\"author\" href=\"https://f.example/u/cy\">Cy</a><div class=\"body\"><p>Telephones run out of power in the mountains, and that is where people need maps most.</p></div></div></div></div></div></div></body></html>";

    public static GivenThread Given => new(null, Text, [], null, Layout: Layout);
}
