using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>What the server answers, as its routes say.</summary>
public static class Endpoints
{
    /// <summary>Every route with each of its methods; pages are read only, although the framework lets them take POST.</summary>
    public static IReadOnlyList<EndpointUnderTest> All(ArgMapApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null ? endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [] : ["GET"],
                (endpoint, method) => new EndpointUnderTest(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName))
            .Distinct()];
    }

    /// <summary>Those that write.</summary>
    public static IEnumerable<EndpointUnderTest> Writing(ArgMapApplication app) => All(app).Where(endpoint => endpoint.Method is not ("GET" or "HEAD"));
}

/// <summary>A route.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">Its pattern, such as <c>/m/{slug}/n/{number:int}</c>.</param>
/// <param name="Policy">The name of its rate limit, or null.</param>
public sealed record EndpointUnderTest(string Method, string Route, string? Policy)
{
    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>An address of it: in this map, and with the number 1 wherever it takes one.</summary>
    public string Address(string slug) => string.Join('/', Route.Split('/').Select(part =>
        !part.StartsWith('{') ? part
        : part.StartsWith("{slug", StringComparison.OrdinalIgnoreCase) ? slug
        : part.EndsWith(":guid}", StringComparison.Ordinal) ? "00000000-0000-0000-0000-000000000001"
        : "1"));
}
