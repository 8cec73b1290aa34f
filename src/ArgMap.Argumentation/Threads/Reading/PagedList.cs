using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>A list that is read mostly from one end to the other, of which only some pages are held: those that do not fit lie in a temporary file until somebody asks for them.</summary>
/// <param name="mostPages">The most pages held.</param>
internal sealed class PagedList<T>(int mostPages = PagedList<T>.MostPages)
    where T : unmanaged
{
    private const int PageBytes = 65_536, MostPages = 64, FirstBytes = 1_024;

    private static readonly int PerPage = PageBytes / Unsafe.SizeOf<T>();

    private readonly List<Page> pages = [];

    // The pages that are held, the one to go next first: unless it was asked for since it came to stand there.
    private readonly Queue<Page> held = [];
    private FileStream? file;
    private T[]? joined;

    internal int Count { get; private set; }

    internal T this[int index]
    {
        get => Values(index / PerPage)[index % PerPage];
        set
        {
            Values(index / PerPage)[index % PerPage] = value;
            pages[index / PerPage].IsChanged = true;
        }
    }

    internal void Add(T value)
    {
        Grow(1);
        this[Count - 1] = value;
    }

    internal void Add(ReadOnlySpan<T> values)
    {
        while (!values.IsEmpty)
        {
            var (page, at) = Math.DivRem(Count, PerPage);
            var next = values[..Math.Min(values.Length, PerPage - at)];
            Grow(next.Length);
            next.CopyTo(Values(page).AsSpan(at));
            pages[page].IsChanged = true;
            values = values[next.Length..];
        }
    }

    /// <summary>Forgets everything from there on.</summary>
    internal void Cut(int count) => Count = count;

    /// <summary>Some of them, good until others are asked for.</summary>
    internal ReadOnlySpan<T> Slice(int start, int length)
    {
        var (page, at) = Math.DivRem(start, PerPage);
        if (length <= PerPage - at)
        {
            return length == 0 ? [] : Values(page).AsSpan(at, length);
        }

        var whole = length > PerPage ? new T[length] : joined ??= new T[PerPage];
        for (var done = 0; done < length;)
        {
            (page, at) = Math.DivRem(start + done, PerPage);
            var more = Values(page).AsSpan(at, Math.Min(length - done, PerPage - at));
            more.CopyTo(whole.AsSpan(done));
            done += more.Length;
        }

        return whole.AsSpan(0, length);
    }

    /// <summary>All from there on, page by page, each good until others are asked for.</summary>
    internal ReadOnlySpan<T> PageFrom(int start) => Slice(start, Math.Min(PerPage - (start % PerPage), Count - start));

    private void Grow(int more)
    {
        Count = checked(Count + more);
        if ((Count - 1) / PerPage == pages.Count)
        {
            pages.Add(new Page { Number = pages.Count });
        }

        // Most lists are short, and thousands may be held at once.
        if (pages is [{ Values: { } first } only] && first.Length < Count)
        {
            Array.Resize(ref first, Math.Min(PerPage, Math.Max(Count, 2 * first.Length)));
            only.Values = first;
        }
    }

    private T[] Values(int number)
    {
        var page = pages[number];
        page.IsUsed = true;
        return page.Values ??= pages.Count == 1 && !page.IsInFile ? First(page) : Fetched(page);
    }

    private T[] First(Page page)
    {
        held.Enqueue(page);
        return new T[Math.Clamp(Count, FirstBytes / Unsafe.SizeOf<T>(), PerPage)];
    }

    private T[] Fetched(Page page)
    {
        var values = held.Count < mostPages ? new T[PerPage] : Freed();
        if (page.IsInFile)
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan());
            for (var read = 0; read < bytes.Length;)
            {
                var more = RandomAccess.Read(file!.SafeFileHandle, bytes[read..], PlaceOf(page) + read);
                read += more > 0 ? more : throw new EndOfStreamException("A temporary file has become shorter.");
            }
        }

        held.Enqueue(page);
        return values;
    }

    private T[] Freed()
    {
        while (true)
        {
            var page = held.Dequeue();
            if (page.IsUsed)
            {
                page.IsUsed = false;
                held.Enqueue(page);
                continue;
            }

            var values = page.Values!;
            if (page.IsChanged)
            {
                file ??= ScratchFile.Create();
                RandomAccess.Write(file.SafeFileHandle, MemoryMarshal.AsBytes(values.AsSpan()), PlaceOf(page));
                (page.IsChanged, page.IsInFile) = (false, true);
            }

            page.Values = null;
            return values;
        }
    }

    private static long PlaceOf(Page page) => (long)page.Number * PerPage * Unsafe.SizeOf<T>();

    private sealed class Page
    {
        internal required int Number { get; init; }

        internal T[]? Values { get; set; }

        internal bool IsUsed { get; set; }

        internal bool IsChanged { get; set; }

        internal bool IsInFile { get; set; }
    }
}
