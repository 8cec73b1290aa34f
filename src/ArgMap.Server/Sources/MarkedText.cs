using System.Globalization;
using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Server.Sources;

/// <summary>A source's text with its cited passages marked: each can be linked to as <c>#q7</c>, and leads to what cites it.</summary>
/// <remarks>Not a .razor file: marks that overlap are opened and closed in one loop, which Razor's syntax, balanced by nature, cannot say.</remarks>
public sealed class MarkedText : ComponentBase
{
    /// <summary>The map.</summary>
    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    /// <summary>The text in pieces.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<MarkedPiece> Pieces { get; set; }

    /// <summary>The citations by number.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<int, CitationView> Citations { get; set; }

    /// <summary>The id of the element that shows a citation on its source's page.</summary>
    public static string IdOf(int citation) => string.Create(CultureInfo.InvariantCulture, $"q{citation}");

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "kept-text");
        builder.AddAttribute(2, "dir", "auto");
        foreach (var piece in Pieces)
        {
            switch (piece.Kind)
            {
                case MarkedPieceKind.Begin:
                    builder.OpenElement(3, "p");
                    break;
                case MarkedPieceKind.Text:
                    builder.AddContent(4, piece.Text);
                    break;
                case MarkedPieceKind.Open:
                    AddMark(builder, piece);
                    break;
                case MarkedPieceKind.Note:
                    AddNote(builder, piece);
                    break;
                default:
                    builder.CloseElement();
                    break;
            }
        }

        builder.CloseElement();
    }

    private static void AddMark(RenderTreeBuilder builder, MarkedPiece piece)
    {
        builder.OpenElement(5, "mark");
        if (piece.GoesOn)
        {
            return;
        }

        builder.AddAttribute(6, "id", IdOf(piece.Citations[0]));
        foreach (var citation in piece.Citations.Skip(1))
        {
            builder.OpenElement(7, "span");
            builder.AddAttribute(8, "id", IdOf(citation));
            builder.CloseElement();
        }
    }

    private void AddNote(RenderTreeBuilder builder, MarkedPiece piece)
    {
        builder.OpenElement(9, "sup");
        foreach (var about in piece.Citations.Select(number => Citations[number].About).Distinct())
        {
            builder.AddContent(10, " ");
            builder.OpenElement(11, "a");
            builder.AddAttribute(12, "href", Address.Of(Slug, about));
            builder.AddAttribute(13, "title", Citations[piece.Citations.First(number => Citations[number].About == about)].AboutWords);
            builder.AddContent(14, CitationView.NameOf(about));
            builder.CloseElement();
        }

        builder.CloseElement();
    }
}
