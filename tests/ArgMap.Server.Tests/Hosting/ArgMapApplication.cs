using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>The real server on a fresh real database; one for each test class that asks for it (<c>IClassFixture</c>).</summary>
public sealed partial class ArgMapApplication : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly bool ownsDatabase;
    private readonly IReadOnlyDictionary<string, string> settings;

    public ArgMapApplication()
        : this(null, [])
    {
    }

    private ArgMapApplication(string? connection, Dictionary<string, string> settings)
    {
        ownsDatabase = connection is null;
        Connection = connection ?? "";
        this.settings = settings;
    }

    /// <summary>The database the server works on.</summary>
    public string Connection { get; private set; }

    /// <summary>The server's clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>What the server has logged.</summary>
    public TestLog Log { get; } = new();

    /// <summary>Another server process on the same database, with its own memory and perhaps other settings. The caller disposes of it.</summary>
    public ArgMapApplication AnotherServer(Dictionary<string, string>? otherSettings = null) => new(Connection, otherSettings ?? []);

    public async ValueTask InitializeAsync()
    {
        if (ownsDatabase)
        {
            Connection = await TestDatabases.Make();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await TestDatabases.Drop(Connection);
        }
    }

    /// <summary>A person who exists but has no password: for tests that call use cases without HTTP.</summary>
    public Task<Actor> Person(string name) => With<ArgMapDbContext, Actor>(async db =>
    {
        var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), JoinedAt = Clock.GetUtcNow(), SecurityStamp = name };
        db.People.Add(person);
        await db.SaveChangesAsync();
        return new Actor(person.Id, name);
    });

    /// <summary>A map of this person, about <paramref name="root"/> (node #1).</summary>
    /// <returns>Its slug.</returns>
    public Task<string> MapOf(Actor owner, string title = "A debate", string root = "Is it so?", NodeKind rootKind = NodeKind.Question, Visibility visibility = Visibility.Public) =>
        With<MapWriter, string>(async writer =>
            (await CreateMap.Handle(writer, owner, new(title, root, rootKind.ToString(), null, visibility.ToString()), null, CancellationToken.None)).Value.Slug);

    /// <summary>Uses one of the server's own services, in a scope of its own.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:ArgMap", Connection);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Log);
            HashQuickly(services);
        });
    }
}
