using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddArgMapDatabase();
builder.Services.AddSingleton<MapReader>();
builder.Services.AddScoped<MapWriter>();

var app = builder.Build();

app.MapStaticAssets();

await app.RunAsync();

/// <summary>The web server. Public so that tests can start it in process.</summary>
public partial class Program;
