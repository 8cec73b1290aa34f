using ArgMap.Argumentation.Generation;
using ArgMap.Argumentation.Layout;
using ArgMap.Browser.Tests.Hosting;

namespace ArgMap.Browser.Tests.Pictures;

/// <summary>How well the server foresees the lines that a browser breaks a text into, in the fonts that this machine has. docs/benchmarks.md has the figures.</summary>
/// <remarks>
/// Devanagari is measured by TextMeasureTests of ArgMap.Argumentation.Tests instead: a Debian with Chromium and nothing else has no font with its letters,
/// and draws each mark, which has no width in such a font, as a box of its own.
/// </remarks>
public sealed class TextMeasureTests(BrowserHost host)
{
    /// <summary>What PictureMetrics takes the size of the text for, and the room it gives a line.</summary>
    private const double MeasuredTextSize = 14.4;
    private const double LineWidth = 226;
    private const int MostLines = 8;

    private const int Texts = 200;

    /// <summary>The style of a node's text, without what cuts it.</summary>
    private const string Needed = """
        ({ texts, width }) => {
          const style = getComputedStyle(document.querySelector('.picture .node .text'));
          const trial = document.createElement('div');
          Object.assign(trial.style, { position: 'absolute', width: `${width}px`, font: style.font, lineHeight: '20px', fontSizeAdjust: style.fontSizeAdjust, overflowWrap: style.overflowWrap });
          document.body.append(trial);
          const lines = texts.map((words) => {
            trial.textContent = words;
            return Math.round(trial.getBoundingClientRect().height / 20);
          });
          trial.remove();
          return lines;
        }
        """;

    /// <summary>Each text in a node that has room for so many lines: whether it is cut, and whether what cuts it draws an ellipsis.</summary>
    private const string Cut = """
        ({ texts, lines }) => {
          const node = document.querySelector('.picture .node').cloneNode(true);
          document.querySelector('.picture .parts').append(node);
          const text = node.querySelector('.text');
          node.style.height = 'auto';
          const seen = texts.map((words, index) => {
            node.className = node.className.replace(/lines-\d/, `lines-${lines[index]}`);
            text.textContent = words;
            const style = getComputedStyle(text);
            const isCut = text.scrollHeight > text.clientHeight + 1;
            return isCut ? (Number(style.webkitLineClamp) === lines[index] && style.overflowY === 'hidden' ? 1 : -1) : 0;
          });
          node.remove();
          return seen;
        }
        """;

    [Theory]
    [InlineData(TextKind.Latin, 0.02)]
    [InlineData(TextKind.Cyrillic, 0.02)]
    [InlineData(TextKind.Arabic, 0.02)]
    [InlineData(TextKind.Chinese, 0.02)]
    [InlineData(TextKind.Emoji, 0.02)]
    [InlineData(TextKind.LongWord, 0.02)]
    public Task Hardly_any_box_is_too_small_for_its_text(TextKind kind, double most) => host.Visit(async page =>
    {
        await page.GotoAsync(BrowserHost.Demo);
        var texts = GeneratedText.Of(kind, Texts, 1);
        var needed = await page.EvaluateAsync<int[]>(Needed, new { texts, width = LineWidth });

        var spares = texts.Zip(needed, (text, lines) => TextMeasure.Lines(text, LineWidth, MeasuredTextSize) - lines).ToList();
        var distribution = string.Join(", ", spares.CountBy(spare => spare).OrderBy(each => each.Key).Select(each => $"{each.Key:+0;-0;0}: {each.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}, lines foreseen less lines needed: {distribution}");

        Assert.Equal(Texts, spares.Count);
        Assert.All(needed, lines => Assert.InRange(lines, 1, 60));
        Assert.True(spares.Count(spare => spare < 0) <= most * Texts, $"{kind}: {distribution}");
    });

    [Fact]
    public Task What_is_cut_ends_in_an_ellipsis() => host.Visit(async page =>
    {
        await page.GotoAsync(BrowserHost.Demo);
        List<string> texts = [.. GeneratedText.Of(TextKind.Mixed, Texts, 2), .. GeneratedText.Of(TextKind.Devanagari, Texts, 2), .. GeneratedText.Of(TextKind.LongWord, 10, 2)];
        var lines = texts.ConvertAll(text => Math.Min(TextMeasure.Lines(text, LineWidth, MeasuredTextSize), MostLines));
        var seen = await page.EvaluateAsync<int[]>(Cut, new { texts, lines });

        Assert.Equal(texts.Count, seen.Length);
        Assert.DoesNotContain(-1, seen);
        Assert.Equal(10, seen.TakeLast(10).Sum());
    });
}
