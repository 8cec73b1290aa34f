using System.Globalization;
using ArgMap.Argumentation.Layout;
using ArgMap.Argumentation.Standing;
using ArgMap.Canvas.Marks;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArgMap.Canvas;

/// <summary>Writes the elements of parts and links, the same for a whole page and for what changes in one. By hand, because a component for each of some thousand boxes would cost more than the boxes.</summary>
internal sealed class PictureMarkup
{
    private readonly RenderTreeBuilder builder;
    private readonly PictureHrefs hrefs;

    public PictureMarkup(RenderTreeBuilder builder, PictureModel model)
    {
        this.builder = builder;
        hrefs = new PictureHrefs(model);
    }

    /// <summary>Where a box is, as a style.</summary>
    public static string Place(Box box) =>
        string.Create(CultureInfo.InvariantCulture, $"left:{PathData.Of(box.Left)}px;top:{PathData.Of(box.Top)}px;width:{PathData.Of(box.Width)}px;height:{PathData.Of(box.Height)}px");

    /// <summary>Writes one part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="left">x of what its place is relative to.</param>
    /// <param name="top">y of what its place is relative to.</param>
    public void Part(PicturePart part, double left = 0, double top = 0)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "role", "treeitem");
        builder.AddAttribute(2, "id", part.Id);
        builder.AddAttribute(3, "class", ClassOf(part));
        builder.AddAttribute(4, "style", Place(part.Place with { Left = part.Place.Left - left, Top = part.Place.Top - top }));
        builder.AddAttribute(5, "aria-level", Number(part.Level));
        builder.AddAttribute(6, "aria-setsize", Number(part.SetSize));
        builder.AddAttribute(7, "aria-posinset", Number(part.Position));
        builder.AddAttribute(8, "tabindex", part.HasTabStop ? "0" : "-1");
        builder.AddAttribute(9, "data-number", Number(part.Number));
        if (part.Up is { } up)
        {
            builder.AddAttribute(10, "data-up", up.Id);
        }

        if (Expanded(part) is { } expanded)
        {
            builder.AddAttribute(11, "aria-expanded", expanded);
        }

        if (part.IsChosen)
        {
            builder.AddAttribute(12, "aria-selected", "true");
        }

        switch (part)
        {
            case PictureNode node:
                Node(node);
                break;
            case PictureStep step:
                Step(step);
                break;
            case PictureReference reference:
                Reference(reference);
                break;
            case PictureFurther further:
                Further(further);
                break;
        }

        builder.CloseElement();
    }

    /// <summary>Writes the paths of one link.</summary>
    public void Link(PictureLink link)
    {
        Path(link.Id, ClassOf(link), link.Data);
        if (link.CoreId is { } core)
        {
            Path(core, link.Force == Standing.Defeated ? "core force-defeated" : "core", link.Data);
        }
    }

    private void Path(string id, string css, string data)
    {
        builder.OpenElement(100, "path");
        builder.AddAttribute(101, "id", id);
        builder.AddAttribute(102, "class", css);
        builder.AddAttribute(103, "d", data);
        builder.CloseElement();
    }

    private void Node(PictureNode node)
    {
        builder.OpenElement(20, "div");
        builder.AddAttribute(21, "class", "top");
        Span("role", MarkWords.For(node.Role));
        if (node.Up is PictureStep step)
        {
            Span("unseen", $" {PictureWords.AimOf(step, node.Number)}, ");
        }

        Span("number", "#" + Number(node.Number));
        builder.CloseElement();

        builder.OpenElement(31, "a");
        builder.AddAttribute(32, "class", "text");
        builder.AddAttribute(33, "href", hrefs.Choosing(node.Number));
        builder.AddAttribute(34, "dir", "auto");
        if (node.IsCut)
        {
            builder.AddAttribute(35, "title", node.Text);
        }

        builder.AddContent(36, node.Text);
        builder.CloseElement();

        builder.OpenElement(37, "div");
        builder.AddAttribute(38, "class", "bottom");
        Span("standing", MarkWords.For(node.Standing, node.Answered));
        if (node.OpenObjections > 0)
        {
            builder.OpenElement(42, "span");
            builder.AddAttribute(43, "class", "open");
            builder.AddContent(44, PictureWords.Count(node.OpenObjections) + " open");
            Span("unseen", node.OpenObjections == 1 ? " objection" : " objections");
            builder.CloseElement();
        }

        if (node.HasMore)
        {
            More(hrefs.Opening(node.Number), PictureWords.Count(Math.Max(1, node.Hidden)) + " more", $" below #{node.Number}");
        }
        else if (node.IsOpen)
        {
            builder.OpenElement(60, "a");
            builder.AddAttribute(61, "class", "fold");
            builder.AddAttribute(62, "href", hrefs.Folding(node));
            builder.AddContent(63, "fold");
            Span("unseen", $" what is below #{node.Number}");
            builder.CloseElement();
        }

        builder.CloseElement();
        for (var i = 0; i < node.AlsoUsed.Count; i++)
        {
            var use = node.AlsoUsed[i];
            builder.OpenElement(70, "div");
            builder.AddAttribute(71, "class", "use");
            builder.OpenElement(72, "a");
            builder.AddAttribute(73, "href", hrefs.Choosing(use.Number));
            builder.AddContent(74, $"also {PictureWords.Of(use.Kind)} {PictureWords.Preposition(use.Kind)} #{use.Target}");
            builder.CloseElement();
            if (node.FurtherUses > 0 && i == node.AlsoUsed.Count - 1)
            {
                builder.AddContent(75, $" and {PictureWords.Count(node.FurtherUses)} more");
            }

            builder.CloseElement();
        }
    }

    private void Step(PictureStep step)
    {
        builder.OpenElement(20, "a");
        builder.AddAttribute(21, "href", hrefs.Choosing(step.Number));
        Span("role", PictureWords.Of(step.Kind));

        // What is plain from the lines is said for who does not see them. Each span is read with a space around it, so none begins with a comma.
        Span("unseen", $" {PictureWords.Aim(step)}{(step.Premises.Count > 1 ? $" with {step.Premises.Count} linked premises" : "")}, ");
        Span("number", "#" + Number(step.Number));
        if (step.Force == Standing.Stands)
        {
            Span("unseen", " in force");
        }

        builder.CloseElement();
        if (step.HasStatus)
        {
            builder.OpenElement(34, "span");
            builder.AddAttribute(35, "class", "status");
            builder.AddContent(36, StatusOf(step));
            if (step.OpenObjections > 0)
            {
                Span("unseen", step.OpenObjections == 1 ? " objection" : " objections");
            }

            if (step.HasMore)
            {
                More(hrefs.Opening(step.Number), PictureWords.Count(Math.Max(1, step.Hidden)) + " more", $" below the step #{step.Number}");
            }

            builder.CloseElement();
        }
    }

    private static string StatusOf(PictureStep step)
    {
        var force = step.Force == Standing.Stands ? "" : MarkWords.For(step.Force);
        var open = step.OpenObjections > 0 ? PictureWords.Count(step.OpenObjections) + " open" : "";
        return force.Length > 0 && open.Length > 0 ? $"{force} · {open}" : force + open;
    }

    private void Reference(PictureReference reference)
    {
        var step = (PictureStep)reference.Up!;
        builder.OpenElement(20, "a");
        builder.AddAttribute(21, "href", hrefs.Choosing(reference.Number));
        builder.AddAttribute(22, "dir", "auto");
        if (reference.IsCut)
        {
            builder.AddAttribute(23, "title", reference.Text);
        }

        Span("unseen", $"{PictureWords.Of(step.Kind)} {PictureWords.AimOf(step, reference.Number)}, {(reference.IsDrawn ? "drawn elsewhere in this picture" : "not drawn here")}, ");
        Span("number", "#" + Number(reference.Number));
        builder.AddContent(33, " " + reference.Text);
        builder.CloseElement();
    }

    private void Further(PictureFurther further)
    {
        builder.OpenElement(20, "a");
        builder.AddAttribute(21, "class", "more");
        builder.AddAttribute(22, "href", hrefs.Drawing(further));
        builder.AddAttribute(23, "data-more", $"{further.Number}:{PictureHrefs.CountAfter(further)}");
        builder.AddContent(24, PictureWords.Count(further.Count) + " more");
        Span("unseen", further.Number == 0 ? " beginnings of this map" : $" steps onto #{further.Number}");
        builder.CloseElement();
    }

    private void More(string href, string shown, string unseen)
    {
        builder.OpenElement(50, "a");
        builder.AddAttribute(51, "class", "more");
        builder.AddAttribute(52, "href", href);
        builder.AddContent(53, shown);
        Span("unseen", unseen);
        builder.CloseElement();
    }

    private void Span(string css, string text)
    {
        builder.OpenElement(90, "span");
        builder.AddAttribute(91, "class", css);
        builder.AddContent(92, text);
        builder.CloseElement();
    }

    /// <summary>Whether what stands below a part is shown; null where nothing can be opened or folded. A step has nothing on a deeper level: what it holds stands beside it, and is only opened.</summary>
    private static string? Expanded(PicturePart part) => part switch
    {
        PictureNode { IsOpen: true } => "true",
        PictureNode { HasMore: true } or PictureStep { HasMore: true } => "false",
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string ClassOf(PicturePart part) => part switch
    {
        PictureNode node => $"node role-{MarkWords.For(node.Role)} is-{MarkWords.For(node.Standing, node.Answered)} lines-{node.Lines}{(node.OpenObjections > 0 ? " has-open" : "")}{(node.IsFocus ? " is-focus" : "")}",
        PictureStep step => $"step kind-{PictureWords.Of(step.Kind)} is-{MarkWords.For(step.Force)}",
        PictureReference reference => $"stand-in role-{PictureWords.Of(((PictureStep)reference.Up!).Kind)}",
        _ => "further",
    };

    private static string ClassOf(PictureLink link) => link.Kind switch
    {
        PictureLinkKind.Trunk => "trunk",
        PictureLinkKind.Cross => link.IsLong ? "cross is-long" : "cross",
        _ => $"link kind-{PictureWords.Of(((PictureStep)link.Owner).Kind)} force-{MarkWords.For(link.Force)}{(link.IsLong ? " is-long" : "")}",
    };
}
