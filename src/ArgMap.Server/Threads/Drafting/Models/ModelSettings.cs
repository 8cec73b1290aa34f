namespace ArgMap.Server.Threads.Drafting.Models;

/// <summary>The language model that may be asked for suggestions. Configuration section <c>Threads:Model</c>; see docs/operating.md. Without address and name there is none.</summary>
public sealed class ModelSettings
{
    /// <summary>Where its OpenAI-compatible interface is, such as <c>http://localhost:11434/v1</c>; <c>/chat/completions</c> is added.</summary>
    public Uri? Address { get; set; }

    /// <summary>The name of the model there.</summary>
    public string? Name { get; set; }

    /// <summary>The key that is sent with each request; null for none.</summary>
    public string? Key { get; set; }

    /// <summary>The most characters of posts that are sent in one request.</summary>
    public int MostCharacters { get; set; } = 24_000;

    /// <summary>The most bytes of an answer.</summary>
    public int MostBytesOfAnswer { get; set; } = 512 * 1024;

    /// <summary>The most time an answer may take.</summary>
    public TimeSpan MostTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The most suggestions that are taken from one answer.</summary>
    public int MostSuggestions { get; set; } = 80;

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsConfigured => Address is { IsAbsoluteUri: true, Scheme: "http" or "https" } && !string.IsNullOrWhiteSpace(Name);
}
