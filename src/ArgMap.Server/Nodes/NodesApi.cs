using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Nodes;

/// <summary>Nodes, for programs.</summary>
public static class NodesApi
{
    public static void MapNodesApi(this IEndpointRouteBuilder routes)
    {
        var nodes = routes.MapGroup("/api/v1/maps/{slug}/nodes").WithTags("Nodes");
        nodes.MapPost("", Add).WithName("AddNode").WithSummary("Adds a node that is not yet joined to anything. To say what it does to another, add a relation with a new premise instead.").Writes();
        nodes.MapGet("/{number:int}", Read).WithName("ReadNode").WithSummary("One node with its roles and standing.").ProducesProblem(404);
        nodes.MapPatch("/{number:int}", Edit).WithName("EditNode").WithSummary("Changes what a node says. Its author and the map's owner may. If it was changed after the revision in basedOn, the answer is 409 with both texts.").Writes(403, 409);
        nodes.MapDelete("/{number:int}", Withdraw).WithName("WithdrawNode").WithSummary("Takes a node out of the argument, and with it the steps that rest on it. It stays readable, and undo brings it back.").Writes(403, 409);
    }

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Add(
        string slug, AddNode.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Created(await AddNode.Handle(writer, slug, actor, request, key, cancellation), written => $"/nodes/{written.AddedNode}");

    private static async Task<Results<Ok<NodeSnapshot>, ProblemHttpResult>> Read(string slug, int number, MapReader reader, Actor actor, CancellationToken cancellation) =>
        await reader.Read(slug, actor, cancellation) is not { } map ? ApiProblems.Problem(Missing.Map(slug))
        : map.Nodes.GetValueOrDefault(number) is not { } node ? ApiProblems.Problem(Missing.Node(number))
        : TypedResults.Ok(NodeSnapshot.Of(map, node));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Edit(
        string slug, int number, EditNode.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await EditNode.Handle(writer, slug, number, actor, request, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Withdraw(
        string slug, int number, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await WithdrawNode.Handle(writer, slug, number, actor, key, cancellation));
}
