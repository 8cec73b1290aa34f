using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Tells questions that ask from statements that end in a question mark.</summary>
internal static partial class Questions
{
    /// <summary>The words have the form of a question; a statement with a question mark has not.</summary>
    internal static bool IsAsked(string plain) => Asks().IsMatch(plain);

    /// <summary>"Why would …" is mostly an argument in the form of a question; "Is …", "Which …" mostly ask.</summary>
    internal static double Rank(Sentence sentence) => Rhetorical().IsMatch(sentence.Plain) ? 0.5 : 0.6;

    [GeneratedRegex(@"^(and|but|so|or|also|then|well|okay|ok|now|if [^,]{1,120},)?,?\s*(what|which|who|whom|whose|where|when|why|how|is|are|was|were|am|do|does|did|can|could|would|will|should|shall|has|have|had|may|might|must|isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t|couldn['’]t|wouldn['’]t|won['’]t|shouldn['’]t|in what|to what|at what|for what|by what)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(and |but |so |or )*(why|how) (would|should|do|does|can|could|not)\b|n['’]t\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rhetorical();
}
