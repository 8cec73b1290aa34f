using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ArgMap.Argumentation.Maps;
using Microsoft.OpenApi;

namespace ArgMap.Server.Shell;

/// <summary>
/// Descriptions come from the comments of the code, in which a reference to another member is written as the code knows it ("int Node.MaxTextLength"). Whoever reads
/// the description of the API knows neither the class nor its constant: they are told the number, or the name that the other member has in JSON.
/// </summary>
internal static partial class CodeWords
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Assembly[] Ours = [typeof(CodeWords).Assembly, typeof(Node).Assembly];

    /// <summary>Says them in the reader's words, in every description of what a document's parts hold.</summary>
    /// <exception cref="InvalidOperationException">A description names what is not there.</exception>
    public static void Translate(OpenApiDocument document)
    {
        foreach (var schema in (document.Components?.Schemas?.Values ?? []).SelectMany(part => (IEnumerable<IOpenApiSchema>)[part, .. part.Properties?.Values ?? []]))
        {
            // A part that refers to another has that one's description until it is given one of its own.
            if (schema.Description is { } description && Reference().IsMatch(description))
            {
                schema.Description = Reference().Replace(description, found => Word(found.Groups["type"].Value, found.Groups["member"].Value));
            }
        }
    }

    private static string Word(string type, string member)
    {
        var owner = Ours.SelectMany(assembly => assembly.GetTypes()).First(each => each.Name == type && each.GetMember(member, All).Length > 0);
        return owner.GetField(member, All)?.GetRawConstantValue() is { } constant
            ? string.Create(CultureInfo.InvariantCulture, $"{constant:N0}")
            : $"`{JsonNamingPolicy.CamelCase.ConvertName(member)}`";
    }

    [GeneratedRegex(@"\bint (?<type>\w+)\.(?<member>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
