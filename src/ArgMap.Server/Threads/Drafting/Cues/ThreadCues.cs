using System.Text.RegularExpressions;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Threads.Drafting.Cues;

/// <summary>The table of cues that one thread is drafted by, as a person edits it.</summary>
public static partial class ThreadCues
{
    /// <summary>The most characters of a table; several times as many as the ordinary one has.</summary>
    public const int MaxLength = 60_000;

    /// <summary>The most cues: every sentence of a thread is compared with each.</summary>
    public const int MostCues = 300;

    private const int MostProblems = 20;

    private static readonly HashSet<string> Roles = [.. CueTable.English.Cues.Select(cue => cue.Role), "-"];

    private static readonly HashSet<string> Places = [.. CueTable.English.Cues.Where(cue => cue.Pattern.StartsWith('@')).Select(cue => cue.Pattern), "@ends"];

    /// <summary>The table that a thread is drafted by: its own, or the ordinary one.</summary>
    /// <param name="own">The text that is kept with the thread; null when it has no table of its own. What a newer version of the program cannot read any more counts as none.</param>
    public static CueTable Of(string? own)
    {
        try
        {
            return own is null ? CueTable.English : CueTable.Read(own, "The table");
        }
        catch (ThreadFormatException)
        {
            return CueTable.English;
        }
    }

    /// <summary>A table as it is kept: in fields of pages nobody can type a tab, so two spaces and more divide columns where a line has no tab.</summary>
    public static string Normal(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Join('\n', typed.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.StartsWith('#') || line.Contains('\t', StringComparison.Ordinal) ? line : Gaps().Replace(line.TrimEnd(), "\t"))) + "\n";
    }

    /// <summary>What is wrong with a table, line by line; nothing when it can be used.</summary>
    /// <param name="text">The table, as <see cref="Normal"/> gives it.</param>
    public static IReadOnlyList<string> Problems(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> problems = [];
        var cues = 0;
        foreach (var (index, line) in text.Split('\n').Index().Where(line => line.Item is not ("" or ['#', ..])))
        {
            cues++;
            if (problems.Count < MostProblems && ProblemOf(line) is { } problem)
            {
                problems.Add($"Line {index + 1}: {problem}");
            }
        }

        if (cues is 0 or > MostCues)
        {
            problems.Add(cues == 0 ? "The table has no cues, so nothing would be suggested. Take the ordinary table, or write at least one line." : $"The table has {cues} cues; at most {MostCues} can be used. Leave out the weakest.");
        }

        return problems;
    }

    private static string? ProblemOf(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length != 7)
        {
            return $"it has {Plural.Of(columns.Length, "column")}, and a cue has seven, divided by tabs or by two spaces: cue, pattern, claim, support, objection, role, reason.";
        }

        try
        {
            var cue = CueTable.Read(line, "").Cues[0];
            return cue.Pattern.StartsWith('@') && !Places.Contains(cue.Pattern) ? $"there is no place “{cue.Pattern}”. There are {string.Join(", ", Places.Order(StringComparer.Ordinal))}."
                : !Roles.Contains(cue.Role) ? $"there is no role “{cue.Role}”. There are {string.Join(", ", Roles.Order(StringComparer.Ordinal))}; “-” is none."
                : null;
        }
        catch (ThreadFormatException fault) when (fault.InnerException is { } wrong)
        {
            return $"the pattern “{columns[1]}” cannot be used. {wrong.Message}";
        }
        catch (ThreadFormatException)
        {
            return $"the third to the fifth column must be numbers such as 0.4 or -1; they are “{columns[2]}”, “{columns[3]}” and “{columns[4]}”.";
        }
    }

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Gaps();
}
