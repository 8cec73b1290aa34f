namespace ArgMap.Argumentation.Maps;

/// <summary>What a node states: a proposition, or a question. What it is <em>here</em> (objection, prerequisite, …) is its role.</summary>
public enum NodeKind
{
    /// <summary>A proposition that can be true or false.</summary>
    Claim = 0,

    /// <summary>A question that answers can be given to.</summary>
    Question = 1,
}
