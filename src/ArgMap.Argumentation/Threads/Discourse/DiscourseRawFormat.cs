using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Discourse;

/// <summary>Discourse: the sources of a topic's posts as one text, as it has them under <c>/raw</c>.</summary>
internal sealed partial class DiscourseRawFormat : ForumFormat
{
    internal override string Name => "discourse-raw";

    internal override string Description => "Discourse: a topic as plain text (/raw)";

    internal override int Recognise(ThreadInput input) => Head().Match(input.Head) is { Success: true, Index: 0 } ? 93 : 0;

    internal override void Read(ThreadInput input, ThreadAssembly thread)
    {
        var text = input.Text.ReplaceLineEndings("\n");
        var heads = Head().Matches(text).ToList();
        var bodies = heads.Select((head, index) => DiscourseFormat.FromRaw(Rule().Replace(text[(head.Index + head.Length)..(index + 1 < heads.Count ? heads[index + 1].Index : text.Length)], ""))).ToList();
        // The topic's number stands nowhere but in quotes of its posts, which name their writers as well.
        var writers = heads.GroupBy(head => head.Groups["number"].Value).ToDictionary(group => group.Key, group => group.First().Groups["name"].Value);
        var topic = Place().Match(input.Address ?? "") is { Success: true } place ? place.Groups["topic"].Value : bodies.SelectMany(body => body.Sources).FirstOrDefault(source => source.Topic is not null && source.Post is not null && writers.GetValueOrDefault(source.Post) == source.Author)?.Topic ?? "0";
        foreach (var (head, body) in heads.Zip(bodies))
        {
            var number = PlainText.Number(head.Groups["number"].ValueSpan);
            thread.Numbered(topic, number);
            thread.Add(new FoundPost
            {
                Id = $"{topic}/{number}",
                Kind = number == 1 ? PostKind.Opening : PostKind.Reply,
                Author = thread.Author(head.Groups["name"].Value),
                CreatedAt = Times.Parse(head.Groups["time"].Value + "Z"),
                CreatedAtAsWritten = head.Groups["time"].Value + " UTC",
                Body = body,
            });
        }
    }

    [GeneratedRegex(@"^(?<name>[^\s|]{1,60}) \| (?<time>\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) UTC \| #(?<number>\d{1,7})[ \t]*\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 10000)]
    private static partial Regex Head();

    /// <summary>"/raw/77", and "/raw/77/2" for one post.</summary>
    [GeneratedRegex(@"/raw/(?<topic>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\n-{25}\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}
