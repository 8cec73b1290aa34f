using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Tests.History;

/// <summary>Writes of every kind in random order, sensible and senseless; the same seed makes the same ones.</summary>
internal sealed class RandomWrites(Random random, IReadOnlyList<Scribe> scribes)
{
    private static readonly string[] Words = ["deception", "objective", "gradient", "“steady”", "état", "目标", "is", "not", "selected\nfor", "😀"];

    private int number = 1;
    private readonly List<(Type Kind, int Number)> entries = [];
    private readonly List<int> linked = [];
    private readonly List<int> steps = [];
    private int revision = 1;

    /// <summary>Makes one write, which may be refused.</summary>
    public async Task<Outcome<Written>> Next()
    {
        var outcome = await Choose(scribes[random.Next(scribes.Count)]);
        if (outcome.Refusal is null)
        {
            revision = Math.Max(revision, outcome.Value.Revision);
            foreach (var effect in outcome.Value.Effects)
            {
                if (effect is RelationEffect { IsAddition: true })
                {
                    steps.Add(effect.Number);
                }

                if (effect is RelationEffect { After.Premises.Length: > 1 })
                {
                    linked.Add(effect.Number);
                }

                if (effect is NodeEffect or RelationEffect)
                {
                    number = Math.Max(number, effect.Number);
                }
                else if (effect.IsAddition && effect.Number > 0)
                {
                    entries.Add((effect.GetType(), effect.Number));
                }
            }
        }

        return outcome;
    }

    private Task<Outcome<Written>> Choose(Scribe scribe) => random.Next(32) switch
    {
        0 => scribe.AddNode(Text(), random.Next(4) == 0 ? "Question" : "Claim"),
        1 or 2 => scribe.AddRelation(Kind(), Any(), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any())]),
        3 or 4 => scribe.AddStep(Kind(), Any(), Text()),
        5 => scribe.AddStep(Kind(), Any(), Text(), Text(), Text()),
        6 => scribe.EditNode(Any(), Text(), BasedOn(), random.Next(6) == 0 ? "Question" : null),
        7 => scribe.EditNode(Any(), Text()),
        8 => scribe.EditRelation(Step(), Kind(), basedOn: BasedOn()),
        9 => scribe.EditRelation(Step(), target: Any(), premises: [Any(), Any()]),
        10 => scribe.WithdrawNode(Any()),
        11 => scribe.WithdrawRelation(Step()),
        12 => scribe.EditMap(Text(), random.Next(3) == 0 ? Any() : null, random.Next(3) == 0 ? "Unlisted" : null),
        13 or 14 => scribe.Comment(Any(), Text(), random.Next(3) == 0 ? Entry<CommentEffect>() : null),
        15 => scribe.EditComment(Entry<CommentEffect>(), Text()),
        16 => scribe.WithdrawComment(Entry<CommentEffect>()),
        17 => scribe.PromoteComment(Entry<CommentEffect>(), Text()),
        18 => scribe.Resolve(Any(), random.Next(2) == 0),
        19 => scribe.AddSource(Text(), [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text())]),
        20 => random.Next(3) == 0 ? scribe.WithdrawSource(Entry<SourceEffect>()) : scribe.EditSource(Entry<SourceEffect>(), Text()),
        21 => scribe.LinkSources(Entry<SourceEffect>(), Entry<SourceEffect>()),
        22 => scribe.UnlinkSources(Entry<SourceLinkEffect>()),
        23 => random.Next(2) == 0 ? scribe.Cite(new Thing((ThingKind)random.Next(2), Any()), Entry<SourceEffect>(), Text()) : scribe.Cite(new Thing(ThingKind.Comment, Entry<CommentEffect>()), Entry<SourceEffect>(), Text()),
        24 => random.Next(2) == 0 ? scribe.EditCitation(Entry<CitationEffect>(), Text()) : scribe.WithdrawCitation(Entry<CitationEffect>()),
        25 => scribe.MoveNode(Any(), random.Next(3) == 0 ? null : Any(), Any(), random.Next(2) == 0 ? Kind() : null, BasedOn()),
        26 => scribe.GroupPremises(Kind(), Any(), Any(), Any()),
        27 => scribe.UngroupPremises(linked.Count > 0 ? linked[random.Next(linked.Count)] : Any()),
        28 => scribe.AddSubtree($"{Text().Replace('\n', ' ')}\n  - one\n    + <a>\n      _ against that\n\n<a>\n\n(1) p\n(2) q\n----\n(3) so #conclusion\n", Any()),
        29 => random.Next(4) == 0 ? scribe.WithdrawSubtree(Any(), Any()) : scribe.AddNode(Text()),
        30 => random.Next(3) switch
        {
            0 => scribe.ImportThread(Text()),
            1 => scribe.AcceptSuggestion(Text(), Any(), Entry<SourceEffect>(), Text()),
            _ => scribe.CitePost(Any(), Entry<SourceEffect>(), Text(), random.Next(1, 9), random.Next(900)),
        },
        _ => scribe.Undo(random.Next(1, revision + 2)),
    };

    /// <summary>A number of a node or relation, rarely of none.</summary>
    private int Any() => random.Next(1, number + (random.Next(20) == 0 ? 3 : 1));

    /// <summary>A number of a step, sometimes of something else.</summary>
    private int Step() => steps.Count == 0 || random.Next(4) == 0 ? Any() : steps[random.Next(steps.Count)];

    /// <summary>A number of something of this kind, sometimes of something else.</summary>
    private int Entry<TEffect>()
        where TEffect : Effect
    {
        var fitting = random.Next(8) == 0 ? [] : entries.Where(entry => entry.Kind == typeof(TEffect)).ToList();
        return fitting.Count == 0 ? random.Next(1, entries.Count + 2) : fitting[random.Next(fitting.Count)].Number;
    }

    private int? BasedOn() => random.Next(2) == 0 ? random.Next(1, revision + 1) : revision;

    private string Kind() => ((RelationKind)random.Next(6)).ToString();

    private string Text() => string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)]));
}
