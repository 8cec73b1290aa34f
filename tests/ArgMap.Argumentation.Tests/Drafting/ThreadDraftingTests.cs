using System.Text;
using ArgMap.Argumentation.Drafting;
using ArgMap.Argumentation.Tests.Threads;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Tests.Drafting;

public sealed class ThreadDraftingTests
{
    private const string Debate = """
        {"id":"a","name":"t3_a","subreddit":"x","title":"CMV: maps help people decide","selftext":"I think maps help people decide. For example, my school uses them. Maps require three things:\n\n- people who read them\n- people who write them\n- a server","author":"ada","created_utc":1700000000}
        {"id":"b","name":"t1_b","link_id":"t3_a","parent_id":"t3_a","body":"> maps help people decide\n\nBut they do not decide anything. I'd say there is a 20 % chance that anybody reads one. Do you have a source?","body_html":"<p>","author":"bo","created_utc":1700000010}
        {"id":"c","name":"t1_c","link_id":"t3_a","parent_id":"t1_b","body":"See here: https://example.org/study","body_html":"<p>","author":"ada","created_utc":1700000020}
        {"id":"d","name":"t1_d","link_id":"t3_a","parent_id":"t1_b","body":"You're right, I agree that nobody reads them.","body_html":"<p>","author":"cy","created_utc":1700000030}
        {"id":"e","name":"t1_e","link_id":"t3_a","parent_id":"t1_b","body":"[removed]","body_html":"<p>","author":"[deleted]","created_utc":1700000040}
        """;

    [Fact]
    public void Quoted_words_are_a_claim_and_the_answer_to_them_objects_to_it()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Debate));

        var objection = One(draft, "But they do not decide anything.");
        Assert.Equal((SuggestionKind.Objection, "t3_a", "maps help people decide"), (objection.Kind, objection.Target?.Passage?.Post, objection.Target?.Passage?.Text));
        var claim = draft.Suggestions.Single(suggestion => suggestion.Number == objection.Target!.Suggestion);
        Assert.Equal((SuggestionKind.Claim, "t3_a"), (claim.Kind, claim.Passages[0].Post));
    }

    [Theory]
    [InlineData(true, "Nobody keeps a map for longer than a year, as far as anybody has counted them in that town.")]
    [InlineData(false, null)]
    public void Of_a_long_quote_what_the_answer_takes_up_is_a_claim_and_nothing_of_a_mail_that_was_only_left_below(bool isAnswered, string? claim)
    {
        string[] lines =
        [
            "Dear all,", "I have read the minutes with care, and I thank whoever wrote them for the work that went into each of the tables.",
            "Nobody keeps a map for longer than a year, as far as anybody has counted them in that town.",
            "The next meeting will take place in the library, as the room that we have had is too cold for most of those who come.", "Best wishes to you and to all who help with the chairs.",
        ];
        var quote = string.Join('\n', lines.Select(line => $"> {line}"));
        const string Answer = "I keep one since two thousand and twelve, so somebody counted wrongly in that town.";
        var thread = Mails(string.Join("\n\n", lines), isAnswered ? $"{quote}\n\n{Answer}" : $"{Answer}\n\n{quote}");

        var draft = ThreadDrafting.Draft(thread);

        Assert.Equal(claim, draft.Suggestions.SingleOrDefault(suggestion => suggestion.Cue == "quote")?.Passages[0].Text);
        Assert.Equal(lines[2], draft.Suggestions.Single(suggestion => suggestion.Number == One(draft, Answer).Target!.Suggestion).Passages[0].Text);
    }

    [Theory]
    [InlineData("> Hi Bo,\n>\n> Nobody keeps a map for longer than a year.\n> They are thrown away.\n>\n> Best regards\n> Ada\n\nI keep one since two thousand and twelve.", "Nobody keeps a map for longer than a year.\nThey are thrown away.")]
    [InlineData("> Nobody keeps a map for longer than a year.\n> They are thrown away.\n>\n> Best regards\n> Ada\n>\n> Cy wrote:\n>> Who keeps maps?\n\nI keep one since two thousand and twelve.", "Nobody keeps a map for longer than a year.\nThey are thrown away.")]
    [InlineData("I keep one since two thousand and twelve.\n\n> Hi Bo,\n>\n> Nobody keeps a map for longer than a year.\n> They are thrown away.\n>\n> Best regards\n> Ada", null)]
    [InlineData("I keep one since two thousand and twelve.\n\n> They are thrown away.", "They are thrown away.")]
    [InlineData("> Dear Bo,\n>\n> There are words that no mail in this thread has.\n>\n> Best regards\n> Ada\n\nI keep one since two thousand and twelve.", "There are words that no mail in this thread has.")]
    public void Of_a_quoted_mail_greeting_and_name_are_no_claim(string answer, string? claim)
    {
        var draft = ThreadDrafting.Draft(Mails("Hi Bo,\n\nNobody keeps a map for longer than a year.\nThey are thrown away.\n\nBest regards\nAda\n\nCy wrote:\n> Who keeps maps?", answer, "Is there tea?\n\nBest regards\nCy"));

        var quoted = draft.Suggestions.SingleOrDefault(suggestion => suggestion.Cue == "quote");
        Assert.Equal((claim, claim is null ? null : 0), (quoted?.Passages[0].Text, quoted?.Again.Count));
        Assert.DoesNotContain(draft.Suggestions, suggestion => suggestion.Passages[0].Text.Contains("regards", StringComparison.Ordinal));
    }

    [Fact]
    public void What_four_posts_end_with_is_no_suggestion()
    {
        const string Footer = "This mail is meant only for those to whom it was sent.\nSee https://example.org/terms for what you must not do.";
        var draft = ThreadDrafting.Draft(Mails(
            $"Nobody keeps a map for longer than a year.\n\n{Footer}", $"I keep one since two thousand and twelve.\n\n{Footer}\n\n> This mail is meant only for those to whom it was sent.\n\nThat should be so.",
            $"Maps should be kept.\n\n{Footer}", $"You should keep more of them.\n\n{Footer}"));

        Assert.Equal(["I keep one since two thousand and twelve.", "Maps should be kept.", "Nobody keeps a map for longer than a year.", "You should keep more of them."], draft.Suggestions.Select(suggestion => suggestion.Passages[0].Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_list_of_what_something_requires_is_one_step_with_linked_premises()
    {
        var step = Assert.Single(ThreadDrafting.Draft(Samples.Read(Debate)).Suggestions, suggestion => suggestion.Kind == SuggestionKind.Prerequisites);

        Assert.Equal(["people who read them", "people who write them", "a server"], step.Passages.Select(passage => passage.Text));
        Assert.Equal("Maps require three things:", step.Header?.Text);
    }

    [Fact]
    public void A_credence_is_a_view_of_its_writer_and_a_link_after_a_request_answers_it()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Debate));

        var view = Assert.Single(draft.Suggestions, suggestion => suggestion.Kind == SuggestionKind.View);
        Assert.Equal((0.2, 0.2, "20 %"), (view.Credence?.Lowest, view.Credence?.Highest, view.Credence?.Words));
        var request = Assert.Single(draft.Suggestions, suggestion => suggestion.Kind == SuggestionKind.Request);
        var source = Assert.Single(draft.Suggestions, suggestion => suggestion.Kind == SuggestionKind.Source);
        Assert.Equal(("https://example.org/study", request.Number), (source.Address, source.Target?.Suggestion));
    }

    [Fact]
    public void Agreement_is_no_objection_and_posts_without_suggestions_are_named()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Debate));

        Assert.Equal(SuggestionKind.Claim, One(draft, "You're right, I agree that nobody reads them.").Kind);
        Assert.Equal(["t1_e"], draft.PostsWithout);
        Assert.Equal(5, draft.Posts);
    }

    [Fact]
    public void The_comment_on_crystallisation_gives_all_that_is_in_it()
    {
        var draft = ThreadDrafting.Draft(ThreadReading.Read([new ThreadInput("comment", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "crystallisation-comment.txt")))]));

        Assert.All((string[])["Pure deception. If", "Crystallization of deceptive alignment. Information"], words => Assert.Equal((SuggestionKind.Claim, "quote"), (One(draft, words).Kind, One(draft, words).Cue)));
        var step = Assert.Single(draft.Suggestions, suggestion => suggestion.Kind == SuggestionKind.Prerequisites);
        Assert.Equal(["Strong coherence", "Horizons that", "High situational", "Conceptualisation of"], step.Passages.Select(passage => string.Join(' ', passage.Text.Split(' ', '/')[..2])));
        string[] objections = ["This is suboptimal", "Mesa-optimisers that only", "SGD fully intervenes", "I don’t think the answer", "If you’re not claiming", "If when those", "If deception isn’t"];
        Assert.All(objections, words => Assert.Equal((words, SuggestionKind.Objection), (words, One(draft, words).Kind)));
        string[] questions = ["Is joint optimisation", "Why would the crystallisation", "Why would SGD", "Or is it undecided"];
        Assert.All(questions, words => Assert.Equal((words, SuggestionKind.Question), (words, One(draft, words).Kind)));
        Assert.Equal((SuggestionKind.View, true), (One(draft, "So I’m leaning").Kind, One(draft, "So I’m leaning").Credence?.IsTentative));
        Assert.Equal(SuggestionKind.View, One(draft, "My very uninformed").Kind);
        Assert.Equal(SuggestionKind.Request, One(draft, "I plan to just listen").Kind);
        Assert.Equal((SuggestionKind.Source, null), (One(draft, "See this more recent").Kind, One(draft, "See this more recent").Target));
        Assert.Equal((SuggestionKind.Source, One(draft, "I plan to just listen").Number), (One(draft, "See here.").Kind, One(draft, "See here.").Target?.Suggestion));
        // The file holds two drafts of the comment: what stands in both is suggested once.
        Assert.Equal(draft.Suggestions.Count, draft.Suggestions.Select(suggestion => suggestion.Passages[0].Text).Distinct(StringComparer.Ordinal).Count());
        Assert.NotEmpty(One(draft, "SGD fully intervenes").Again);
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_suggestion_quotes_words_that_are_there(string format, string text, int records)
    {
        var thread = Samples.Read(text);

        var draft = ThreadDrafting.Draft(thread);

        Assert.Equal((format, records >= thread.Posts.Count), (thread.Format, true));
        Assert.All(draft.Suggestions.SelectMany(suggestion => suggestion.Passages.Concat(suggestion.Again)), passage =>
            Assert.Equal(passage.Text, thread.Post(passage.Post).Body.Substring(passage.Start, passage.Length)));
        Assert.All(draft.Suggestions, suggestion => Assert.True(suggestion.Target?.Suggestion is null || draft.Suggestions.Any(other => other.Number == suggestion.Target.Suggestion)));
        Assert.Equal(draft.Suggestions.Select(suggestion => suggestion.Rank).OrderDescending(), draft.Suggestions.Select(suggestion => suggestion.Rank));
    }

    [Fact]
    public void Cues_can_be_replaced_and_a_wrong_line_is_named()
    {
        var table = CueTable.Read("# mine\nmaps\t\\bnobody\\b\t5\t0\t0\t-\tspeaks of nobody\n", "mine.tsv");

        var suggestion = One(ThreadDrafting.Draft(Samples.Read(Debate), table), "You're right, I agree that nobody reads them.");

        Assert.Equal(("maps", "It speaks of nobody."), (suggestion.Cue, suggestion.Reason.Split(". ")[0].TrimEnd('.') + "."));
        Assert.Contains("mine.tsv, line 2", Assert.Throws<ThreadFormatException>(() => CueTable.Read("# x\na\tb\n", "mine.tsv")).Message, StringComparison.Ordinal);
        Assert.Contains("line 1", Assert.Throws<ThreadFormatException>(() => CueTable.Read("a\t(\t0\t0\t0\t-\tr\n", "mine.tsv")).Message, StringComparison.Ordinal);
        Assert.NotEmpty(CueTable.Read(CueTable.EnglishText, "english").Cues);
    }

    [Fact]
    public void Numbers_of_several_parts_mark_the_items_of_a_list()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Opening("Maps require two things:\\n\\n1.1. people who read them\\n1.2. people who write them")));

        Assert.Equal(["people who read them", "people who write them"], Assert.Single(draft.Suggestions, suggestion => suggestion.Kind == SuggestionKind.Prerequisites).Passages.Select(passage => passage.Text));
    }

    [Fact]
    public void A_quote_that_was_reworded_leads_to_the_sentence_it_is_nearly_the_same_as()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Opening("It rained all day. Argument maps help whole groups decide hard questions together. I went home.") + Reply("> Argument maps help whole groups to decide hard questions well together!\\n\\nI think that this is wrong.")));

        var objection = One(draft, "I think that this is wrong.");
        Assert.Equal((SuggestionKind.Objection, "t3_a", "Argument maps help whole groups decide hard questions together."), (objection.Kind, objection.Target?.Passage?.Post, objection.Target?.Passage?.Text));
        Assert.Contains("quotes nearly these words", One(draft, "Argument maps help").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_quote_the_whole_reply_tells_which_sentence_it_answers()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Opening("Tell me.") + Reply("I think that the bridge was closed too late. Ferries carry more freight than lorries ever did. I believe that the weather was fine.")
            + """{"id":"c","name":"t1_c","link_id":"t3_a","parent_id":"t1_b","body":"I think that is wrong. Lorries carried the freight of ten ferries.","body_html":"<p>","author":"cy","created_utc":1700000020}"""));

        Assert.Equal("Ferries carry more freight than lorries ever did.", One(draft, "I think that is wrong.").Target?.Passage?.Text);
    }

    [Fact]
    public void A_sentence_that_takes_up_the_title_has_a_place_of_its_own()
    {
        var table = CueTable.Read("titled\t@titled\t5\t0\t0\t-\ttakes up the title\n", "mine.tsv");

        var draft = ThreadDrafting.Draft(Samples.Read(Opening("It rained all day in the north. Ferries are better than every bridge.")), table);

        Assert.Equal("It takes up the title.", One(draft, "Ferries are better").Reason);
        Assert.DoesNotContain(draft.Suggestions, suggestion => suggestion.Cue == "titled" && suggestion.Passages[0].Text.StartsWith("It rained", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_text_of_one_line_is_drafted()
    {
        var text = new StringBuilder();
        for (var number = 0; number < 3_000; number++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"I think that map number {number} is good because people read it. ");
        }

        Assert.Equal(3_000, ThreadDrafting.Draft(Samples.Read(text.ToString())).Sentences);
    }

    private const string Pasted = """
        [-]Ada 8mo 31 points
        I think the street should be closed. Footfall rose by a fifth during the trial.

        [-]Bo 8mo 22 points
        > Footfall rose by a fifth during the trial.

        The counters were moved two weeks before the trial began.

        [-]Ada 8mo 15 points
        > The counters were moved two weeks before the trial began.

        Two of the five were moved, and the others show the same rise.

        [-]Cy 8mo 15 points
        My shop lost a fifth of its takings because of the closed street.
        """;

    [Fact]
    public void Pasted_comments_answer_what_they_quote() =>
        Assert.Equal(
            [(null, ParentFrom.None), (0, ParentFrom.Quote), (1, ParentFrom.Quote), (null, ParentFrom.None)],
            Samples.Read(Pasted) is var thread ? thread.Posts.Select(post => ((int?)thread.Posts.Index().Where(pair => pair.Item.Id == post.ParentId).Select(pair => (int?)pair.Index).SingleOrDefault(), post.ParentFrom)) : []);

    [Fact]
    public void Words_that_are_quoted_answer_what_they_stand_after_so_that_a_debate_is_a_chain()
    {
        var draft = ThreadDrafting.Draft(Samples.Read(Pasted));

        var (first, second, third) = (One(draft, "Footfall rose"), One(draft, "The counters were moved"), One(draft, "Two of the five"));
        Assert.Equal((SuggestionKind.Claim, null), (first.Kind, first.Target?.Suggestion));
        Assert.Equal((SuggestionKind.Objection, first.Number), (second.Kind, second.Target?.Suggestion));
        Assert.Equal((SuggestionKind.Objection, second.Number), (third.Kind, third.Target?.Suggestion));
    }

    [Fact]
    public void In_pasted_text_what_somebody_else_writes_answers_how_the_thread_begins()
    {
        var loss = One(ThreadDrafting.Draft(Samples.Read(Pasted)), "My shop lost");

        Assert.Equal((SuggestionKind.Objection, "I think the street should be closed."), (loss.Kind, loss.Target?.Passage?.Text));
        Assert.StartsWith("Nothing says what it answers.", loss.Target?.Because, StringComparison.Ordinal);
    }

    private static string Opening(string body) =>
        $$"""{"id":"a","name":"t3_a","subreddit":"x","title":"CMV: ferries are better than a bridge","selftext":"{{body}}","author":"ada","created_utc":1700000000}""" + "\n";

    private static string Reply(string body) =>
        $$"""{"id":"b","name":"t1_b","link_id":"t3_a","parent_id":"t3_a","body":"{{body}}","body_html":"<p>","author":"bo","created_utc":1700000010}""" + "\n";

    private static Suggestion One(ThreadDraft draft, string words) =>
        Assert.Single(draft.Suggestions, suggestion => suggestion.Passages[0].Text.StartsWith(words, StringComparison.Ordinal));

    private static ForumThread Mails(params string[] bodies) => Samples.Read(string.Join("\n\n", bodies.Select((body, index) =>
        $"From m{index} Mon Mar  4 21:2{index}:00 2019\nFrom: {(char)('A' + index)} <{index}@example.org>\nMessage-ID: <m{index}@x>\n{(index > 0 ? "In-Reply-To: <m0@x>\n" : "")}Subject: Maps\nDate: Mon, 4 Mar 2019 21:2{index}:00 +0000\n\n{body}")) + "\n");
}
