using ArgMap.Argumentation.Citations;
using FsCheck;
using FsCheck.Fluent;

namespace ArgMap.Argumentation.Tests.Citations;

public sealed class CitableTextTests
{
    private const string Text = "Deception is likely. Suppose the model **jointly** optimises both; [this is](https://example.org/x) suboptimal — we’d expect “crystallisation”… And so on.";

    [Theory]
    [InlineData("the model jointly optimises", "the model **jointly** optimises")]
    [InlineData("BOTH; this is\nsuboptimal", "both; [this is](https://example.org/x) suboptimal")]
    [InlineData("suboptimal -- we'd expect \"crystallisation\"...", "suboptimal — we’d expect “crystallisation”…")]
    public void Words_are_found_however_they_were_copied(string words, string passage)
    {
        var cited = new CitableText(Text).Cite(words);

        Assert.Equal((CitingResult.Found, passage), (cited.Result, cited.Selector?.Exact));
        Assert.Equal((passage, passage.Length), (Text.Substring(cited.Selector!.Start!.Value, cited.Length), cited.Length));
    }

    [Theory]
    [InlineData("He said [sic] so.", "[sic]", "[sic]")]
    [InlineData("He said [sic] so.", "sic", "sic")]
    [InlineData("<b>So</b>\n<i>it is</i>", "<b>so</b>", "<b>So</b>")]
    [InlineData("It is **so**.", "**so**", "**so**")]
    public void Marks_at_the_ends_belong_to_the_words_when_they_are_quoted_with_them(string text, string words, string passage)
    {
        var cited = new CitableText(text).Cite(words);

        Assert.Equal((CitingResult.Found, passage), (cited.Result, cited.Selector?.Exact));
        Assert.Equal((AnchorState.Exact, passage), new CitableText(text).Find(cited.Selector!) is var anchor ? (anchor.State, anchor.Now) : default);
    }

    [Fact]
    public void Words_in_several_places_are_refused_with_the_count_unless_their_surroundings_decide()
    {
        var text = new CitableText("I agree. But why? I agree, and so? I agree.");

        Assert.Equal(new CitedWords(CitingResult.Ambiguous, null, 0, 3), text.Cite("i agree"));
        Assert.Equal((CitingResult.Found, 18), (text.Cite("I agree", "but why?").Result, text.Cite("I agree", "but why?").Selector?.Start));
        Assert.Equal((CitingResult.Found, 18), (text.Cite("I agree", suffix: ", and").Result, text.Cite("I agree", suffix: ", and").Selector?.Start));
        Assert.Equal(CitingResult.NotThere, text.Cite("I agree", "nonsense").Result);
        Assert.Equal(CitingResult.NotThere, text.Cite("").Result);
    }

    [Fact]
    public void Changed_words_are_uncertain_and_show_what_they_look_like_now()
    {
        var selector = new CitableText("It is so. Deception is unlikely by default in most cases. That is all.").Cite("Deception is unlikely by default in most cases").Selector!;

        var anchor = new CitableText("It is so. And deception is *likely* by default in most cases. That is all.").Find(selector);

        Assert.Equal((AnchorState.Uncertain, "deception is *likely* by default in most cases", 0), (anchor.State, anchor.Now, anchor.Places));
    }

    [Fact]
    public void The_first_of_changed_words_is_not_lost_when_one_was_put_after_it()
    {
        var selector = new CitableText("It is so. Parameters drift only where they matter for the loss.").Cite("Parameters drift only where they matter for the loss").Selector!;

        var anchor = new CitableText("It is so. Parameters would drift mostly where they matter for the loss.").Find(selector);

        Assert.Equal((AnchorState.Uncertain, "Parameters would drift mostly where they matter for the loss"), (anchor.State, anchor.Now));
    }

    [Fact]
    public void Rewritten_words_between_the_same_surroundings_are_uncertain()
    {
        var selector = new CitableText("The deadline they gave us is two weeks from today at the latest.").Cite("two weeks").Selector!;

        var anchor = new CitableText("The deadline they gave us is a month from today at the latest.").Find(selector);

        Assert.Equal((AnchorState.Uncertain, "a month"), (anchor.State, anchor.Now));
    }

    [Fact]
    public void The_same_words_in_other_surroundings_are_not_taken_for_the_quoted_ones()
    {
        var selector = new CitableText("Ada thinks that deception is likely, because of training.").Cite("deception is likely").Selector!;

        var anchor = new CitableText("An entirely new text. Nobody believes deception is likely any more these days, not even Bo.").Find(selector);

        Assert.Equal((AnchorState.Uncertain, 1), (anchor.State, anchor.Places));
    }

    [Fact]
    public void Words_that_are_gone_are_orphaned() =>
        Assert.Equal(new Anchor(AnchorState.Orphaned, null, 0, null, 0), new CitableText("Something else altogether.").Find(new CitableText(Text).Cite("Deception is likely").Selector!));

    [Fact]
    public void Of_look_alikes_the_one_in_the_same_surroundings_is_taken()
    {
        var before = new CitableText("One: I agree with that. Two: I agree with this.");
        var selector = before.Cite("I agree with", suffix: "this").Selector!;

        var anchor = new CitableText("Zero: I agree with it. One: I agree with that. Two: I agree with this.").Find(selector);

        Assert.Equal((AnchorState.Moved, 52, 3), (anchor.State, anchor.Start, anchor.Places));
    }

    [Fact]
    public void A_passage_stays_exact_while_only_what_is_around_it_changes_its_form() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Passages.ToArbitrary(), sample =>
        {
            var (words, start, count) = sample;
            var text = string.Join(' ', words);
            var at = words.Take(start).Sum(word => word.Length + 1);
            var length = words.Skip(start).Take(count).Sum(word => word.Length + 1) - 1;
            var selector = new CitableText(text).Select(at, length);
            Assert.Equal((AnchorState.Exact, at), (new CitableText(text).Find(selector).State, new CitableText(text).Find(selector).Start));
            Assert.Equal(AnchorState.Exact, new CitableText(text.ToUpperInvariant()).Find(selector).State);
        }));

    [Fact]
    public void Words_put_before_move_a_passage_and_never_change_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Passages.ToArbitrary(), sample =>
        {
            var (words, start, count) = sample;
            var at = words.Take(start).Sum(word => word.Length + 1);
            var length = words.Skip(start).Take(count).Sum(word => word.Length + 1) - 1;
            var text = string.Join(' ', words);
            var anchor = new CitableText("Something new. " + text).Find(new CitableText(text).Select(at, length));
            Assert.Equal((at + 15, text.Substring(at, length)), (anchor.Start, anchor.Now));
            Assert.Equal(AnchorState.Moved, anchor.State);
        }));

    [Fact]
    public void Found_words_are_the_quoted_ones_whatever_became_of_the_text() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Passages.SelectMany(sample => Passages.Select(other => (sample, other))).ToArbitrary(), pair =>
        {
            var ((words, start, count), (others, cut, _)) = pair;
            var at = words.Take(start).Sum(word => word.Length + 1);
            var length = words.Skip(start).Take(count).Sum(word => word.Length + 1) - 1;
            var text = string.Join(' ', words);
            var selector = new CitableText(text).Select(at, length);
            var changed = string.Join(' ', words.Take(cut).Concat(others.Skip(cut)));
            var anchor = new CitableText(changed).Find(selector);
            if (anchor.State is AnchorState.Exact or AnchorState.Moved)
            {
                Assert.Equal(selector.Exact, anchor.Now);
            }

            Assert.Equal(anchor.State == AnchorState.Orphaned, anchor.Now is null);
            Assert.Equal(Naive(changed, selector.Exact), anchor.Places);
        }));

    private static int Naive(string text, string words) =>
        Enumerable.Range(0, Math.Max(0, text.Length - words.Length + 1)).Count(at => string.CompareOrdinal(text, at, words, 0, words.Length) == 0);

    /// <summary>Few different words, so that look-alikes are everywhere.</summary>
    private static Gen<(string[] Words, int Start, int Count)> Passages =>
        from count in Gen.Choose(8, 60)
        from words in Gen.Elements("map", "claim", "why", "model", "so", "training", "it", "objects").ArrayOf(count)
        from start in Gen.Choose(0, count - 2)
        from length in Gen.Choose(1, count - start - 1)
        select (words, start, length);
}
