using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

/// <summary>Posts that show another one: its words are those of whoever wrote it.</summary>
public sealed class PassedOnPostTests
{
    [Fact]
    public void A_submission_to_Reddit_that_passes_another_on_quotes_it()
    {
        var thread = Samples.Read("""
            [{"id":"x1","title":"Look","selftext":"Have a look.","subreddit":"x","author":"bo","is_self":false,"url":"/r/y/comments/p1/maps/","permalink":"/r/x/comments/x1/look/","crosspost_parent":"t3_p1","crosspost_parent_list":[{"id":"p1","title":"Maps","author":"ada","subreddit":"y","is_self":true,"selftext":"Maps &amp; lists.\n\n&gt; Really?\n\nYes.","permalink":"/r/y/comments/p1/maps/"}]},
             {"id":"c1","link_id":"t3_x1","parent_id":"t3_x1","author":"cy","body":"&gt; Maps &amp; lists.\n\nNo."}]
            """);

        Assert.Equal("Have a look.\n\n[ada](<https://www.reddit.com/r/y/comments/p1/maps/>)\n\n> Maps & lists.\n>\n> > Really?\n>\n> Yes.", thread.Post("t3_x1").Body);
        Assert.Equal([("Maps & lists.", "ada"), ("Really?", null), ("Yes.", "ada")], thread.Post("t3_x1").Quotes.Select(quote => (quote.Text, quote.StatedAuthor)));
        Assert.Equal((QuoteState.Exact, "t3_x1"), Assert.Single(thread.Post("t1_c1").Quotes) is var quote ? (quote.State, quote.PostId) : default);
        Assert.Equal(["https://www.reddit.com/r/y/comments/p1/maps/"], thread.Post("t3_x1").Links);
    }

    [Fact]
    public void What_a_submission_passes_on_may_be_a_link_or_pictures_or_be_gone()
    {
        var thread = Samples.Read("""
            [{"id":"x1","title":"Look","selftext":"","author":"bo","is_self":false,"url":"https://example.org/maps","crosspost_parent_list":[{"id":"p1","author":"ada","is_self":false,"selftext":"","url":"https://example.org/maps","permalink":"/r/y/comments/p1/maps/"}]},
             {"id":"x2","title":"Look","selftext":"","author":"bo","is_self":false,"url":"https://www.reddit.com/gallery/p2","crosspost_parent_list":[{"id":"p2","author":"ada","is_self":true,"selftext":"","permalink":"/r/y/comments/p2/maps/","gallery_data":{"items":[{"media_id":"k1","caption":"A map"}]},"media_metadata":{"k1":{"s":{"u":"https://i.example.org/k1?a=1&amp;b=2"}}}}]},
             {"id":"x3","title":"Look","selftext":"","author":"bo","is_self":false,"url":"/r/y/comments/p3/maps/","crosspost_parent_list":[{"id":"p3","author":"[deleted]","is_self":true,"selftext":"[removed]","permalink":"/r/y/comments/p3/maps/"}]}]
            """);

        Assert.Equal("[ada](<https://www.reddit.com/r/y/comments/p1/maps/>)\n\n> <https://example.org/maps>", thread.Post("t3_x1").Body);
        Assert.Equal("[ada](<https://www.reddit.com/r/y/comments/p2/maps/>)\n\n> [A map](<https://i.example.org/k1?a=1&b=2>)", thread.Post("t3_x2").Body);
        Assert.Equal("<https://www.reddit.com/r/y/comments/p3/maps/>", thread.Post("t3_x3").Body);
        Assert.Equal((PostState.Live, "bo"), (thread.Post("t3_x3").State, thread.Post("t3_x3").Author.Name));
    }

    [Fact]
    public void A_note_of_Misskey_that_renotes_another_quotes_it_with_words_of_its_own_or_without()
    {
        const string note = """{"id":"n1","createdAt":"2024-01-01T10:00:00.000Z","userId":"u1","user":{"id":"u1","name":"Ada","username":"ada"},"text":"Maps help.","uri":"https://m.example/notes/n1","replyId":null,"renoteId":null}""";
        var thread = Samples.Read($$"""
            [{{note}},
             {"id":"n2","createdAt":"2024-01-01T11:00:00.000Z","userId":"u2","user":{"id":"u2","name":null,"username":"bo"},"text":null,"replyId":null,"renoteId":"n1","renote":{{note}}},
             {"id":"n3","createdAt":"2024-01-01T12:00:00.000Z","userId":"u3","user":{"id":"u3","name":"Cy","username":"cy"},"text":"No.","replyId":null,"renoteId":"n1","renote":{{note}}}]
            """);

        Assert.Equal(["Maps help.", "[Ada](<https://m.example/notes/n1>)\n\n> Maps help.", "No.\n\n[Ada](<https://m.example/notes/n1>)\n\n> Maps help."], thread.Posts.Select(post => post.Body));
        Assert.Equal([("Maps help.", "Ada", "n1"), ("Maps help.", "Ada", "n1")], thread.Posts.SelectMany(post => post.Quotes).Select(quote => (quote.Text, quote.StatedAuthor, quote.PostId)));
    }

    [Fact]
    public void A_post_of_Bluesky_names_whom_it_quotes()
    {
        var thread = Samples.Read("""{"posts":[{"uri":"at://did:b/app.bsky.feed.post/2","author":{"did":"did:b","handle":"bo.example.org","displayName":"Bo"},"record":{"text":"No.","createdAt":"2024-01-01T11:00:00.000Z"},"embed":{"record":{"uri":"at://did:a/app.bsky.feed.post/1","author":{"did":"did:a","handle":"ada.example.org","displayName":"Ada"},"value":{"text":"Maps help people."},"embeds":[{"images":[{"fullsize":"https://cdn.example.org/a","alt":"A map"}]}]}}}]}""");

        Assert.Equal("No.\n\n[Ada](<https://bsky.app/profile/ada.example.org/post/1>)\n\n> Maps help people.\n>\n> [A map](<https://cdn.example.org/a>)", Assert.Single(thread.Posts).Body);
        Assert.Equal(("Ada", QuoteState.SourceMissing), (thread.Posts[0].Quotes[0].StatedAuthor, thread.Posts[0].Quotes[0].State));
    }
}
