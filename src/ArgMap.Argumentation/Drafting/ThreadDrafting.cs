using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads;

namespace ArgMap.Argumentation.Drafting;

/// <summary>Drafts maps from threads.</summary>
public static class ThreadDrafting
{
    /// <summary>Suggests what passages of a thread could become in a map. The same thread and table give the same draft.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="cues">The cues to go by; those for English when null.</param>
    /// <param name="cancellation">Gives up before the next post.</param>
    /// <exception cref="ThreadFormatException">A text in it takes too long to make out.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ThreadDraft Draft(ForumThread thread, CueTable? cues = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(thread);
        try
        {
            return new Drafter(thread, cues ?? CueTable.English, cancellation).Run();
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new ThreadFormatException("The thread cannot be drafted from: a sentence in it takes too long to make out.", slow);
        }
    }
}
