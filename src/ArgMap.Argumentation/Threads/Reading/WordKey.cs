using System.Security.Cryptography;
using System.Text;

namespace ArgMap.Argumentation.Threads.Reading;

/// <summary>The key of a post that has none: who wrote it and its words, so that it is the same post when it is read again.</summary>
internal static class WordKey
{
    internal static string Of(string? author, string text) =>
        ThreadPost.ToldByWords + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{author}\n{text}")).AsSpan(0, 5));
}
