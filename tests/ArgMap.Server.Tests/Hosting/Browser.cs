using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ArgMap.Server.Tests.Hosting;

/// <summary>A browser without scripts: keeps cookies, reads pages, fills in the forms it finds on them. It follows no redirect by itself.</summary>
public sealed class Browser(HttpClient http) : IDisposable
{
    /// <summary>The connection, cookies included, for requests that are not pages.</summary>
    public HttpClient Http { get; } = http;

    /// <summary>Opens a page.</summary>
    public async Task<Page> Get(string address) => await Read(await Http.GetAsync(address), address);

    /// <summary>Opens what an answer leads to, as a browser does with a redirect.</summary>
    public Task<Page> Follow(Page answer) => Get(answer.Location ?? throw new InvalidOperationException($"The answer {answer.Status} leads nowhere: {answer.Text}"));

    /// <summary>Sends what no page of ours would.</summary>
    public async Task<Page> Send(HttpRequestMessage request) => await Read(await Http.SendAsync(request), request?.RequestUri?.OriginalString ?? "");

    /// <summary>Opens a page and sends its form of this action.</summary>
    public async Task<Page> Submit(string address, string action, params (string Name, string? Value)[] fields) => await Submit(await Get(address), action, fields);

    /// <summary>Sends the page's form of this action: what it holds already (hidden fields, texts, choices) with these fields filled in.</summary>
    /// <exception cref="InvalidOperationException">The page has no such form.</exception>
    public async Task<Page> Submit(Page page, string action, params (string Name, string? Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(fields);
        var form = page.Document.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(form => form.GetAttribute("action") == action && form.Method == "post")
            ?? throw new InvalidOperationException($"The page at {page.Address} ({page.Status}) has no form to {action}. It says: {page.Text}");
        var sent = Filled(form).Where(held => fields.All(field => field.Name != held.Name))
            .Concat(fields.Where(field => field.Value is not null).Select(field => (field.Name, Value: field.Value!)))
            .Select(field => KeyValuePair.Create(field.Name, field.Value));
        using var content = new FormUrlEncodedContent(sent);
        return await Read(await Http.PostAsync(action, content), action);
    }

    public void Dispose() => Http.Dispose();

    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("checkbox" or "radio") || input.IsChecked:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } box:
                    yield return (name, box.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } choice:
                    foreach (var option in choice.Options.Where(option => option.IsSelected))
                    {
                        yield return (name, option.Value);
                    }

                    break;
            }
        }
    }

    private static async Task<Page> Read(HttpResponseMessage response, string address)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync();
            var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address("http://localhost" + address));
            return new Page(address, response.StatusCode, response.Headers.Location?.OriginalString, document)
            {
                Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            };
        }
    }
}

/// <summary>What a browser got.</summary>
/// <param name="Address">Where it asked.</param>
/// <param name="Status">The status.</param>
/// <param name="Location">Where the answer leads, or null.</param>
/// <param name="Document">The page.</param>
public sealed record Page(string Address, HttpStatusCode Status, string? Location, IDocument Document)
{
    /// <summary>The answer's headers, by name.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>What a reader reads in the main part, with single spaces.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>What the first field that fits a CSS selector holds.</summary>
    public string Value(string selector) => Document.QuerySelector<IHtmlInputElement>(selector)?.Value ?? throw new InvalidOperationException($"There is no {selector} on {Address}: {Text}");

    /// <summary>The name in the header of the page of the person who is signed in, or null.</summary>
    public string? SignedInAs => Document.QuerySelector(".site-header .name")?.TextContent;
}
