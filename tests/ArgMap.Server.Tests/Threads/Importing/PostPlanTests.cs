using ArgMap.Argumentation.Threads;
using ArgMap.Server.Threads.Importing;

namespace ArgMap.Server.Tests.Threads.Importing;

public sealed class PostPlanTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;
    private static readonly Dictionary<string, KnownPost> None = [];

    [Fact]
    public void Random_threads_read_again_and_again_keep_their_numbers_and_their_order()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            List<KnownPost> known = [];
            for (var reading = 0; reading < 6; reading++)
            {
                var plan = PostPlan.Of(1, 1, Thread(random), known, None, isWhole: random.Next(4) > 0, At, At);

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

        var plan = PostPlan.Of(1, 1, new ForumThread("json", null, null, null, posts, new ThreadReport { Files = [] }), [], None, true, At, At);

        var rows = plan.Posts.ToList();
        Assert.Equal((Many - 1, 0), (rows[^1].Depth, rows[^1].Descendants));
        Assert.Equal(Many - 1, rows[0].Descendants);
    }

    [Fact]
    public void What_is_not_in_a_reading_that_lacks_parts_has_not_vanished()
    {
        var whole = PostPlan.Of(1, 1, Thread(new Random(5)), [], None, true, At, At);
        var known = whole.Posts.Select(post => new KnownPost(post.Number, post.ExternalId, post.ParentNumber, post.BodyHash, 1, false, At.AddDays(-1), At.AddDays(-1))).ToList();
        var nothing = new ForumThread("json", null, null, null, [Post("other", null, "Words.")], new ThreadReport { Files = [] });

        Assert.Equal(0, PostPlan.Of(1, 1, nothing, known, None, isWhole: false, At, At).Vanished);
        Assert.Equal(known.Count, PostPlan.Of(1, 1, nothing, known, None, isWhole: true, At, At).Vanished);
    }

    [Fact]
    public void A_post_that_another_interface_names_otherwise_is_the_one_that_is_stored()
    {
        List<KnownPost> known = [new KnownPost(1, "7/1", null, [], 1, false, At.AddDays(-1), At.AddDays(-1)), new KnownPost(2, "7/2", 1, [], 1, false, At.AddDays(-1), At.AddDays(-1))];
        var thread = new ForumThread("discourse", null, null, null, [Post("901", null, "Words.") with { OtherIds = ["7/1"] }, Post("7/2", "901", "Words."), Post("903", "901", "Words.") with { OtherIds = ["7/2"] }], new ThreadReport { Files = [] });

        var rows = PostPlan.Of(1, 1, thread, known, None, isWhole: true, At, At).Posts.ToList();

        Assert.Equal([(1, "7/1"), (2, "7/2"), (3, "903")], rows.Select(row => (row.Number, row.ExternalId)));
    }

    [Theory]
    [InlineData("No system of this size has had a model of its own training.", "No system of any size has had a model of its own training.", true)]
    [InlineData("No system has had a model of its training.", "No system has had a model of its training. Edit: as far as I know.", true)]
    [InlineData("Yes.", "Yes!", true)]
    [InlineData("Yes.", "No.", false)]
    [InlineData("欺骗是否会在训练结束之前形成", "欺骗会在训练结束之前形成", true)]
    [InlineData("The question is whether the model of the training is its own.", "It is the size of the system that the question turns on.", false)]
    public void An_edited_post_is_known_by_the_words_that_are_left(string before, string after, bool isSame)
    {
        var known = new KnownPost(7, "text-1", null, [], 1, false, At, At);

        Assert.Equal(isSame, RewordedPosts.Match([Post("text-2", null, after)], [new(known, "ada", before)]).ContainsKey("text-2"));
        Assert.Empty(RewordedPosts.Match([Post("text-2", null, after)], [new(known, "grace", before)]));
    }

    [Fact]
    public void Each_edited_post_is_one_stored_post_the_most_alike_first()
    {
        var stored = new[] { "One two three four five six seven.", "One two three four five six eight." }.Select((body, index) => new RewordedPosts.Candidate(new(index + 1, $"text-{index}", null, [], 1, false, At, At), "ada", body)).ToList();

        var found = RewordedPosts.Match([Post("text-x", null, "One two three four five six eight, nine."), Post("text-y", null, "One two three four five six and seven."), Post("text-z", null, "One two three four five six.")], stored);

        Assert.Equal([("text-x", 2), ("text-y", 1)], found.Select(pair => (pair.Key, pair.Value.Number)).Order());
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
