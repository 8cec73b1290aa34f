using System.Text.Json.Serialization;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.Editing;
using ArgMap.Server.History;
using ArgMap.Server.Live;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Reading;
using ArgMap.Server.Reading.Finding;
using ArgMap.Server.Reading.Sharing;
using ArgMap.Server.Reading.Visits;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;
using ArgMap.Server.Threads.Drafting;
using ArgMap.Server.Threads.Fetching;
using Microsoft.AspNetCore.ResponseCompression;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;

    // The longest text anyone may send is a source's, 200,000 characters: percent-encoded in a form, under 2 MB.
    kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;

    // An address can list what is opened in a picture; a list that is too long is said so on the page, and not by a bare 414.
    kestrel.Limits.MaxRequestLineSize = 64 * 1024;
});

// The database and what reads and writes it
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddArgMapDatabase();
builder.Services.AddSingleton(builder.Configuration.GetSection("MapCache").Get<MapCacheSettings>() ?? new MapCacheSettings());
builder.Services.AddSingleton<MapCache>();
builder.Services.AddSingleton<MapReader>();
builder.Services.AddSingleton<FreshHeads>();
builder.Services.AddSingleton<PageCache>();
builder.Services.AddSingleton<FirstPages>();
builder.Services.AddHostedService(services => services.GetRequiredService<FirstPages>());
builder.Services.AddSingleton<MapList>();
builder.Services.AddScoped<MapWriter>();
builder.Services.AddSingleton<MapSignals>();
builder.Services.AddSingleton<Presence>();
builder.Services.AddHostedService<WatchedMaps>();
builder.Services.AddSingleton<ChangeLog>();
builder.Services.AddSingleton<VisitNotes>();
builder.Services.AddHostedService(services => services.GetRequiredService<VisitNotes>());

// Threads of forums
builder.Services.AddFetching(builder.Configuration);
builder.Services.AddThreads(builder.Configuration);

// People
builder.Services.AddAccounts();

// Pages and forms
builder.Services.AddRazorComponents();
builder.Services.AddEditing();
builder.Services.AddAntiforgery(options => options.Cookie.Name = "argmap-form");
builder.Services.AddResponseCompression(options =>
{
    // Why this is safe for pages with forms: docs/decisions/ADR-019-compressed-and-kept-pages.md.
    options.EnableForHttps = true;
    options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
});
builder.Services.AddSingleton<StyleSheet>();
RateLimits.Register(builder);

// The API
builder.Services.AddProblemDetails();
builder.Services.ConfigureHttpJsonOptions(options =>
{
    options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
    options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    options.SerializerOptions.RespectNullableAnnotations = true;

    // A misspelt input is told, not passed over.
    options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
});
builder.Services.AddApiDescription();

// The default depends on the environment: elsewhere than in development the reason would be dropped.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);

var app = builder.Build();

// Without a connection string nothing works: say so now, not at the first request.
_ = app.Services.GetRequiredService<NpgsqlDataSource>();

// The order is measured, not guessed: any other gives some error an empty body or the wrong type (docs/decisions/ADR-010-errors.md).
app.UseErrorPages();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), ApiProblems.UseApiProblems);
app.UseSecurityHeaders();
app.UseEnhancedForms();
app.UseResponseCompression();
app.UseEditing();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseMiddleware<CachedPages>();
app.UseAntiforgery();

app.MapStaticAssets();
StyleSheet.Map(app);
app.MapOpenApi("/openapi/{documentName}.json");
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
app.MapAccountsForms();
app.MapAccountsApi();
app.MapNodeForms();
app.MapRelationForms();
app.MapDiscussionForms();
app.MapDiscussionApi();
app.MapRazorComponents<Document>();
app.MapEditing();
app.MapMapForms();
app.MapPictures();
app.MapLiveEvents();
app.MapReadingForms();
app.MapFinding();
app.MapSharing();
app.MapWhatIsNew();
app.MapSourceForms();
app.MapDebateForms();
app.MapSourcesApi();
app.MapThreads();
app.MapMapsApi();
app.MapNodesApi();
app.MapRelationsApi();
app.MapDraftForms();
app.MapHistoryForms();
app.MapHistoryApi();

await app.RunAsync();

/// <summary>The web server. Public so that tests can start it in process.</summary>
public partial class Program;
