using System.Buffers;
using System.Text;
using System.Xml;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads;

/// <summary>A format whose files are XML, read as a stream: a record is handed over when it ends and forgotten then.</summary>
internal abstract partial class XmlFormat : ForumFormat
{
    // Exports are a few levels deep.
    private const int MostDepth = 200, Piece = 4_096;

    /// <summary>Local names of the elements that are records.</summary>
    protected abstract IReadOnlySet<string> Records { get; }

    internal sealed override int Recognise(ThreadInput input) => Math.Max(input.LooksLikeMarkup ? RecogniseHead(input.Head) : 0, RecogniseWithin(input.Head));

    /// <summary>How sure the format is, from the first few thousand characters.</summary>
    protected abstract int RecogniseHead(string head);

    /// <summary>How sure the format is of a file whose beginning was lost, from the next few thousand characters.</summary>
    protected virtual int RecogniseWithin(string head) => 0;

    /// <summary>Takes a record, with the records that are open around it, the nearest last. Those hold what came before this one in the file.</summary>
    protected abstract void Take(XmlRecord record, IReadOnlyList<XmlRecord> around, string place, ThreadAssembly thread);

    /// <summary>What an element holds is text with markup of its own, which is kept as written.</summary>
    protected virtual bool KeepsMarkup(XmlRecord record) => false;

    /// <summary>What hangs on the root, and is no record, is kept with it: only where that is little, however long the file is.</summary>
    protected virtual bool KeepsRoot => false;

    /// <summary>The file is over.</summary>
    protected virtual void Finish(ThreadAssembly thread)
    {
    }

    /// <summary>A format that remembers something of a file makes a fresh reader for it.</summary>
    protected virtual XmlFormat ForOneFile() => this;

    internal sealed override void Read(ThreadInput input, ThreadAssembly thread)
    {
        using var text = Open(input);
        // A type definition can make a small file grow without bound, and no export needs one.
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true });
        var file = ForOneFile();
        List<XmlRecord> open = [];
        try
        {
            file.ReadAll(reader, open, thread);
        }
        catch (XmlException fault)
        {
            // A type definition is refused without saying where.
            var (line, position, what) = fault.LineNumber > 0 ? (fault.LineNumber, fault.LinePosition, "The XML breaks off or is wrong here")
                : (Math.Max(1, ((IXmlLineInfo)reader).LineNumber), Math.Max(1, ((IXmlLineInfo)reader).LinePosition), "The XML defines its own document type, which is not read");
            var wentOn = fault.LineNumber > 0 && file.GoOn(input, open, line, position, thread);
            thread.Damaged($"line {line}, character {position}", $"{what}; what comes before it was read, {(wentOn ? "and so was what could be made out after it." : "what comes after was not.")}");
        }

        file.Finish(thread);
    }

    private void ReadAll(XmlReader reader, List<XmlRecord> open, ThreadAssembly thread)
    {
        var goesOn = reader.Read();
        while (goesOn)
        {
            var isAhead = false;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var record = new XmlRecord(Local(reader.LocalName));
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                    {
                        record.Add(Local(reader.LocalName), reader.Value);
                    }

                    open.Add(record);
                    if (open.Count > MostDepth)
                    {
                        throw new XmlException("The elements are nested too deep.", null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
                    }

                    if (!isEmpty && KeepsMarkup(record))
                    {
                        reader.MoveToElement();
                        Add(reader.ReadInnerXml());
                        (isEmpty, isAhead) = (true, true);
                    }

                    if (isEmpty)
                    {
                        Close(open, ((IXmlLineInfo)reader).LineNumber, thread);
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close(open, ((IXmlLineInfo)reader).LineNumber, thread);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Add(TextAt(reader));
                    break;
                default:
                    break;
            }

            goesOn = isAhead ? !reader.EOF : reader.Read();
        }

        void Add(string words)
        {
            if (open[^1].AddUntilFull(words))
            {
                thread.Cut($"line {((IXmlLineInfo)reader).LineNumber}, in <{open[^1].Name}>");
            }
        }
    }

    /// <summary>The text that the reader is at, or as much of it as one may have. Of one that is faulty nothing is kept.</summary>
    private static string TextAt(XmlReader reader)
    {
        if (!reader.CanReadValueChunk)
        {
            return reader.Value;
        }

        var (text, piece) = (new StringBuilder(), ArrayPool<char>.Shared.Rent(Piece));
        for (var read = reader.ReadValueChunk(piece, 0, piece.Length); read > 0; read = reader.ReadValueChunk(piece, 0, piece.Length))
        {
            text.Append(piece, 0, Math.Min(read, ThreadInput.MostOfPost - text.Length));
        }

        ArrayPool<char>.Shared.Return(piece);
        return text.ToString();
    }

    private void Close(List<XmlRecord> open, int line, ThreadAssembly thread)
    {
        var record = open[^1];
        open.RemoveAt(open.Count - 1);
        if (Records.Contains(record.Name))
        {
            Take(record, open, $"line {line}, the end of <{record.Name}>", thread);
        }
        else if (open.Count > (KeepsRoot ? 0 : 1))
        {
            // What hangs on the root, or is the root, is no part of any record.
            open[^1].Add(record);
        }
    }

    /// <summary>The file as text, as a stream where it is UTF-8. What stands before the first element and is no markup would stop any parser.</summary>
    private static TextReader Open(ThreadInput input)
    {
        var sample = input.Sample;
        var start = Math.Max(0, sample.IndexOf((byte)'<'));
        var declares = Encoding.Latin1.GetString(sample.Slice(start, Math.Min(200, sample.Length - start)));
        var isDeclared = declares.StartsWith("<?xml", StringComparison.Ordinal) && declares.IndexOf("encoding", StringComparison.Ordinal) is var at and > 0 && at < declares.IndexOf("?>", StringComparison.Ordinal);
        var isUtf8 = sample[..start].IndexOf((byte)0) < 0 && (start + 1 >= sample.Length || sample[start + 1] != 0) && (!isDeclared || declares.Contains("utf-8", StringComparison.OrdinalIgnoreCase));
        if (isUtf8)
        {
            input.IsReadAs("utf-8");
            var content = input.Content();
            content.ReadExactly(new byte[start]);
            return new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        }

        var text = input.Text;
        // The declaration names an encoding that this text no longer has.
        var body = text.IndexOf("?>", StringComparison.Ordinal) is var end and > 0 && text.AsSpan().TrimStart("\uFEFF` \r\n\t").StartsWith("<?xml") ? end + 2 : Math.Max(0, text.IndexOf('<', StringComparison.Ordinal));
        return new StringReader(text[body..].TrimStart());
    }
}
