using System.Collections.Frozen;

namespace ArgMap.Argumentation.Threads.GenericJson;

/// <summary>What the members of an object may be for, by their names; only what tells a comment from other things.</summary>
[Flags]
internal enum NameUses
{
    None = 0,
    Text = 1,
    Key = 2,
    Parent = 4,
    Author = 8,
    Time = 16,
    State = 32,
    Envelope = 64,
    Title = 128,
    Address = 256,
}

/// <summary>What programs call the members of a comment, without case and signs; of several that a comment has, the first counts.</summary>
internal static class CommentNames
{
    internal static readonly string[] Texts = ["textoriginal", "text", "body", "content", "contents", "messageparsed", "message", "rawmessage", "comment", "commenttext", "commentbody", "commentcontent", "posttext", "postbody", "postcontent", "html", "bodyhtml", "htmlbody", "contenthtml", "rendered", "cooked", "orig", "raw", "markdown", "bodymarkdown", "plaintext", "textdisplay", "selftext", "description", "articlebody", "note"];

    internal static readonly string[] TextParts = ["rendered", "html", "markdown", "text", "raw", "plain", "plaintext", "value"];

    internal static readonly string[] Ids = ["id", "oid", "commentid", "messageid", "postid", "uuid", "guid", "uri", "cid", "shortid", "commenthex", "pid", "key", "ts", "url", "permalink"];

    internal static readonly string[] ParentNames = ["parentcommentid", "parentcomment", "parentid", "parenthex", "parent", "pid", "topid", "replytocommentid", "replytomessageid", "replytopostid", "replytoid", "replyto", "inreplytoid", "inreplytostatusid", "inreplyto", "replyid", "reply", "reference", "messagereference", "referencedtweets", "threadts"];

    /// <summary>Another post that is shown within one, as passed on or quoted by it.</summary>
    internal static readonly string[] Shown = ["renote", "quote", "quotedpost", "quotednote", "quotedstatus", "quotedcomment", "quotedmessage", "reblog", "repost"];

    internal static readonly string[] Authors = ["authorname", "authordisplayname", "author", "authors", "commentinguser", "submitteruser", "insertuser", "userprofile", "user", "username", "userdisplayname", "displayname", "nickname", "by", "creator", "creatorname", "postedby", "poster", "postername", "writer", "owner", "account", "member", "sender", "sendername", "from", "name", "screenname", "commentatorinfo", "authorinfo"];

    internal static readonly string[] AuthorIds = ["authorid", "userid", "commenterhex", "insertuserid", "fromid", "ownerid", "creatorid", "posterid", "senderid", "uid"];

    internal static readonly string[] PersonNames = ["displayname", "realname", "name", "nickname", "username", "userlogin", "login", "loginname", "screenname", "handle", "slug", "id"];

    internal static readonly string[] TimeNames = ["createdutc", "dateunixtime", "createdat", "created", "dategmt", "commentdategmt", "publishedat", "published", "datepublished", "postedat", "posttime", "postdate", "dateinserted", "insertedat", "creationdate", "createdon", "datecreated", "createtime", "createat", "submittedat", "sentat", "date", "time", "timestamp", "ts", "dateline", "commentdate", "indexedat"];

    internal static readonly string[] EditTimeNames = ["editedat", "editedunixtime", "lasteditedat", "lasteditdate", "timestampedited", "editedtimestamp", "editdate", "edit", "edited", "modifiedat", "modified", "lastmodified", "updatedat", "updated", "dateupdated"];

    internal static readonly string[] ScoreNames = ["score", "points", "votes", "likes", "likecount", "upvotes", "karma", "votecount", "reactioncount", "reactionscore", "favourites", "favouritescount", "ups"];

    internal static readonly string[] Titles = ["title", "headline", "subject", "postsubject", "topictitle", "threadtitle"];

    internal static readonly string[] Addresses = ["permalink", "commentsurl", "webpageurl", "shortidurl", "viewurl", "canonicalurl", "pageurl", "htmlurl", "link", "url", "uri"];

    internal static readonly string[] Depths = ["depth", "level", "indentlevel", "indent", "nestinglevel"];

    internal static readonly string[] Gone = ["deleted", "delete", "isdeleted", "isdeletedbyauthor", "notfound", "deletedat"];

    internal static readonly string[] Removed = ["removed", "isremoved", "ismoderated"];

    internal static readonly string[] Hidden = ["spam", "isspam", "hidden", "ishidden", "isminimized", "blocked"];

    internal static readonly string[] States = ["state", "status", "messagestate", "visibility"];

    internal static readonly string[] Envelopes = ["comment", "snippet", "toplevelcomment", "post", "record", "attributes", "node", "status", "message", "fields", "source", "data"];

    internal static readonly string[] Attached = ["attachments", "files", "media", "images", "photos"];

    internal static readonly string[] Personal = ["email", "mail", "authoremail", "remoteaddr", "ip", "ipaddress", "authorip"];

    private static readonly FrozenDictionary<string, NameUses> Uses = new (NameUses Use, IEnumerable<string> Names)[]
    {
        (NameUses.Text, Texts),
        (NameUses.Key, Ids),
        (NameUses.Parent, ParentNames),
        (NameUses.Author, Authors.Concat(AuthorIds)),
        (NameUses.Time, TimeNames),
        (NameUses.State, Gone.Concat(Removed).Concat(States).Append("mode")),
        (NameUses.Envelope, Envelopes),
        (NameUses.Title, Titles),
        (NameUses.Address, Addresses),
    }.SelectMany(each => each.Names.Select(name => (name, each.Use))).GroupBy(each => each.name, each => each.Use).ToFrozenDictionary(each => each.Key, each => each.Aggregate((one, other) => one | other), StringComparer.Ordinal);

    /// <summary>What a member of that name may be for.</summary>
    internal static NameUses UsesOf(string folded) => Uses.GetValueOrDefault(folded);
}
