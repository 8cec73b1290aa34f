using ArgMap.Argumentation.Maps;
using ArgMap.Server.Maps;
using ArgMap.Server.Nodes;
using ArgMap.Server.Tests.Hosting;

namespace ArgMap.Server.Tests.Nodes;

public sealed class NumberedTextTests(ArgMapApplication app) : BunitContext, IClassFixture<ArgMapApplication>
{
    [Fact]
    public async Task Numbers_lead_to_the_nodes_and_steps_they_name_and_all_else_is_text()
    {
        var debate = await Debate.Begin(app);
        await debate.Add(RelationKind.Objection, 1, "It would cost <i>performance</i>.");
        var map = await debate.Read();

        var text = Render<NumberedText>(parameters => parameters
            .Add(component => component.Map, map)
            .Add(component => component.Text, "<b>#3</b> from #2."));

        text.MarkupMatches($"""
            &lt;b&gt;<a href="{debate.At("r/3")}">#3</a>&lt;/b&gt; from <a href="{debate.At("n/2")}" title="It would cost &lt;i&gt;performance&lt;/i&gt;.">#2</a>.
            """);
    }

    [Fact]
    public async Task The_root_needs_no_way_to_itself()
    {
        var debate = await Debate.Begin(app);
        MapView map = await debate.Read();

        var path = Render<PathToRoot>(parameters => parameters.Add(component => component.Map, map).Add(component => component.Number, 1));

        path.MarkupMatches("");
    }
}
