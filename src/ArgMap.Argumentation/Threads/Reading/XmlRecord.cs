namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>An element of an XML file, without its markup: attributes and children by local name, since exports disagree about namespaces.</summary>
internal sealed class XmlRecord(string name)
{
    private readonly List<(string Name, string Value)> attributes = [];
    private readonly List<XmlRecord> children = [];
    private readonly System.Text.StringBuilder text = new();

    internal string Name { get; } = name;

    /// <summary>The element's own text, that of its children not included.</summary>
    internal string Text => text.ToString();

    /// <summary>The text of the first child of that name; null when there is none or it is blank.</summary>
    internal string? this[string child] => Child(child)?.Text is { } words && !string.IsNullOrWhiteSpace(words) ? words.Trim() : null;

    /// <summary>Holds nothing, so that it can only name something.</summary>
    internal bool IsEmpty => children.Count == 0 && text.ToString().AsSpan().Trim().IsEmpty;

    internal IReadOnlyList<XmlRecord> Children => children;

    internal XmlRecord? Child(string child) => children.Find(record => record.Name == child);

    internal IEnumerable<XmlRecord> All(string child) => children.Where(record => record.Name == child);

    internal string? Attribute(string attribute) => attributes.Find(pair => pair.Name == attribute).Value is { Length: > 0 } value ? value : null;

    internal void Add(string attribute, string value) => attributes.Add((attribute, value));

    internal void Add(XmlRecord child) => children.Add(child);

    /// <summary>Adds to the text, as far as it is not too long.</summary>
    /// <returns>Whether the text became too long with this.</returns>
    internal bool AddUntilFull(string words)
    {
        var room = ThreadInput.MostOfPost - text.Length;
        text.Append(words, 0, Math.Min(words.Length, room));
        return room > 0 && words.Length >= room;
    }
}
