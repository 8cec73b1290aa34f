using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgMap.Argumentation.Exchange.Argdown;

/// <summary>Takes an Argdown text apart (argdown.org, version 2): statements, arguments with premises and conclusions, relations, tags, headings, comments, front matter.</summary>
/// <remarks>Linear in the length of the text; nesting of any depth is read without recursion.</remarks>
public sealed partial class ArgdownParser
{
    private readonly ArgdownDocument document = new();
    private readonly HashSet<(ArgdownRelationType, ArgdownEntity, ArgdownEntity, string)> known = [];

    /// <summary>What a line further in would be about: the lines it could hang from, by indentation.</summary>
    private readonly Stack<(int Indent, ArgdownEntity Entity)> above = new();

    private int untitledStatements;
    private int untitledArguments;

    /// <summary>What is being read; its text may go on in the next line.</summary>
    private Open? open;
    private Structure? structure;
    private string? argumentAbove;
    private bool afterEmptyLine = true;
    private int headingLevel = int.MaxValue;

    private ArgdownParser()
    {
    }

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>What it says; when <see cref="ArgdownDocument.Problems"/> is not empty, as far as it could be read.</returns>
    public static ArgdownDocument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new ArgdownParser();
        parser.Read(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        return parser.document;
    }

    private void Read(string text)
    {
        var lines = ArgdownComments.BlotOut(text, out var unclosed).Split('\n');
        if (unclosed >= 0)
        {
            var before = text[..unclosed];
            Problem(before.Count(character => character == '\n') + 1, unclosed - before.LastIndexOf('\n'), "A comment begins here and is never closed. Close it, or take it out.");
        }

        for (var index = SkipFrontMatter(lines); index < lines.Length; index++)
        {
            var line = lines[index];
            var content = line.Trim(' ', '\t', ArgdownComments.Blot);
            if (content.Length == 0)
            {
                if (!line.Contains(ArgdownComments.Blot, StringComparison.Ordinal))
                {
                    EndBlock();
                }

                continue;
            }

            var indent = line.Length - line.TrimStart(' ', '\t').Length;
            index = ReadLine(lines, index, indent, line[indent..].TrimEnd());
            afterEmptyLine = false;
        }

        EndBlock();
        if (document.ProblemList.Count == 0 && document.StatementsByTitle.Count + document.ArgumentsByTitle.Count == 0)
        {
            Problem(1, 1, "There is no statement in this text. Write one, such as “[A]: It is so.”");
        }
    }

    private int ReadLine(string[] lines, int index, int indent, string content)
    {
        var number = index + 1;
        if (afterEmptyLine && Heading().Match(content) is { Success: true } heading)
        {
            ReadHeading(heading);
        }
        else if (structure is not null && Rule().IsMatch(content))
        {
            return ReadInference(lines, index, indent, content);
        }
        else if (indent == 0 && (structure is not null || afterEmptyLine) && Numbered().Match(content) is { Success: true } proposition)
        {
            Close();
            structure ??= BeginStructure(number);
            Begin(proposition.Groups["rest"].Value, number, proposition.Groups["rest"].Index + 1, indent, structure);
        }
        else if (Relation().Match(content) is { Success: true } relation && (indent > 0 || open is null))
        {
            ReadRelation(relation, number, indent);
        }
        else if (open is not null && !(indent == 0 && Titled().IsMatch(content)))
        {
            open.Text.Append(' ').Append(content);
        }
        else
        {
            EndBlock();
            Begin(content, number, indent + 1, indent, null);
            argumentAbove = open!.Entity.Kind is ArgdownEntityKind.Argument ? open.Entity.Title : null;
        }

        return index;
    }

    private void ReadRelation(Match relation, int number, int indent)
    {
        Close();
        while (above.TryPeek(out var last) && last.Indent >= indent)
        {
            above.Pop();
        }

        if (!above.TryPeek(out var parent))
        {
            Problem(number, indent + 1, $"“{relation.Groups["sign"].Value}” relates to nothing: the line above it is empty, or stands as far in as this one. Put it directly below what it is about, two spaces further in.");
            return;
        }

        Begin(relation.Groups["rest"].Value, number, indent + relation.Groups["rest"].Index + 1, indent, null);
        open!.About = parent.Entity;
        open.Sign = relation.Groups["sign"].Value;
    }

    private int ReadInference(string[] lines, int index, int indent, string content)
    {
        Close();
        if (content == "--")
        {
            var end = Array.FindIndex(lines, index + 1, line => line.Trim(' ', '\t', ArgdownComments.Blot) == "--");
            if (end < 0)
            {
                Problem(index + 1, indent + 1, "An inference begins here with “--” and is never closed by a second “--”.");
                return index;
            }

            document.LossList.Add("names of inferences");
            index = end;
        }

        structure!.Infer();
        above.Clear();
        above.Push((indent, new ArgdownEntity(ArgdownEntityKind.Inference, structure.Argument, structure.Count)));
        return index;
    }

    private void ReadHeading(Match heading)
    {
        var tags = new List<string>();
        var title = ArgdownWords.Read(heading.Groups["title"].Value, tags, document.LossList);
        AddTags(tags);
        if (heading.Groups["level"].Length < headingLevel)
        {
            headingLevel = heading.Groups["level"].Length;
            document.SectionList.Clear();
        }

        if (heading.Groups["level"].Length == headingLevel)
        {
            document.SectionList.Add(title);
        }

        document.LossList.Add("headings");
    }

    private Structure BeginStructure(int number)
    {
        var title = argumentAbove ?? $"Untitled {(++untitledArguments).ToString(CultureInfo.InvariantCulture)}";
        Member(document.ArgumentsByTitle, title, number);
        return new Structure(title, number);
    }

    /// <summary>Begins a statement or an argument; its text is known when the next begins.</summary>
    private void Begin(string content, int number, int column, int indent, Structure? proposition)
    {
        var head = Titled().Match(content) is { Success: true } titled ? titled : Referred().Match(content);
        var entity = head.Groups["statement"].Success ? new ArgdownEntity(ArgdownEntityKind.Statement, head.Groups["statement"].Value.Trim())
            : head.Groups["argument"].Success ? new ArgdownEntity(ArgdownEntityKind.Argument, head.Groups["argument"].Value.Trim())
            : new ArgdownEntity(ArgdownEntityKind.Statement, $"Untitled {(++untitledStatements).ToString(CultureInfo.InvariantCulture)}");
        if (proposition is not null && entity.Kind is ArgdownEntityKind.Argument)
        {
            Problem(number, column, "A premise or conclusion is a statement, and this is an argument. Write [Title] instead of <Title>.");
        }

        Member(entity.Kind is ArgdownEntityKind.Argument ? document.ArgumentsByTitle : document.StatementsByTitle, entity.Title, number);
        open = new Open(entity, number, head.Success ? content[head.Length..] : content);
        if (proposition is not null)
        {
            proposition.Add(entity.Title, document);
            above.Clear();
        }

        above.Push((indent, entity));
    }

    /// <summary>What is being read is complete.</summary>
    private void Close()
    {
        if (open is null)
        {
            return;
        }

        var tags = new List<string>();
        var text = ArgdownWords.Read(open.Text.Replace(ArgdownComments.Blot, ' ').ToString(), tags, document.LossList);
        AddTags(tags);
        var entity = open.Entity;
        var member = Member(entity.Kind is ArgdownEntityKind.Argument ? document.ArgumentsByTitle : document.StatementsByTitle, entity.Title, open.Line);
        member.Text ??= text.Length > 0 ? text : null;
        member.Tags.UnionWith(tags);
        if (open.About is { } about)
        {
            var isDownward = open.Sign.EndsWith('>') && open.Sign != "><";
            var (from, to) = isDownward || open.Sign == "><" ? (about, entity) : (entity, about);
            var type = open.Sign.Trim('<', '>') switch
            {
                "+" => ArgdownRelationType.Support,
                "-" => ArgdownRelationType.Attack,
                "_" => ArgdownRelationType.Undercut,
                _ => ArgdownRelationType.Contradictory,
            };
            if (known.Add((type, from, to, string.Join(' ', tags))))
            {
                document.RelationList.Add(new ArgdownRelation(type, from, to, [.. tags], open.Line));
            }
        }

        open = null;
    }

    private void EndBlock()
    {
        Close();
        if (structure is { } ended)
        {
            structure = null;
            argumentAbove = null;
            if (!ended.HasInference)
            {
                Problem(ended.Line, 1, "These numbered premises lead nowhere: a line “----” and a conclusion are missing below them.");
            }
            else if (!ended.IsConcluded)
            {
                Problem(ended.Line, 1, "The last of these numbered lines has no inference above it. Put a line “----” above the conclusion.");
            }
        }

        above.Clear();
        afterEmptyLine = true;
    }

    private int SkipFrontMatter(string[] lines)
    {
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (first < 0 || !lines[first].StartsWith("===", StringComparison.Ordinal))
        {
            return 0;
        }

        var last = Array.FindIndex(lines, first + 1, line => line.StartsWith("===", StringComparison.Ordinal));
        if (last < 0)
        {
            Problem(first + 1, 1, "Front matter begins here with “===” and is never closed by a second “===”.");
            return lines.Length;
        }

        document.LossList.Add("front matter");
        return last + 1;
    }

    private void AddTags(List<string> tags) => document.TagSet.UnionWith(tags);

    private void Problem(int line, int column, string message) => document.ProblemList.Add(new ArgdownProblem(line, column, message));

    private static ArgdownMember Member(Dictionary<string, ArgdownMember> members, string title, int line)
    {
        if (!members.TryGetValue(title, out var member))
        {
            members[title] = member = new ArgdownMember(title, line);
        }

        return member;
    }

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<title>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:-{4,}|--|--\s.*\s--)$", RegexOptions.None, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\(\d+\)\s+(?<rest>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<sign>\+>|<\+|\+|->|<-|-|_>|<_|_|><)(\s+|(?=[\[<@]))(?<rest>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Relation();

    [GeneratedRegex(@"^(\[(?<statement>[^\[\]]+)\]|<(?<argument>[^<>]+)>)\s*:(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Titled();

    [GeneratedRegex(@"^@?(\[(?<statement>[^\[\]]+)\](?!\()|<(?<argument>[^<>]+)>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Referred();

    private sealed class Open(ArgdownEntity entity, int line, string text)
    {
        public ArgdownEntity Entity => entity;

        public int Line => line;

        public StringBuilder Text { get; } = new(text);

        /// <summary>What it hangs from, when it hangs from something, and by which sign.</summary>
        public ArgdownEntity? About { get; set; }

        public string Sign { get; set; } = "";
    }

    /// <summary>A premise-conclusion structure that is being read.</summary>
    private sealed class Structure(string argument, int line)
    {
        private readonly List<string> premises = [];
        private bool concludesNext;

        public string Argument => argument;

        public int Line => line;

        /// <summary>How many premises and conclusions there are so far.</summary>
        public int Count { get; private set; }

        public bool HasInference { get; private set; }

        /// <summary>Whether the last line is a conclusion.</summary>
        public bool IsConcluded { get; private set; }

        public void Infer() => HasInference = concludesNext = true;

        public void Add(string statement, ArgdownDocument document)
        {
            IsConcluded = concludesNext;
            if (concludesNext)
            {
                if (!document.InferencesOf.TryGetValue(argument, out var inferences))
                {
                    document.InferencesOf[argument] = inferences = [];
                }

                inferences.Add(new ArgdownInference([.. premises], statement, Count));
                premises.Clear();
                concludesNext = false;
            }

            // What was concluded is a premise of what is inferred further down.
            premises.Add(statement);
            Count++;
        }
    }
}
