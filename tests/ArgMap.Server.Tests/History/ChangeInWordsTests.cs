using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Relations;
using ArgMap.Server.Sources;

namespace ArgMap.Server.Tests.History;

public sealed class ChangeInWordsTests
{
    private static readonly Guid Ada = new("00000000-0000-0000-0000-00000000000a");
    private static readonly MapState Map = new("m", "Would it?", null, 1, Visibility.Public, Ada);
    private static readonly NodeState Claim = new(NodeKind.Claim, "It would.", null, Ada);
    private static readonly RelationState Step = new(RelationKind.Objection, [5], new(ThingKind.Node, 1), Ada);
    private static readonly CommentState Comment = new(new(ThingKind.Relation, 6), null, "Are you sure?", Ada);
    private static readonly ThreadResolution Thread = new(new(ThingKind.Node, 5), true, Ada);
    private static readonly SourceState Source = new("A talk", Medium.Talk, null, [], null, 62, null, null, null, Ada);
    private static readonly SourceLinkState Link = new(2, SourceLinkKind.TranscriptOf, 3, Ada);
    private static readonly CitationState Citation = new(new(ThingKind.Node, 5), 2, "the words", null, null, 754, 790, null, Ada);

    /// <summary>For each kind: what is said, what was done, and the texts replaced.</summary>
    private static readonly (ChangeKind Kind, string Says, Effect[] Effects, string[] Texts)[] Cases =
    [
        (ChangeKind.CreateMap, "made the map “Would it?” about #1 “It would.”", [new MapEffect(null, Map), new NodeEffect(1, null, Claim)], []),
        (ChangeKind.CreateMap, "made the map “Would it?” with 2 nodes, 1 step and 1 source", [new MapEffect(null, Map), new NodeEffect(1, null, Claim), new NodeEffect(5, null, Claim), new RelationEffect(6, null, Step), new SourceEffect(1, null, Source)], []),
        (ChangeKind.EditMap, "changed the title, made the map about #5, made the map private", [new MapEffect(Map, Map with { Title = "Would it not?", Root = 5, Visibility = Visibility.Private })], ["Title: Would it? > Would it not?"]),
        (ChangeKind.EditMap, "changed the introduction", [new MapEffect(Map, Map with { About = "Of a post." })], ["Introduction:  > Of a post."]),
        (ChangeKind.AddNode, "added the claim #5 “It would.”", [new NodeEffect(5, null, Claim)], []),
        (ChangeKind.AddNode, "added the question #5 “Would it?”", [new NodeEffect(5, null, new(NodeKind.Question, "Would it?", null, Ada))], []),
        (ChangeKind.AddRelation, "objected to #1 with #5 “It would.” (step #6)", [new NodeEffect(5, null, Claim), new RelationEffect(6, null, Step)], []),
        (ChangeKind.AddRelation, "objected to step #4 with #2, #3 and #5 (step #6)", [new RelationEffect(6, null, Step with { Premises = [2, 3, 5], Target = new(ThingKind.Relation, 4) })], []),
        (ChangeKind.AddRelation, "supported #1 with #5 (step #6)", [new RelationEffect(6, null, Step with { Kind = RelationKind.Support })], []),
        (ChangeKind.AddRelation, "named, as a prerequisite of #1, #5 (step #6)", [new RelationEffect(6, null, Step with { Kind = RelationKind.Prerequisite })], []),
        (ChangeKind.AddRelation, "answered #1 with #5 (step #6)", [new RelationEffect(6, null, Step with { Kind = RelationKind.Answer })], []),
        (ChangeKind.AddRelation, "asked about #1: #5 (step #6)", [new RelationEffect(6, null, Step with { Kind = RelationKind.Question })], []),
        (ChangeKind.AddRelation, "restated #1 as #5 (step #6)", [new RelationEffect(6, null, Step with { Kind = RelationKind.Restatement })], []),
        (ChangeKind.EditNode, "changed #5", [new NodeEffect(5, Claim, Claim with { Text = "It could.", Detail = "More." })], [": It would. > It could.", "Detail:  > More."]),
        (ChangeKind.EditNode, "changed #5 from a claim to a question", [new NodeEffect(5, Claim, Claim with { Kind = NodeKind.Question })], []),
        (ChangeKind.EditRelation, "changed step #6", [new RelationEffect(6, Step, Step with { Kind = RelationKind.Support, Target = new(ThingKind.Relation, 4) })], [": objection from #5 to #1 > support from #5 to step #4"]),
        (ChangeKind.WithdrawNode, "withdrew #5 “It would.”", [new NodeEffect(5, Claim, Claim with { IsWithdrawn = true })], []),
        (ChangeKind.WithdrawRelation, "withdrew step #6", [new RelationEffect(6, Step, Step with { IsWithdrawn = true })], []),
        (ChangeKind.AddComment, "commented on step #6: “Are you sure?”", [new CommentEffect(7, null, Comment)], []),
        (ChangeKind.AddComment, "replied in the thread of step #6: “Are you sure?”", [new CommentEffect(8, null, Comment with { ReplyTo = 7 })], []),
        (ChangeKind.EditComment, "changed a comment on step #6", [new CommentEffect(7, Comment, Comment with { Body = "Are you?" })], [": Are you sure? > Are you?"]),
        (ChangeKind.WithdrawComment, "withdrew a comment on step #6", [new CommentEffect(7, Comment, Comment with { IsWithdrawn = true })], []),
        (ChangeKind.PromoteComment, "made a comment the node #5 “It would.” and objected to #1 with #5 (step #6)", [new NodeEffect(5, null, Claim with { PromotedFrom = 7 }), new RelationEffect(6, null, Step)], []),
        (ChangeKind.PromoteComment, "made a comment the node #5 “It would.”", [new NodeEffect(5, null, Claim with { PromotedFrom = 7 })], []),
        (ChangeKind.ResolveThread, "resolved the thread of #5", [new ThreadEffect(5, null, Thread)], []),
        (ChangeKind.ReopenThread, "reopened the thread of #5", [new ThreadEffect(5, Thread, Thread with { IsResolved = false })], []),
        (ChangeKind.ImportThread, "brought in the thread “A talk”", [new SourceEffect(2, null, Source with { Medium = Medium.CommentThread })], []),
        (ChangeKind.AddSource, "added the source “A talk”", [new SourceEffect(2, null, Source)], []),
        (ChangeKind.EditSource, "changed the source “A long talk”", [new SourceEffect(2, Source, Source with { Title = "A long talk", Medium = Medium.Podcast, Url = "https://example.org", Authors = ["Ada", "Grace"], Published = "2023", Minutes = 90, Words = 9_000, Note = "A note.", Text = "The text." })], ["Title: A talk > A long talk", "Medium: talk > podcast", "Address:  > https://example.org", "Authors:  > Ada, Grace", "Published:  > 2023", "Minutes: 62 > 90", "Words:  > 9000", "Note:  > A note.", "Text:  > The text."]),
        (ChangeKind.WithdrawSource, "withdrew the source “A talk”", [new SourceEffect(2, Source, Source with { IsWithdrawn = true })], []),
        (ChangeKind.LinkSources, "noted that source 2 is a transcript of source 3", [new SourceLinkEffect(4, null, Link)], []),
        (ChangeKind.UnlinkSources, "took back that source 2 is a transcript of source 3", [new SourceLinkEffect(4, Link, Link with { IsWithdrawn = true })], []),
        (ChangeKind.AddCitation, "cited source 2 for #5 at 12:34: “the words”", [new CitationEffect(9, null, Citation)], []),
        (ChangeKind.AddCitation, "cited source 2 for a comment", [new CitationEffect(9, null, Citation with { About = new(ThingKind.Comment, 7), Exact = null, StartSeconds = null, EndSeconds = null })], []),
        (ChangeKind.WithdrawCitation, "withdrew the citation of source 2 for #5 at 12:34: “the words”", [new CitationEffect(9, Citation, Citation with { IsWithdrawn = true })], []),
        (ChangeKind.EditCitation, "changed the citation of source 2 for #5 at 12:34", [new CitationEffect(9, Citation, Citation with { Exact = "other words" })], [": the words > other words"]),
        (ChangeKind.MoveNode, "changed step #6", [new RelationEffect(6, Step, Step with { Target = new(ThingKind.Node, 2) })], [": objection from #5 to #1 > objection from #5 to #2"]),
        (ChangeKind.GroupPremises, "changed step #6 and withdrew step #7", [new RelationEffect(6, Step, Step with { Premises = [5, 8] }), new RelationEffect(7, Step, Step with { IsWithdrawn = true })], [": objection from #5 to #1 > objection from #5, #8 to #1"]),
        (ChangeKind.UngroupPremises, "changed step #6 and objected to #1 with #8 (step #9)", [new RelationEffect(6, Step with { Premises = [5, 8] }, Step), new RelationEffect(9, null, Step with { Premises = [8] })], [": objection from #5, #8 to #1 > objection from #5 to #1"]),
        (ChangeKind.AddSubtree, "added the claim #5 “It would.” and objected to #1 with #5 (step #6)", [new NodeEffect(5, null, Claim), new RelationEffect(6, null, Step)], []),
        (ChangeKind.WithdrawSubtree, "withdrew #5 “It would.” and withdrew #8 “It would.”", [new NodeEffect(5, Claim, Claim with { IsWithdrawn = true }), new NodeEffect(8, Claim, Claim with { IsWithdrawn = true })], []),
        (ChangeKind.AcceptSuggestions, "took from a thread: objected to #1 with #5 “It would.” (step #6)", [new NodeEffect(5, null, Claim), new RelationEffect(6, null, Step), new CitationEffect(9, null, Citation)], []),
        (ChangeKind.AcceptSuggestions, "took from a thread: added the claim #5 “It would.” and added the source “A talk”", [new NodeEffect(5, null, Claim), new CitationEffect(9, null, Citation), new SourceEffect(2, null, Source)], []),
        (ChangeKind.AcceptSuggestions, "took from a thread: cited source 2 for #5 at 12:34: “the words”", [new CitationEffect(9, null, Citation)], []),
        (ChangeKind.Undo, "undid revision 3: withdrew step #6 and withdrew #5 “It would.”", [new RelationEffect(6, Step, Step with { IsWithdrawn = true }), new NodeEffect(5, Claim, Claim with { IsWithdrawn = true })], []),
        (ChangeKind.Undo, "undid revision 3: brought back #5 “It would.”", [new NodeEffect(5, Claim with { IsWithdrawn = true }, Claim)], []),
    ];

    public static TheoryData<int> Every => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Every))]
    public void A_change_is_said_in_plain_words(int index)
    {
        var (kind, says, effects, texts) = Cases[index];

        var words = ChangeInWords.Of("m", new(4, default, Ada, "Ada", kind, kind == ChangeKind.Undo ? 3 : null, null, effects));

        Assert.Equal(says, string.Concat(words.Sentence.Select(phrase => phrase.Text)));
        Assert.Equal(texts, words.Texts.Select(text => $"{text.What}: {text.Before} > {text.After}"));
    }

    [Fact]
    public void There_are_words_for_every_kind_of_change_and_every_kind_of_thing()
    {
        Assert.Equal(Enum.GetValues<ChangeKind>(), Cases.Select(each => each.Kind).Distinct().Order());
        Assert.Equal(
            typeof(Effect).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Effect)) && !type.IsAbstract).Select(type => type.Name).Order(),
            Cases.SelectMany(each => each.Effects).Select(effect => effect.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void What_is_named_is_linked()
    {
        var words = ChangeInWords.Of("m", new(4, default, Ada, "Ada", ChangeKind.AddRelation, null, null, [new NodeEffect(5, null, Claim), new RelationEffect(6, null, Step)]));

        Assert.Equal(
            [("#1", "/m/m/n/1"), ("#5", "/m/m/n/5"), ("step #6", "/m/m/r/6")],
            words.Sentence.Where(phrase => phrase.Href is not null).Select(phrase => (phrase.Text, phrase.Href!)));
        Assert.Equal("“It would.”", Assert.Single(words.Sentence, phrase => phrase.IsQuote).Text);
    }

    [Fact]
    public void A_long_quote_is_cut_between_words_and_never_within_a_character()
    {
        var long_ = ChangeInWords.Of("m", new(2, default, Ada, "Ada", ChangeKind.AddNode, null, null, [new NodeEffect(2, null, Claim with { Text = string.Join(' ', Enumerable.Repeat("word", 100)) })]));
        var faces = ChangeInWords.Of("m", new(2, default, Ada, "Ada", ChangeKind.AddNode, null, null, [new NodeEffect(2, null, Claim with { Text = "a" + string.Concat(Enumerable.Repeat("😀", 200)) })]));

        Assert.EndsWith("word…”", long_.Sentence[^1].Text);
        Assert.InRange(long_.Sentence[^1].Text.Length, 60, 123);
        Assert.EndsWith("😀…”", faces.Sentence[^1].Text);
    }
}
