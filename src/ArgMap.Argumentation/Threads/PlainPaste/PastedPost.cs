namespace ArgMap.Argumentation.Threads.PlainPaste;

/// <summary>A post as it was pasted.</summary>
/// <param name="Header">The line that names its author; null when none does.</param>
/// <param name="Indent">How far it is set in.</param>
/// <param name="Text">What was said.</param>
/// <param name="Score">Votes, where they stand beside it and not in the header.</param>
internal sealed record PastedPost(PostHeader? Header, int Indent, string Text, int? Score = null);
