using ArgMap.Server.Accounts;
using ArgMap.Server.Maps;
using ArgMap.Server.Shell;
using Microsoft.Net.Http.Headers;

namespace ArgMap.Server.Reading.Sharing;

/// <summary>Tells a browser that what it has of a map is still right: the entity tag of an answer that follows from the map at a revision, and of what was asked.</summary>
/// <param name="context">The request.</param>
/// <param name="asked">All that the answer depends on beside the map.</param>
internal sealed class PictureSeal(HttpContext context, string asked)
{
    /// <summary>True when the browser has the answer already; then the tag is set. Reads no more of the map than its head, and that only when the browser has something.</summary>
    public async Task<bool> IsUnbroken(MapReader maps, string slug, Actor actor)
    {
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Count == 0 || await maps.ReadHead(slug, actor, context.RequestAborted) is not { } head || !known.Any(tag => tag.Compare(TagOf(head), useStrongComparison: false)))
        {
            return false;
        }

        Set(head);
        return true;
    }

    /// <summary>Sets the tag of an answer.</summary>
    /// <param name="head">The map that was read for it.</param>
    public void Set(MapHead head)
    {
        var headers = context.Response.Headers;
        headers.ETag = TagOf(head).ToString();
        headers.CacheControl = head.Visibility == Visibility.Private ? "private, no-cache" : "no-cache";
        headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
    }

    private EntityTagHeaderValue TagOf(MapHead head) => new($"\"{BuildIdentity.Seal($"{asked} {head.Id} {head.Revision} {head.ChangedAt.UtcTicks}")}\"", isWeak: true);
}
