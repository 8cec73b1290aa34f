using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Debate;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArgMap.Server.Sources;

/// <summary>Sources, what they are to each other, and citations, for programs.</summary>
public static class SourcesApi
{
    public static void MapSourcesApi(this IEndpointRouteBuilder routes)
    {
        var sources = routes.MapGroup("/api/v1/maps/{slug}/sources").WithTags("Sources");
        sources.MapGet("", List).WithName("ListSources").WithSummary("The sources of a map and what they are to each other.").ProducesProblem(404);
        sources.MapPost("", Add).WithName("AddSource").WithSummary("Adds a source. Title and medium are enough; nothing is fetched from its address.").Writes();
        sources.MapGet("/{number:int}", Read).WithName("ReadSource").WithSummary("One source, withdrawn or not, with its text when the map keeps it.").ProducesProblem(404);
        sources.MapPut("/{number:int}", Edit).WithName("EditSource").WithSummary("Replaces what is known of a source; only its text stays when it is missing, and goes when it is empty. Whoever added it and the map's owner may. If it was changed after the revision in basedOn, the answer is 409 with both.").Writes(403, 409);
        sources.MapDelete("/{number:int}", Withdraw).WithName("WithdrawSource").WithSummary("Takes a source off the list, with its relations to others. Refused while something cites it.").Writes(403, 409);
        sources.MapPost("/{number:int}/address", Give).WithName("GiveAddress").WithSummary("Gives the address of a source that has none. Anyone who is signed in may.").Writes(409);

        var links = routes.MapGroup("/api/v1/maps/{slug}/source-links").WithTags("Sources");
        links.MapPost("", Link).WithName("LinkSources").WithSummary("Says what one source is to another.").Writes(409);
        links.MapGet("/{number:int}", ReadLink).WithName("ReadSourceLink").WithSummary("One relation between two sources.").ProducesProblem(404);
        links.MapDelete("/{number:int}", Unlink).WithName("UnlinkSources").WithSummary("Takes a relation between two sources away.").Writes(403);

        var citations = routes.MapGroup("/api/v1/maps/{slug}/citations").WithTags("Sources");
        citations.MapGet("", ListCitations).WithName("ListCitations").WithSummary("The citations of a map; only those of one node or relation and its thread with about, only those of one source with source.").ProducesProblem(404);
        citations.MapPost("", Cite).WithName("AddCitation").WithSummary("Cites a passage of a source, or all of it. The source may be added in the same change.").Writes();
        citations.MapGet("/{number:int}", ReadCitation).WithName("ReadCitation").WithSummary("One citation.").ProducesProblem(404);
        citations.MapPut("/{number:int}/words", CiteWords).WithName("CiteOtherWords").WithSummary("Gives a citation of a post other words of that post. Whoever added it and the map's owner may.").Writes(403);
        citations.MapDelete("/{number:int}", WithdrawOne).WithName("WithdrawCitation").WithSummary("Takes a citation away. Whoever added it and the map's owner may.").Writes(403);
    }

    private static async Task<Results<Ok<SourceList>, ProblemHttpResult>> List(string slug, MapReader reader, Actor actor, CancellationToken cancellation)
    {
        IReadOnlyList<SourceView> sources = [];
        IReadOnlyList<SourceLinkView> links = [];
        var head = await reader.ReadHead(slug, actor, cancellation, batch => (sources, links) = (SourceReader.AddAll(batch, slug), SourceReader.AddLinks(batch, slug)));
        return head is null
            ? ApiProblems.Problem(Missing.Map(slug))
            : TypedResults.Ok(new SourceList(head.Revision, [.. sources.Select(source => SourceContract.Of(source, null))], [.. links.Select(SourceLinkContract.Of)]));
    }

    private static async Task<Results<Ok<SourceContract>, ProblemHttpResult>> Read(string slug, int number, MapReader reader, Actor actor, CancellationToken cancellation)
    {
        IReadOnlyList<SourceView> found = [];
        IReadOnlyList<string> text = [];
        var head = await reader.ReadHead(slug, actor, cancellation, batch => (found, text) = (SourceReader.AddOne(batch, slug, number), SourceReader.AddText(batch, slug, number)));
        return head is null ? ApiProblems.Problem(Missing.Map(slug))
            : found.Count == 0 ? ApiProblems.Problem(Missing.Source(number))
            : TypedResults.Ok(SourceContract.Of(found[0], text.Count == 1 ? text[0] : null));
    }

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Add(
        string slug, AddSource.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Created(await AddSource.Handle(writer, slug, actor, request, key, cancellation), written => $"/sources/{written.AddedSource}");

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Edit(
        string slug, int number, EditSource.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await EditSource.Handle(writer, slug, number, actor, request, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Withdraw(
        string slug, int number, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await WithdrawSource.Handle(writer, slug, number, actor, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Give(
        string slug, int number, GiveAddress.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await GiveAddress.Handle(writer, slug, number, actor, request, key, cancellation));

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Link(
        string slug, LinkSources.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Created(await LinkSources.Handle(writer, slug, actor, request, key, cancellation), written => $"/source-links/{written.AddedSourceLink}");

    private static async Task<Results<Ok<SourceLinkContract>, ProblemHttpResult>> ReadLink(string slug, int number, MapReader reader, Actor actor, CancellationToken cancellation)
    {
        IReadOnlyList<SourceLinkView> links = [];
        var head = await reader.ReadHead(slug, actor, cancellation, batch => links = SourceReader.AddLinks(batch, slug));
        return head is null ? ApiProblems.Problem(Missing.Map(slug))
            : links.FirstOrDefault(link => link.Number == number) is not { } found ? ApiProblems.Problem(Missing.SourceLink(number))
            : TypedResults.Ok(SourceLinkContract.Of(found));
    }

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> Unlink(
        string slug, int number, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await UnlinkSources.Handle(writer, slug, number, actor, key, cancellation));

    private static async Task<Results<Ok<CitationContracts>, ProblemHttpResult>> ListCitations(
        string slug, int? about, int? source, MapReader reader, Actor actor, CancellationToken cancellation)
    {
        var (head, citations) = await ReadCitations(slug, reader, actor, batch => about is { } number ? CitationReader.AddTo(batch, slug, number) : CitationReader.AddAll(batch, slug), cancellation);
        return head is null
            ? ApiProblems.Problem(Missing.Map(slug))
            : TypedResults.Ok(new CitationContracts(head.Revision, [.. citations.Where(citation => source is null || citation.Source == source).Select(CitationContract.Of)]));
    }

    private static async Task<Results<Ok<CitationContract>, ProblemHttpResult>> ReadCitation(string slug, int number, MapReader reader, Actor actor, CancellationToken cancellation)
    {
        var (head, citations) = await ReadCitations(slug, reader, actor, batch => CitationReader.AddOne(batch, slug, number), cancellation);
        return head is null ? ApiProblems.Problem(Missing.Map(slug))
            : citations.Count == 0 ? ApiProblems.Problem(Refusal.NotFound($"There is no citation {number} in this map, or it has been withdrawn."))
            : TypedResults.Ok(CitationContract.Of(citations[0]));
    }

    private static async Task<Results<Created<WriteAnswer>, ProblemHttpResult>> Cite(
        string slug, AddCitation.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Created(await AddCitation.Handle(writer, slug, actor, request, key, cancellation), written => $"/citations/{written.AddedCitation}");

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> CiteWords(
        string slug, int number, CiteOtherWords.Request request, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await CiteOtherWords.Handle(writer, slug, number, actor, request, key, cancellation));

    private static async Task<Results<Ok<WriteAnswer>, ProblemHttpResult>> WithdrawOne(
        string slug, int number, MapWriter writer, Actor actor, [FromHeader(Name = WriteAnswer.KeyHeader)] string? key, CancellationToken cancellation) =>
        WriteAnswer.Ok(await WithdrawCitation.Handle(writer, slug, number, actor, key, cancellation));

    private static async Task<(MapHead? Head, IReadOnlyList<CitationView> Citations)> ReadCitations(
        string slug, MapReader reader, Actor actor, Func<ReadBatch, IReadOnlyList<CitationView>> add, CancellationToken cancellation)
    {
        IReadOnlyList<CitationView> citations = [];
        return (await reader.ReadHead(slug, actor, cancellation, batch => citations = add(batch)), citations);
    }
}
