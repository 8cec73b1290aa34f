using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>The cues that drafting goes by, for one language or one source. The one that comes with the program is for English.</summary>
public sealed class CueTable
{
    private const int Columns = 7;

    private static readonly Lazy<string> BuiltText = new(ReadText);

    private static readonly Lazy<CueTable> Built = new(() => Read(EnglishText, "cues.en.tsv"));

    private CueTable(IReadOnlyList<Cue> cues) => Cues = cues;

    /// <summary>The table for English.</summary>
    /// <remarks>Its numbers come from rates counted on annotated debates and are rounded; where cues go together, the sum was kept near what both are worth.</remarks>
    public static CueTable English => Built.Value;

    /// <summary>The table for English as a file, to start one's own from.</summary>
    public static string EnglishText => BuiltText.Value;

    /// <summary>The cues in the order of the table.</summary>
    public IReadOnlyList<Cue> Cues { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="text">Lines of seven columns divided by tabs: cue, pattern, claim, support, objection, role, reason. Lines that begin with <c>#</c> are remarks.</param>
    /// <param name="name">What errors call it, such as the file's name.</param>
    /// <exception cref="ThreadFormatException">A line is wrong; the message says which and how.</exception>
    public static CueTable Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Cue> cues = [];
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('\t');
            if (parts.Length != Columns || !Number(parts[2], out var claim) || !Number(parts[3], out var support) || !Number(parts[4], out var objection))
            {
                throw new ThreadFormatException($"{name}, line {number}: a cue has seven columns divided by tabs, of which the third to the fifth are numbers; this line has {parts.Length} columns.");
            }

            try
            {
                cues.Add(new Cue(parts[0], parts[1], claim, support, objection, parts[5], parts[6]));
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                throw new ThreadFormatException($"{name}, line {number}: the pattern \"{parts[1]}\" cannot be used: {fault.Message}", fault);
            }
        }

        return cues.Count > 0 ? new CueTable(cues) : throw new ThreadFormatException($"{name} has no cues.");
    }

    private static bool Number(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static string ReadText()
    {
        using var stream = typeof(CueTable).Assembly.GetManifestResourceStream("ArgMap.Argumentation.Drafting.cues.en.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
