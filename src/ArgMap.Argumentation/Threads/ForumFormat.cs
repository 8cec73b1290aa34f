namespace ArgMap.Argumentation.Threads;

/// <summary>One way in which forums hand out their threads: how to tell it, and how to read it.</summary>
internal abstract class ForumFormat
{
    /// <summary>The name that people type to overrule recognition.</summary>
    internal abstract string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    internal abstract string Description { get; }

    /// <summary>How a sentence names it: as it is shown to people, and as they type it.</summary>
    internal string InWords => $"“{Description.Split(':')[0]}” ({Name})";

    /// <summary>How sure it is that the input is its own: 0 not at all, 100 certainly. Never throws on any input but a hostile one.</summary>
    internal abstract int Recognise(ThreadInput input);

    /// <summary>Hands every post in the input to the thread.</summary>
    internal abstract void Read(ThreadInput input, ThreadAssembly thread);
}
