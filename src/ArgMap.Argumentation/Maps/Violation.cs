namespace ArgMap.Argumentation.Maps;

/// <summary>One way in which a map breaks an invariant.</summary>
/// <param name="Rule">The invariant.</param>
/// <param name="Number">Number of the relation at fault; for <see cref="Invariant.RootExists"/> the number the root names.</param>
/// <param name="Message">What is wrong and what to do, in plain words for the person who made the change.</param>
public sealed record Violation(Invariant Rule, int Number, string Message);
