using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>The quotes of a post that places in it stand in; the places are asked for from its beginning to its end, so that each quote is met once.</summary>
internal sealed class QuotesAround(IReadOnlyList<PostQuote> quotes)
{
    private readonly Queue<(int Index, PostQuote Item)> coming = new(quotes.Index().OrderBy(quote => quote.Item.Start));
    private readonly List<(int Index, PostQuote Item)> open = [];

    /// <summary>Those around a place, which is not before the last one asked for, each with its number among the post's quotes.</summary>
    internal List<(int Index, PostQuote Item)> At(int place)
    {
        while (coming.TryPeek(out var next) && next.Item.Start <= place)
        {
            open.Add(coming.Dequeue());
        }

        open.RemoveAll(quote => quote.Item.Start + quote.Item.Length <= place);
        return open;
    }
}
