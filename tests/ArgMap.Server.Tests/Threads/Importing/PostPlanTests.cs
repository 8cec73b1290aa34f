using ArgMap.Argumentation.Threads;
using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

public sealed class PostPlanTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Random_threads_read_again_and_again_keep_their_numbers_and_their_order()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            List<KnownPost> known = [];
            for (var reading = 0; reading < 6; reading++)
            {
                var plan = PostPlan.Of(1, 1, Thread(random), known, isWhole: random.Next(4) > 0, At, At);

                var places = plan.Posts.Select(post => (post.Number, post.Position, post.Depth, post.Descendants))
                    .Concat(plan.Absent.Select(post => (post.Number, post.Position, post.Depth, post.Descendants))).OrderBy(place => place.Position).ToList();
                Assert.Equal(Enumerable.Range(0, places.Count), places.Select(place => place.Position));
                Assert.Equal(Enumerable.Range(1, places.Count), places.Select(place => place.Number).Order());
                Assert.All(places, place => Assert.All(places.Skip(place.Position + 1).Take(place.Descendants), below => Assert.True(below.Depth > place.Depth)));
                Assert.All(places, place => Assert.True(place.Position + place.Descendants + 1 >= places.Count || places[place.Position + place.Descendants + 1].Depth <= place.Depth));
                Assert.All(known, post => Assert.Equal(post.Number, plan.Numbers.GetValueOrDefault(post.ExternalId, post.Number)));
                known = [.. plan.Posts.Select(post => new KnownPost(post.Number, post.ExternalId, post.ParentNumber, post.BodyHash, post.Version, false, At.AddDays(-1), At.AddDays(-1)))
                    .Concat(plan.Absent.Select(lost => known.Single(post => post.Number == lost.Number) with { IsVanished = lost.IsVanished }))];
            }
        }
    }

    [Fact]
    public void A_hundred_thousand_posts_under_each_other_are_placed_without_recursion()
    {
        const int Many = 100_000;
        var posts = Enumerable.Range(0, Many).Select(number => Post($"p{number}", number == 0 ? null : $"p{number - 1}", "Words.")).ToList();

        var plan = PostPlan.Of(1, 1, new ForumThread("json", null, null, null, posts, new ThreadReport { Files = [] }), [], true, At, At);

        var rows = plan.Posts.ToList();
        Assert.Equal((Many - 1, 0), (rows[^1].Depth, rows[^1].Descendants));
        Assert.Equal(Many - 1, rows[0].Descendants);
    }

    [Fact]
    public void What_is_not_in_a_reading_that_lacks_parts_has_not_vanished()
    {
        var whole = PostPlan.Of(1, 1, Thread(new Random(5)), [], true, At, At);
        var known = whole.Posts.Select(post => new KnownPost(post.Number, post.ExternalId, post.ParentNumber, post.BodyHash, 1, false, At.AddDays(-1), At.AddDays(-1))).ToList();
        var nothing = new ForumThread("json", null, null, null, [Post("other", null, "Words.")], new ThreadReport { Files = [] });

        Assert.Equal(0, PostPlan.Of(1, 1, nothing, known, isWhole: false, At, At).Vanished);
        Assert.Equal(known.Count, PostPlan.Of(1, 1, nothing, known, isWhole: true, At, At).Vanished);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("One two-part it's word.", 4)]
    [InlineData("— ** 12 …", 1)]
    public void Words_are_counted(string text, int words) => Assert.Equal(words, PostPlan.CountWords(text));

    /// <summary>A thread of up to thirty of the same fifty posts, each below any earlier one, in the order of the tree.</summary>
    private static ForumThread Thread(Random random)
    {
        var ids = Enumerable.Range(1, 50).OrderBy(_ => random.Next()).Take(random.Next(1, 30)).Select(number => $"p{number}").ToList();
        var parents = ids.Select((id, index) => (Id: id, Parent: index == 0 || random.Next(5) == 0 ? null : ids[random.Next(index)])).ToLookup(post => post.Parent, post => post.Id);
        List<ThreadPost> posts = [];
        Add(null);
        return new ForumThread("json", null, null, null, posts, new ThreadReport { Files = [] });

        void Add(string? parent)
        {
            foreach (var id in parents[parent])
            {
                posts.Add(Post(id, parent, $"Words {random.Next(3)}."));
                Add(id);
            }
        }
    }

    private static ThreadPost Post(string id, string? parent, string body) => new() { Id = id, ParentId = parent, Author = new(null, "ada", AuthorState.Known), Body = body };
}
