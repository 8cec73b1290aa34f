using System.Globalization;
using System.Net;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Accounts;
using ArgMap.Server.Database;
using ArgMap.Server.History;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Debate;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Debates;

public sealed class MakeFromPassageTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    private static readonly IReadOnlyList<Said> Talk =
    [
        new("Ada", "Pure deception **would crystallise**, I think. It is steady. It is steady, again."),
        new("Bob", "> Pure deception would crystallise\n\nNothing keeps it there. Or does it?", 1) { Quotes = [new("Pure deception would crystallise", 0, 34, 1, null, QuoteState.Folded, 1, 0, 36, 1)] },
        new("Ada", "Because nothing changes it.", 1),
    ];

    [Theory]
    [InlineData(PassageUse.Objection, RelationKind.Objection, NodeKind.Claim)]
    [InlineData(PassageUse.Support, RelationKind.Support, NodeKind.Claim)]
    [InlineData(PassageUse.Prerequisite, RelationKind.Prerequisite, NodeKind.Claim)]
    [InlineData(PassageUse.Question, RelationKind.Question, NodeKind.Question)]
    [InlineData(PassageUse.Answer, RelationKind.Answer, NodeKind.Claim)]
    public async Task Words_become_a_node_a_step_and_a_citation_in_one_change_that_can_be_undone(PassageUse use, RelationKind kind, NodeKind nodeKind)
    {
        var (ada, slug, thread) = await Begin();

        var made = (await Make(slug, thread, 1, ada, new(use.ToString(), new("deception would crystallise"), 1, "It would."))).Value;

        var map = await Read(slug, ada);
        var step = map.Relations[made.AddedRelation!.Value];
        Assert.Equal((kind, 1, made.AddedNode!.Value), (step.Kind, step.Target.Number, step.Premises.Single()));
        Assert.Equal((nodeKind, "It would."), (map.Nodes[made.AddedNode.Value].Kind, map.Nodes[made.AddedNode.Value].Text));
        var citation = made.Effects.OfType<CitationEffect>().Single().After;
        Assert.Equal((thread, 1, 5, "deception **would crystallise"), (citation.Source, citation.Post!.Value, citation.PostStart!.Value, citation.Exact));

        await app.With<ArgMapDbContext, Outcome<Written>>(db => app.With<MapWriter, Outcome<Written>>(writer =>
            UndoChange.Handle(writer, db, slug, made.Revision, ada, null, CancellationToken.None)));
        Assert.True((await Read(slug, ada)).Nodes[made.AddedNode.Value].IsWithdrawn);
    }

    [Theory]
    [InlineData(PassageUse.Claim)]
    [InlineData(PassageUse.Question)]
    public async Task A_claim_or_a_question_may_stand_by_itself(PassageUse use)
    {
        var (ada, slug, thread) = await Begin();

        var made = (await Make(slug, thread, 3, ada, new(use.ToString(), new("nothing changes it"), null, "Nothing changes it."))).Value;

        Assert.Null(made.AddedRelation);
        Assert.NotNull(made.AddedCitation);
    }

    [Fact]
    public async Task Words_can_be_cited_for_what_is_there()
    {
        var (ada, slug, thread) = await Begin();

        var made = (await Make(slug, thread, 3, ada, new(nameof(PassageUse.Citation), new("nothing changes it"), 1, null))).Value;

        Assert.Null(made.AddedNode);
        Assert.Equal(new Thing(ThingKind.Node, 1), made.Effects.OfType<CitationEffect>().Single().After.About);
    }

    [Theory]
    [InlineData(1, "Objection", "It is steady", 1, "It.", "exact", "stand in 2 places")]
    [InlineData(1, "Objection", "Nobody said so", 1, "It.", "exact", "not in post 1")]
    [InlineData(1, "Objection", "Pure", null, "It.", "target", "Say what it is about")]
    [InlineData(1, "Objection", "Pure", 99, "It.", "target", "no node or step #99")]
    [InlineData(1, "Objection", "Pure", 1, " ", "text", "is empty")]
    [InlineData(1, "Claim", "Pure", 1, "It.", "use", "about nothing")]
    [InlineData(1, "Nonsense", "Pure", 1, "It.", "use", "none of them")]
    public async Task What_cannot_be_made_is_refused_with_the_input_and_nothing_is_added(int post, string use, string words, int? target, string text, string field, string says)
    {
        var (ada, slug, thread) = await Begin();
        var before = (await Read(slug, ada)).Head.Revision;

        var refusal = (await Make(slug, thread, post, ada, new(use, new(words), target, text))).Refusal;

        Assert.Contains(says, refusal!.Errors[field], StringComparison.Ordinal);
        Assert.Equal(before, (await Read(slug, ada)).Head.Revision);
    }

    [Fact]
    public async Task A_post_that_is_not_there_is_not_found()
    {
        var (ada, slug, thread) = await Begin();

        Assert.Equal(404, (await Make(slug, thread, 9, ada, new("Claim", new("x"), null, "X."))).Refusal!.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().Get(Address.MakeFromPost(slug, thread, 9))).Status);
    }

    [Fact]
    public async Task The_form_works_without_a_script_and_leads_back_to_the_post()
    {
        var (_, slug, thread) = await Begin();
        using var bob = await app.SignedInAs("Bob");
        var debate = await bob.Get(Address.Debate(slug, thread));
        var way = debate.Document.QuerySelector("#p2 > details > .post-foot a[data-make]")!.GetAttribute("href")!;

        var sent = await bob.Submit(way, Address.MakeFromPost(slug, thread, 2), ("words", "Nothing keeps it there"), ("use", "Objection"), ("target", "1"), ("text", "Nothing keeps it there."));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal($"{Address.Debate(slug, thread)}#p2", sent.Location);
        Assert.Equal("Nothing keeps it there", DebatePageTests.Words(await bob.Get(Address.Debate(slug, thread)), "#p2 mark"));
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed()
    {
        var (_, slug, thread) = await Begin();
        using var bob = await app.SignedInAs("Bob");
        var form = Address.MakeFromPost(slug, thread, 1);

        var again = await bob.Submit(form, form, ("words", "It is steady"), ("use", "Support"), ("target", "1"), ("text", "My own words."), ("find", null));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("stand in 2 places", again.Text, StringComparison.Ordinal);
        Assert.Equal("My own words.", again.Document.QuerySelector("#text")!.TextContent.Trim());
        Assert.NotNull(again.Document.QuerySelector("input[name=use][value=Support][checked]"));
        var third = await bob.Submit(again, form, ("suffix", ", again"));
        Assert.Equal(HttpStatusCode.SeeOther, third.Status);
    }

    [Fact]
    public async Task What_it_is_about_is_found_by_words_or_by_number()
    {
        var (ada, slug, thread) = await Begin();
        await Make(slug, thread, 1, ada, new("Support", new("Pure deception"), 1, "A golden apple fell."));
        await Make(slug, thread, 1, ada, new("Support", new("I think"), 1, "A golden pear fell."));
        using var bob = await app.SignedInAs("Bob");
        var form = Address.MakeFromPost(slug, thread, 3);

        var several = await bob.Submit(form, form, ("words", "nothing changes it"), ("use", "Objection"), ("find", "golden"), ("text", "No."));
        var none = await bob.Submit(form, form, ("words", "nothing changes it"), ("use", "Objection"), ("find", "silver"), ("text", "No."));
        var one = await bob.Submit(form, form, ("words", "nothing changes it"), ("use", "Objection"), ("find", "golden pear"), ("text", "No."));

        Assert.Contains("2 things in this map are found", several.Text, StringComparison.Ordinal);
        Assert.Contains("A golden apple fell.", DebatePageTests.Words(several, ".targets"), StringComparison.Ordinal);
        Assert.Contains("Nothing in this map is found", none.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, one.Status);
        var pear = (await Read(slug, ada)).Nodes.Values.Single(node => node.Text == "A golden pear fell.").Number;
        Assert.Contains((await Read(slug, ada)).Relations.Values, step => step.Kind is RelationKind.Objection && step.Target.Number == pear);
    }

    [Fact]
    public async Task Who_has_not_signed_in_is_led_to_it_and_back()
    {
        var (_, slug, thread) = await Begin();

        var page = await app.Anonymous().Get(Address.MakeFromPost(slug, thread, 1));

        Assert.Contains("Sign in", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form.make"));
    }

    [Theory]
    [InlineData(2, "Nothing keeps it there", "Objection", "It answers Ada.")]
    [InlineData(3, "nothing changes it", "Support", "The same person said both.")]
    [InlineData(2, "Or does it?", "Question", "question mark")]
    public async Task Kind_and_target_are_proposed_by_who_answers_whom(int post, string words, string use, string because)
    {
        var (ada, slug, thread) = await Begin();
        var made = (await Make(slug, thread, 1, ada, new("Answer", new("Pure deception would crystallise"), 1, "It would."))).Value;
        using var bob = await app.SignedInAs("Bob");

        var page = await bob.Get($"{Address.MakeFromPost(slug, thread, post)}?words={Uri.EscapeDataString(words)}");

        Assert.Equal(use, page.Value("input[name=use][checked]"));
        Assert.Equal($"{made.AddedNode}", page.Value("input[name=target][checked]"));
        Assert.Contains(because, page.Text, StringComparison.Ordinal);
        Assert.Equal(words, page.Document.QuerySelector("#words")!.TextContent.Trim());
    }

    [Fact]
    public async Task Words_marked_at_one_of_several_places_are_cited_there()
    {
        var (ada, slug, thread) = await Begin();
        using var bob = await app.SignedInAs("Bob");
        var address = Address.MakeFromPost(slug, thread, 1);

        var sent = await bob.Submit($"{address}?words=It+is+steady&before=I+think.+It+is+steady.+&after=,+again.", address, ("use", "Support"), ("target", "1"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var starts = await app.With<ArgMapDbContext, List<int?>>(db => db.Citations.Where(citation => citation.PostNumber == 1 && citation.AuthorId != ada.Id && citation.SourceNumber == thread).Select(citation => citation.PostStart).ToListAsync());
        Assert.Contains(Talk[0].Body.LastIndexOf("It is steady", StringComparison.Ordinal), starts);
    }

    [Fact]
    public async Task A_sentence_chosen_from_those_of_the_post_is_cited_where_it_stands()
    {
        var (ada, slug, thread) = await Begin();
        using var bob = await app.SignedInAs("Bob");
        var address = Address.MakeFromPost(slug, thread, 1);
        var sentences = (await bob.Get(address)).Document.QuerySelectorAll(".sentences input[name=sentence]").Length;

        var chosen = await bob.Get($"{address}?sentence={sentences}");
        var sent = await bob.Submit(chosen, address, ("use", "Support"), ("target", "1"));

        Assert.Null(chosen.Document.QuerySelector(".sentences"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var (start, length) = ArgMap.Argumentation.Drafting.PostSentences.Of(Talk[0].Body)[^1];
        var cited = await app.With<ArgMapDbContext, List<string>>(db => db.Citations.Where(citation => citation.PostNumber == 1 && citation.PostStart == start && citation.AuthorId != ada.Id && citation.SourceNumber == thread).Select(citation => citation.Exact!).ToListAsync());
        Assert.Contains(Talk[0].Body.Substring(start, length), cited);
        Assert.NotEmpty((await bob.Get($"{address}?sentence={sentences + 1}")).Document.QuerySelectorAll(".sentences"));
    }

    [Fact]
    public async Task What_drafting_suggests_for_the_passage_is_proposed_and_then_answered()
    {
        var (ada, slug, thread) = await Begin();
        var start = Talk[2].Body.IndexOf("nothing", StringComparison.Ordinal);
        await app.With<ArgMapDbContext, int>(async db =>
        {
            var suggestion = new Suggestion { Number = 4, Kind = SuggestionKind.Claim, Passages = [new("3", start, 18, "nothing changes it")], Cue = "because", Reason = "It gives a reason.", Rank = 0.9 };
            db.Suggestions.Add(new SuggestionRow
            {
                MapId = (await db.Maps.SingleAsync(map => map.Slug == slug)).Id,
                SourceNumber = thread,
                Number = 4,
                Payload = ThreadJson.Write(suggestion),
                Rank = 0.9,
                Kind = SuggestionKind.Claim,
                PostNumber = 3,
                DraftedAt = app.Clock.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });
        using var bob = await app.SignedInAs("Bob");
        var address = Address.MakeFromPost(slug, thread, 3);

        var page = await bob.Get($"{address}?words=nothing+changes");
        var sent = await bob.Submit(page, address);

        Assert.Contains("It gives a reason.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var answered = await app.With<ArgMapDbContext, SuggestionRow>(db => db.Suggestions.SingleAsync(each => each.SourceNumber == thread && each.Number == 4 && db.Maps.Single(map => map.Slug == slug).Id == each.MapId));
        Assert.Equal((SuggestionState.Accepted, true), (answered.State, answered.MadeNode is not null));
        Assert.NotEqual(ada.Id, answered.AnsweredBy);
    }

    [Fact]
    public async Task Nothing_to_map_is_an_answer_that_can_be_taken_back()
    {
        var (_, slug, thread) = await Begin();
        using var bob = await app.SignedInAs("Bob");
        var page = await bob.Get(Address.Debate(slug, thread));
        var address = page.Document.QuerySelector("#p3 button[form=nothing]")!.GetAttribute("formaction")!;

        await Debate.Post(bob, address, page, ("nothing", "yes"));
        var said = await bob.Get(Address.Debate(slug, thread));
        await Debate.Post(bob, address, page, ("nothing", "no"));
        var takenBack = await bob.Get(Address.Debate(slug, thread));

        Assert.Contains("1 with nothing to map", said.Text, StringComparison.Ordinal);
        Assert.Contains("Take that back", DebatePageTests.Words(said, "#p3 > details > .post-foot"), StringComparison.Ordinal);
        Assert.DoesNotContain("with nothing to map", takenBack.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Debate.Post(app.Anonymous(), address, null, ("nothing", "yes"))).Status);
    }

    private Task<Outcome<Written>> Make(string slug, int thread, int post, Actor actor, MakeFromPassage.Request request) => DebatePageTests.Make(app, slug, thread, post, actor, request);

    private async Task<MapView> Read(string slug, Actor actor) => (await app.With<MapReader, MapView?>(reader => reader.Read(slug, actor, CancellationToken.None)))!;

    private async Task<(Actor Ada, string Slug, int Thread)> Begin()
    {
        var ada = await app.Person($"ada {Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8]}");
        var slug = await app.MapOf(ada);
        return (ada, slug, await StoredThread.In(app, slug, ada, Talk));
    }
}
