namespace ArgMap.Server.Tests.Text;

/// <summary>Twenty inputs of each kind that people have used, or could, to make a page do what it should not.</summary>
public static class HostileInputs
{
    public static TheoryData<string> Scripts => Twenty(
        "<script>alert(1)</script>",
        "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\n>alert(1)</script\n>",
        "<script/xss src=//evil.example></script>",
        "<<SCRIPT>alert(1);//<</SCRIPT>",
        "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "> <script>alert(1)</script>",
        "- item\n  <script>alert(1)</script>",
        "    <script>alert(1)</script>",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "`</code><script>alert(1)</script>`",
        "```\"><script>alert(1)</script>\nx\n```",
        "[a](https://example.org \"</a><script>alert(1)</script>\")",
        "![</a><script>alert(1)</script>](https://example.org/x.png)",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "<svg><script>alert(1)</script></svg>",
        "<noscript><p title=\"</noscript><script>alert(1)</script>\">");

    public static TheoryData<string> EventHandlers => Twenty(
        "<img src=x onerror=alert(1)>",
        "<body onload=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=# onclick=alert(1)>x</a>",
        "<details open ontoggle=alert(1)>x</details>",
        "<input autofocus onfocus=alert(1)>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
        "<video><source onerror=alert(1)></video>",
        "<div style=\"background:url(javascript:alert(1))\">",
        "<form action=javascript:alert(1)><button>go</button></form>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<base href=https://evil.example/>",
        "[a](https://example.org \"x\\\" onmouseover=alert(1) y=\\\"\")",
        "[a](https://example.org/\"onmouseover=alert(1))",
        "![x\" onerror=\"alert(1)](https://example.org/x.png)",
        "<https://example.org/\"onmouseover=\"alert(1)>");

    public static TheoryData<string> ScriptLinks => Twenty(
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a](  javascript:alert(1)  )",
        "[a](java&#115;cript:alert(1))",
        "[a](&#106;&#97;&#118;&#97;script:alert(1))",
        "[a](&#x6A;avascript&colon;alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](java&NewLine;script:alert(1))",
        "[a](&#1;javascript:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](javascript&#58;alert(1))",
        "[a](j\u200Bavascript:alert(1))",
        "[a](javascript:%61lert(1))",
        "[a][r]\n\n[r]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![a](javascript:alert(1))",
        "[![a](https://example.org/x.png)](javascript:alert(1))",
        "[a](javascript://https://example.org/%0Aalert(1))",
        "[a](feed:javascript:alert(1))");

    public static TheoryData<string> DataLinks => Twenty(
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](<data:text/html,<script>alert(1)</script>>)",
        "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[a](DATA:text/html;base64,PHNjcmlwdD4=)",
        "[a](d&#97;ta:text/html;base64,PHNjcmlwdD4=)",
        "[a](data&colon;text/html;base64,PHNjcmlwdD4=)",
        "[a](da&Tab;ta:text/html;base64,PHNjcmlwdD4=)",
        "![a](data:image/svg+xml;base64,PHN2Zz4=)",
        "<data:text/html;base64,PHNjcmlwdD4=>",
        "[a][r]\n\n[r]: data:text/html;base64,PHNjcmlwdD4=",
        "[a](vbscript:msgbox(1))",
        "[a](VBScript:msgbox(1))",
        "[a](vb&#115;cript:msgbox(1))",
        "<vbscript:msgbox(1)>",
        "[a](file:///etc/passwd)",
        "[a](blob:https://example.org/1)",
        "[a](view-source:https://example.org)",
        "[a](intent://example.org#Intent;scheme=https;end)",
        "[a](ms-word:ofe|u|https://evil.example/x.docx)",
        "ftp://example.org/x tel:123 [a](tel:123)");

    public static TheoryData<string> ForeignHosts => Twenty(
        "[a](//evil.example)",
        "[a](/\\evil.example)",
        "[a](\\\\evil.example)",
        "[a](/\u200B/evil.example)",
        "[a](/&#x200B;/evil.example)",
        "[a](/&Tab;/evil.example)",
        "[a](&#47;/evil.example)",
        "[a](<\t//evil.example>)",
        "[a](https:evil.example)",
        "[a](https:/evil.example)",
        "[a](https:\\\\evil.example)",
        "[a](http:///evil.example)",
        "[a](https://bank.example@evil.example/)",
        "[a](https://bank.example:pw@evil.example/)",
        "[a](https://)",
        "[a](https://[::1)",
        "[a](https://exa mple.org)",
        "[a](evil.example)",
        "[a](../../sign-out)",
        "[a](?returnUrl=//evil.example)");

    public static TheoryData<string> BrokenNesting => Twenty(
        "**a *b** c*",
        "*a **b* c**",
        "[a [b](https://example.org) c](https://example.net)",
        "[a ![b](https://example.org) c](https://example.net)",
        "[https://example.org](https://example.net)",
        "[#12](https://example.org) and #12",
        "![[a](https://example.org)](https://example.net)",
        "</p></div></main><h1>Mine</h1>",
        "<div><p><b>unclosed",
        "<!-- unclosed",
        "<![CDATA[ x ]]> <?php x ?> <!DOCTYPE html>",
        "```\nunclosed fence",
        "> ```\nnot in the fence",
        "`unclosed",
        "[unclosed](https://example.org",
        "[unclosed][",
        "~~a **b~~ c**",
        "1. a\n   > b\n- c\n      d\n   ***",
        "| a | b |\n|---|\n| [x](javascript:alert(1)) |",
        "Heading\n===\n# </h1><h1>\n###### six");

    public static TheoryData<string, string> HugeNesting => Named(
        ("quotes", Repeat(">", 10_000) + "x"),
        ("spaced quotes", Repeat("> ", 10_000) + "x"),
        ("quotes on many lines", Repeat(Repeat(">", 400) + "x\n", 100)),
        ("bullets on a line", Repeat("- ", 10_000) + "x"),
        ("numbers on a line", Repeat("1. ", 10_000) + "x"),
        ("bullets step by step", string.Concat(Enumerable.Range(0, 300).Select(level => new string(' ', 2 * level) + "- x\n"))),
        ("quotes and bullets", Repeat("> - ", 10_000) + "x"),
        ("stars around", Repeat("*", 10_000) + "x" + Repeat("*", 10_000)),
        ("emphasis in emphasis", Repeat("*a **b ", 10_000) + Repeat("** *", 5_000)),
        ("tildes around", Repeat("~~", 10_000) + "x" + Repeat("~~", 10_000)),
        ("columns", Repeat("|a", 10_000) + "\n" + Repeat("|-", 10_000) + "\n" + Repeat("|b", 10_000)),
        ("bars that are no table", Repeat("|", 20_000) + "\n" + Repeat("a|", 10_000)),
        ("rows", "|a|b|\n|-|-|\n" + Repeat("|c|d|\n", 8_000)),
        ("opening brackets", Repeat("[", 50_000)),
        ("brackets around", Repeat("[", 10_000) + "x" + Repeat("](https://example.org)", 2_000)),
        ("pictures around", Repeat("![", 10_000) + "x" + Repeat("](/x)", 10_000)),
        ("backticks of every length", string.Concat(Enumerable.Range(1, 400).Select(length => new string('`', length) + "x"))),
        ("opening tags", Repeat("<a<b", 20_000)),
        ("parentheses in an address", "[a](" + Repeat("(", 20_000) + Repeat(")", 20_000) + ")"),
        ("character references", Repeat("&", 40_000) + Repeat("&#x202E;", 5_000)));

    public static TheoryData<string> RightToLeft => Twenty(
        "access\u202Etxt.exe", "\u202Dleft", "\u202Aembedded\u202C", "\u202Bembedded\u202C", "\u2066isolated\u2069",
        "\u2067isolated\u2069", "\u2068isolated\u2069", "\u200Emark", "\u200Fmark", "\u061Cmark",
        "&#x202E;reference", "&#8238;reference", "[\u202Eelgoog](https://example.org)", "[a](https://example.org/\u202Emoc.elpmaxe)", "`\u202Ecode`",
        "```\n\u202Ecode\n```", "**\u202E", "\u202E\u202E\u202E\u202E\u202Eunclosed", "<https://example.org/\u202E>", "> \u2067quoted\n\nafter");

    public static TheoryData<string> ZeroWidth => Twenty(
        "a\u200Bb", "a\u200Cb", "a\u200Db", "a\u2060b", "a\uFEFFb",
        "a\u00ADb", "a\u180Eb", "a\u034Fb", "a\u2061\u2062\u2063\u2064b", "a\uFE0F\uFE0F\uFE0Fb",
        "a\U000E0041\U000E0042b", "a\U000E0101b", "a\u206Ab\u206Fc", "a\u0000b\u0007c\u001Bd\u007F", "a\u0085b\u2028c\u2029d",
        "&#x200B;&#8203;&ZeroWidthSpace;x", "\u200Bjavascript:alert(1)", "*\u200B*bold*\u200B*", "Z" + Repeat("\u0300", 500), "\uFFF9a\uFFFAb\uFFFBc");

    public static TheoryData<string, string> Megabytes => Named(
        ("letters", Megabyte("a")), ("words", Megabyte("word ")), ("lines", Megabyte("line\n")), ("paragraphs", Megabyte("p\n\n")), ("CR LF", Megabyte("\r\n")),
        ("stars", Megabyte("*")), ("brackets", Megabyte("[")), ("links", Megabyte("[a](https://example.org) ")), ("quotes", Megabyte(">")), ("bullets", Megabyte("- a\n")),
        ("backticks", Megabyte("`")), ("fences", Megabyte("```\n")), ("addresses", Megabyte("https://example.org/ ")), ("numbers", Megabyte("#12 ")), ("references", Megabyte("[a]: /b\n")),
        ("ampersands", Megabyte("&")), ("accents", Megabyte("e\u0301")), ("zero-width", Megabyte("\u200B")), ("emoji", Megabyte("\U0001F600")), ("tags", Megabyte("<b>")));

    private static string Megabyte(string piece) => Repeat(piece, (1 << 20) / piece.Length);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static TheoryData<string> Twenty(params string[] inputs)
    {
        Assert.Equal(20, inputs.Distinct().Count());
        return [.. inputs];
    }

    private static TheoryData<string, string> Named(params (string Name, string Text)[] inputs)
    {
        Assert.Equal(20, inputs.Select(input => input.Text).Distinct().Count());
        var data = new TheoryData<string, string>();
        foreach (var (name, text) in inputs)
        {
            data.Add(name, text);
        }

        return data;
    }
}
