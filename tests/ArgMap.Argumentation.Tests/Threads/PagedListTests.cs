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
}
