using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ArgMap.Server.Shell;

/// <summary>What <c>/openapi/v1.json</c> says beyond the endpoints themselves.</summary>
public static class ApiDescription
{
    private const string Scheme = "accessToken";

    /// <summary>Marks an endpoint that only people can use who say who they are.</summary>
    private sealed record NeedsAccessToken;

    /// <summary>Says in the description that this endpoint needs an access token. The use case is what refuses.</summary>
    public static RouteHandlerBuilder ForSignedIn(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new NeedsAccessToken()).ProducesProblem(StatusCodes.Status401Unauthorized);

    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        // Requests are called Request inside their use case; outside they need its name too. What an API's own class holds needs none.
        options.CreateSchemaReferenceId = type =>
            OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
                ? type.Type is { IsNested: true, DeclaringType.Name: var owner } && !owner.EndsWith("Api", StringComparison.Ordinal) ? owner + name : name
                : null;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "ArgMap",
                Version = "1",
                Description = "Debates as graphs: maps, nodes, the steps between them, their threads, sources and history. Every refusal is a problem+json whose `code` is listed in docs/api.md. "
                    + "Every write takes an `Idempotency-Key` header: sent again with the same key, a request is done once and answered the same.",
            };

            // The address is wherever the document was read from.
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An access token, from POST /api/v1/tokens. Reading public maps needs none.",
            };
            CodeWords.Translate(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var token = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] };
            operation.Security = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsAccessToken>().Any()
                ? [token]
                : [new OpenApiSecurityRequirement(), token];
            return Task.CompletedTask;
        });
    });
}
