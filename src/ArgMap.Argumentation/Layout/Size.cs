using System.Runtime.InteropServices;

namespace ArgMap.Argumentation.Layout;

/// <summary>How large a box is, in canvas units (CSS pixels at 100 % zoom).</summary>
/// <param name="Width">Extent from left to right; not negative.</param>
/// <param name="Height">Extent from top to bottom; not negative.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Size(double Width, double Height);
