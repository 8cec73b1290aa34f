using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ArgMap.Argumentation.Threads.Reading;
using ArgMap.Argumentation.Threads.WebPage;

namespace ArgMap.Argumentation.Threads;

/// <summary>A file, a page or a pasted text to read a thread from. What it is parsed into is kept for the next who asks.</summary>
public sealed class ThreadInput
{
    /// <summary>Pages of long threads nest their comments; what is deeper than this was made to hurt.</summary>
    internal const int MostPageDepth = 20_000;

    // As much as a whole archive of a list; what unpacks to more was made to hurt.
    internal const int MostUnpacked = 128 * 1024 * 1024;

    // What is read in one piece: texts, and pages, of which every tag takes more than half a kilobyte.
    internal const int MostOfText = 32 * 1024 * 1024, MostTags = 400_000;

    /// <summary>Of one text, such as what a post says, no more bytes or characters are read: no person wrote that much at once, and what becomes of it takes many times its memory.</summary>
    internal const int MostOfPost = 8 * 1024 * 1024;

    private const int SampleLength = 16_384;

    private readonly Func<Stream> open;
    private readonly byte[]? given;
    private readonly long length;
    private byte[]? beginning, unpackedBeginning;
    private (PagedList<byte> Bytes, string? Fault)? unpacked;
    private (string Text, string Name, int Replaced)? decoded;
    private LegacyEncoding.Reading? encoding;
    private JsonTable? json;
    private IHtmlDocument? html;
    private string? head;
    private bool? isRecording, restOfPage, isSavedPage;
    private string? address;
    private bool isAddressKnown;

    /// <summary>An input of that name, which reports and errors use for it.</summary>
    /// <param name="name">Such as the file's name.</param>
    /// <param name="bytes">The content, not copied: leave it alone while the thread is read.</param>
    /// <param name="address">The address it was fetched from, if it was: relative links start there.</param>
    public ThreadInput(string name, byte[] bytes, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        Name = name;
        this.address = address;
        open = () => new MemoryStream(bytes, writable: false);
        given = bytes;
    }

    /// <summary>An input whose content is opened when it is its turn to be read, and let go after it: of many files, or a large one, no more is held than is being read.</summary>
    /// <param name="name">Such as the file's name.</param>
    /// <param name="open">Opens the content from its beginning; called several times. May throw a <see cref="ThreadFormatException"/> that says why it cannot.</param>
    /// <param name="address">The address it was fetched from, if it was: relative links start there.</param>
    /// <param name="length">How many bytes it has, where that is known and the stream does not say: then no more memory is taken.</param>
    public ThreadInput(string name, Func<Stream> open, string? address = null, long length = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        this.address = address;
        this.open = open;
        this.length = length;
    }

    /// <summary>An input that can be read only once, such as standard input. What is long lies in a temporary file until it has been read.</summary>
    /// <inheritdoc cref="ThreadInput(string, byte[], string?)"/>
    /// <param name="content">From the beginning to the end; not closed.</param>
    public static ThreadInput Copied(string name, Stream content, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = new PagedList<byte>();
        var buffer = new byte[81_920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            bytes.Add(buffer.AsSpan(0, read));
        }

        return new ThreadInput(name, () => new PagedStream(bytes), address, bytes.Count);
    }

    /// <summary>What reports and errors call it.</summary>
    public string Name { get; }

    /// <summary>Where it was fetched from, if it was; else where a saved page says it is from.</summary>
    public string? Address
    {
        get
        {
            if (!isAddressKnown)
            {
                address = address is not null ? SavedPage.Original(address) : LooksLikeMarkup || IsSavedPage ? SavedPage.AddressOf(First, Head) : null;
                isAddressKnown = true;
            }

            return address;
        }
    }

    /// <summary>How many bytes the content has, unpacked where it is compressed by gzip.</summary>
    internal long Length => IsPacked ? Unpacked.Bytes.Count : given?.Length ?? Opened();

    /// <summary>Why the compressed content ends early, if it does.</summary>
    internal string? UnpackingFault => IsPacked ? Unpacked.Fault : null;

    /// <summary>The first bytes of the content, unpacked.</summary>
    internal ReadOnlySpan<byte> Sample => IsPacked ? unpackedBeginning ??= Unpacked.Bytes.Slice(0, Math.Min(Unpacked.Bytes.Count, SampleLength)).ToArray() : First;

    private ReadOnlySpan<byte> First => given is not null ? given.AsSpan(0, Math.Min(given.Length, SampleLength)) : beginning ??= Beginning();

    private bool IsPacked => IsSavedPage || First.StartsWith<byte>([0x1F, 0x8B]);

    private bool IsSavedPage => isSavedPage ??= SavedPage.IsPacked(First);

    private (PagedList<byte> Bytes, string? Fault) Unpacked => unpacked ??= (IsSavedPage ? SavedPage.Unpack(open, MostUnpacked) : Gzip.Unpack(open, MostUnpacked)) ?? throw new ThreadFormatException($"{Name} is compressed and unpacks to more than {MostUnpacked / (1024 * 1024)} MB. Unpack it, and give its parts one after another.");

    /// <summary>The text without marks of byte order.</summary>
    internal string Text => Decoded.Text;

    internal string Encoding => decoded?.Name ?? Reading.Name;

    internal int ReplacedBytes => decoded?.Replaced ?? Reading.Replaced;

    /// <summary>The first few thousand characters from the first that is no space, for telling what this is.</summary>
    internal string Head => head ??= FirstCharacters();

    internal bool LooksLikeJson => Head.Length > 0 && (Head[0] is '{' or '[' || IsRecording);

    internal bool IsTooLongForOnePiece => Length > MostOfText;

    internal bool LooksLikeMarkup => Head.Length > 0 && Head[0] == '<';

    /// <summary>Written by a program for programs; text that only begins with a bracket is not.</summary>
    internal bool IsCode => LooksLikeMarkup || (LooksLikeJson && Head.AsSpan().Trim("[]{} \t\r\n").IsEmpty) || IsRecording || (LooksLikeJson && Head[1..].TrimStart() is ['"' or '{' or '[', ..] && Head.Contains("\":", StringComparison.Ordinal));

    private bool IsRecording => isRecording ??= Recording.IsOne(Head);

    /// <summary>A page for people, not an export for programs; telling them apart must not take making a long export text.</summary>
    internal bool LooksLikePage => !IsTooLongForOnePiece && (LooksLikeMarkup ? LooksLikeWholePage : LooksLikeRestOfPage);

    private bool LooksLikeWholePage => Head.Contains("<html", StringComparison.OrdinalIgnoreCase) || !(Head.StartsWith("<?xml", StringComparison.Ordinal) || Head.StartsWith("<rss", StringComparison.Ordinal) || Head.StartsWith("<disqus", StringComparison.Ordinal) || Head.StartsWith("<feed", StringComparison.Ordinal) || Head.StartsWith("<rdf:", StringComparison.Ordinal));

    /// <summary>A page whose beginning was lost, or whose first sign: it ends as pages do, or begins among the ends of their boxes.</summary>
    private bool LooksLikeRestOfPage => Head.Length > 0 && !LooksLikeJson && (restOfPage ??= HtmlDepth.IsRestOfPage(Head, Tail()));

    /// <summary>A page that begins as whole pages do, and does not end as they do.</summary>
    internal bool PageBreaksOff => LooksLikePage && Head.Contains("<html", StringComparison.OrdinalIgnoreCase) && !Text.AsSpan(Math.Max(0, Text.Length - 20_000)).Contains("</html", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the tags of the page lacked and got back when it was parsed: signs within them, and whole ends of posts.</summary>
    internal (int Signs, int Ends) PutBack { get; private set; }

    /// <summary>The places of texts of which only the beginning was read.</summary>
    internal IEnumerable<string> CutTexts => json?.CutTexts ?? [];

    internal JsonTable Json
    {
        get
        {
            if (json is null)
            {
                // What a recording holds are whole files; what those say are posts.
                json = ParseJson();
                json.MostOfText = MostOfPost;
            }

            return json;
        }
    }

    internal IHtmlDocument Html => html ??= ParseHtml();

    private LegacyEncoding.Reading Reading => encoding ??= Looked();

    private (string Text, string Name, int Replaced) Decoded => decoded ??= LegacyEncoding.Decode(Held ?? (IsTooLongForOnePiece ? throw TooLong() : All()));

    /// <summary>The content, where it is held anyway.</summary>
    internal byte[]? Held => IsPacked ? null : given;

    /// <summary>The content, for formats that read it piece by piece and never hold all of it.</summary>
    internal Stream Content() => IsPacked ? new PagedStream(Unpacked.Bytes) : open();

    /// <summary>A format that reads the bytes itself says in what encoding, so that the whole file need not be made text as well.</summary>
    internal void IsReadAs(string encoding, int replaced = 0) => decoded ??= ("", encoding, replaced);

    /// <summary>Forgets what it was parsed into, once it has been read.</summary>
    internal void Forget()
    {
        (decoded, json) = (decoded is { } was ? ("", was.Name, was.Replaced) : null, null);
        unpacked = null;
        html?.Dispose();
        html = null;
    }

    /// <summary>What to say of an input that would have to be read in one piece.</summary>
    internal ThreadFormatException TooLong() => new(string.Create(CultureInfo.InvariantCulture, $"{Name} has {Length / 1048576.0:0.#} MB. Of pages, pasted texts, XML that is not UTF-8 and mail in UTF-16, at most {MostOfText / 1048576} MB are read at once. Give it in parts."));

    private LegacyEncoding.Reading Looked()
    {
        using var content = Content();
        return LegacyEncoding.Of(content);
    }

    private byte[] Beginning()
    {
        using var stream = open();
        var first = new byte[SampleLength];
        return first[..stream.ReadAtLeast(first, SampleLength, throwOnEndOfStream: false)];
    }

    private byte[] All()
    {
        var whole = new byte[Length];
        using var content = Content();
        var read = content.ReadAtLeast(whole, whole.Length, throwOnEndOfStream: false);
        return read == whole.Length ? whole : whole[..read];
    }

    private long Opened()
    {
        if (length > 0)
        {
            return length;
        }

        using var content = open();
        if (content.CanSeek)
        {
            return content.Length;
        }

        var (counted, buffer) = (0L, new byte[SampleLength]);
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            counted += read;
        }

        return counted;
    }

    /// <summary>The last bytes, for telling how it ends without making all of it text.</summary>
    private string Tail()
    {
        const int Most = 2_000;
        using var content = Content();
        if (!content.CanSeek)
        {
            return "";
        }

        var last = new byte[Math.Min(Most, content.Length)];
        content.Seek(-last.Length, SeekOrigin.End);
        content.ReadExactly(last);
        return System.Text.Encoding.Latin1.GetString(last);
    }

    private string FirstCharacters()
    {
        var sample = decoded is { Text: var text } ? text : LegacyEncoding.Decode(Sample).Text;
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

        var isUtf8 = Reading.Encoding.CodePage == System.Text.Encoding.UTF8.CodePage;
        using var content = Content();
        using var utf8 = isUtf8 ? content : System.Text.Encoding.CreateTranscodingStream(content, Reading.Encoding, System.Text.Encoding.UTF8);
        if (!isUtf8)
        {
            content.ReadExactly(new byte[Reading.Mark]);
        }

        var first = LegacyEncoding.Decode(Sample).Text;
        var before = isUtf8 ? Sample.IndexOfAny((byte)'{', (byte)'[') : System.Text.Encoding.UTF8.GetByteCount(first.AsSpan(0, Math.Max(0, first.AsSpan().IndexOfAny('{', '['))));
        var table = JsonTable.Read(utf8, before);
        return Recording.Answers(table) is { } answers ? JsonTable.Read(System.Text.Encoding.UTF8.GetBytes(answers)) : table;
    }

    private IHtmlDocument ParseHtml()
    {
        var mended = new MendedHtml(PlainText.WithoutOwnMarks(SavedPage.WithOwnLinks(Text)));
        var text = mended.Text;
        var tags = text.AsSpan().Count('<');
        if (tags > MostTags)
        {
            throw new ThreadFormatException(string.Create(CultureInfo.InvariantCulture, $"{Name} is a page with {tags:N0} tags, and at most {MostTags:N0} are read at once. Save the thread in several pages, or give what the forum's interface answers."));
        }

        var depth = HtmlDepth.Of(text);
        if (depth > MostPageDepth)
        {
            throw new ThreadFormatException(string.Create(CultureInfo.InvariantCulture, $"{Name} nests more than {MostPageDepth:N0} elements within each other and cannot be read as a page."));
        }

        // Browsers hang higher what is deeper than they draw; an answer would then stand beside what it answers.
        var mayHaveLostEnds = !PageBreaksOff && tags <= LostEnds.MostTags && depth <= LostEnds.MostDepth && LostEnds.Possible(mended.Unended);
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = MostPageDepth + 100, IsKeepingSourceReferences = mayHaveLostEnds });
        var (page, ends) = (parser.ParseDocument(text), 0);
        if (mayHaveLostEnds)
        {
            (page, ends) = LostEnds.PutBack(text, page, mended.Unended, parser.ParseDocument);
        }

        PutBack = (mended.Signs, ends);
        // What a page does is nothing that it says; formulas and what it says for machines are kept in scripts too.
        foreach (var script in NodeText.Elements(page).Where(element => element.LocalName == "style" || (element.LocalName == "script" && !IsSaid(element.GetAttribute("type") ?? ""))).ToList())
        {
            script.TextContent = "";
        }

        return page;
    }

    private static bool IsSaid(string type) => type.StartsWith("math/", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
