using ArgMap.Server.Shell;

namespace ArgMap.Server.Relations;

/// <summary>Numbers of nodes as people write them into one field: <c>#12, #14</c> or <c>12 14</c>.</summary>
internal static class NodeNumbers
{
    /// <summary>Reads the numbers, in their order; none when the field is empty.</summary>
    /// <param name="field">The input's name.</param>
    /// <param name="typed">What was typed.</param>
    public static Outcome<IReadOnlyList<int>> Read(string field, string? typed)
    {
        var numbers = new List<int>();
        foreach (var word in (typed ?? "").Split([',', ';', ' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (TypedNumber.Of(word) is not { } number)
            {
                return Refusal.Invalid(field, $"“{(word.Length <= 20 ? word : word[..20] + "…")}” is not the number of a node. Write numbers such as #12, #14.");
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
