using System.Globalization;
using System.Text;
using ArgMap.Argumentation.Threads;
using ArgMap.Server.Shell;
using ArgMap.Server.Sources;
using ArgMap.Server.Threads.Fetching;
using ArgMap.Server.Threads.Sending;

namespace ArgMap.Server.Threads.Importing;

/// <summary>What a person gives of a thread: its address, or files and text.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Text">Its text, pasted.</param>
/// <param name="Files">Files of it; several make one thread.</param>
/// <param name="Format">The format to read it as; null or empty to have it recognised.</param>
/// <param name="Page">The address of the page that the text is the whole of, as a bookmarklet sends it; null when it was pasted.</param>
/// <param name="Layout">The page that the text was copied from, as HTML, as far as it was copied; null when that is not known or was changed.</param>
public sealed record GivenThread(string? Address, string? Text, IReadOnlyList<RawInput> Files, string? Format, string? Page = null, string? Layout = null);

/// <summary>What was given, checked.</summary>
/// <param name="Address">The address to fetch, or null.</param>
/// <param name="Inputs">What to read; empty with an address.</param>
/// <param name="Format">The format to read it as, or null.</param>
/// <param name="Title">What the thread is called, as far as that is known yet.</param>
/// <param name="IsTitleSure">Whether that is its own title, and no guess.</param>
internal sealed record CheckedThread(Uri? Address, IReadOnlyList<RawInput> Inputs, string? Format, string Title, bool IsTitleSure)
{
    // So much is read at once, in less than a second, so that whoever gave it hears at once what is wrong with it.
    private const long ReadAtOnce = 2 * 1024 * 1024;

    // A page of a thousand comments; reading two ways what is longer would keep whoever pasted it waiting.
    public const long MostLayout = 4 * 1024 * 1024;

    public const string PastedText = "the pasted text";

    /// <summary>The check; what is wrong is noted at the inputs <c>address</c>, <c>text</c>, <c>files</c> and <c>format</c>.</summary>
    public static CheckedThread? Of(GivenThread given, ImportSettings settings, ThreadFetcher fetcher, InputCheck input)
    {
        // Whoever pastes nothing but an address as the text means the thread that is there.
        if (string.IsNullOrWhiteSpace(given.Address) && string.IsNullOrEmpty(given.Format) && given.Files.Count == 0 && IsAddress(given.Text))
        {
            given = given with { Address = given.Text, Text = null };
        }

        var format = FormatOf(given.Format, input);
        var (hasAddress, hasText, hasFiles) = (!string.IsNullOrWhiteSpace(given.Address), !string.IsNullOrWhiteSpace(given.Text), given.Files.Count > 0);
        if (!hasAddress && !hasText && !hasFiles)
        {
            input.Wrong("address", "There is nothing to read yet. Give the thread's address, paste its text, or choose files of it.");
            return null;
        }

        if (hasAddress && (hasText || hasFiles))
        {
            input.Wrong("address", $"There is an address and also {(hasText ? "text" : "files")}. Keep one of the two: the thread is fetched from the address, or read from what you give.");
            return null;
        }

        if (hasAddress)
        {
            return AddressOf(given.Address!.Trim(), fetcher, input) is { } address ? new CheckedThread(address, [], format, ThreadTitle.Of(address), false) : null;
        }

        if (hasText && !given.Text!.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            input.Wrong("text", "There are no words in this text. Copy the thread from its page, with the names over the comments.");
            return null;
        }

        List<RawInput> inputs = [.. given.Files];
        if (hasText)
        {
            var page = SentBefore.Page(given.Page);
            var text = StoredText.Of(given.Text!.Replace("\r\n", "\n", StringComparison.Ordinal));
            inputs.Add(new RawInput(page is null ? PastedText : "the page", Encoding.UTF8.GetBytes(page is null && format is null ? Chosen(text, given.Layout) : text), page));
        }

        var field = hasFiles ? "files" : "text";
        var length = inputs.Sum(one => one.Length);
        if (length > settings.MostBytes)
        {
            input.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"That is {length / 1048576.0:0.#} MB; at most {settings.MostBytes / 1048576.0:0.#} MB are read at once. Give the thread in parts: the first now, the others with “Bring it up to date”."));
            return null;
        }

        if (given.Files.Count > settings.MostFiles)
        {
            input.Wrong(field, $"Those are {given.Files.Count} files; at most {settings.MostFiles} are read at once.");
            return null;
        }

        try
        {
            return Looked(inputs, format, length <= ReadAtOnce);
        }
        catch (ThreadFormatException unreadable)
        {
            input.Wrong(field, unreadable.Message.StartsWith("the ", StringComparison.Ordinal) ? $"The {unreadable.Message[4..]}" : unreadable.Message);
            return null;
        }
    }

    private static string Chosen(string text, string? layout)
    {
        if (string.IsNullOrWhiteSpace(layout) || Encoding.UTF8.GetByteCount(layout) > MostLayout)
        {
            return text;
        }

        try
        {
            return CopiedLayout.Chosen(StoredText.Of(layout), text);
        }
        catch (ThreadFormatException)
        {
            // What is wrong with the text is said when it is read.
            return text;
        }
    }

    private static CheckedThread Looked(List<RawInput> inputs, string? format, bool isShort)
    {
        var read = inputs.ConvertAll(one => new ThreadInput(one.Name, one.Open, one.Address, one.Length));
        if (!isShort)
        {
            read.ForEach(one => ThreadReading.Recognise(one));
            return new CheckedThread(null, inputs, format, Path.GetFileNameWithoutExtension(inputs[0].Name) is { Length: > 0 } name ? name : "A thread", false);
        }

        return new CheckedThread(null, inputs, format, ThreadTitle.Of(ThreadReading.Read(read, format)), true);
    }

    private static Uri? AddressOf(string typed, ThreadFetcher fetcher, InputCheck input)
    {
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";
        if (Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.AbsoluteUri.Length <= SourceRow.MaxUrlLength && address.Scheme is "http" or "https" && (address.Host.Contains('.', StringComparison.Ordinal) || address.HostNameType is UriHostNameType.IPv6)
            && !typed.Any(char.IsWhiteSpace))
        {
            if (fetcher.Refuses(address) is { } refused)
            {
                input.Wrong("address", refused.Detail);
            }

            return address;
        }

        input.Wrong("address", $"“{(typed.Length <= 60 ? typed : typed[..60] + "…")}” is not the address of a page. It should begin like https://www.lesswrong.com/posts/ or https://news.ycombinator.com/item.");
        return null;
    }

    private static bool IsAddress(string? text) =>
        text?.Trim() is { } trimmed && (trimmed.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) && !trimmed.Any(char.IsWhiteSpace);

    public static string? FormatOf(string? typed, InputCheck input)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var known = ThreadReading.Formats.Select(format => format.Name).FirstOrDefault(name => name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            input.Wrong("format", $"There is no format “{(typed.Length <= 40 ? typed : typed[..40] + "…")}”. The formats are {string.Join(", ", ThreadReading.Formats.Select(format => format.Name))}.");
        }

        return known;
    }
}
