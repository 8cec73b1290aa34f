using System.Diagnostics;
using ArgMap.Server.Text;

namespace ArgMap.Server.Tests.Text;

/// <summary>Every hostile input is rendered as if it had got past every check, and must still be harmless.</summary>
public sealed class HostileMarkdownTests
{
    // Minutes if the work grew with the square of the text; a fraction of this otherwise, on the slowest machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [MemberData(nameof(HostileInputs.Scripts), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.EventHandlers), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.ScriptLinks), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.DataLinks), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.ForeignHosts), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.BrokenNesting), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.RightToLeft), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.ZeroWidth), MemberType = typeof(HostileInputs))]
    public void Hostile_text_becomes_harmless_text(string input)
    {
        var main = Harmless.Assert(Markdown.ToHtml(input, "/m/map"));

        Assert.NotEqual("", main.TextContent.Trim());
    }

    [Theory]
    [MemberData(nameof(HostileInputs.ScriptLinks), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.DataLinks), MemberType = typeof(HostileInputs))]
    public void No_link_is_left_where_the_address_is_not_allowed(string input)
    {
        var main = Harmless.Assert(Markdown.ToHtml(input));

        Assert.All(main.QuerySelectorAll("a"), link => Assert.StartsWith("https://example.org/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HostileInputs.ForeignHosts), MemberType = typeof(HostileInputs))]
    public void No_link_leads_to_a_host_that_it_does_not_name_plainly(string input) =>
        Assert.Empty(Harmless.Assert(Markdown.ToHtml(input)).QuerySelectorAll("a"));

    [Theory]
    [MemberData(nameof(HostileInputs.HugeNesting), MemberType = typeof(HostileInputs))]
    [MemberData(nameof(HostileInputs.Megabytes), MemberType = typeof(HostileInputs))]
    public void Huge_text_is_rendered_in_bounded_time_and_depth(string name, string input)
    {
        Assert.NotEmpty(name);
        var watch = Stopwatch.StartNew();

        var html = Markdown.ToHtml(input, "/m/map");

        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
        Harmless.Assert(html);
    }

    [Theory]
    [MemberData(nameof(HostileInputs.HugeNesting), MemberType = typeof(HostileInputs))]
    public void The_longest_text_that_is_formatted_takes_bounded_time_whatever_it_repeats(string name, string input)
    {
        Assert.NotEmpty(name);
        var piece = input[..Math.Min(7, input.Length)];
        var watch = Stopwatch.StartNew();

        var html = Markdown.ToHtml(string.Concat(Enumerable.Repeat(piece, Markdown.MaxLength / piece.Length)), "/m/map");

        Assert.True(watch.Elapsed < Patience, $"It took {watch.Elapsed}.");
        Harmless.Assert(html);
    }

    [Theory]
    [MemberData(nameof(HostileInputs.Megabytes), MemberType = typeof(HostileInputs))]
    public void A_megabyte_is_refused_with_its_length_and_the_limit(string name, string input)
    {
        Assert.NotEmpty(name);

        var (value, problem) = UserText.Check(input, 20_000, true, "The detail");

        Assert.Null(value);
        Assert.StartsWith("The detail is 1,04", problem, StringComparison.Ordinal);
        Assert.Contains("at most 20,000 fit", problem, StringComparison.Ordinal);
    }
}
