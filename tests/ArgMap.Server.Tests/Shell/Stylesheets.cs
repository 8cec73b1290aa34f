namespace ArgMap.Server.Tests.Shell;

/// <summary>The stylesheets and the document that explains them, as they are in the repository.</summary>
internal static class Stylesheets
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(Root(), "wwwroot", "css", name));

    public static string Documentation() => File.ReadAllText(Path.Combine(Root(), "docs", "design-language.md"));

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No global.json in or above {AppContext.BaseDirectory}: the tests must run inside the repository.");
    }
}
