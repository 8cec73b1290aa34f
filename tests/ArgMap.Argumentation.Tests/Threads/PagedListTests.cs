using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Tests.Threads;

public sealed class PagedListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void What_was_put_in_comes_out_whichever_pages_are_held(int mostPages)
    {
        var random = new Random(mostPages);
        List<int> plain = [];
        var paged = new PagedList<int>(mostPages);
        for (var round = 0; round < 40; round++)
        {
            var more = Enumerable.Range(0, random.Next(9_000)).Select(_ => random.Next()).ToArray();
            plain.AddRange(more);
            paged.Add(more);
            plain.Add(round);
            paged.Add(round);
            for (var change = 0; change < 50; change++)
            {
                var at = random.Next(plain.Count);
                plain[at] = paged[at] = random.Next();
            }

            if (round % 10 == 9)
            {
                plain.RemoveRange(plain.Count / 2, plain.Count - (plain.Count / 2));
                paged.Cut(plain.Count);
            }

            var (start, length) = (random.Next(plain.Count), random.Next(plain.Count));
            length = Math.Min(length, plain.Count - start);
            Assert.True(paged.Slice(start, length).SequenceEqual(plain.GetRange(start, length).ToArray()));
        }

        Assert.Equal(plain.Count, paged.Count);
        Assert.Equal(plain, Enumerable.Range(0, paged.Count).Select(index => paged[index]));
    }

    [Fact]
    public void However_long_it_is_it_takes_the_memory_of_a_few_pages()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var paged = new PagedList<int>(mostPages: 3);
        for (var number = 0; number < 4_000_000; number++)
        {
            paged.Add(number);
        }

        Assert.Equal(1_234_567, paged[1_234_567]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 3 * 65_536, 1_000_000);
    }
}
