using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class ForumFormatTests
{
    [Fact]
    public void More_parts_of_a_Reddit_thread_merge_in_any_order()
    {
        var (one, other, part) = (Samples.Read(Samples.RedditPage, Samples.RedditMore), Samples.Read(Samples.RedditMore, Samples.RedditPage), Samples.Read(Samples.RedditPage));

        Assert.Equal(one.Posts.Select(post => (post.Id, post.ParentId)), other.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(["t3_a1", "t1_c1", "t1_c2", "t1_c4", "t1_c3"], one.Posts.Select(post => post.Id));
        Assert.Equal((6, 5, 0), (one.Report.StatedCount, one.Report.Posts, one.Report.NotLoaded));
        Assert.Equal(2, part.Report.NotLoaded);
    }

    [Fact]
    public void A_removed_Reddit_comment_is_a_stub_and_a_hidden_score_is_none()
    {
        var thread = Samples.Read(Samples.RedditPage);

        Assert.Equal((PostState.RemovedByModerator, "", AuthorState.Deleted), (thread.Post("t1_c1").State, thread.Post("t1_c1").Body, thread.Post("t1_c1").Author.State));
        Assert.Null(thread.Post("t1_c2").Score);
        Assert.Equal("CMV: maps & debates", thread.Title);
        var quote = Assert.Single(thread.Post("t1_c2").Quotes);
        Assert.Equal((QuoteState.Exact, "t3_a1", 0), (quote.State, quote.PostId, quote.PassageStart));
    }

    [Fact]
    public void Hacker_News_keeps_deleted_items_finds_quotes_and_whole_links()
    {
        var thread = Samples.Read(Samples.Algolia);

        Assert.Equal((PostState.Deleted, "11"), (thread.Post("12").State, thread.Post("12").ParentId));
        Assert.Equal("> It needs a fork\n\nWhy would it & when?", thread.Post("13").Body);
        Assert.Equal((QuoteState.Exact, "11"), (thread.Post("13").Quotes[0].State, thread.Post("13").Quotes[0].PostId));
        Assert.Equal(["https://example.org/long"], thread.Post("11").Links);
        Assert.Equal("<https://example.org/d>", thread.Post("10").Body);
    }

    [Fact]
    public void Firebase_items_say_what_is_deleted_dead_and_not_loaded()
    {
        var thread = Samples.Read(Samples.Firebase);

        Assert.Equal((4, 1), (thread.Report.StatedCount, thread.Report.NotLoaded));
        Assert.Equal((PostState.Deleted, PostState.Hidden), (thread.Post("3").State, thread.Post("4").State));
        Assert.Equal("One\n\ntwo", thread.Post("2").Body);
    }

    [Fact]
    public void Discourse_numbers_become_parents_and_a_quote_stands_in_for_one()
    {
        var thread = Samples.Read(Samples.Discourse);

        Assert.Equal((ParentFrom.Missing, "901", "12/3"), (thread.Post("902").ParentFrom, thread.Post("902").ParentId, thread.Post("902").StatedParentId));
        Assert.Equal((ParentFrom.Quote, "902"), (thread.Post("903").ParentFrom, thread.Post("903").ParentId));
        Assert.Equal((PostState.DeletedByAuthor, "903", ""), (thread.Post("904").State, thread.Post("904").ParentId, thread.Post("904").Body));
        Assert.Equal((5, 1, 1, 2), (thread.Report.StatedCount, thread.Report.MissingParents, thread.Report.NotLoaded, thread.Report.NumberGaps));
        var quote = Assert.Single(thread.Post("903").Quotes);
        Assert.Equal((QuoteState.Folded, "902", "lee"), (quote.State, quote.PostId, quote.StatedAuthor));
        Assert.Equal("it **needs** a fork", thread.Post("902").Body.Substring(quote.PassageStart!.Value, quote.PassageLength!.Value));
        Assert.Equal("https://forum.example.org/t/12/1", thread.Post("901").Address);
    }

    [Fact]
    public void A_later_version_of_a_Discourse_post_replaces_the_earlier_in_any_order()
    {
        const string First = """{"id":1,"post_number":1,"topic_id":2,"username":"a","version":1,"cooked":"<p>old and long</p>"}""";
        const string Second = """{"id":1,"post_number":1,"topic_id":2,"username":"a","version":2,"cooked":"<p>new</p>"}""";

        Assert.All((ForumThread[])[Samples.Read(First, Second), Samples.Read(Second, First)], thread =>
        {
            Assert.Equal("new", Assert.Single(thread.Posts).Body);
            Assert.Equal(1, thread.Report.OlderVersions);
        });
    }

    [Fact]
    public void ForumMagnum_comments_hang_where_they_say_whatever_their_order()
    {
        var thread = Samples.Read(Samples.ForumMagnum);

        Assert.Equal(["P1", "C1", "C2", "C3"], thread.Posts.Select(post => post.Id));
        Assert.Equal((PostState.Deleted, "P1"), (thread.Post("C1").State, thread.Post("C1").ParentId));
        Assert.Equal((ParentFrom.Missing, "P1", PostState.Retracted, AuthorState.Hidden), (thread.Post("C3").ParentFrom, thread.Post("C3").ParentId, thread.Post("C3").State, thread.Post("C3").Author.State));
        Assert.Equal((QuoteState.Folded, "P1"), (thread.Post("C2").Quotes[0].State, thread.Post("C2").Quotes[0].PostId));
        var reaction = Assert.Single(thread.Post("C2").Reactions);
        Assert.Equal(("changemind", 1, "Is it?"), (reaction.Name, reaction.Count, Assert.Single(reaction.Quotes)));
        Assert.Equal((5, 4), (thread.Report.StatedCount, thread.Report.Posts));
    }

    [Fact]
    public void GitHub_discussions_and_issues_have_answers_replies_and_ghosts()
    {
        var (discussion, issue) = (Samples.Read(Samples.GitHubDiscussion), Samples.Read(Samples.GitHubIssue));

        Assert.Equal(["D1", "DC_1", "DC_2"], discussion.Posts.Select(post => post.Id));
        Assert.Equal((PostKind.Answer, AuthorState.Deleted, QuoteState.Exact), (discussion.Post("DC_1").Kind, discussion.Post("DC_1").Author.State, discussion.Post("DC_1").Quotes[0].State));
        Assert.Equal("DC_1", discussion.Post("DC_2").ParentId);
        Assert.Equal((ParentFrom.Stated, "o/r#7"), (issue.Post("901").ParentFrom, issue.Post("901").ParentId));
        Assert.Equal(("+1", 2), (issue.Posts[0].Reactions[0].Name, issue.Posts[0].Reactions[0].Count));
    }

    [Fact]
    public void Stack_Exchange_has_three_levels_and_escaped_names()
    {
        var thread = Samples.Read(Samples.StackExchange);

        Assert.Equal("Why can't I?", thread.Title);
        Assert.Equal([("9", null), ("22", "9"), ("comment-22", "22")], thread.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal(("A & B", AuthorState.Deleted, "Because …"), (thread.Posts[0].Author.Name, thread.Posts[1].Author.State, thread.Posts[1].Body));
    }

    [Theory]
    [InlineData("\"answer_id\":22,", "Why? | Because … < Why? | Thanks < Why?")]
    [InlineData("\"comment_id\":22,", "Why? | Because … < Why? | Thanks < Because …")]
    [InlineData("\"question_id\":9,\"title\":\"Why can&#39;t I?\",", "Why? | Because … < Why? | Thanks < Because …")]
    public void A_post_of_Stack_Exchange_that_lost_its_key_keeps_its_words_and_its_place(string lost, string posts)
    {
        var thread = Samples.Read(Samples.StackExchange.Replace("\"score\":2,", "\"score\":2,\"is_answered\":true,", StringComparison.Ordinal).Replace(lost, "", StringComparison.Ordinal));
        var words = thread.Posts.ToDictionary(post => post.Id, post => post.Body);

        Assert.Equal(posts, string.Join(" | ", thread.Posts.Select(post => post.ParentId is { } parent && words.TryGetValue(parent, out var answered) ? $"{post.Body} < {answered}" : post.Body)));
        Assert.Equal(1, thread.Report.DamageCount);
        Assert.Equal([PostKind.Opening, PostKind.Answer, PostKind.Reply], thread.Posts.Select(post => post.Kind));
    }

    [Fact]
    public void Lemmy_paths_are_parents_and_deleted_comments_stubs()
    {
        var thread = Samples.Read(Samples.Lemmy);

        Assert.Equal((PostState.DeletedByAuthor, "", ParentFrom.Missing), (thread.Post("24").State, thread.Post("24").Body, thread.Post("24").ParentFrom));
        Assert.Equal(("24", "Two *b*", "Maps"), (thread.Post("27").ParentId, thread.Post("27").Body, thread.Title));
    }

    [Theory]
    [InlineData(nameof(Samples.Lemmy), "/api/v3/post?id=5 of the same server", 1)]
    [InlineData("""{"items":[{"answer_id":22,"question_id":9,"owner":{"display_name":"A"},"body":"<p>Because</p>","link":"https://stackoverflow.com/a/22"},{"answer_id":23,"question_id":9,"owner":{"display_name":"B"},"body":"<p>No</p>"}]}""", "https://api.stackexchange.com/2.3/questions/9?site=stackoverflow.com&filter=withbody", 2)]
    [InlineData("""{"hits":[{"objectID":"11","story_id":10,"parent_id":10,"author":"bo","points":1,"comment_text":"No."}]}""", "https://hacker-news.firebaseio.com/v0/item/10.json", 1)]
    [InlineData("""{"ancestors":[],"descendants":[{"id":"103","in_reply_to_id":"102","content":"<p>No</p>","account":{"id":"2","acct":"bo"}}]}""", "/api/v1/statuses/102 of the same server", 1)]
    [InlineData("""[{"id":901,"body":"No.","user":{"login":"bo"},"author_association":"NONE","issue_url":"https://api.github.com/repos/o/r/issues/7","html_url":"https://github.com/o/r/issues/7#issuecomment-901"}]""", "https://api.github.com/repos/o/r/issues/7", 1)]
    [InlineData("""{"id":"c1","link_id":"t3_a1","parent_id":"t3_a1","author":"bo","body":"No."}""", "https://www.reddit.com/comments/a1.json", 1)]
    public void Answers_without_what_they_answer_say_calmly_what_to_add(string json, string at, int answers)
    {
        var report = Samples.Read(json == nameof(Samples.Lemmy) ? Samples.Lemmy : json).Report;

        Assert.Equal((1, 1, answers, answers), (report.MissingParents, report.MissingOpenings, report.Orphans, report.AnswersToMissingOpenings));
        Assert.Equal(
            [$"The post that the thread is about is not in the files; {(answers == 1 ? "1 post that answers" : $"{answers} posts that answer")} it kept at the top.", $"What is missing may still be had, and added as another file: {at}."],
            report.Sentences().Where(line => line.Contains("not in the files", StringComparison.Ordinal) || line.Contains("may still be had", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reviews_of_a_pull_request_hold_what_was_said_of_the_code_and_replies_answer_it()
    {
        const string Pull = """{"number":7,"title":"Mend it","body":"So.","user":{"login":"ada","id":1},"author_association":"OWNER","html_url":"https://github.com/o/r/pull/7","comments":0,"review_comments":3,"created_at":"2024-01-01T00:00:00Z"}""";
        const string Reviews = """[{"id":80,"user":{"login":"bo","id":2},"body":"Not yet.","state":"CHANGES_REQUESTED","author_association":"NONE","html_url":"https://github.com/o/r/pull/7#pullrequestreview-80","submitted_at":"2024-01-01T01:00:00Z"},{"id":81,"user":{"login":"cy","id":3},"body":"","state":"APPROVED","author_association":"NONE","html_url":"https://github.com/o/r/pull/7#pullrequestreview-81","submitted_at":"2024-01-01T02:00:00Z"}]""";
        const string Comments = """[{"id":902,"pull_request_review_id":82,"in_reply_to_id":901,"path":"a.cs","line":3,"body":"Why?","user":{"login":"ada","id":1},"author_association":"OWNER","html_url":"https://github.com/o/r/pull/7#discussion_r902","created_at":"2024-01-01T03:00:00Z"},{"id":901,"pull_request_review_id":80,"path":"a.cs","line":3,"body":"This fails.","user":{"login":"bo","id":2},"author_association":"NONE","html_url":"https://github.com/o/r/pull/7#discussion_r901","created_at":"2024-01-01T01:00:00Z"},{"id":903,"pull_request_review_id":81,"path":"b.cs","line":null,"original_line":9,"body":"Fine.","user":{"login":"cy","id":3},"author_association":"NONE","html_url":"https://github.com/o/r/pull/7#discussion_r903","created_at":"2024-01-01T02:00:00Z"}]""";

        var (thread, otherOrder) = (Samples.Read(Pull, Reviews, Comments), Samples.Read(Comments, Reviews, Pull));

        Assert.Equal([("o/r#7", null, "Mend it"), ("review-80", "o/r#7", null), ("901", "review-80", "a.cs, line 3"), ("902", "901", "a.cs, line 3"), ("903", "o/r#7", "b.cs, line 9")], thread.Posts.Select(post => (post.Id, post.ParentId, post.Title)));
        Assert.Equal(thread.Posts.Select(post => (post.Id, post.ParentId)), otherOrder.Posts.Select(post => (post.Id, post.ParentId)));
        Assert.Equal((0, 1, 4), (thread.Report.MissingParents, thread.Report.LeftOut["reviews without words of their own, such as approvals"], thread.Report.StatedCount));
        Assert.Contains("5 posts, where the forum counts 4.", thread.Report.Sentences());
    }

    [Fact]
    public void The_same_damage_in_many_places_is_one_sentence_that_names_the_first_places()
    {
        Damage At(string file, int line) => new(file, $"line {line}", "It breaks off.");
        var report = new ThreadReport { Files = [], Damages = [.. Enumerable.Range(1, 12).Select(line => At("a.json", line)), At("b.json", 1), At("b.json", 2), new("b.json", "line 9", "It is too long.")], DamageCount = 15 };

        Assert.Equal(
            ["Damaged: a.json, line 1; line 2; line 3 and 9 more places: It breaks off.", "Damaged: b.json, line 1; line 2: It breaks off.", "Damaged: b.json, line 9: It is too long."],
            report.Sentences().Where(line => line.StartsWith("Damaged", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_Mastodon_context_lacks_its_status_until_that_is_given_too()
    {
        const string Status = """{"id":"102","in_reply_to_id":"100","created_at":"2024-01-01T01:00:00Z","content":"<p>Yes</p>","url":"https://social.example.org/@cy/102","account":{"id":"3","acct":"cy"}}""";
        var (alone, whole) = (Samples.Read(Samples.Mastodon), Samples.Read(Samples.Mastodon, Status));

        Assert.Equal((1, ParentFrom.Missing), (alone.Report.MissingParents, alone.Post("103").ParentFrom));
        Assert.Equal([null, "100", "102"], whole.Posts.Select(post => post.ParentId));
        Assert.Equal(("@ada no", "bo@other.example.org"), (whole.Post("103").Body, whole.Post("103").Author.Name));
    }

    [Fact]
    public void Pasted_comments_keep_author_score_time_and_indentation()
    {
        var thread = Samples.Read(Samples.OldReddit);

        Assert.Equal(["ada", "bo", "cy"], thread.Posts.Select(post => post.Author.Name));
        Assert.Equal(["3 hours ago", "2 hours ago", "2y"], thread.Posts.Select(post => post.CreatedAtAsWritten));
        Assert.Equal([12, 3, 14], thread.Posts.Select(post => post.Score));
        Assert.Equal([null, thread.Posts[0].Id, null], thread.Posts.Select(post => post.ParentId));
        Assert.Equal((QuoteState.Exact, thread.Posts[0].Id), (thread.Posts[1].Quotes[0].State, thread.Posts[1].Quotes[0].PostId));
    }

    [Fact]
    public void An_address_in_place_of_a_name_is_dropped_and_counted()
    {
        var thread = Samples.Read("""{"id":1,"type":"comment","by":"ada@example.org","time":1700000001,"text":"x"}""");

        Assert.Equal(("ada", 1), (thread.Posts[0].Author.Name, thread.Report.AddressesDropped));
    }

    [Theory]
    [InlineData("<p>a <b>bold</b> and <i>fine</i> <code>x*y</code></p>", "a **bold** and *fine* `x*y`")]
    [InlineData("<ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>", "- one\n  - in\n- two")]
    [InlineData("<ol start=3><li>c</li><li>d</li></ol>", "3. c\n4. d")]
    [InlineData("<blockquote><p>q</p><p>r</p></blockquote><p>s", "> q\n>\n> r\n\ns")]
    [InlineData("<pre><code class=lang-cs>a\n  b</code></pre>", "```cs\na\n  b\n```")]
    [InlineData("<table><tr><th>a<th>b<tr><td>1|<td>2</table>", "| a | b |\n| --- | --- |\n| 1\\| | 2 |")]
    [InlineData("<a href='/t/1'>there</a> <a href='javascript:x'>no</a>", "[there](https://example.org/t/1) no")]
    [InlineData("<img src=/p.png alt='a picture'>", "[a picture](https://example.org/p.png)")]
    [InlineData("see<sup><a href='#fn1'>[1]</a></sup>", "see[^1]")]
    [InlineData("<span class=spoiler>it dies</span>", ">!it dies!<")]
    [InlineData("1 * 2 *3* &lt;b&gt; $a_1*b_2*$ #x", "1 * 2 \\*3\\* \\<b> $a_1*b_2*$ #x")]
    [InlineData("<p># not a heading<br>- nor a list", "\\# not a heading  \n\\- nor a list")]
    public void Html_becomes_Markdown(string html, string markdown)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new { id = 1, post_number = 2, topic_id = 1, username = "a", cooked = html });
        var input = new ThreadInput("file", System.Text.Encoding.UTF8.GetBytes(json), "https://example.org/t/1");

        Assert.Equal(markdown, ThreadReading.Read([input]).Posts[0].Body);
    }
}
