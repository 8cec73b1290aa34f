using System.Globalization;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.PlainPaste;
using ArgMap.Argumentation.Threads.WebPage;

namespace ArgMap.Argumentation.Threads;

/// <summary>Reads threads of forums from what people saved, fetched or pasted.</summary>
public static partial class ThreadReading
{
    /// <summary>Every format by name, with what it is, in the order in which they are tried.</summary>
    public static IReadOnlyList<(string Name, string Description)> Formats { get; } = [.. ForumFormats.All.Select(format => (format.Name, format.Description))];

    /// <summary>Recognises the format of an input.</summary>
    /// <returns>The name of the format; plain text when it is nothing else.</returns>
    /// <exception cref="ThreadFormatException">The input is empty, or no text.</exception>
    public static string Recognise(ThreadInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Recognised(input).Name;
    }

    /// <summary>Reads all inputs as parts of one thread, in any order: pages, answers to single requests, later versions.</summary>
    /// <param name="inputs">One or more.</param>
    /// <param name="format">The format's name, when recognition is to be overruled.</param>
    /// <param name="mostPosts">The most posts. Memory is taken for each post, and for none of its words.</param>
    /// <param name="cancellation">Gives up before the next post.</param>
    /// <exception cref="ThreadFormatException">There are more posts than that, or nothing can be read, with the file and the place. Damage that leaves something to read is in the report instead.</exception>
    /// <exception cref="ArgumentException">There is no format of that name.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ForumThread Read(IReadOnlyList<ThreadInput> inputs, string? format = null, int mostPosts = int.MaxValue, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var chosen = format is null ? null
            : ForumFormats.All.FirstOrDefault(candidate => candidate.Name.Equals(format, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"There is no format \"{format}\". The formats are: {string.Join(", ", ForumFormats.All.Select(known => known.Name))}.", nameof(format));
        if (inputs.Count == 0)
        {
            throw new ThreadFormatException("There is nothing to read.");
        }

        var thread = new ThreadAssembly(mostPosts, cancellation);
        ThreadFormatException? broken = null;
        foreach (var input in inputs)
        {
            ForumFormat? reader = null;
            try
            {
                reader = chosen ?? Recognised(input);
                thread.Begin(input, reader, chosen is not null);
                reader.Read(input, thread);
                if (reader is not XmlFormat && input.PageBreaksOff)
                {
                    thread.Damaged($"line {input.Text.AsSpan().Count('\n') + 1}", "The page ends here without saying that it is over. If it was cut off, posts are missing.");
                }

                if (reader is PageFormat or WebPageFormat && input.PutBack is { Signs: > 0 } or { Ends: > 0 })
                {
                    thread.Damaged("the whole page", PutBack(input.PutBack.Signs, input.PutBack.Ends));
                }

                foreach (var place in input.CutTexts)
                {
                    thread.Cut(place);
                }

                if (input.UnpackingFault is { } fault)
                {
                    thread.Damaged(string.Create(CultureInfo.InvariantCulture, $"byte {input.Length:N0} of what it unpacks to"), fault);
                }

                thread.End(input);
            }
            catch (RegexMatchTimeoutException slow)
            {
                throw new ThreadFormatException($"{input.Name} cannot be read: a line in it takes too long to make out.", slow);
            }
            catch (IOException lost)
            {
                throw new ThreadFormatException($"{input.Name} cannot be read to its end: {lost.Message}", lost);
            }
            catch (Exception fault) when (IsOurs(fault))
            {
                broken ??= new ThreadFormatException($"{input.Name} cannot be read to its end: this program has a fault there ({fault.GetType().Name}).", fault);
                thread.BreaksOff(input, reader, $"This program has a fault there ({fault.GetType().Name}). What comes before it was read, the rest was not.");
            }

            input.Forget();
        }

        if (broken is not null && thread.IsEmpty)
        {
            throw broken;
        }

        try
        {
            return thread.Whole();
        }
        catch (IOException lost)
        {
            throw new ThreadFormatException($"{string.Join(", ", inputs.Select(input => input.Name))}: the thread cannot be kept while it is read: {lost.Message}", lost);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new ThreadFormatException($"{string.Join(", ", inputs.Select(input => input.Name))}: the quotes in one of the posts take too long to make out.", slow);
        }
        catch (Exception fault) when (IsOurs(fault))
        {
            throw new ThreadFormatException($"{string.Join(", ", inputs.Select(input => input.Name))}: the posts cannot be made a thread: this program has a fault there ({fault.GetType().Name}).", fault);
        }
    }

    /// <summary>What people give can be anything: where it brings a fault of this program to light, that must not take all they gave with it.</summary>
    private static bool IsOurs(Exception fault) => fault is not (ThreadFormatException or OperationCanceledException or OutOfMemoryException);

    private static string PutBack(int signs, int ends)
    {
        List<string> lacked = [];
        if (signs > 0)
        {
            lacked.Add(string.Create(CultureInfo.InvariantCulture, $"{signs:N0} {(signs == 1 ? "sign of a tag" : "signs of tags")}"));
        }

        if (ends > 0)
        {
            lacked.Add(string.Create(CultureInfo.InvariantCulture, $"{ends:N0} {(ends == 1 ? "end of a box" : "ends of boxes")} around posts"));
        }

        return $"{string.Join(" and ", lacked)} {(signs + ends == 1 ? "was" : "were")} missing and put back, where it was plain.";
    }

    /// <summary>Text holds no signs that control a machine, apart from those for spaces, or only where damage left them: then there is text beside that.</summary>
    private static bool IsNoise(string head)
    {
        const int Part = 256;
        var left = Hole().Replace(head, "\0");
        var parts = head.Length < 16 ? [] : left.Chunk(Part).Where(part => part.Length == Part || left.Length < Part).ToList();
        return parts.Count(part => part.Count(sign => char.IsControl(sign) && !char.IsWhiteSpace(sign) && sign != '\u001B') > part.Length / 50) * 2 > parts.Count;
    }

    /// <summary>A block that was never written.</summary>
    [GeneratedRegex("\0{16,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();

    private static ForumFormat Recognised(ThreadInput input)
    {
        if (input.Head.Length == 0 && input.UnpackingFault is not null)
        {
            throw new ThreadFormatException($"{input.Name} is not text. It is compressed, and so damaged that nothing can be unpacked.");
        }

        if (input.Head.Length == 0)
        {
            throw new ThreadFormatException($"{input.Name} is empty.");
        }

        if (IsNoise(input.Head) || input.Sample.StartsWith("PK\u0003\u0004"u8) || input.Sample.StartsWith("%PDF"u8))
        {
            throw new ThreadFormatException($"{input.Name} is not text. If it is compressed, unpack it first.");
        }

        var (reader, certainty) = ForumFormats.All.Select(format => (Format: format, Certainty: format.Recognise(input))).MaxBy(found => found.Certainty);
        if (certainty > PlainTextFormat.OfCode || !input.IsCode)
        {
            return reader;
        }

        if (input is { LooksLikeMarkup: true, IsTooLongForOnePiece: true })
        {
            throw input.TooLong();
        }

        // A map of a program's code would be of use to nobody.
        var place = input.LooksLikeJson && input.Json.FaultPlace is { } fault ? $" It breaks off or is wrong at {fault}." : "";
        throw new ThreadFormatException($"{input.Name} is {(input.LooksLikeJson ? "JSON" : "XML")}, but nothing in it looks like posts.{place} To read it as text nevertheless, choose the format {new PlainTextFormat().InWords}.");
    }
}
