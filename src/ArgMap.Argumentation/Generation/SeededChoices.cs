namespace ArgMap.Argumentation.Generation;

/// <summary>A row of choices that depends on its seed alone, the same on every machine and every version of .NET.</summary>
/// <remarks>
/// Source: SplitMix64, from G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// <see cref="Random"/> promises the same numbers for the same seed only within one version of .NET.
/// </remarks>
internal sealed class SeededChoices(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to, not including, this one; the bias of the remainder is below 1 in 4 thousand million.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of these.</summary>
    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>The index of one of these weights, each as probable as it is large.</summary>
    public int Weighted(params ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var left = Unit() * sum;
        for (var index = 0; index < weights.Length - 1; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>A log-normal number: the median times e to the power of a normal number with this deviation (the method of Box and Muller).</summary>
    public double LogNormal(double median, double deviation) =>
        median * Math.Exp(deviation * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit()));

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
