using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace ArgMap.Server.Editing;

/// <summary>Editing a picture: the one page with a circuit.</summary>
public static class Registration
{
    /// <summary>Where the browser and the circuit talk.</summary>
    internal const string Endpoint = "/_blazor";

    /// <summary>The largest single message of a circuit: what a form may hold elsewhere. It is a pasted text, of which the script sends no more than fits.</summary>
    private const int LargestMessage = 2 * 1024 * 1024;

    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<EditingDesk>();
        services.AddSingleton<EditingPace>();
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            // The browser tries again for as long as it takes; after this the page is loaded anew, and nothing that was typed depends on the circuit.
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            options.DisconnectedCircuitMaxRetained = 100;
        }).AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
        return services;
    }

    /// <summary>Maps the page and its circuit.</summary>
    /// <remarks>
    /// The page is an endpoint's answer and no route of the router: as soon as the router knows of a render mode, the framework writes the state of a circuit, anew and encrypted, into
    /// each page of the site, also where none begins. What such an endpoint renders may hold islands all the same.
    /// </remarks>
    public static void MapEditing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/m/{slug}/edit", async (string slug, Actor actor, HttpContext context, MapReader maps, EndpointDataSource all) =>
        {
            if (await maps.Read(slug, actor, context.RequestAborted) is not { } map)
            {
                return (IResult)TypedResults.NotFound();
            }

            TakeAssets(context, all);
            return FormRoutes.Page<EditPage>(StatusCodes.Status200OK, new Dictionary<string, object?> { [nameof(EditPage.Map)] = map });
        }).ExcludeFromDescription();
        routes.MapBlazorHub(Endpoint);
    }

    /// <summary>Lets the page name stylesheets and scripts by their fingerprints, which the framework tells only the pages of its router.</summary>
    private static void TakeAssets(HttpContext context, EndpointDataSource all)
    {
        var page = all.Endpoints.First(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(MapPage));
        if (context.GetEndpoint() is { } own && page.Metadata.GetMetadata<ResourceAssetCollection>() is { } assets)
        {
            context.SetEndpoint(new Endpoint(own.RequestDelegate, new EndpointMetadataCollection([.. own.Metadata, assets]), own.DisplayName));
        }
    }

    /// <summary>
    /// Lets only pages of this site talk to a circuit. The browser sends the session with a socket of whatever page opened it, and CORS does not hold for sockets.
    /// </summary>
    /// <remarks>
    /// The framework's script asks for addresses relative to the page, which here are those below a map: a base element, which would make them those below the root, is forbidden by
    /// <see cref="SecurityHeaders"/> and would make every link to a place within the page lead to another page.
    /// </remarks>
    public static IApplicationBuilder UseEditing(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/m", StringComparison.Ordinal, out var map) && map.Value!.IndexOf('/', 1) is > 0 and var end
            && new PathString(map.Value[end..]).StartsWithSegments(Endpoint, StringComparison.Ordinal))
        {
            context.Request.Path = path = map.Value[end..];
        }

        if (path.StartsWithSegments(Endpoint, StringComparison.OrdinalIgnoreCase) && !SameOrigin.Sent(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
