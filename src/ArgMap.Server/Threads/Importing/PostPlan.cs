using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Server.Threads.Importing;

/// <summary>What is known of a post that an earlier import stored.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ExternalId">The forum's id.</param>
/// <param name="Parent">What it answers.</param>
/// <param name="BodyHash">The hash of its body.</param>
/// <param name="Version">Which version that is.</param>
/// <param name="IsVanished">Whether the forum has it no more.</param>
/// <param name="FirstSeenAt">When it was stored first.</param>
/// <param name="ChangedAt">When its body was.</param>
internal sealed record KnownPost(int Number, string ExternalId, int? Parent, byte[] BodyHash, int Version, bool IsVanished, DateTimeOffset FirstSeenAt, DateTimeOffset ChangedAt);

/// <summary>The place of a post that the thread does not have any more.</summary>
internal sealed record AbsentPost(int Number, int Position, int Depth, int Replies, int Descendants, bool IsVanished);

/// <summary>How the posts of a thread are stored: every one with its number and place, beside those that were stored before.</summary>
internal sealed class PostPlan
{
    private readonly Dictionary<string, KnownPost> known;
    private readonly DateTimeOffset begun;

    private PostPlan(int count, IEnumerable<PostRow> posts, IReadOnlyList<AbsentPost> absent, IReadOnlyDictionary<string, int> numbers, Dictionary<string, KnownPost> known, DateTimeOffset begun)
    {
        (this.known, this.begun) = (known, begun);
        Count = count;
        Posts = posts;
        Absent = absent;
        Numbers = numbers;
    }

    /// <summary>How many posts the thread has.</summary>
    public int Count { get; }

    /// <summary>The posts of the thread in its order, ready to be stored. Each is made when it is its turn, and none is held.</summary>
    public IEnumerable<PostRow> Posts { get; }

    /// <summary>The posts that are stored and not in the thread as it was read now.</summary>
    public IReadOnlyList<AbsentPost> Absent { get; }

    /// <summary>The number of each post by the forum's id.</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; }

    /// <summary>Whether the import brings the post.</summary>
    public bool IsNew(PostRow post) => !known.TryGetValue(post.ExternalId, out var before) || before.FirstSeenAt >= begun;

    /// <summary>Whether the post was there and the import gives it another body.</summary>
    public bool IsChanged(PostRow post) => !IsNew(post) && known[post.ExternalId] is var before && (before.ChangedAt >= begun || before.Version != post.Version);

    public int Vanished => Absent.Count(post => post.IsVanished);

    /// <summary>Makes the plan. The same thread and known posts give the same plan, so storing can be taken up again where it was left.</summary>
    /// <param name="map">The map.</param>
    /// <param name="source">The thread's source.</param>
    /// <param name="thread">The thread as it was read.</param>
    /// <param name="known">What is stored.</param>
    /// <param name="reworded">The stored post that a post is which is not stored under its own id (<see cref="RewordedPosts"/>); it stays stored under the id it had.</param>
    /// <param name="isWhole">Whether what is not in it has vanished; false when parts could not be had.</param>
    /// <param name="begun">When the import was given: what has been stored since was stored by it, before a crash.</param>
    /// <param name="at">Now.</param>
    public static PostPlan Of(long map, int source, ForumThread thread, IReadOnlyList<KnownPost> known, IReadOnlyDictionary<string, KnownPost> reworded, bool isWhole, DateTimeOffset begun, DateTimeOffset at)
    {
        var byId = known.ToDictionary(post => post.ExternalId, StringComparer.Ordinal);
        var otherwise = CalledOtherwise(thread, byId);
        var next = known.Count == 0 ? 1 : known.Max(post => post.Number) + 1;
        var numbers = new Dictionary<string, int>(thread.Posts.Count, StringComparer.Ordinal);
        foreach (var post in thread.Posts)
        {
            numbers.Add(post.Id, Before(post)?.Number ?? next++);
        }

        var present = numbers.Values.ToHashSet();
        var absent = known.Where(post => !present.Contains(post.Number)).OrderBy(post => post.Number).ToList();
        var tree = new Tree(thread, numbers, absent);
        return new PostPlan(thread.Posts.Count, thread.Posts.Select(post => Row(post, Before(post))), [.. absent.Select(Placed)], numbers, byId, begun);

        KnownPost? Before(ThreadPost post) => byId.GetValueOrDefault(Key(post.Id)) ?? otherwise.GetValueOrDefault(post.Id) ?? reworded.GetValueOrDefault(post.Id);

        PostRow Row(ThreadPost post, KnownPost? before)
        {
            var body = StoredText.Of(post.Body);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(body));
            var number = numbers[post.Id];
            var place = tree.Of(number);
            return new PostRow
            {
                MapId = map,
                SourceNumber = source,
                Number = number,
                ExternalId = before?.ExternalId ?? Key(post.Id),
                ParentNumber = post.ParentId is { } parent ? numbers[parent] : null,
                ParentFrom = post.ParentFrom,
                Position = place.Position,
                Depth = place.Depth,
                Replies = place.Replies,
                Descendants = place.Descendants,
                Kind = post.Kind,
                AuthorKey = StoredText.Of(post.Author.Id, PostRow.MaxNameLength),
                AuthorName = StoredText.Of(post.Author.Name, PostRow.MaxNameLength),
                AuthorState = post.Author.State,
                CreatedAt = post.CreatedAt?.ToUniversalTime(),
                CreatedAsWritten = StoredText.Of(post.CreatedAtAsWritten, PostRow.MaxTimeAsWrittenLength),
                EditedAt = post.EditedAt?.ToUniversalTime(),
                State = post.State,
                Score = post.Score,
                Title = StoredText.Of(post.Title, PostRow.MaxTitleLength),
                Body = body,
                BodyHash = hash,
                Address = StoredText.Of(post.Address, PostRow.MaxAddressLength),
                Version = before is null ? 1 : before.Version + (before.BodyHash.AsSpan().SequenceEqual(hash) ? 0 : 1),
                Words = CountWords(body),
                Quotes = ThreadJson.Write(post.Quotes.Select(Stored)),
                FirstSeenAt = at,
                ChangedAt = at,
            };
        }

        StoredQuote Stored(PostQuote quote) => new(
            StoredText.Of(quote.Text), quote.Start, quote.Length, quote.Depth, StoredText.Of(quote.StatedAuthor), quote.State,
            quote.PostId is { } post && numbers.TryGetValue(post, out var number) ? number : null, quote.PassageStart, quote.PassageLength, quote.Matches);

        AbsentPost Placed(KnownPost post)
        {
            var place = tree.Of(post.Number);
            return new(post.Number, place.Position, place.Depth, place.Replies, place.Descendants, isWhole || post.IsVanished);
        }
    }

    /// <summary>The stored post that each post is which an earlier import stored as another interface of the forum calls it; no two posts are the same one.</summary>
    internal static Dictionary<string, KnownPost> CalledOtherwise(ForumThread thread, Dictionary<string, KnownPost> known)
    {
        var taken = thread.Posts.Select(post => Key(post.Id)).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, KnownPost> otherwise = new(StringComparer.Ordinal);
        foreach (var post in thread.Posts.Where(post => post.OtherIds.Count > 0 && !known.ContainsKey(Key(post.Id))))
        {
            if (post.OtherIds.Select(Key).FirstOrDefault(other => known.ContainsKey(other) && taken.Add(other)) is { } called)
            {
                otherwise.Add(post.Id, known[called]);
            }
        }

        return otherwise;
    }

    /// <summary>How many words a text has.</summary>
    internal static int CountWords(string text)
    {
        var (words, isInside) = (0, false);
        foreach (var character in text)
        {
            var isPart = char.IsLetterOrDigit(character) || (isInside && character is '\'' or '’' or '-');
            words += isPart && !isInside ? 1 : 0;
            isInside = isPart;
        }

        return words;
    }

    /// <summary>The forum's id as it is stored: one that is too long to be looked up is told by its beginning and a hash.</summary>
    internal static string Key(string id)
    {
        var stored = StoredText.Of(id);
        return stored.Length <= PostRow.MaxExternalIdLength ? stored
            : string.Create(CultureInfo.InvariantCulture, $"{StoredText.Of(stored, 300)}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(stored)))}");
    }

    /// <summary>The thread with the posts it has lost, each beside its parent, walked depth first and without recursion.</summary>
    private sealed class Tree
    {
        private readonly Dictionary<int, (int Position, int Depth, int Replies, int Descendants)> places = [];

        public Tree(ForumThread thread, Dictionary<string, int> numbers, List<KnownPost> absent)
        {
            var all = numbers.Values.Concat(absent.Select(post => post.Number)).ToHashSet();
            var children = thread.Posts.Select(post => (Number: numbers[post.Id], Parent: post.ParentId is { } parent ? numbers[parent] : (int?)null))
                .Concat(absent.Select(post => (post.Number, Parent: post.Parent is { } parent && all.Contains(parent) ? (int?)parent : null)))
                .ToLookup(post => post.Parent ?? 0, post => post.Number);
            var waiting = new Stack<(int Number, int Depth)>(children[0].Reverse().Select(top => (top, 0)));
            var order = new List<int>(all.Count);
            while (waiting.TryPop(out var next))
            {
                // A post that was lost may have been hung below one that now hangs below it.
                if (!places.TryAdd(next.Number, (order.Count, next.Depth, children[next.Number].Count(), 0)))
                {
                    continue;
                }

                order.Add(next.Number);
                foreach (var child in children[next.Number].Reverse())
                {
                    waiting.Push((child, next.Depth + 1));
                }
            }

            foreach (var lost in all.Where(number => !places.ContainsKey(number)).Order())
            {
                places.Add(lost, (order.Count, 0, 0, 0));
                order.Add(lost);
            }

            CountDescendants(order);
        }

        public (int Position, int Depth, int Replies, int Descendants) Of(int number) => places[number];

        private void CountDescendants(List<int> order)
        {
            var open = new Stack<int>();
            foreach (var number in order.Append(0))
            {
                var depth = number == 0 ? -1 : places[number].Depth;
                while (open.TryPeek(out var above) && places[above].Depth >= depth)
                {
                    open.Pop();
                    var (position, its, replies, _) = places[above];
                    var end = number == 0 ? order.Count : places[number].Position;
                    places[above] = (position, its, replies, end - position - 1);
                }

                open.Push(number);
            }
        }
    }
}
