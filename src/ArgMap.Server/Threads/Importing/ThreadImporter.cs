using ArgMap.Argumentation.Threads;
using Npgsql;

namespace ArgMap.Server.Threads.Importing;

/// <summary>Works on imports in the background: those that wait, and those whose worker has died. As many processes may do so as there are.</summary>
internal sealed partial class ThreadImporter(ImportLedger ledger, RunImport running, ImportSignals signals, ImportSettings settings, TimeProvider clock, ILogger<ThreadImporter> log) : BackgroundService
{
    /// <summary>What has stopped the server so often is not tried again.</summary>
    private const int MostAttempts = 3;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Math.Max(0, settings.AtATime)).Select(_ => Work(stoppingToken)));

    private async Task Work(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await ledger.Claim(stopping) is { } import)
                {
                    await Import(import, stopping);
                }

                await Wait(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException failure)
            {
                DatabaseIsAway(log, failure);
                await Task.Delay(settings.LookEvery, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Wait(CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(settings.LookEvery);
        try
        {
            await signals.Work(patience.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nobody here has started any: see whether another process did.
        }
    }

    private async Task Import(ClaimedImport import, CancellationToken stopping)
    {
        if (import.Attempts > MostAttempts)
        {
            await End(import, ImportState.Failed, $"It was begun {MostAttempts} times, and each time the server stopped while it worked on it. Try a smaller part of the thread.", null);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        signals.Enter(import.Id, ending);
        var heart = Beat(import, ending);
        try
        {
            var outcome = await running.Handle(import, ending.Token);
            await End(import, ImportState.Done, null, outcome);
        }
        catch (Exception refused) when (refused is ThreadFormatException or ImportRefused)
        {
            if (refused.InnerException is { } fault)
            {
                Broke(log, import.Id, fault);
            }

            await End(import, ImportState.Failed, refused.Message, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await ledger.Release(import);
            throw;
        }
        catch (OperationCanceledException)
        {
            // Stopped by a person, or taken up by another worker: then this changes nothing.
            await End(import, ImportState.Cancelled, null, null);
        }
        catch (NpgsqlException away) when (away.IsTransient || away.SqlState?.StartsWith("57P", StringComparison.Ordinal) == true)
        {
            // The database is away. The import waits for it like everything else.
            throw;
        }
#pragma warning disable CA1031 // Whatever a thread does to its reader, the person hears of it and the next import is taken up.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broke(log, import.Id, fault);
            await End(import, ImportState.Failed, "Something went wrong here while the thread was read. The fault is on our side and has been recorded. The input is kept, so it can be read again later.", null);
        }
        finally
        {
            signals.Leave(import.Id);
            await ending.CancelAsync();
            await heart;
        }
    }

    private async Task End(ClaimedImport import, ImportState state, string? message, ImportOutcome? outcome)
    {
        await ledger.End(import, state, message, outcome, CancellationToken.None);
        signals.Ended(import.Id);
    }

    /// <summary>Says again and again that the import is worked on, until it ends; ends it when a person wants that, or when it was given to another.</summary>
    private async Task Beat(ClaimedImport import, CancellationTokenSource ending)
    {
        using var timer = new PeriodicTimer(settings.Heartbeat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                try
                {
                    if (await ledger.Say(import, ending.Token) != Importing.Beat.GoOn)
                    {
                        await ending.CancelAsync();
                    }
                }
                catch (NpgsqlException failure)
                {
                    DatabaseIsAway(log, failure);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The import has ended.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports wait for the database")]
    private static partial void DatabaseIsAway(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} has failed")]
    private static partial void Broke(ILogger log, Guid import, Exception fault);
}
