using System.Text.RegularExpressions;

namespace ArgMap.Server.Tests.Shell;

public sealed partial class DesignLanguageTests
{
    [Theory]
    [InlineData("parts.css")]
    [InlineData("forms.css")]
    [InlineData("reading.css")]
    public void Every_class_is_shown_in_the_design_language(string stylesheet)
    {
        var documentation = Stylesheets.Documentation();
        // Made by the marks, one for each role and standing; the document shows the pattern.
        var classes = ClassName().Matches(Comment().Replace(Stylesheets.Read(stylesheet), "")).Select(match => match.Value[1..]).Distinct()
            .Where(name => !name.StartsWith("role-", StringComparison.Ordinal) && !name.StartsWith("standing-", StringComparison.Ordinal) && !name.StartsWith("kind-", StringComparison.Ordinal));

        Assert.All(classes, name => Assert.Matches($@"(?<![\w-]){Regex.Escape(name)}(?![\w-])", documentation));
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("parts.css")]
    [InlineData("forms.css")]
    [InlineData("reading.css")]
    public void Colours_come_from_the_tokens(string stylesheet) => Assert.DoesNotMatch(HexColour(), Stylesheets.Read(stylesheet));

    [GeneratedRegex(@"/\*[\s\S]*?\*/", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.[a-z][a-z-]*(?=[\s,:.>{)\[+])", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();

    [GeneratedRegex(@":[^;{]*#[0-9a-fA-F]{3,8}\b", RegexOptions.CultureInvariant)]
    private static partial Regex HexColour();
}
