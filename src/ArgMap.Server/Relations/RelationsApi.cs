using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Relations;

/// <summary>Relations, for programs.</summary>
public static class RelationsApi
{
    public static void MapRelationsApi(this IEndpointRouteBuilder routes)
    {
        var relations = routes.MapGroup("/api/v1/maps/{slug}/relations").WithTags("Relations");
        relations.MapPost("", Add).WithName("AddRelation").WithSummary("Adds a step onto a node or onto another step, from nodes that are there, from new ones, or both.").Writes();
        relations.MapGet("/{number:int}", Read).WithName("ReadRelation").WithSummary("One step with its standing and force.").ProducesProblem(404);
        relations.MapPatch("/{number:int}", Edit).WithName("EditRelation").WithSummary("Changes what a step does, from what, and to what. Its author and the map's owner may.").Writes(403, 409);
        relations.MapDelete("/{number:int}", Withdraw).WithName("WithdrawRelation").WithSummary("Takes a step out of the argument; its premises stay. It stays readable, and undo brings it back.").Writes(403);
    }

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Add(
        string slug, AddRelation.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Created(await AddRelation.Handle(writer, slug, actor, request, key, cancellation), written => $"/relations/{written.AddedRelation}");

    private static async Task<Results<Ok<RelationSnapshot>, ProblemHttpResult>> Read(string slug, int number, MapReader reader, Actor actor, CancellationToken cancellation) =>
        await reader.Read(slug, actor, cancellation) is not { } map ? ApiProblems.Problem(Missing.Map(slug))
        : map.Relations.GetValueOrDefault(number) is not { } relation ? ApiProblems.Problem(Missing.Relation(number))
        : TypedResults.Ok(RelationSnapshot.Of(map, relation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Edit(
        string slug, int number, EditRelation.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await EditRelation.Handle(writer, slug, number, actor, request, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Withdraw(
        string slug, int number, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await WithdrawRelation.Handle(writer, slug, number, actor, key, cancellation));
}
