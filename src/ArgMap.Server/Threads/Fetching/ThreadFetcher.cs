using ArgMap.Server.Shell;
using ArgMap.Server.Threads.Fetching.Forums;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>Fetches a whole thread from a forum by the address a person gives, by the forum's public interface where it has one that is known.</summary>
/// <remarks>Everybody can make the server fetch what they want: see <see cref="GuardedHttp"/> for what keeps it from harm, and <see cref="HostTurns"/> for what keeps the forums from it.</remarks>
public sealed class ThreadFetcher : IDisposable
{
    // Of the kinds that may be meant by an address the first that recognises its own is taken; anything is a page, which may lead to one of the others.
    internal static readonly Forum[] Known =
    [
        new ForumMagnumForum(), new HackerNewsForum(), new RedditForum(), new GitHubForum(), new StackExchangeForum(),
        new DiscourseForum(), new LemmyForum(), new MastodonForum(), new ActivityPubForum(),
    ];

    private static readonly Forum[] Forums = [.. Known, new WebPageForum(Known)];

    /// <summary>What a thread is said to have come by that came by no interface.</summary>
    public const string AnyPage = "a web page";

    private readonly FetchingSettings settings;
    private readonly TimeProvider clock;
    private readonly GuardedHttp http;
    private readonly HostTurns turns;

    /// <summary>A fetcher on the real Internet.</summary>
    public ThreadFetcher(FetchingSettings settings, TimeProvider clock)
        : this(settings, clock, FetchingNetwork.Real)
    {
    }

    internal ThreadFetcher(FetchingSettings settings, TimeProvider clock, FetchingNetwork network)
    {
        (this.settings, this.clock) = (settings, clock);
        http = new GuardedHttp(settings, network);
        turns = new HostTurns(clock);
    }

    /// <summary>Why nothing is fetched from an address, as far as its look and the settings tell; null when it can be tried.</summary>
    /// <param name="address">As a browser shows it.</param>
    public Refusal? Refuses(Uri address)
    {
        if (!settings.Enabled)
        {
            return Refusal.Invalid("address", "This site does not fetch threads by their address. Save the page in your browser and give it as a file, or paste the text.");
        }

        try
        {
            http.Check(address);
            return null;
        }
        catch (FetchFailure failure)
        {
            return Refusal.Invalid("address", failure.Message);
        }
    }

    /// <summary>Fetches a thread. Takes as long as the forum wants, minutes for large ones, so call it in the background.</summary>
    /// <param name="address">As a browser shows it: of the thread, of one of its pages, or of one of its posts.</param>
    /// <param name="conditions">What came with the last fetching of this address, to be told when nothing has changed.</param>
    /// <param name="progress">Told how far it is, from any thread.</param>
    /// <param name="cancellation">Ends it; what was fetched by then is lost.</param>
    /// <returns>What there is of the thread, with what is missing, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Outcome<FetchedThread>> Fetch(Uri address, FetchConditions? conditions, IProgress<FetchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        address = WrappedAddress.Within(address);
        if (Refuses(address) is { } refusal)
        {
            return refusal;
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(settings.MostTime);
        var run = new FetchRun(http, turns, settings, clock, progress, time.Token);
        try
        {
            foreach (var candidate in Forums.Where(candidate => candidate.Knows(address)))
            {
                run.Forum = candidate.Name;
                if (await candidate.Fetch(address, conditions, run))
                {
                    break;
                }

                run.StartAgain();
            }
        }
        catch (FetchFailure failure)
        {
            if (run.Parts.Count == 0)
            {
                return Refusal.Invalid("address", failure.Message);
            }

            run.Misses(failure.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var sentence = $"Fetching the thread took longer than {HostTurns.InWords(settings.MostTime)}, which is the most that is spent on one.";
            if (run.Parts.Count == 0)
            {
                return Refusal.Invalid("address", sentence);
            }

            run.Misses(sentence);
        }

        return new FetchedThread(run.Forum, run.Parts, run.Missing.Count == 0 ? run.Conditions : new(), run.IsUnchanged, run.Missing, run.Notes);
    }

    public void Dispose() => http.Dispose();
}
