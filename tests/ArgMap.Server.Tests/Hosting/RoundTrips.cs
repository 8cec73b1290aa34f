using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>Counts how often a page waits for an answer of one database: each command or batch is one. Begins when made, ends when disposed of.</summary>
/// <remarks>That somebody was here is stored after the page has gone out, which may be while the next one is counted: it does not count.</remarks>
public sealed class RoundTrips : IDisposable
{
    private readonly string database;
    private readonly ActivityListener listener;
    private readonly ConcurrentQueue<string> asked = new();

    public RoundTrips(ArgMapApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        database = new NpgsqlConnectionStringBuilder(app.Connection).Database!;

        // Other tests run beside this one in the same process: only this database counts.
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (IsCommand(activity) && activity.GetTagItem("db.query.text") as string is var text && text?.Contains("insert into visits", StringComparison.Ordinal) != true)
                {
                    asked.Enqueue(text ?? activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>How many there were so far.</summary>
    public int Count => asked.Count;

    /// <summary>What was asked, to be read when there was too much of it.</summary>
    public override string ToString() => string.Join($"{Environment.NewLine}--{Environment.NewLine}", asked);

    public void Dispose() => listener.Dispose();

    private bool IsCommand(Activity activity) =>
        activity.Tags.Any(tag => tag.Key is "db.name" or "db.namespace" && tag.Value?.Contains(database, StringComparison.Ordinal) == true)
        && activity.Tags.Any(tag => tag.Key is "db.statement" or "db.query.text");
}
