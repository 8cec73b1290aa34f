using System.Globalization;

namespace ArgMap.Canvas;

/// <summary>Addresses of the same picture with another scope. With the fragment the browser scrolls to the part, which may be far from the root, without any script.</summary>
internal sealed class PictureHrefs
{
    private readonly PictureScope scope;
    private readonly string page;

    // The scope in the pieces between which a number is put: most links differ in one number only, and there are thousands of them.
    private readonly string beforeOpen;
    private readonly string open;
    private readonly string afterOpen;
    private readonly string withoutAt;

    public PictureHrefs(PictureModel model)
    {
        scope = model.Scope;
        page = model.PageHref;
        withoutAt = After(scope with { At = null });
        var before = (scope with { Open = [], Shut = [], More = [] }).ToQuery();
        beforeOpen = before.Length == 0 ? "" : before + "&";
        open = scope.Open.IsEmpty ? "" : string.Join(',', scope.Open) + ",";
        afterOpen = After(new PictureScope { Shut = scope.Shut, More = scope.More });
    }

    /// <summary>With this node or step chosen.</summary>
    public string Choosing(int number) => string.Create(CultureInfo.InvariantCulture, $"{page}?at={number}{withoutAt}#picture-{number}");

    /// <summary>With this node or step opened by one level.</summary>
    public string Opening(int number) => scope.Shut.AsSpan().BinarySearch(number) >= 0 || scope.Open.AsSpan().BinarySearch(number) >= 0
        ? To(scope.Opening(number), PartId.Of(number))
        : string.Create(CultureInfo.InvariantCulture, $"{page}?{beforeOpen}open={open}{number}{afterOpen}#picture-{number}");

    /// <summary>With this node or step folded; what is chosen below it is not chosen any more, but it is.</summary>
    public string Folding(PicturePart part) =>
        To((part.IsOnWay && scope.At is not null ? scope.Choosing(part.Number) : scope).Folding(part.Number), part.Id);

    /// <summary>With more steps onto a thing.</summary>
    public string Drawing(PictureFurther further) => To(scope.Drawing(further.Number, CountAfter(further)), further.Number == 0 ? further.Id : PartId.Of(further.Number));

    /// <summary>Of how many steps a press asks.</summary>
    public static int CountAfter(PictureFurther further) => (further.Drawn < PictureScope.StepsAtFirst ? PictureScope.StepsAtFirst : further.Drawn) + PictureScope.StepsPerPress;

    private string To(PictureScope other, string id) => other.ToQuery() is { Length: > 0 } query ? $"{page}?{query}#{id}" : $"{page}#{id}";

    private static string After(PictureScope scope) => scope.ToQuery() is { Length: > 0 } query ? "&" + query : "";
}
