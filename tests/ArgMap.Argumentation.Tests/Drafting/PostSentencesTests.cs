using ArgMap.Argumentation.Drafting;

namespace ArgMap.Argumentation.Tests.Drafting;

public sealed class PostSentencesTests
{
    [Fact]
    public void Each_sentence_is_told_by_its_place_without_what_is_quoted_and_tables()
    {
        const string Body = "> Cars need the street.\n\nThey do not. Shops need *people*!\n\n- who walk\n\n| Street | Shops |\n| --- | --- |\n| Main | 4 |";

        Assert.Equal(["They do not.", "Shops need *people*!", "who walk"], PostSentences.Of(Body).Select(sentence => Body.Substring(sentence.Start, sentence.Length)));
    }

    [Fact]
    public void A_sentence_goes_on_in_the_next_line_where_the_text_was_wrapped_to_a_width()
    {
        const string Body = "People read maps more readily than threads, because a map shows at once\nwhat has been said. That costs the tone of the debate, and it is not clear\nto me that it is worth it.\n\nTwo reasons:\nThey are read\nThey last\n\n- somebody who keeps it, and does so for longer than one would like to do\n  so\n- a thread";

        Assert.Equal(
            ["People read maps more readily than threads, because a map shows at once\nwhat has been said.", "That costs the tone of the debate, and it is not clear\nto me that it is worth it.", "Two reasons:", "They are read", "They last", "somebody who keeps it, and does so for longer than one would like to do\n  so", "a thread"],
            PostSentences.Of(Body).Select(sentence => Body.Substring(sentence.Start, sentence.Length)));
    }
}
