using System.Globalization;
using System.Text;

namespace ArgMap.Canvas;

/// <summary>Writes SVG path data in relative commands; says each number with two decimals at most.</summary>
internal sealed class PathData
{
    private const int MostCharacters = 32;

    private readonly StringBuilder data = new();
    private double x;
    private double y;

    /// <summary>How long the path is, each piece measured along both axes: at most half as long again as the path itself.</summary>
    public double Length { get; private set; }

    /// <summary>Forgets what was written and begins anew.</summary>
    public PathData Start(double left, double top)
    {
        data.Clear();
        (x, y) = (left, top);
        Length = 0;
        return this;
    }

    public PathData Move(double toX, double toY) => Write('m', toX, toY);

    public PathData Line(double toX, double toY) => Write('l', toX, toY);

    /// <summary>A straight line along x; nothing when it is there already.</summary>
    public PathData Across(double toX)
    {
        if (!AreSame(toX, x))
        {
            data.Append('h');
            Append(data, toX - x);
            Length += Math.Abs(toX - x);
            x = toX;
        }

        return this;
    }

    /// <summary>A straight line along y; nothing when it is there already.</summary>
    public PathData Down(double toY)
    {
        if (!AreSame(toY, y))
        {
            data.Append('v');
            Append(data, toY - y);
            Length += Math.Abs(toY - y);
            y = toY;
        }

        return this;
    }

    /// <summary>A corner rounded about one control point.</summary>
    public PathData Round(double controlX, double controlY, double toX, double toY)
    {
        if (!AreSame(toX, x) || !AreSame(toY, y))
        {
            data.Append('q');
            Append(data, controlX - x);
            data.Append(' ');
            Append(data, controlY - y);
            data.Append(' ');
            Append(data, toX - x);
            data.Append(' ');
            Append(data, toY - y);
            Length += Math.Abs(toX - x) + Math.Abs(toY - y);
            (x, y) = (toX, toY);
        }

        return this;
    }

    /// <summary>A curve about two control points.</summary>
    public PathData Curve(double firstX, double firstY, double secondX, double secondY, double toX, double toY)
    {
        data.Append('c');
        Append(data, firstX - x);
        data.Append(' ');
        Append(data, firstY - y);
        data.Append(' ');
        Append(data, secondX - x);
        data.Append(' ');
        Append(data, secondY - y);
        data.Append(' ');
        Append(data, toX - x);
        data.Append(' ');
        Append(data, toY - y);
        Length += Math.Abs(toX - x) + Math.Abs(toY - y);
        (x, y) = (toX, toY);
        return this;
    }

    public override string ToString() => data.ToString();

    /// <summary>A number as path data and styles want it.</summary>
    public static string Of(double value)
    {
        Span<char> written = stackalloc char[MostCharacters];
        return new string(written[..Format(value, written)]);
    }

    /// <summary>A number of canvas units with the decimals that pictures have.</summary>
    public static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>True when two numbers are written alike.</summary>
    public static bool AreSame(double a, double b) => Math.Abs(a - b) < 0.005;

    private static void Append(StringBuilder data, double value)
    {
        Span<char> written = stackalloc char[MostCharacters];
        data.Append(written[..Format(value, written)]);
    }

    /// <summary>Most numbers are whole, and those are written much faster without a pattern.</summary>
    private static int Format(double value, Span<char> to)
    {
        var rounded = Rounded(value);
        var isWritten = rounded == (int)rounded
            ? ((int)rounded).TryFormat(to, out var count, provider: CultureInfo.InvariantCulture)
            : rounded.TryFormat(to, out count, "0.##", CultureInfo.InvariantCulture);
        return isWritten ? count : throw new ArgumentOutOfRangeException(nameof(value), value, "A picture is not that large.");
    }

    private PathData Write(char command, double toX, double toY)
    {
        data.Append(command);
        Append(data, toX - x);
        data.Append(' ');
        Append(data, toY - y);
        (x, y) = (toX, toY);
        return this;
    }
}
