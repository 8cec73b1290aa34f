using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArgMap.Canvas;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ArgMap.Server.Maps;

/// <summary>What the script of a map's page is told about a picture: what makes it out of the one on the screen, or the whole of it. wwwroot/js/map-change.js applies it.</summary>
internal sealed record PictureAnswer
{
    /// <summary>The whole picture is the larger part of this by far, and all of it is markup: quotes stay as they are wherever JSON lets them.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The revision that is drawn.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>The scope as the query of an address, as the picture itself names it.</summary>
    public required string Scope { get; init; }

    /// <summary>The imprint of the picture, to be sent back with the next question.</summary>
    public required string Drawn { get; init; }

    /// <summary>In canvas units.</summary>
    public required double Width { get; init; }

    /// <summary>In canvas units.</summary>
    public required double Height { get; init; }

    /// <summary>How much smaller it is printed.</summary>
    public required double Paper { get; init; }

    /// <summary>Sentences about what was asked for and is not in the map; null when there is none.</summary>
    public IReadOnlyList<string>? Notices { get; init; }

    /// <summary>The picture's element; null when the rest says all.</summary>
    public string? Whole { get; init; }

    /// <summary>Ids of the elements to remove.</summary>
    public IReadOnlyList<string>? Gone { get; init; }

    /// <summary>Ids of the first and the last of some parts in the old reading order, and how far they move in canvas units.</summary>
    public IReadOnlyList<object[]>? Moves { get; init; }

    /// <summary>What is new or looks different, in the new reading order.</summary>
    public IReadOnlyList<Run>? Runs { get; init; }

    /// <summary>Ids of parts, their new place among their siblings, and the number of these.</summary>
    public IReadOnlyList<object[]>? Sets { get; init; }

    /// <summary>The paths that are new or of another shape.</summary>
    public string? Links { get; init; }

    /// <summary>Some parts that follow each other.</summary>
    /// <param name="After">Id of the part before them; null when they are the first.</param>
    /// <param name="Html">Their elements, each at its place on the canvas.</param>
    public sealed record Run(string? After, string Html);

    /// <summary>Makes the answer.</summary>
    /// <param name="map">The map.</param>
    /// <param name="was">What is on the screen; null when that is not known.</param>
    /// <param name="now">What shall be.</param>
    /// <param name="notices">What was asked for and is not in the map.</param>
    /// <param name="renderer">Writes the markup.</param>
    public static Task<PictureAnswer> Of(MapView map, PictureModel? was, PictureModel now, IReadOnlyList<string> notices, HtmlRenderer renderer) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var head = new PictureAnswer
        {
            Revision = map.Head.Revision,
            ChangedAt = map.Head.ChangedAt.UtcDateTime,
            Scope = now.Scope.ToQuery(),
            Drawn = now.Imprint,
            Width = now.Width,
            Height = now.Height,
            Paper = Math.Round(MapPicture.OnPaper(now), 4),
            Notices = notices.Count == 0 ? null : notices,
        };
        if (was is null || PictureChange.Between(was, now) is not { } change)
        {
            return head with
            {
                Whole = await Markup<MapPicture>(renderer, new()
                {
                    [nameof(MapPicture.Model)] = now,
                    [nameof(MapPicture.Slug)] = map.Head.Slug,
                    [nameof(MapPicture.Revision)] = map.Head.Revision,
                    [nameof(MapPicture.ChangedAt)] = map.Head.ChangedAt,
                    [nameof(MapPicture.Label)] = $"{map.Head.Title}: the map as a picture",
                }),
            };
        }

        var runs = new List<Run>(change.Runs.Count);
        foreach (var run in change.Runs)
        {
            runs.Add(new(run.After?.Id, await Markup<PictureParts>(renderer, new() { [nameof(PictureParts.Model)] = now, [nameof(PictureParts.Parts)] = run.Parts })));
        }

        return head with
        {
            Gone = change.Gone,
            Moves = [.. change.Moves.Select(move => new object[] { move.First.Id, move.Last.Id, move.Right, move.Down })],
            Runs = runs,
            Sets = [.. change.Renumbered.Select(part => new object[] { part.Id, part.Position, part.SetSize })],
            Links = change.Links.Count == 0 ? "" : await Markup<PictureLinks>(renderer, new() { [nameof(PictureLinks.Model)] = now, [nameof(PictureLinks.Links)] = change.Links }),
        };
    });

    private static async Task<string> Markup<TComponent>(HtmlRenderer renderer, Dictionary<string, object?> parameters)
        where TComponent : IComponent =>
        (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString();
}
