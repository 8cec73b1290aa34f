using System.Globalization;
using ArgMap.Argumentation.Exchange.Argdown;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using ArgMap.Server.Text;

namespace ArgMap.Server.Exchange;

/// <summary>Adds what an Argdown text says below a node or step, as one change: all of it or nothing.</summary>
public static class AddSubtree
{
    /// <summary>The most nodes one text may add.</summary>
    public const int MaxNodes = 1_000;

    /// <summary>The longest text that is read, in UTF-16 code units.</summary>
    public const int MaxLength = 600_000;

    /// <param name="Argdown">The text.</param>
    /// <param name="Target">Number of the node or relation that it is about; null when it hangs from nothing.</param>
    public sealed record Request(string? Argdown, int? Target);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Argdown) || request.Argdown.Length > MaxLength)
        {
            return Refusal.Invalid("argdown", string.IsNullOrWhiteSpace(request.Argdown) ? "There is no text to add." : string.Create(CultureInfo.InvariantCulture, $"The text is {request.Argdown.Length:N0} characters long; at most {MaxLength:N0} are read. Add it in parts."));
        }

        var read = ArgdownReader.Read(request.Argdown);
        if (read.Excerpt is not { } excerpt)
        {
            return Refusal.Invalid("argdown", string.Join(' ', read.Problems.Take(3).Select(problem => string.Create(CultureInfo.InvariantCulture, $"Line {problem.Line}, column {problem.Column}: {problem.Message}"))));
        }

        if (excerpt.Map.Nodes.Count > MaxNodes)
        {
            return Refusal.Invalid("argdown", string.Create(CultureInfo.InvariantCulture, $"The text holds {excerpt.Map.Nodes.Count:N0} statements; at most {MaxNodes:N0} can be added at once. Add it in parts."));
        }

        var texts = new Dictionary<int, string>();
        foreach (var (number, words) in excerpt.Texts)
        {
            var (clean, problem) = UserText.Check(words, Node.MaxTextLength, true, string.Create(CultureInfo.InvariantCulture, $"The statement in line {read.LineOf[number]}"));
            if (problem is not null)
            {
                return Refusal.Invalid("argdown", problem);
            }

            texts[number] = clean!;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.AddSubtree, idempotencyKey, request),
            async (map, cancel) =>
            {
                Thing? target = null;
                var targetIsQuestion = false;
                if (request.Target is { } about)
                {
                    if (await PremisesAndTarget.Find(map, [], about, cancel) is var found && found.Refusal is { } missing)
                    {
                        return missing;
                    }

                    target = found.Value;
                    targetIsQuestion = (await map.FindNode(about, cancel))?.Kind is NodeKind.Question;
                }

                var things = new Dictionary<int, Thing>();
                foreach (var node in excerpt.Map.Nodes)
                {
                    things[node.Number] = new(ThingKind.Node, map.Add(new NodeState(node.Kind, texts[node.Number], null, map.Actor)));
                }

                // A step about a step comes after the one it is about.
                var waiting = new Queue<Relation>(excerpt.Map.Relations.Where(excerpt.Map.IsLive));
                while (waiting.TryDequeue(out var step))
                {
                    if (!things.TryGetValue(step.Target, out var onto))
                    {
                        waiting.Enqueue(step);
                        continue;
                    }

                    things[step.Number] = new(ThingKind.Relation, map.Add(new RelationState(step.Kind, [.. step.Premises.Select(premise => things[premise].Number)], onto, map.Actor)));
                }

                if (target is { } below)
                {
                    foreach (var root in MapTree.Of(excerpt.Map).Roots)
                    {
                        var isQuestion = excerpt.Map.NodeAt(root)!.Kind is NodeKind.Question;
                        var kind = excerpt.RootKinds.TryGetValue(root, out var had) && Fits(had, isQuestion, targetIsQuestion) ? had
                            : isQuestion ? RelationKind.Question
                            : targetIsQuestion ? RelationKind.Answer
                            : RelationKind.Support;
                        map.Add(new RelationState(kind, [things[root].Number], below, map.Actor));
                    }
                }

                return null;
            },
            cancellation);
    }

    private static bool Fits(RelationKind kind, bool isQuestion, bool targetIsQuestion) => kind switch
    {
        RelationKind.Question => isQuestion,
        RelationKind.Answer => targetIsQuestion,
        _ => true,
    };
}
