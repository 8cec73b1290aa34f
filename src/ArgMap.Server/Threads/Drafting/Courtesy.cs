using System.Text.RegularExpressions;

namespace ArgMap.Server.Threads.Drafting;

/// <summary>
/// Words that only answer somebody, such as "Good point." or "I agree, thanks!": every word of them is one that says nothing by itself. A node of them would stand for nothing, so they are
/// not in the first pass, and nothing hangs from them.
/// </summary>
internal static partial class Courtesy
{
    private const int MostCharacters = 160;

    private const string Words =
        "a|absolutely|again|agree|agreed|ah|all|also|always|am|amazing|an|and|answer|answers|any|anyway|appreciate|appreciated|are|argument|as|at|awesome|bad|be|been|best|but|by|can|cheers|clarification|clarifying|"
        + "comment|comments|completely|cool|correct|could|course|d|definitely|did|didn|disagree|discussion|do|does|doesn|don|down|edit|enough|entirely|even|exactly|excellent|explaining|explanation|fair|fairly|false|far|for|fully|"
        + "good|got|great|h+m+|haha|hahaha|he|helpful|her|here|him|his|how|huh|i|idea|in|indeed|interesting|is|isn|it|its|just|know|like|link|ll|lmao|lol|m|make|makes|me|more|most|much|my|neat|nice|no|nope|not|now|of|oh|ok|okay|on|one|only|or|our|"
        + "please|plus|point|points|post|precisely|pretty|question|questions|quite|rather|re|read|reading|really|reply|response|right|s|said|same|say|saying|says|see|sense|share|sharing|she|so|some|sorry|still|such|sure|"
        + "t|thank|thanks|that|the|their|them|then|there|these|they|thing|this|those|thought|thoughts|thread|thx|to|too|totally|true|truly|ty|uh|um|up|upvoted|us|useful|ve|very|was|wasn|we|welcome|well|were|what|when|where|which|who|why|will|with|wow|"
        + "would|write|writing|wrong|wrote|yeah|yep|yes|you|your|1";

    private const string All = $@"^\W*(({Words})\W+)*({Words})\W*$";

    /// <summary>SQL that is true of suggestions which are more than a courtesy.</summary>
    /// <param name="suggestion">The alias of the table.</param>
    internal static string IsNone(string suggestion) => $"((length({suggestion}.payload #>> '{{passages,0,text}}') <= {MostCharacters} and ({suggestion}.payload #>> '{{passages,0,text}}') ~* '{All}') is not true)";

    /// <summary>Whether words are one.</summary>
    internal static bool Is(string words) => words.Length <= MostCharacters && OnlySuch().IsMatch(words);

    [GeneratedRegex(All, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OnlySuch();
}
