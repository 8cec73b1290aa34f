using System.Text;
using AngleSharp.Dom;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.WebPage;

/// <summary>Finds what on a page repeats as posts do: elements of one shape, most of which have words, a writer, a time and a key of their own.</summary>
internal static class PostShapes
{
    private const int MostShapes = 400, MostMembers = 20_000, MostLooked = 60, MostAround = 4;

    private static readonly HashSet<string> Possible = new(StringComparer.Ordinal) { "article", "div", "li", "tr", "section", "table", "dl", "dd", "td", "details" };

    private static readonly string[] PostWords = ["comment", "post", "message", "reply", "thread-item", "answer", "topic", "review", "entry", "comtr", "feedback"];

    private static readonly string[] NoPostWords = ["nav", "menu", "sidebar", "related", "widget", "footer", "breadcrumb", "pagination", "toolbar", "share", "recent", "form", "signature", "avatar", "advert", "cookie", "tags", "list-wrap"];

    /// <summary>The elements of the shape that looks most like posts, in the order of the page; none when nothing does.</summary>
    internal static List<IElement> Find(IElement root)
    {
        var shapes = new Dictionary<string, List<IElement>>(StringComparer.Ordinal);
        foreach (var element in NodeText.Elements(root, IsLookedInto))
        {
            if ((Possible.Contains(element.LocalName) || element.LocalName.Contains('-', StringComparison.Ordinal)) && !IsNotice(element) && Shape(element) is { } shape && (shapes.Count < MostShapes || shapes.ContainsKey(shape)))
            {
                var members = shapes.TryGetValue(shape, out var known) ? known : shapes[shape] = [];
                if (members.Count < MostMembers)
                {
                    members.Add(element);
                }
            }
        }

        var best = shapes.Where(pair => pair.Value.Count > 1).Select(pair => (pair.Value, Worth: Worth(pair.Value))).Where(found => found.Worth > 0).ToList();
        var posts = best.OrderByDescending(found => found.Worth).Select(found => found.Value).FirstOrDefault(members => !AreHeads(members));
        return posts is null ? [] : Held(WithoutWayOn(WithAlike(posts)));
    }

    /// <summary>Only who and when, with the words beside them: where a page breaks off after its first post, heads are all that repeats.</summary>
    private static bool AreHeads(List<IElement> members)
    {
        var set = members.ToHashSet();
        var looked = Looked(members);
        return looked.Count(member => IsHead(member, set)) * 2 > looked.Count;
    }

    private static bool IsHead(IElement member, HashSet<IElement> set)
    {
        var outer = member.ParentElement;
        for (var level = 0; level < MostAround && outer is not null && !NodeText.Elements(outer).Where(set.Contains).Skip(1).Any(); level++)
        {
            if (new PostParts(outer, _ => false).Body is { } words && !NodeText.IsWithin(words, member, null) && !NodeText.IsWithin(member, words, null))
            {
                return true;
            }

            outer = outer.ParentElement;
        }

        return false;
    }

    private static List<IElement> Looked(List<IElement> members) => members.Count <= MostLooked ? members : [.. members.Where((_, index) => index % (members.Count / MostLooked) == 0)];

    /// <summary>Whether nothing comes after it on the page, as where the page breaks off within it.</summary>
    private static bool IsLast(IElement element)
    {
        var at = element;
        while (at is not null && at.NextElementSibling is null)
        {
            at = at.ParentElement;
        }

        return at is null;
    }

    /// <summary>The posts without what is drawn like them below the last: links that lead elsewhere.</summary>
    private static List<IElement> WithoutWayOn(List<IElement> members)
    {
        var set = members.ToHashSet();
        return members.Count > 2 && new PostParts(members[^1], set.Contains) is { HasAuthor: false, TimeAsWritten: null, Key: null, LinkedShare: > 0 }
            && members.SkipLast(1).All(member => new PostParts(member, set.Contains) is { HasAuthor: true, TimeAsWritten: not null }) ? members[..^1] : members;
    }

    /// <summary>The posts with the head that each has beside it, as where a program draws both in an element that holds nothing else: only with it they say when they were written.</summary>
    private static List<IElement> Held(List<IElement> members)
    {
        var holders = members.Select(member => member.ParentElement).OfType<IElement>().ToList();
        var set = holders.ToHashSet();
        return set.Count == members.Count && holders.TrueForAll(holder => holder.LocalName == holders[0].LocalName && holder.ParentElement == holders[0].ParentElement)
            && members.TrueForAll(member => !new PostParts(member, _ => false).HasTime) && holders.TrueForAll(holder => new PostParts(holder, _ => false).TimeAsWritten is not null) ? holders : members;
    }

    /// <summary>The one post of a page on which nothing repeats: the innermost element that is called one and says who, when and which; none when nothing does.</summary>
    /// <param name="root">The page.</param>
    /// <param name="isMeant">Which elements may be it.</param>
    internal static List<IElement> FindOne(IElement root, Func<IElement, bool> isMeant)
    {
        IElement? one = null;
        foreach (var element in NodeText.Elements(root, IsLookedInto).Where(element => Possible.Contains(element.LocalName) && IsCalledPost(element) && isMeant(element) && !IsNotice(element)).Take(MostLooked))
        {
            if ((one is null || NodeText.IsWithin(element, one, null)) && new PostParts(element, _ => false) is { TextLength: >= 2, HasAuthor: true, TimeAsWritten: not null, Key: not null, Body: not null } && !IsHead(element, [element]))
            {
                one = element;
            }
        }

        return one is null ? [] : [one];
    }

    private static bool IsCalledPost(IElement element) =>
        $"{element.ClassName} {element.Id}".ToLowerInvariant() is var name && Array.Exists(PostWords, name.Contains) && !Array.Exists(NoPostWords, name.Contains);

    /// <summary>The posts with those beside them that a class of their own sets apart, as the first of a thread or one by its opener.</summary>
    private static List<IElement> WithAlike(List<IElement> members)
    {
        var common = members[0].ClassList.ToList();
        foreach (var member in members)
        {
            common.RemoveAll(name => !member.ClassList.Contains(name));
        }

        var set = members.ToHashSet();
        var alike = common.Count == 0 ? [] : members.Select(member => member.ParentElement).OfType<IElement>().Distinct().SelectMany(parent => parent.Children)
            .Where(element => !set.Contains(element) && !IsNotice(element) && element.LocalName == members[0].LocalName && common.TrueForAll(element.ClassList.Contains) && new PostParts(element, set.Contains) is { TextLength: >= 2, HasAuthor: true }).ToHashSet();
        return alike.Count == 0 ? members : [.. NodeText.Elements(members[0].Owner!.DocumentElement, element => IsLookedInto(element)).Where(element => set.Contains(element) || alike.Contains(element))];
    }

    /// <summary>Many boards put all posts of a page into a form, for choosing some of them; a form with room to write is what one answers with.</summary>
    private static bool IsLookedInto(IElement element) =>
        element.LocalName is not ("script" or "style" or "nav" or "footer" or "svg" or "select") && (element.LocalName != "form" || element.QuerySelector("textarea") is null);

    /// <summary>What the program itself says between posts: that one was moved, the thread closed, its title changed.</summary>
    private static bool IsNotice(IElement element) => element.GetAttribute("role") == "navigation" || element.ClassList.Any(IsNoticeName) || element.Children.Any(child => child.ClassList.Any(IsNoticeName));

    private static bool IsNoticeName(string name) => name is "EventPost" or "small-action";

    /// <summary>What is alike in the elements of one program: name, first classes, and key with its number taken out.</summary>
    internal static string? Shape(IElement element)
    {
        // An element of a site's own making is a shape by its name.
        if (element.LocalName.Contains('-', StringComparison.Ordinal))
        {
            return element.LocalName;
        }

        var shape = new StringBuilder(element.LocalName);
        var id = WithoutNumbers(element.Id);
        var classes = element.ClassList.Take(6).Select(WithoutNumbers).Where(name => name is not null && !IsState(name)).Distinct(StringComparer.Ordinal).Take(3).ToList();
        if (classes.Count > 0)
        {
            shape.Append('.').AppendJoin('.', classes);
        }
        else if (id is not null && id != element.Id)
        {
            shape.Append('#').Append(id);
        }
        else if (element.GetAttribute("itemtype") is { } type)
        {
            shape.Append('@').Append(type);
        }
        else if (element.LocalName == "article")
        {
            // What stands for itself, whatever it is called.
        }
        else if (element.LocalName == "tr" && element.Children is [{ ClassName.Length: > 0 } cell, _, ..])
        {
            // Boards made of tables name only cells; a post is told from the row of buttons below it by what its first cell holds.
            shape.Append('>').AppendJoin(',', element.Children.Select(child => WithoutNumbers(child.ClassName))).Append('>')
                .AppendJoin(',', cell.Children.Select(inner => inner.ClassName).Where(name => !string.IsNullOrEmpty(name)).Distinct(StringComparer.Ordinal).Take(3));
        }
        else
        {
            return null;
        }

        return shape.ToString();
    }

    /// <summary>Classes that differ between posts of one thread: odd and even, first and last, how deep, whose.</summary>
    private static bool IsState(string name) =>
        name is "odd" or "even" or "alt" or "thread-odd" or "thread-even" or "first" or "last" or "new" or "unread" or "bg" or "bypostauthor" or "byuser" or "parent" or "op" or "collapsed" or "online" or "offline" or "has-children" or "thread-alt" or "alternate" or "selected" or "deleted" or "noncollapsed"
            || name.EndsWith("odd", StringComparison.Ordinal) || name.EndsWith("even", StringComparison.Ordinal) || name is "firstpost" or "lastpost"
            || name.StartsWith("depth", StringComparison.Ordinal) || name.StartsWith("level", StringComparison.Ordinal) || name.StartsWith("comment-author-", StringComparison.Ordinal) || name.StartsWith("indent", StringComparison.Ordinal);

    private static string? WithoutNumbers(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var without = new string([.. name.Where(character => !char.IsAsciiDigit(character))]).TrimEnd('-', '_');
        return without.Length == 0 ? null : without;
    }

    private static double Worth(List<IElement> members)
    {
        var set = members.ToHashSet();
        // What a page breaks off in may lack everything.
        var looked = Looked(new PostParts(members[^1], set.Contains) is { HasAuthor: true, TextLength: >= 2 } || !IsLast(members[^1]) ? members : members[..^1]);
        var (words, who, when, key, linked) = (0, 0, 0, 0, 0.0);
        double length = 0;
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (var member in looked)
        {
            var parts = new PostParts(member, set.Contains);
            words += parts.TextLength >= 2 ? 1 : 0;
            who += parts.HasAuthor ? 1 : 0;
            when += parts.HasTime ? 1 : 0;
            key += parts.Key is not null ? 1 : 0;
            linked += parts.LinkedShare;
            length += Math.Min(parts.TextLength, 600);
            texts.Add(parts.Start);
        }

        double count = looked.Count;
        // Menus are links, and templates repeat the same words; of a short comment, name and time may be most.
        if (words / count < 0.6 || linked / count > (who + when > count * 1.6 ? 0.95 : 0.7) || texts.Count < count * 0.5 || who + when + key < count * 0.8)
        {
            return 0;
        }

        var name = $"{members[0].LocalName} {members[0].ClassName} {members[0].Id}".ToLowerInvariant();
        var named = (Array.Exists(PostWords, name.Contains) ? 1.0 : 0) - (Array.Exists(NoPostWords, name.Contains) ? 1.2 : 0);
        var evidence = (1.2 * who / count) + (1.5 * when / count) + (0.8 * key / count) + named - (linked / count);
        return evidence <= 0.8 ? 0 : evidence * Math.Sqrt(members.Count) * Math.Sqrt(length / count);
    }
}
