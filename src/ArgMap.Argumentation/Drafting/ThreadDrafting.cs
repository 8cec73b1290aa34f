using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Drafts maps from threads.</summary>
public static class ThreadDrafting
{
    /// <summary>Suggests what passages of a thread could become in a map. The same thread and table give the same draft.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="cues">The cues to go by; those for English when null.</param>
    /// <param name="cancellation">Gives up before the next post.</param>
    public static ThreadDraft Draft(ForumThread thread, CueTable? cues = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return new Drafter(thread, cues ?? CueTable.English, cancellation).Run();
    }
}
