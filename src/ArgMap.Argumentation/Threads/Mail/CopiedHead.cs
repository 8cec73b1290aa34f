using System.Text.RegularExpressions;
using ArgMap.Argumentation.Threads.Reading;

namespace ArgMap.Argumentation.Threads.Mail;

/// <summary>The head of a mail as programs copy it over what they quote, in any of a few languages.</summary>
/// <param name="Lines">How many lines it takes, with the line that announces it.</param>
/// <param name="Writer">Who wrote the mail, without an address.</param>
/// <param name="Time">When, as written there.</param>
/// <param name="Subject">What about.</param>
internal sealed partial record CopiedHead(int Lines, string Writer, string Time, string? Subject)
{
    private const int MostFields = 12;

    private static readonly string[] Subjects = ["Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Onderwerp", "Ämne", "Emne", "Temat", "Тема", "Assunto"];

    private static readonly string[] Writers = ["From", "Von", "De", "Da", "Van", "Från", "Fra", "Od", "От"], Times = ["Sent", "Date", "Gesendet", "Datum", "Envoyé", "Enviado", "Enviado el", "Fecha", "Inviato", "Data", "Verzonden", "Skickat", "Sendt", "Wysłano", "Отправлено", "Дата"];

    /// <summary>The head that begins on a line: after an announcement, a rule, a blank line or nothing.</summary>
    internal static CopiedHead? At(string[] lines, int at)
    {
        var head = Original().IsMatch(lines[at]) ? at + 1 : Field(lines[at], Writers) is not null && (at == 0 || lines[at - 1].Trim(' ', '_', '-').Length == 0) ? at : -1;
        var fields = 0;
        while (head >= 0 && head + fields < lines.Length && (OriginalField().IsMatch(lines[head + fields]) || (fields > 0 && lines[head + fields].Trim().Length > 0)) && fields < MostFields)
        {
            fields++;
        }

        if (fields < 2 || First(Times) is not { } time)
        {
            return null;
        }

        return new CopiedHead(head + fields - at, WithoutAddress(First(Writers)), time.Trim(' ', '*'), First(Subjects));

        string? First(string[] names) => lines[head..(head + fields)].Select(line => Field(line, names)).FirstOrDefault(value => value is not null);
    }

    private static string? Field(string line, string[] names) =>
        OriginalField().Match(line) is { Success: true } field && Array.Exists(names, name => field.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase)) ? field.Groups["value"].Value : null;

    private static string WithoutAddress(string? from) => PlainText.NameWithoutAddress(Address().Replace(from ?? "", "")).Name is { Length: > 0 } name ? name.Trim(' ', '"', '\'', '<', '>', '[', ']') : "Somebody";

    [GeneratedRegex(@"^\s*-{2,}\s*(Original Message|Original Appointment|Forwarded message|Ursprüngliche Nachricht|Originalnachricht|Weitergeleitete Nachricht|Message d'origine|Message transféré|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Ursprungligt meddelande|Mensagem original)\s*-{2,}\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Original();

    [GeneratedRegex(@"^\*{0,2}(?<name>From|Sent|Date|To|Cc|Subject|Reply-To|Importance|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet|Enviado( el)?|Fecha|Para|Asunto|Da|Inviato|Data|A|Oggetto|Van|Verzonden|Aan|Onderwerp|Från|Skickat|Till|Ämne|Fra|Sendt|Til|Emne|Od|Wysłano|Do|Temat|От|Отправлено|Дата|Кому|Тема)\s?:\*{0,2}\s+(?<value>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OriginalField();

    [GeneratedRegex(@"\[[^\]]*\]|\\?<[^>]*>|[\w.%+-]+@…|^.*\b(On Behalf Of|Im Auftrag von|De la part de|En nombre de)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
