using System.Globalization;

namespace ArgMap.Server.Threads.Fetching;

/// <summary>One fetching: what it has got, what it may still ask for, and how it asks.</summary>
internal sealed class FetchRun(GuardedHttp http, HostTurns turns, FetchingSettings settings, TimeProvider clock, IProgress<FetchProgress>? progress, CancellationToken cancellation)
{
    private const int MostRedirects = 8;
    private const int MostTries = 4;
    private const int MostFailuresInARow = 5;

    private readonly List<FetchedPart> parts = [];
    private readonly List<string> missing = [], notes = [];
    private int requests, failures;
    private long bytes;
    private int? posts, stated;
    private string doing = "";

    public FetchingSettings Settings => settings;

    public IReadOnlyList<FetchedPart> Parts => parts;

    public IReadOnlyList<string> Missing => missing;

    /// <summary>What else the person is to know of what was read.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>What kind of forum it turned out to be.</summary>
    public string Forum { get; set; } = "";

    /// <summary>What to ask the forum next time, where one answer holds the whole thread.</summary>
    public FetchConditions Conditions { get; set; } = new();

    /// <summary>The forum says that nothing has changed.</summary>
    public bool IsUnchanged { get; set; }

    /// <summary>Says what is being done and, if known, how many posts there are so far, and in all.</summary>
    public void Says(string what, int? postsNow = null, int? postsStated = null)
    {
        (doing, posts, stated) = (what, postsNow ?? posts, postsStated ?? stated);
        Report(what);
    }

    /// <summary>Something is not there; the report says so.</summary>
    public void Misses(string sentence) => missing.Add(sentence);

    /// <summary>Tells the person something about what is read, such as that it is not what the address names.</summary>
    public void Tells(string sentence) => notes.Add(sentence);

    /// <summary>Takes an answer as a part of the thread.</summary>
    public void Keep(string name, Answer answer) => parts.Add(new FetchedPart(name, answer.Address.AbsoluteUri, answer.Bytes));

    /// <summary>Forgets the parts there are, for another way to the same thread.</summary>
    public void StartAgain()
    {
        parts.Clear();
        missing.Clear();
        failures = 0;
    }

    /// <summary>Asks for what the thread cannot do without.</summary>
    /// <exception cref="FetchFailure">It is not there.</exception>
    public async Task<Answer> Need(Ask ask)
    {
        var answer = await Send(ask);
        if (answer is { IsGood: true, IsPage: true } && ask.Accept != Ask.Page)
        {
            throw new FetchFailure($"{answer.Address.IdnHost} sends a page for people in place of what was asked for. Save the page in your browser and give it as a file, or send it with the bookmarklet.");
        }

        return answer.IsUnchanged ? answer : Filled(Good(answer));
    }

    /// <summary>An answer that holds something.</summary>
    /// <exception cref="FetchFailure">It is empty.</exception>
    public static Answer Filled(Answer answer) => answer.Bytes.Length > 0 ? answer
        : throw new FetchFailure($"{answer.Address.IdnHost} sends an empty page. Try again later, or save the page in your browser and give it as a file.");

    /// <summary>Asks for what the thread cannot do without, and makes sure that it is that.</summary>
    /// <exception cref="FetchFailure">It is not there, or something else is.</exception>
    public async Task<Answer> Need(Ask ask, Func<Json, bool> isIt)
    {
        var answer = await Need(ask);
        return answer.IsUnchanged || isIt(Json.Of(answer.Bytes)) ? answer
            : throw new FetchFailure($"{answer.Address.IdnHost} answers with something else than the thread that was asked for. Try again later, or save the page in your browser and give it as a file.");
    }

    /// <summary>An answer that is what was asked for.</summary>
    /// <exception cref="FetchFailure">The forum says no.</exception>
    public static Answer Good(Answer answer) => answer.IsGood ? answer : throw Declined(answer);

    /// <summary>Asks for a part of the thread; when it cannot be had, that is noted and the rest goes on.</summary>
    /// <param name="name">What the part is, such as "posts 21–40".</param>
    /// <param name="mayBeGone">That it is not there is no loss: it was named and has been deleted since.</param>
    /// <exception cref="FetchFailure">Nothing more is to be had at all.</exception>
    public async Task<Answer?> Part(Ask ask, string name, bool mayBeGone = false)
    {
        try
        {
            var answer = await Need(ask);
            failures = 0;
            return answer;
        }
        catch (FetchFailure failure) when (mayBeGone && failure.Status is 404 or 410)
        {
            return null;
        }
        catch (FetchFailure failure) when (!failure.IsEnd)
        {
            missing.Add($"{char.ToUpperInvariant(name[0])}{name[1..]} could not be fetched: {failure.Message}");
            if (++failures >= MostFailuresInARow)
            {
                throw new FetchFailure($"{MostFailuresInARow} parts one after the other could not be fetched, so the rest was left.", failure) { IsEnd = true };
            }

            return null;
        }
    }

    /// <summary>Sends a request and follows where it is sent on to, each time to an address that is checked anew; waits and tries again where that may help.</summary>
    /// <exception cref="FetchFailure">There is no answer, or only that the forum wants to be asked less often.</exception>
    public async Task<Answer> Send(Ask ask)
    {
        for (var hops = 0; ; hops++)
        {
            var answer = await Persist(ask);
            if (answer.IsTooMuch)
            {
                // Another way to the same forum would be one request more.
                throw Declined(answer);
            }

            if (!Answer.IsRedirect(answer.Status))
            {
                return answer;
            }

            if (answer.Location is null || hops == MostRedirects || !Uri.TryCreate(ask.Address, answer.Location, out var next))
            {
                throw new FetchFailure($"{ask.Address.IdnHost} sends every request on to another address, and none answers.");
            }

            if (ask.Address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            {
                throw new FetchFailure($"{ask.Address.IdnHost} sends requests on to an address without encryption, {next.GetLeftPart(UriPartial.Path)}, which is not followed.");
            }

            if (ask.Body is not null && answer.Status is not (307 or 308) && !(answer.Status is 301 or 302 && next.AbsolutePath == ask.Address.AbsolutePath && PageLinks.IsSameSite(next, ask.Address)))
            {
                throw new FetchFailure($"The interface of {ask.Address.IdnHost} is elsewhere now.");
            }

            ask = ask with { Address = next, Token = next.IdnHost == ask.Address.IdnHost ? ask.Token : null };
        }
    }

    /// <summary>The host wants no request for so long.</summary>
    public async Task Pause(Uri address, TimeSpan time)
    {
        using var turn = await turns.Wait(address.IdnHost, settings.MostWait, Waiting(address.IdnHost), cancellation);
        turn.Pause(time);
    }

    private async Task<Answer> Persist(Ask ask)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await Once(ask, tries);
                if (!(answer.IsTooMuch || answer.Status is 500 or 502 or 504) || tries == MostTries)
                {
                    return answer;
                }
            }
            catch (FetchFailure failure) when (failure.IsPassing && tries < MostTries)
            {
                Report($"{failure.Message} Trying again.");
            }
        }
    }

    private async Task<Answer> Once(Ask ask, int tries)
    {
        http.Check(ask.Address);
        var host = ask.Address.IdnHost;
        using var turn = await turns.Wait(host, settings.MostWait, Waiting(host), cancellation);
        if (requests == settings.MostRequests)
        {
            throw new FetchFailure(string.Create(CultureInfo.InvariantCulture, $"The thread takes more than {settings.MostRequests:N0} requests, which is the most that are made for one.")) { IsEnd = true };
        }

        requests++;
        try
        {
            var answer = await http.Send(ask, settings.MostBytes - bytes, cancellation);
            bytes += answer.Bytes.Length;
            var isFaulty = answer.IsTooMuch || answer.Status is 500 or 502 or 504;
            turn.Pause(answer.Wait(clock.GetUtcNow()) ?? (isFaulty ? Growing(tries) : settings.Pause));
            Report(doing);
            return answer;
        }
        catch (FetchFailure failure)
        {
            turn.Pause(failure.IsPassing ? Growing(tries) : settings.Pause);
            throw;
        }
    }

    /// <summary>1, 2 and 4 seconds, unless the pause is longer.</summary>
    private TimeSpan Growing(int tries) => TimeSpan.FromSeconds(Math.Max(Math.Pow(2, tries - 1), settings.Pause.TotalSeconds));

    private Action<TimeSpan> Waiting(string host) => time =>
    {
        if (time > settings.Pause)
        {
            Report($"{host} is asked again in {HostTurns.InWords(time)}.");
        }
    };

    private void Report(string what) => progress?.Report(new FetchProgress(what, requests, bytes, posts, stated));

    private static FetchFailure Declined(Answer answer)
    {
        var host = answer.Address.IdnHost;
        return new(answer switch
        {
            { IsCheckOfPeople: true } => $"{host} first wants to see that a person asks, which no program can show. Save the page in your browser and give it as a file, or send it with the bookmarklet.",
            { Status: 404 or 410 } => $"{host} has nothing at this address ({answer.Status.ToString(CultureInfo.InvariantCulture)}). Is it complete, and open to people who have not signed in?",
            { IsTooMuch: true } => $"{host} wants to be asked less often ({answer.Status}). Try again later.",
            { Status: 401 or 403 or 451 } => $"{host} does not give this to programs, or only to those who have signed in ({answer.Status}). Save the page in your browser and give it as a file, or send it with the bookmarklet.",
            { Status: >= 500 } => $"{host} has a fault ({answer.Status}). Try again later.",
            { Words: { } words } => $"{host} answers with {answer.Status}: “{words.TrimEnd('.')}”.",
            _ => $"{host} answers with {answer.Status}, which is no thread.",
        })
        { Status = answer.Status, IsEnd = answer.IsTooMuch };
    }
}
