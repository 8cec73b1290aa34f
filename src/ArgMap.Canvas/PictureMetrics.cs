namespace ArgMap.Canvas;

/// <summary>The sizes of a picture in canvas units (CSS pixels at 100 %). MapPicture.razor.css draws to the same measures, under the class names <c>compact</c> and <c>large</c>.</summary>
public sealed record PictureMetrics
{
    /// <summary>Free room around the picture.</summary>
    public const double Margin = 14;

    /// <summary>The most lines of a text that a node shows; what is longer ends with an ellipsis.</summary>
    public const int MostLines = 8;

    /// <summary>The most further uses that a node names.</summary>
    public const int MostUses = 3;

    /// <summary>How far in the labels of undercuts of undercuts go, at most.</summary>
    public const int MostIndents = 2;

    private static readonly PictureMetrics Comfortable = new();

    private static readonly PictureMetrics Compact = new()
    {
        NodeWidth = 212,
        NodePadding = 9,
        TextSize = 13,
        LineHeight = 17,
        NodeFrame = 46,
        UseHeight = 16,
        ReferenceHeight = 26,
        StepWidth = 138,
        StatusHeight = 15,
        SiblingGap = 8,
        LevelGap = 22,
    };

    private static readonly PictureMetrics Large = new()
    {
        NodeWidth = 320,
        NodePadding = 15,
        TextSize = 19,
        LineHeight = 26,
        NodeFrame = 68,
        UseHeight = 22,
        ReferenceHeight = 38,
        StepWidth = 188,
        StepHeight = 30,
        StatusHeight = 20,
        SiblingGap = 18,
        LevelGap = 30,
    };

    private PictureMetrics()
    {
    }

    /// <summary>Width of a node's box.</summary>
    public double NodeWidth { get; private init; } = 252;

    /// <summary>From the edge of a node's box to its text, the border included.</summary>
    public double NodePadding { get; private init; } = 13;

    /// <summary>Size of the letters of a node's text.</summary>
    public double TextSize { get; private init; } = 15;

    /// <summary>Height of one line of a node's text.</summary>
    public double LineHeight { get; private init; } = 20;

    /// <summary>Height of a node's box less the lines of its text and its uses.</summary>
    public double NodeFrame { get; private init; } = 54;

    /// <summary>Height of the line that names a further use.</summary>
    public double UseHeight { get; private init; } = 18;

    /// <summary>Height of what stands for a premise that has its place elsewhere, and of what says that there are more steps.</summary>
    public double ReferenceHeight { get; private init; } = 30;

    /// <summary>Width of the label of a step.</summary>
    public double StepWidth { get; private init; } = 148;

    /// <summary>Height of the label of a step.</summary>
    public double StepHeight { get; private init; } = 24;

    /// <summary>Height of the line under a label that says how the step fares.</summary>
    public double StatusHeight { get; private init; } = 16;

    /// <summary>Least distance between boxes beside each other, across the direction of growth.</summary>
    public double SiblingGap { get; private init; } = 14;

    /// <summary>Distance between a box and what hangs from it, along the direction of growth.</summary>
    public double LevelGap { get; private init; } = 26;

    /// <summary>How far in the label of an undercut begins, seen from the label it attacks.</summary>
    public double Indent => 18;

    /// <summary>Room for the letters of a line of a node's text.</summary>
    public double TextWidth => NodeWidth - (2 * NodePadding);

    /// <summary>The size of letters by which a node's text is measured: pages set statements in a serif whose letters are narrower than those TextMeasure knows.</summary>
    public double MeasuredTextSize => TextSize * 0.96;

    /// <summary>Lines meet a label beside its words: how far down.</summary>
    public double PortDown => StepHeight / 2;

    /// <summary>The same for pictures that grow downwards: how far across, which is its middle.</summary>
    public double PortAcross => StepWidth / 2;

    /// <summary>Half-way between two levels, where lines bend.</summary>
    public double Bend => LevelGap / 2;

    /// <summary>The measures of a density.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The density is none of the defined ones.</exception>
    public static PictureMetrics Of(PictureDensity density) => density switch
    {
        PictureDensity.Comfortable => Comfortable,
        PictureDensity.Compact => Compact,
        PictureDensity.Large => Large,
        _ => throw new ArgumentOutOfRangeException(nameof(density), density, "There are no measures for this density."),
    };
}
