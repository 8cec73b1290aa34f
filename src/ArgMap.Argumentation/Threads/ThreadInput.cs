using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A file, a page or a pasted text to read a thread from. What it is parsed into is kept for the next who asks.</summary>
public sealed class ThreadInput
{
    /// <summary>Pages of long threads nest their comments; what is deeper than this was made to hurt.</summary>
    internal const int MostPageDepth = 20_000;

    // Four times what browsers draw. What walks a page by recursion has room for it.
    private const int MostDrawnDepth = 2_048;

    private readonly byte[] bytes;
    private (string Text, string Name, int Replaced)? decoded;
    private JsonTable? json;
    private IHtmlDocument? html;
    private string? head;
    private bool? isRecording;

    /// <summary>An input of that name, which reports and errors use for it.</summary>
    /// <param name="name">Such as the file's name.</param>
    /// <param name="bytes">The content, not copied: leave it alone while the thread is read.</param>
    /// <param name="address">The address it was fetched from, if it was: relative links start there.</param>
    public ThreadInput(string name, byte[] bytes, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        Name = name;
        Address = address;
        this.bytes = bytes;
    }

    /// <summary>What reports and errors call it.</summary>
    public string Name { get; }

    /// <summary>Where it was fetched from, if it was.</summary>
    public string? Address { get; }

    internal byte[] Bytes => bytes;

    /// <summary>The text without marks of byte order.</summary>
    internal string Text => Decoded.Text;

    internal string Encoding => Decoded.Name;

    internal int ReplacedBytes => Decoded.Replaced;

    /// <summary>The first few thousand characters from the first that is no space, for telling what this is.</summary>
    internal string Head => head ??= FirstCharacters();

    internal bool LooksLikeJson => Head.Length > 0 && (Head[0] is '{' or '[' || IsRecording);

    internal bool LooksLikeMarkup => Head.Length > 0 && Head[0] == '<';

    private bool IsRecording => isRecording ??= Recording.IsOne(Head);

    /// <summary>The page nests deeper than is drawn; what is deeper was hung higher, as browsers do.</summary>
    internal bool IsFlattened { get; private set; }

    /// <summary>A page for people, not an export for programs; telling them apart must not take making a long export text.</summary>
    internal bool LooksLikePage => LooksLikeMarkup && (Head.Contains("<html", StringComparison.OrdinalIgnoreCase) || !(Head.StartsWith("<?xml", StringComparison.Ordinal) || Head.StartsWith("<rss", StringComparison.Ordinal) || Head.StartsWith("<disqus", StringComparison.Ordinal)));

    internal JsonTable Json => json ??= ParseJson();

    internal IHtmlDocument Html => html ??= ParseHtml();

    private (string Text, string Name, int Replaced) Decoded => decoded ??= LegacyEncoding.Decode(bytes);

    /// <summary>A format that reads the bytes itself says in what encoding, so that the whole file need not be made text as well.</summary>
    internal void IsReadAs(string encoding, int replaced = 0) => decoded ??= ("", encoding, replaced);

    /// <summary>Forgets what it was parsed into, once it has been read.</summary>
    internal void Forget()
    {
        (decoded, json) = (decoded is { } kept ? ("", kept.Name, kept.Replaced) : null, null);
        html?.Dispose();
        html = null;
    }

    private string FirstCharacters()
    {
        var sample = bytes.Length > 16_384 && decoded is null ? LegacyEncoding.Decode(bytes.AsSpan(0, 16_384)).Text : Text;
        // Some exports begin with a stray grave accent, and some interfaces with a guard against scripts.
        var start = sample.AsSpan().TrimStart("\uFEFF\0` \t\r\n");
        if (start.StartsWith(")]}'"))
        {
            start = start[4..].TrimStart();
        }

        return start[..Math.Min(start.Length, 4096)].ToString();
    }

    private JsonTable ParseJson()
    {
        if (IsRecording)
        {
            return JsonTable.Read(System.Text.Encoding.UTF8.GetBytes(Recording.Answers(Text)));
        }

        var start = bytes.AsSpan().IndexOfAny((byte)'{', (byte)'[');
        var isUtf8 = decoded is { } known ? known.Name == "utf-8" : bytes.Length < 2 || (bytes[0] is not (0xFF or 0xFE) && bytes[0] != 0 && bytes[1] != 0);
        var utf8 = isUtf8 ? bytes : System.Text.Encoding.UTF8.GetBytes(Text);
        if (!isUtf8)
        {
            start = utf8.AsSpan().IndexOfAny((byte)'{', (byte)'[');
        }

        if (start > 0)
        {
            // Spaces instead of a guard or a mark of byte order, so that places stay true.
            utf8 = [.. utf8];
            for (var index = 0; index < start; index++)
            {
                utf8[index] = utf8[index] == '\n' ? (byte)'\n' : (byte)' ';
            }
        }

        return JsonTable.Read(utf8);
    }

    private IHtmlDocument ParseHtml()
    {
        var depth = HtmlDepth.Of(Text);
        if (depth > MostPageDepth)
        {
            throw new ThreadFormatException($"{Name} nests more than {MostPageDepth:N0} elements within each other and cannot be read as a page.");
        }

        IsFlattened = depth > MostDrawnDepth;
        return new HtmlParser(new HtmlParserOptions { MaximumDepth = MostDrawnDepth }).ParseDocument(Text);
    }
}
