using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Maps;
using ArgMap.Argumentation.Standing;
using ArgMap.Canvas;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArgMap.Benchmarks;

/// <summary>What the server does to show a picture: the model, its markup, and what changes when one node is opened.</summary>
internal static class PictureTable
{
    private const int Runs = 15;

    public static async Task Print()
    {
        Console.WriteLine("| nodes of the map | picture | nodes drawn | parts | model ms | markup ms | kB | kB compressed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var openings = new StringBuilder();
        foreach (var count in new[] { 200, 1_000, 5_000 })
        {
            var map = GeneratedMap.Of(new MapPlan(count));
            var standing = MapStanding.Of(map.Map);
            var asked = new PictureRequest(map.Map, MapTree.Of(map.Map), standing.Labelling)
            {
                TextOf = map.TextOf,
                OpenObjectionsTo = standing.Objections.OpenAgainst,
                PageHref = "/m/map",
            };
            foreach (var (name, scope) in new[] { ("as it opens", ""), ("all levels", "depth=all") })
            {
                var request = asked with { Scope = PictureScope.Parse(scope) };
                var model = PictureModel.Of(request);
                var modelTime = await Least(() => Task.FromResult(PictureModel.Of(request)));
                var markupTime = await Least(() => Markup(renderer, model));
                var markup = await Markup(renderer, model);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {count:N0} | {name} | {model.Nodes.Count():N0} | {model.Parts.Count:N0} | {modelTime:F2} | {markupTime:F2} | {markup.Length / 1000:N0} | {Compressed(markup) / 1000:N0} |"));

                if (model.Nodes.FirstOrDefault(node => node.HasMore) is { } folded)
                {
                    var opened = asked with { Scope = model.Scope.Opening(folded.Number) };
                    var now = PictureModel.Of(opened);
                    var time = await Least(() => Task.FromResult(PictureChange.Between(model, PictureModel.Of(opened))));
                    var newParts = PictureChange.Between(model, now)?.Runs.Sum(run => run.Parts.Count);
                    openings.AppendLine(CultureInfo.InvariantCulture, $"| {count:N0} | {name} | {now.Parts.Count:N0} | {newParts} | {time:F2} |");
                }
            }
        }

        Console.WriteLine("\n| nodes of the map | picture | parts then | of them drawn anew | opening a node: new model and what changes, ms |\n|---|---|---|---|---|");
        Console.WriteLine(openings);
    }

    private static Task<string> Markup(HtmlRenderer renderer, PictureModel model) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var picture = await renderer.RenderComponentAsync<MapPicture>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MapPicture.Model)] = model }));
        return picture.ToHtmlString();
    });

    private static long Compressed(string markup)
    {
        using var counted = new MemoryStream();
        using (var brotli = new BrotliStream(counted, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(markup));
        }

        return counted.Length;
    }

    /// <summary>The least of a number of runs, which other work on the machine disturbs least.</summary>
    private static async Task<double> Least<T>(Func<Task<T>> work)
    {
        var least = double.MaxValue;
        for (var run = 0; run < Runs + 5; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            least = run < 5 ? double.MaxValue : Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return least;
    }
}
