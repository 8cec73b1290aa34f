using System.Globalization;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Wiki;

/// <summary>The sections and comments of a talk page while it is read: how far comments are set in says what they answer.</summary>
internal sealed class TalkOutline(ThreadAssembly thread)
{
    private readonly List<(int Level, FoundPost Post)> sections = [];
    private readonly List<(int Depth, string Id)> path = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(int Level, FoundPost Section, int Comments)> all = [];
    private string? last;
    private int written;

    /// <summary>A heading. What follows stands under it.</summary>
    /// <param name="level">1 to 6.</param>
    /// <param name="title">Its words.</param>
    /// <param name="anchor">The place that it has on the page, where that is known.</param>
    internal void Section(int level, string title, string? anchor = null)
    {
        while (sections.Count > 0 && sections[^1].Level >= level)
        {
            sections.RemoveAt(sections.Count - 1);
        }

        var post = new FoundPost
        {
            Id = Free($"h-{title.Replace(' ', '_')}"),
            Parent = sections.Count > 0 ? sections[^1].Post.Id : null,
            StandsAtTop = sections.Count == 0,
            Kind = PostKind.Page,
            Title = title,
            Address = thread.Address is null ? null : $"{thread.Address.Split('#')[0]}#{anchor ?? Uri.EscapeDataString(title.Replace(' ', '_'))}",
        };
        sections.Add((level, post));
        all.Add((level, post, written));
        path.Clear();
        last = null;
    }

    /// <summary>A comment under the last heading.</summary>
    /// <param name="depth">How far it is set in.</param>
    /// <param name="isOutdent">It says that it answers the comment before it, though it is not set in.</param>
    /// <param name="signature">Null when nobody signed it.</param>
    /// <param name="body">What it says.</param>
    internal void Comment(int depth, bool isOutdent, WikitextSignature? signature, ConvertedBody body)
    {
        while (path.Count > 0 && path[^1].Depth >= depth && !isOutdent)
        {
            path.RemoveAt(path.Count - 1);
        }

        var parent = isOutdent ? last : path.Count > 0 ? path[^1].Id : null;
        var section = sections.Count > 0 ? sections[^1].Post.Id : null;
        var time = signature?.When;
        var (name, isMasked) = TalkPageKey.Masked(signature?.Author ?? "");
        thread.AddressesDropped += isMasked ? 1 : 0;
        var id = Free(signature is null ? $"unsigned-{written + 1}" : $"c-{name.Replace(' ', '_')}-{time?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) ?? "undated"}");
        thread.Add(new FoundPost
        {
            Id = id,
            Parent = parent ?? section,
            ParentIsGuess = parent is not null,
            StandsAtTop = parent is null && section is null,
            Author = isMasked ? new PostAuthor(null, null, AuthorState.Hidden) : thread.Author(name.Length == 0 ? null : name),
            CreatedAt = time,
            CreatedAtAsWritten = signature?.WhenAsWritten,
            Body = body,
        });
        if (isOutdent)
        {
            path.Clear();
        }

        path.Add((depth, id));
        last = id;
        written++;
    }

    /// <summary>Hands over the sections that have comments.</summary>
    internal void Finish()
    {
        for (var index = 0; index < all.Count; index++)
        {
            // A section of sections has the comments of those within it.
            var end = all.FindIndex(index + 1, other => other.Level <= all[index].Level);
            if ((end < 0 ? written : all[end].Comments) > all[index].Comments)
            {
                thread.Add(all[index].Section);
            }
            else
            {
                thread.LeavesOut("sections without comments");
            }
        }

        thread.Title ??= all.Count == 1 ? all[0].Section.Title : null;
    }

    private string Free(string id)
    {
        var times = ids[id] = ids.GetValueOrDefault(id) + 1;
        return times == 1 ? id : $"{id}-{times.ToString(CultureInfo.InvariantCulture)}";
    }
}
