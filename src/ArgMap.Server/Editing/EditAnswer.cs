using ArgMap.Server.Shell;

namespace ArgMap.Server.Editing;

/// <summary>What the script hears after it has reported something.</summary>
/// <param name="Done">Whether it was done. When it was not, everything is as it was.</param>
/// <param name="Words">What to say to somebody who does not see the picture.</param>
/// <param name="Revision">The map's revision after it, when it was done.</param>
/// <param name="Choose">Number of the node or step to be at then; null to stay.</param>
/// <param name="Code">Why it was not done, by the refusal's name.</param>
public sealed record EditAnswer(bool Done, string Words, int? Revision = null, int? Choose = null, string? Code = null)
{
    /// <summary>It was not done.</summary>
    public static EditAnswer Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(false, refusal.Detail, Code: refusal.Code);
    }
}
