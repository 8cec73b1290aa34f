using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ArgMap.Server.Maps;

/// <summary>Maps, for programs: list, make, read whole, edit.</summary>
public static class MapsApi
{
    public static void MapMapsApi(this IEndpointRouteBuilder routes)
    {
        var maps = routes.MapGroup("/api/v1/maps").WithTags("Maps");
        maps.MapGet("", List).WithName("ListMaps").WithSummary("The public maps and the caller's own, the one that changed last first.").ProducesProblem(400);
        maps.MapPost("", Create).WithName("CreateMap").WithSummary("Makes a map with the question or thesis it is about. Who makes it owns it.").Writes();
        maps.MapGet("/{slug}", Read).WithName("ReadMap").WithSummary("A whole map at one revision: nodes, relations with premises, standing. With If-None-Match it answers 304 while nothing has changed.")
            .Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        maps.MapPatch("/{slug}", Edit).WithName("EditMap").WithSummary("Changes a map's title, introduction, root or visibility. Its owner may.").Writes(403, 409);
    }

    /// <param name="reader">The list.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="before">The <c>older</c> of the page before; missing for the first page.</param>
    /// <param name="limit">How many maps, 1 to 100; 20 when missing.</param>
    /// <param name="cancellation">Gives up.</param>
    private static async Task<Results<Ok<MapListPage>, ProblemHttpResult>> List(
        MapList reader, Actor actor, string? before, int? limit, CancellationToken cancellation)
    {
        var size = limit ?? MapList.PageSize;
        return size is < 1 or > MapList.MaxPageSize
            ? ApiProblems.Problem(Refusal.Invalid("limit", $"A page has 1 to {MapList.MaxPageSize} maps, not {size}."))
            : TypedResults.Ok(await reader.Read(actor, before, size, cancellation));
    }

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Create(
        CreateMap.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Created(await CreateMap.Handle(writer, actor, request, key, cancellation), _ => $"");

    private static async Task<Results<Ok<MapSnapshot>, StatusCodeHttpResult, ProblemHttpResult>> Read(
        string slug, MapReader reader, Actor actor, HttpContext context, CancellationToken cancellation)
    {
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Count > 0)
        {
            // Nothing has changed most of the time: then the head is enough.
            if (await reader.ReadHead(slug, actor, cancellation) is not { } head)
            {
                return ApiProblems.Problem(Missing.Map(slug));
            }

            if (known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(EntityTagHeaderValue.Parse(MapSnapshot.Tag(head)), useStrongComparison: false)))
            {
                Tag(context, head);
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }
        }

        if (await reader.Read(slug, actor, cancellation) is not { } map)
        {
            return ApiProblems.Problem(Missing.Map(slug));
        }

        Tag(context, map.Head);
        return TypedResults.Ok(MapSnapshot.Of(map));
    }

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Edit(
        string slug, EditMap.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await EditMap.Handle(writer, slug, actor, request, key, cancellation));

    private static void Tag(HttpContext context, MapHead head)
    {
        context.Response.Headers.ETag = MapSnapshot.Tag(head);
        context.Response.Headers.CacheControl = head.Visibility == Visibility.Private ? "private, no-cache" : "no-cache";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
    }
}
