using System.Globalization;

namespace ArgMap.Canvas;

/// <summary>The ids that the parts and links of a picture have within the page it is on.</summary>
public static class PartId
{
    /// <summary>The id of the node or step with this number.</summary>
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"picture-{number}");

    /// <summary>The id of what stands for a premise of a step where the node has its place elsewhere.</summary>
    public static string OfReference(int number, int step) => string.Create(CultureInfo.InvariantCulture, $"picture-{number}-in-{step}");

    /// <summary>The id of what says that there are further steps onto a thing.</summary>
    public static string OfFurther(int target) => string.Create(CultureInfo.InvariantCulture, $"picture-more-{target}");
}
