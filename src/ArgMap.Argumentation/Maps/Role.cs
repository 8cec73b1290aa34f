namespace ArgMap.Argumentation.Maps;

/// <summary>What a node is <em>here</em>: the part it plays through the step it hangs from. The same claim can play another part elsewhere.</summary>
public enum Role
{
    /// <summary>A claim that is no premise where it stands.</summary>
    Thesis = 0,

    /// <summary>A question, asked about something or on its own.</summary>
    Question = 1,

    /// <summary>It speaks for something.</summary>
    Support = 2,

    /// <summary>It speaks against something.</summary>
    Objection = 3,

    /// <summary>Something presupposes it.</summary>
    Prerequisite = 4,

    /// <summary>It answers a question.</summary>
    Answer = 5,

    /// <summary>It says something in other words.</summary>
    Restatement = 6,
}
