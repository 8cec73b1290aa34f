using System.Text.Json;

namespace ArgMap.Peers;

/// <summary>The visits made so far, one a line of a file, so that a comparison that was interrupted goes on where it was.</summary>
internal sealed class Diary
{
    private readonly string file;
    private readonly List<Entry> entries;

    private Diary(string file, List<Entry> entries)
    {
        this.file = file;
        this.entries = entries;
    }

    /// <param name="file">Where the visits are; made when it is not there.</param>
    public static Diary In(string file) =>
        new(file, File.Exists(file) ? [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Entry>(line, JsonSerializerOptions.Web)!)] : []);

    public bool Has(int size, string name, int round) => entries.Exists(entry => entry.Size == size && entry.Name == name && entry.Round == round);

    public void Add(int size, string name, int round, Visit visit)
    {
        var entry = new Entry(size, name, round, visit);
        entries.Add(entry);
        File.AppendAllText(file, JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) + "\n");
    }

    public IReadOnlyList<Visit> Of(int size, string name) => [.. entries.Where(entry => entry.Size == size && entry.Name == name).Select(entry => entry.Visit)];

    private sealed record Entry(int Size, string Name, int Round, Visit Visit);
}
