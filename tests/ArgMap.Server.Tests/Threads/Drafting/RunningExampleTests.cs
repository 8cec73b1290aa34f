using System.Text;
using ArgMap.Argumentation.Maps;
using ArgMap.Server.Database;
using ArgMap.Server.Discussion;
using ArgMap.Server.Sources;
using ArgMap.Server.Tests.Hosting;
using ArgMap.Server.Threads;
using ArgMap.Server.Threads.Importing;
using Microsoft.EntityFrameworkCore;

namespace ArgMap.Server.Tests.Threads.Drafting;

/// <summary>The running example, pasted: all of its draft is accepted at once, and the map that comes of it holds what the comment says.</summary>
public sealed class RunningExampleTests(ArgMapApplication app) : IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task The_whole_draft_becomes_a_map_of_what_the_comment_says()
    {
        var text = RepositoryFiles.Read("src/ArgMap.Server/Maps/Demo/crystallisation-comment.txt");
        var draft = await Drafts.Of(app, "Ada", new RawInput("crystallisation.txt", Encoding.UTF8.GetBytes(text)));

        var accepted = await draft.AcceptAll();

        Assert.Null(accepted.Refusal);
        var map = await draft.Map();
        var nodes = map.Nodes.Values.ToList();
        Assert.All((await draft.Known()).Values, known => Assert.Equal(SuggestionState.Accepted, known.State));

        // Both quoted claims.
        Assert.Contains(nodes, node => node.Text.StartsWith("Pure deception.", StringComparison.Ordinal));
        Assert.Contains(nodes, node => node.Text.StartsWith("Crystallization of deceptive alignment.", StringComparison.Ordinal));

        // The four prerequisites as one step.
        var step = Assert.Single(map.Relations.Values, relation => relation.Kind == RelationKind.Prerequisite);
        Assert.Equal(
            ["Strong coherence/goal directedness", "Horizons that stretch across training episodes/parameter updates or considerable lengths of time", "High situational awareness", "Conceptualisation of the base objective"],
            step.Premises.Select(premise => map.Nodes[premise].Text));

        // Objections, and questions until they are answered.
        Assert.Contains(map.Relations.Values, relation => relation.Kind == RelationKind.Objection && map.Nodes[relation.Premises[0]].Text.StartsWith("SGD fully intervenes", StringComparison.Ordinal));
        Assert.Contains(nodes, node => node is { Kind: NodeKind.Question, Text: "Or is it undecided which objective is favoured?" });
        Assert.Contains(nodes, node => node is { Kind: NodeKind.Question, Text: "Is joint optimisation not assumed to precede deceptive alignment?" });

        // The leaning is a comment that quotes its writer, and no node.
        var comments = await app.With<ArgMapDbContext, List<CommentRow>>(db => db.Comments.Where(comment => comment.MapId == map.Head.Id).ToListAsync());
        Assert.Contains(comments, comment => comment.Body.Contains("> So I’m leaning towards deception being unlikely by default.", StringComparison.Ordinal) && comment.Body.Contains("between 55 % and 75 %", StringComparison.Ordinal));
        Assert.DoesNotContain(nodes, node => node.Text.Contains("leaning towards", StringComparison.Ordinal));

        // The analysis, and the talk that was asked for and answered by "See here", whose address the text has lost.
        var sources = await app.With<ArgMapDbContext, List<SourceRow>>(db => db.Sources.Where(source => source.MapId == map.Head.Id && source.Medium != Medium.CommentThread).ToListAsync());
        Assert.Contains(sources, source => source.Title.Contains("more recent analysis", StringComparison.Ordinal) && source.Medium == Medium.Analysis);
        var talk = Assert.Single(sources, source => source.Title.Contains("original talk", StringComparison.Ordinal));
        Assert.Equal((Medium.Talk, null), (talk.Medium, talk.Url));
        Assert.Contains("See here", talk.Note!, StringComparison.Ordinal);

        // Everything but sources and the node that the map is about leads back to its words, and there is one tree.
        Assert.All(nodes.Where(node => node.Number != map.Head.Root), node => Assert.True(map.CitationCounts.GetValueOrDefault(node.Number) > 0, node.Text));
        Assert.Equal([map.Head.Root!.Value], map.Tree.Roots);
    }
}
