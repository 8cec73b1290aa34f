namespace ArgMap.Server.Shell;

/// <summary>What came of a use case: a value, or a refusal that says why not. Refusals are ordinary answers, not exceptions.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why it was refused, or null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What came of it.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused, so there is no value: {Refusal.Detail}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
