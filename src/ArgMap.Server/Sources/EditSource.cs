using ArgMap.Server.Accounts;
using ArgMap.Server.History;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Sources;

/// <summary>Changes what is known of a source. Whoever added it and the map's owner may; anyone may <see cref="GiveAddress">give a missing address</see>.</summary>
public static class EditSource
{
    /// <summary>The whole source as it shall be: what is missing is taken away, except the text.</summary>
    /// <param name="Text">Its words; left as they are when missing, taken away when empty.</param>
    /// <param name="BasedOn">The map's revision that the person saw. If the source was changed after it, the answer is a conflict that holds both.</param>
    /// <inheritdoc cref="AddSource.Request"/>
    public sealed record Request(
        string? Title,
        string? Medium,
        string? Url = null,
        IReadOnlyList<string>? Authors = null,
        string? Published = null,
        int? Minutes = null,
        int? Words = null,
        string? Note = null,
        string? Text = null,
        int? BasedOn = null)
        : AddSource.Request(Title, Medium, Url, Authors, Published, Minutes, Words, Note, Text);

    public static async Task<Outcome<Written>> Handle(MapWriter writer, string slug, int number, Actor actor, Request request, string? idempotencyKey, CancellationToken cancellation)
    {
        var input = new InputCheck();
        var wished = SourceInput.Check(input, request);
        if (input.Refuses(out var refusal))
        {
            return refusal;
        }

        return await writer.Write(
            new MapWrite(slug, actor, ChangeKind.EditSource, idempotencyKey, new { number, request }),
            async (map, cancel) =>
            {
                if (await map.FindSource(number, cancel) is not { } source)
                {
                    return Missing.Source(number);
                }

                if (!map.MayChange(source.AddedById))
                {
                    return Refusal.Forbidden($"The source “{source.Title}” was added by somebody else. They and the map's owner can edit it; when its address is missing, you can give it.");
                }

                if (source.IsWithdrawn)
                {
                    return Refusal.Conflict("withdrawn", $"The source “{source.Title}” has been withdrawn. Undo the withdrawal in the history before editing it.");
                }

                var after = wished with { Text = request.Text is null ? source.Text : wished.Text, AddedBy = source.AddedById };
                if (map.ConflictIfChanged($"The source “{source.Title}”", source.Revision, request.BasedOn, InWords(source.State), InWords(after)) is { } conflict)
                {
                    return conflict;
                }

                map.Change(source, after);
                return null;
            },
            cancellation);
    }

    /// <summary>A source as lines of text, for comparing two states by eye.</summary>
    private static string InWords(SourceState source) => string.Join('\n', new[]
    {
        source.Title,
        MediumWords.For(source.Medium),
        source.Url ?? "address not known",
        source.Authors.IsEmpty ? "authors not known" : string.Join(", ", source.Authors),
        source.Published ?? "date not known",
        SourceLength.InWords(source.Minutes, source.Words) ?? "length not known",
        source.Note,
        source.Text,
    }.OfType<string>());
}
