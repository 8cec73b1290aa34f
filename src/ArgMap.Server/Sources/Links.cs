namespace ArgMap.Server.Sources;

/// <summary>The relations between sources as one of them sees them.</summary>
internal static class Links
{
    /// <summary>What a source is to others and they to it: the words, the other one's number and title, and the relation.</summary>
    public static IReadOnlyList<(string Words, int Other, string Title, SourceLinkView Link)> OfSource(IEnumerable<SourceLinkView> links, int source) =>
    [
        .. links.Where(link => link.From == source || link.To == source).Select(link => link.From == source
            ? (SourceLinkWords.Forward(link.Kind), link.To, link.ToTitle, link)
            : (SourceLinkWords.Backward(link.Kind), link.From, link.FromTitle, link)),
    ];
}
