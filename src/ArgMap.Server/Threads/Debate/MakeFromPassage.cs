using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Debate;

/// <summary>What words of a post become.</summary>
public enum PassageUse
{
    /// <summary>A claim that hangs from nothing yet.</summary>
    Claim,

    /// <summary>A claim that objects to the target.</summary>
    Objection,

    /// <summary>A claim that supports the target.</summary>
    Support,

    /// <summary>A claim that the target presupposes.</summary>
    Prerequisite,

    /// <summary>A question, about the target where there is one.</summary>
    Question,

    /// <summary>A claim that answers the target, a question.</summary>
    Answer,

    /// <summary>No new node: the words are cited for the target.</summary>
    Citation,
}

/// <summary>Makes words of a post part of the map: a node, the step by which it hangs from another, and the citation that ties it to the words, in one change.</summary>
public static class MakeFromPassage
{
    /// <param name="Use">The name of a <see cref="PassageUse"/>.</param>
    /// <param name="Passage">The words.</param>
    /// <param name="Target">Number of the node or step that it is about; null only for a claim or a question by itself.</param>
    /// <param name="Text">What the node says, so that it stands alone; 1 to 500 characters; ignored for a citation.</param>
    /// <param name="Detail">Markdown that explains it; ignored for a citation.</param>
    public sealed record Request(string? Use, PassageCitation.Passage Passage, int? Target, string? Text, string? Detail = null);

    /// <summary>Does it.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="slug">The map.</param>
    /// <param name="thread">Number of the thread's source.</param>
    /// <param name="number">The post.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="request">What is made of which words.</param>
    /// <param name="idempotencyKey">Makes a request that is sent twice count once.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Outcome<Written>> Handle(
        MapWriter writer, string slug, int thread, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(request);
        var input = new InputCheck();
        var use = input.Choice<PassageUse>("use", request.Use, "What it becomes");
        var text = use is PassageUse.Citation ? "" : input.Required("text", request.Text, Node.MaxTextLength, "The text");
        var detail = use is PassageUse.Citation ? null : input.Optional("detail", request.Detail, Node.MaxDetailLength, "The detail");
        if (request.Target is null && use is not (PassageUse.Claim or PassageUse.Question))
        {
            input.Wrong("target", "Say what it is about: choose a node or step of the map, by words or by number.");
        }
        else if (request.Target is not null && use is PassageUse.Claim)
        {
            input.Wrong("use", $"A claim by itself is about nothing. Say what it does to #{request.Target}, or leave that out.");
        }

        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        var kind = use switch
        {
            PassageUse.Citation => ChangeKind.AddCitation,
            _ => request.Target is null ? ChangeKind.AddNode : ChangeKind.AddRelation,
        };
        return await writer.Write(
            new MapWrite(slug, actor, kind, idempotencyKey, new { thread, number, request }),
            async (map, cancel) =>
            {
                if (await map.FindPost(thread, number, cancel) is not { } post || await map.FindSource(thread, cancel) is not { IsWithdrawn: false })
                {
                    return Refusal.NotFound($"There is no post {number} in thread {thread} of this map.");
                }

                Thing? target = null;
                if (request.Target is { } wished)
                {
                    var found = await PremisesAndTarget.Find(map, [], wished, cancel);
                    if (found.Refusal is { } missing)
                    {
                        return missing;
                    }

                    target = found.Value;
                }

                // The words first: nothing is added when they cannot be cited.
                var citation = PassageCitation.Of(post, request.Passage, target ?? new Thing(ThingKind.Node, 0), map.Actor);
                if (citation.Refusal is { } wrong)
                {
                    return wrong;
                }

                if (use is PassageUse.Citation)
                {
                    map.Add(citation.Value);
                    return null;
                }

                var node = map.Add(new NodeState(use is PassageUse.Question ? NodeKind.Question : NodeKind.Claim, text, detail, map.Actor));
                if (target is { } onto)
                {
                    map.Add(new RelationState(Step(use), [node], onto, map.Actor));
                }

                map.Add(citation.Value with { About = new Thing(ThingKind.Node, node) });
                return null;
            },
            cancellation);
    }

    private static RelationKind Step(PassageUse use) => use switch
    {
        PassageUse.Objection => RelationKind.Objection,
        PassageUse.Support => RelationKind.Support,
        PassageUse.Prerequisite => RelationKind.Prerequisite,
        PassageUse.Question => RelationKind.Question,
        _ => RelationKind.Answer,
    };
}
