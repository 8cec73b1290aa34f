using System.Runtime.InteropServices;

namespace ArgMap.Argumentation.Layout;

/// <summary>Where a box is, in canvas units (CSS pixels at 100 % zoom): x grows to the right, y grows downwards.</summary>
/// <param name="Left">x of the left edge.</param>
/// <param name="Top">y of the upper edge.</param>
/// <param name="Width">Extent from left to right.</param>
/// <param name="Height">Extent from top to bottom.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    /// <summary>x of the right edge.</summary>
    public double Right => Left + Width;

    /// <summary>y of the lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>x half-way between the left and the right edge.</summary>
    public double CentreX => Left + (Width / 2);

    /// <summary>y half-way between the upper and the lower edge.</summary>
    public double CentreY => Top + (Height / 2);
}
