using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Discussion;

/// <summary>Puts comments into threads without going through pages.</summary>
internal static class Said
{
    /// <summary>Adds a comment of somebody who has signed up.</summary>
    /// <returns>Its number.</returns>
    public static async Task<int> By(ArgMapApplication app, string name, string slug, int about, string body, int? replyTo = null) =>
        (await Try(app, name, slug, about, body, replyTo)).Value.AddedComment!.Value;

    /// <summary>Tries to add a comment of somebody who has signed up.</summary>
    public static async Task<Outcome<Written>> Try(ArgMapApplication app, string name, string slug, int about, string body, int? replyTo = null)
    {
        var actor = await app.With<ArgMapDbContext, Actor>(async db => new Actor(await db.People.Where(person => person.UserName == name).Select(person => person.Id).SingleAsync(), name));
        return await app.With<MapWriter, Outcome<Written>>(writer => AddComment.Handle(writer, slug, about, actor, new(body, replyTo), null, CancellationToken.None));
    }
}
