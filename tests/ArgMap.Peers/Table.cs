using System.Globalization;
using System.Text;

namespace ArgMap.Peers;

/// <summary>The medians of all visits, as a table in Markdown.</summary>
internal static class Table
{
    public static string Of(int nodes, IEnumerable<(string Name, IReadOnlyList<Visit> Visits)> measured)
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"### {nodes:N0} nodes").AppendLine();
        table.AppendLine("| | first paint ms | usable ms | pan p50 / p95 / max ms | zoom p50 / p95 / max ms | kB sent | of it script kB | elements |");
        table.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, visits) in measured)
        {
            if (visits.Count == 0)
            {
                table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | did not finish | | | | | | |");
                continue;
            }

            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Median(visit => visit.FirstPaint):F0} | {Median(visit => visit.Usable):F0} | {Movement(visit => visit.Pan)} | {Movement(visit => visit.Zoom)} | {Median(visit => visit.Bytes) / 1000:F0} | {Median(visit => visit.ScriptBytes) / 1000:F0} | {Median(visit => visit.Elements):N0} |"));

            double Median(Func<Visit, double> figure) => Middle(visits.Select(figure));

            string Movement(Func<Visit, Frames> of) => visits.All(visit => of(visit).Moved)
                ? string.Create(CultureInfo.InvariantCulture, $"{Median(visit => of(visit).Middle):F1} / {Median(visit => of(visit).Late):F1} / {Median(visit => of(visit).Worst):F1}")
                : "did not move";
        }

        return table.ToString();
    }

    private static double Middle(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
