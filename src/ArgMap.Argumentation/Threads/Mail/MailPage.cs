using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>What pages of archives with one mail each make of it, whatever program drew them.</summary>
internal static class MailPage
{
    /// <summary>Hands the mail of a page to the thread.</summary>
    /// <param name="key">Of the mail; null where the page does not tell.</param>
    /// <param name="answered">The key of what it answers; where the page does not tell, its quotes may.</param>
    internal static void Add(string? key, string? answered, string? name, string? written, string? subject, string? address, ConvertedBody said, ThreadAssembly thread) => thread.Add(new FoundPost
    {
        Id = key ?? WordKey.Of(name, said.Markdown),
        Parent = answered,
        ParentIsGuess = answered is null,
        Kind = PostKind.Opening,
        IsFirstOfPage = true,
        Author = thread.Author(name),
        CreatedAt = Times.Parse(written),
        CreatedAtAsWritten = written,
        Title = subject,
        Address = address,
        Body = said,
        HasAttributionLines = true,
    });
}
