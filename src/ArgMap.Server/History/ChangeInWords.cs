using System.Globalization;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Relations;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;

namespace ArgMap.Server.History;

/// <summary>A piece of a sentence: plain words, or words that lead to a page.</summary>
/// <param name="Text">The words.</param>
/// <param name="Href">Where they lead, or null.</param>
/// <param name="IsQuote">Whether people of the map wrote them.</param>
public sealed record Phrase(string Text, string? Href = null, bool IsQuote = false);

/// <summary>A text that a change replaced.</summary>
/// <param name="What">Which text, such as <c>Detail</c>; null when the sentence says it.</param>
/// <param name="Before">The text before; empty when there was none.</param>
/// <param name="After">The text after; empty when it was taken away.</param>
public sealed record ChangedText(string? What, string Before, string After);

/// <summary>A change as a sentence whose subject is the person who made it, with the texts it replaced.</summary>
public sealed class ChangeInWords
{
    private const int MostShown = 120;
    private const int MostEffects = 4;

    private readonly string slug;
    private readonly List<Phrase> sentence = [];
    private readonly List<ChangedText> texts = [];

    private ChangeInWords(string slug) => this.slug = slug;

    /// <summary>The sentence, without its subject and without a full stop.</summary>
    public IReadOnlyList<Phrase> Sentence => sentence;

    /// <summary>The texts it replaced, in the order of the sentence.</summary>
    public IReadOnlyList<ChangedText> Texts => texts;

    /// <summary>Puts a change in words.</summary>
    /// <param name="slug">The map's slug, for the links.</param>
    /// <param name="change">The change.</param>
    public static ChangeInWords Of(string slug, ChangeView change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var words = new ChangeInWords(slug);
        words.Say(change);
        return words;
    }

    private void Say(ChangeView change)
    {
        var effects = change.Effects;
        switch (change.Kind)
        {
            case ChangeKind.CreateMap when effects is [MapEffect made, ..]:
                Say("made the map ");
                Quote(made.After.Title, Address.Map(slug));
                Say(effects.Skip(1).ToList() is [NodeEffect root] ? " about " : $" with {Count(effects)}");
                if (effects.Skip(1).ToList() is [NodeEffect about])
                {
                    Number(about.Number, Address.Node(slug, about.Number), about.After.Text);
                }

                break;
            case ChangeKind.AddRelation when effects.OfType<RelationEffect>().SingleOrDefault() is { IsAddition: true } step:
                Step(step.After, step.Number, effects);
                break;
            case ChangeKind.PromoteComment when effects.OfType<NodeEffect>().FirstOrDefault() is { IsAddition: true, After.PromotedFrom: { } comment } node:
                Say("made ");
                Link("a comment", Address.Comment(slug, comment));
                Say(" the node ");
                Number(node.Number, Address.Node(slug, node.Number), node.After.Text);
                if (effects.OfType<RelationEffect>().FirstOrDefault() is { IsAddition: true } relation)
                {
                    Say(" and ");
                    Step(relation.After, relation.Number, []);
                }

                break;
            case ChangeKind.ImportThread when effects.OfType<SourceEffect>().FirstOrDefault() is { IsAddition: true } thread:
                Say("brought in the thread ");
                Quote(thread.After.Title, Address.Source(slug, thread.Number));
                break;
            case ChangeKind.AcceptSuggestions:
                Say("took from a thread: ");
                Accepted(effects);
                break;
            case ChangeKind.Undo when change.Undoes is { } undone:
                Say("undid ");
                Link($"revision {undone}", Address.Revision(slug, undone));
                Say(": ");
                All(effects);
                break;
            default:
                All(effects);
                break;
        }
    }

    private void All(IReadOnlyList<Effect> effects, IReadOnlyList<Effect>? among = null)
    {
        foreach (var (index, effect) in effects.Take(MostEffects).Index())
        {
            Say(index == 0 ? "" : index == effects.Count - 1 ? " and " : ", ");
            Say(effect, among ?? []);
        }

        if (effects.Count > MostEffects)
        {
            Say($" and {Plural.Of(effects.Count - MostEffects, "other thing")}");
        }
    }

    /// <summary>What was accepted: each step with the words of its premises. The passages they are cited from go without saying.</summary>
    private void Accepted(IReadOnlyList<Effect> effects)
    {
        var premises = effects.OfType<RelationEffect>().SelectMany(step => step.After.Premises).ToHashSet();
        var told = effects.Where(effect => effect is not CitationEffect && !(effect is NodeEffect { IsAddition: true } node && premises.Contains(node.Number))).ToList();
        All(told.Count == 0 ? effects : told, effects);
    }

    private void Say(Effect effect, IReadOnlyList<Effect> among)
    {
        switch (effect)
        {
            case MapEffect map:
                Map(map);
                break;
            case NodeEffect node:
                Verb(node, node.Before?.IsWithdrawn, node.After.IsWithdrawn);
                Say(node.IsAddition ? $"the {Word(node.After.Kind)} " : "");
                Number(node.Number, Address.Node(slug, node.Number), IsEdit(node, node.Before?.IsWithdrawn, node.After.IsWithdrawn) ? null : node.After.Text);
                if (node.Before is { } was)
                {
                    Say(was.Kind == node.After.Kind ? "" : $" from a {Word(was.Kind)} to a {Word(node.After.Kind)}");
                    Text(null, was.Text, node.After.Text);
                    Text("Detail", was.Detail, node.After.Detail);
                }

                break;
            case RelationEffect { IsAddition: true } step:
                Step(step.After, step.Number, among);
                break;
            case RelationEffect step:
                Verb(step, step.Before!.IsWithdrawn, step.After.IsWithdrawn);
                Say("step ");
                Number(step.Number, Address.Step(slug, step.Number));
                Text(null, InWords(step.Before), InWords(step.After));
                break;
            case CommentEffect comment:
                Comment(comment);
                break;
            case ThreadEffect thread:
                Say(thread.After.IsResolved ? "resolved the thread of " : "reopened the thread of ");
                Thing(thread.After.About);
                break;
            case SourceEffect source:
                Source(source);
                break;
            case SourceLinkEffect link:
                Say(link.After.IsWithdrawn ? "took back that " : "noted that ");
                Link($"source {link.After.From}", Address.Source(slug, link.After.From));
                Say($" {SourceLinkWords.Forward(link.After.Kind)} ");
                Link($"source {link.After.To}", Address.Source(slug, link.After.To));
                break;
            case CitationEffect citation:
                Citation(citation);
                break;
            default:
                throw new InvalidOperationException($"There are no words for {effect.GetType().Name}; add them here.");
        }
    }

    private void Map(MapEffect map)
    {
        if (map.Before is not { } was)
        {
            Say("made the map ");
            Quote(map.After.Title, Address.Map(slug));
            return;
        }

        var did = new List<string>();
        if (was.Title != map.After.Title)
        {
            did.Add("changed the title");
            Text("Title", was.Title, map.After.Title);
        }

        if (was.About != map.After.About)
        {
            did.Add("changed the introduction");
            Text("Introduction", was.About, map.After.About);
        }

        if (was.Root != map.After.Root)
        {
            did.Add(map.After.Root is { } root ? $"made the map about #{root}" : "took away what the map is about");
        }

        if (was.Visibility != map.After.Visibility)
        {
            did.Add($"made the map {map.After.Visibility.ToString().ToLowerInvariant()}");
        }

        if (was.Owner != map.After.Owner)
        {
            did.Add("gave the map to another owner");
        }

        Say(string.Join(", ", did));
    }

    /// <summary>A step, named by what it does: "objected to #4 with #12 …".</summary>
    private void Step(RelationState step, int number, IReadOnlyList<Effect> effects)
    {
        var (verb, link) = step.Kind switch
        {
            RelationKind.Support => ("supported ", " with "),
            RelationKind.Objection => ("objected to ", " with "),
            RelationKind.Prerequisite => ("named, as a prerequisite of ", ", "),
            RelationKind.Answer => ("answered ", " with "),
            RelationKind.Question => ("asked about ", ": "),
            RelationKind.Restatement => ("restated ", " as "),
            _ => throw new InvalidOperationException($"There is no verb for a step of kind {step.Kind}; add it here."),
        };
        Say(verb);
        Thing(step.Target);
        Say(link);
        foreach (var (index, premise) in step.Premises.Index())
        {
            Say(index == 0 ? "" : index == step.Premises.Length - 1 ? " and " : ", ");
            Number(premise, Address.Node(slug, premise), effects.OfType<NodeEffect>().FirstOrDefault(node => node.Number == premise)?.After.Text);
        }

        Say(" (");
        Link($"step #{number}", Address.Step(slug, number));
        Say(")");
    }

    private void Comment(CommentEffect comment)
    {
        var about = comment.After.About;
        if (comment.IsAddition)
        {
            Link(comment.After.ReplyTo is null ? "commented" : "replied", Address.Comment(slug, about, comment.Number));
            Say(comment.After.ReplyTo is null ? " on " : " in the thread of ");
            Thing(about);
            Say(": ");
            Quote(comment.After.Body);
            return;
        }

        Verb(comment, comment.Before!.IsWithdrawn, comment.After.IsWithdrawn);
        Link("a comment", Address.Comment(slug, about, comment.Number));
        Say(" on ");
        Thing(about);
        Text(null, comment.Before.Body, comment.After.Body);
    }

    private void Source(SourceEffect source)
    {
        var (was, now) = (source.Before, source.After);
        Verb(source, was?.IsWithdrawn, now.IsWithdrawn);
        Say("the source ");
        Quote(now.Title, Address.Source(slug, source.Number));
        if (was is null)
        {
            return;
        }

        Text("Title", was.Title, now.Title);
        Text("Medium", MediumWords.For(was.Medium), MediumWords.For(now.Medium));
        Text("Address", was.Url, now.Url);
        Text("Authors", string.Join(", ", was.Authors), string.Join(", ", now.Authors));
        Text("Published", was.Published, now.Published);
        Text("Minutes", was.Minutes?.ToString(CultureInfo.InvariantCulture), now.Minutes?.ToString(CultureInfo.InvariantCulture));
        Text("Words", was.Words?.ToString(CultureInfo.InvariantCulture), now.Words?.ToString(CultureInfo.InvariantCulture));
        Text("Note", was.Note, now.Note);
        Text("Text", was.Text, now.Text);
    }

    private void Citation(CitationEffect citation)
    {
        var now = citation.After;
        Say(citation.IsAddition ? "cited " : now.IsWithdrawn ? "withdrew the citation of " : citation.Before!.IsWithdrawn ? "brought back the citation of " : "changed the citation of ");
        Link($"source {now.Source}", Address.Passage(slug, now.Source, citation.Number));
        Say(" for ");
        Thing(now.About);
        if (now.StartSeconds is { } start)
        {
            Say($" at {new TimeCode(start)}");
        }

        if (citation.Before is { } before && before.Exact != now.Exact)
        {
            Text(null, before.Exact, now.Exact);
        }
        else if (now.Exact is { } exact)
        {
            Say(": ");
            Quote(exact);
        }
    }

    private void Verb(Effect effect, bool? wasWithdrawn, bool isWithdrawn) =>
        Say(effect.IsAddition ? "added " : (wasWithdrawn, isWithdrawn) switch
        {
            (false, true) => "withdrew ",
            (true, false) => "brought back ",
            _ => "changed ",
        });

    private static bool IsEdit(Effect effect, bool? wasWithdrawn, bool isWithdrawn) => !effect.IsAddition && wasWithdrawn == isWithdrawn;

    private void Say(string words)
    {
        if (words.Length > 0)
        {
            sentence.Add(new(words));
        }
    }

    private void Link(string words, string href) => sentence.Add(new(words, href));

    private void Thing(Thing thing)
    {
        if (thing.Kind == ThingKind.Comment)
        {
            Link("a comment", Address.Comment(slug, thing.Number));
            return;
        }

        Say(thing.Kind == ThingKind.Relation ? "step " : "");
        Number(thing.Number, Address.Of(slug, thing));
    }

    private void Number(int number, string href, string? text = null)
    {
        Link($"#{number}", href);
        if (text is not null)
        {
            Say(" ");
            Quote(text);
        }
    }

    private void Quote(string text, string? href = null) => sentence.Add(new($"“{Shorten(text)}”", href, IsQuote: true));

    private void Text(string? what, string? before, string? after)
    {
        if ((before ?? "") != (after ?? ""))
        {
            texts.Add(new(what, before ?? "", after ?? ""));
        }
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= MostShown)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', MostShown - 1);
        end = end > MostShown / 2 ? end : MostShown - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    private static string InWords(RelationState step) =>
        $"{step.Kind.ToString().ToLowerInvariant()} from {string.Join(", ", step.Premises.Select(premise => $"#{premise}"))} to {(step.Target.Kind == ThingKind.Relation ? "step " : "")}#{step.Target.Number}";

    private static string Word(NodeKind kind) => kind.ToString().ToLowerInvariant();

    private static string Count(IReadOnlyList<Effect> effects) =>
        $"{Plural.Of(effects.Count(effect => effect is NodeEffect), "node")}, {Plural.Of(effects.Count(effect => effect is RelationEffect), "step")} and {Plural.Of(effects.Count(effect => effect is SourceEffect), "source")}";
}
