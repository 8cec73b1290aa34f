namespace ArgMap.Server.Relations;

/// <summary>The state of a step in words, for the two texts of a conflict.</summary>
internal static class StepState
{
    public static string InWords(RelationState relation) =>
        $"{relation.Kind} from {string.Join(", ", relation.Premises.Select(premise => $"#{premise}"))} to #{relation.Target.Number}";
}
