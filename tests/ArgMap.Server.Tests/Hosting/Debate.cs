using System.Net;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>A fresh map about the claim #1, owned by Ada, and what the tests do to it.</summary>
public sealed class Debate
{
    private readonly ArgMapApplication app;
    private readonly Actor owner;

    private Debate(ArgMapApplication app, Browser browser, Actor owner, string slug)
    {
        this.app = app;
        this.owner = owner;
        Ada = browser;
        Slug = slug;
    }

    /// <summary>The browser of the map's owner.</summary>
    public Browser Ada { get; }

    public string Slug { get; }

    public static async Task<Debate> Begin(ArgMapApplication app, Visibility visibility = Visibility.Public)
    {
        ArgumentNullException.ThrowIfNull(app);
        var browser = await app.SignedInAs("Ada");
        var ada = await app.With<ArgMapDbContext, Actor>(async db =>
        {
            var person = await db.People.SingleAsync(person => person.UserName == "Ada");
            return new Actor(person.Id, person.UserName);
        });
        return new Debate(app, browser, ada, await app.MapOf(ada, "Crystallisation", "Deception crystallises.", NodeKind.Claim, visibility));
    }

    /// <summary>The address of a page of the map.</summary>
    public string At(string page) => $"/m/{Slug}/{page}";

    /// <summary>Adds a step of Ada's with one new premise: the node gets the next number, the step the one after it.</summary>
    public async Task Add(RelationKind kind, int target, string text)
    {
        var outcome = await app.With<MapWriter, Outcome<Written>>(writer =>
            AddRelation.Handle(writer, Slug, owner, new(kind.ToString(), target, null, [new(text)]), null, CancellationToken.None));
        Assert.Null(outcome.Refusal);
    }

    /// <summary>Changes a node as Ada, behind the backs of the pages that are open.</summary>
    public async Task Edit(int number, string text)
    {
        var outcome = await app.With<MapWriter, Outcome<Written>>(writer =>
            EditNode.Handle(writer, Slug, number, owner, new(null, text, null, null), null, CancellationToken.None));
        Assert.Null(outcome.Refusal);
    }

    /// <summary>The map as it is now.</summary>
    public async Task<MapView> Read() =>
        (await app.With<MapReader, MapView?>(reader => reader.Read(Slug, owner, CancellationToken.None)))!;

    /// <summary>Posts fields that no form on a page holds, as a person with an old page or a program does.</summary>
    /// <param name="browser">Who posts.</param>
    /// <param name="address">Where.</param>
    /// <param name="genuine">A page with a form of this person's, whose token makes the post genuine; null for none.</param>
    /// <param name="fields">What is sent.</param>
    public static async Task<(HttpStatusCode Status, string Html)> Post(Browser browser, string address, Page? genuine, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(browser);
        const string Token = "__RequestVerificationToken";
        var sent = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        if (genuine is not null)
        {
            sent.Add(KeyValuePair.Create(Token, genuine.Document.QuerySelector($"input[name={Token}]")!.GetAttribute("value")!));
        }

        using var content = new FormUrlEncodedContent(sent);
        using var answer = await browser.Http.PostAsync(address, content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
