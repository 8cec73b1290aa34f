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
}
