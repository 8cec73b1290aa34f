using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A format whose files are JSON: one document or several, such as one a line.</summary>
internal abstract class JsonFormat : ForumFormat
{
    internal sealed override int Recognise(ThreadInput input) =>
        input.LooksLikeJson ? input.Json.Roots.Take(3).Select(Recognise).DefaultIfEmpty(0).Max() : 0;

    /// <summary>How sure the format is that a JSON document is its own.</summary>
    protected abstract int Recognise(JsonValue root);

    /// <summary>Hands every post in a JSON document to the thread.</summary>
    protected abstract void Read(JsonValue root, ThreadInput input, ThreadAssembly thread);

    internal sealed override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var json = input.Json;
        if (json.Roots.Count == 0)
        {
            throw new ThreadFormatException($"{input.Name} is not JSON: it cannot be read at {json.FaultPlace ?? "its beginning"}.");
        }

        foreach (var root in json.Roots)
        {
            Read(root, input, thread);
        }

        if (json.FaultPlace is not null)
        {
            thread.Damaged(json.FaultPlace, "The JSON breaks off or is wrong here; what comes before it was read, what comes after was not.");
        }
    }
}
