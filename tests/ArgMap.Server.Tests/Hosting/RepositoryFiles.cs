namespace ArgMap.Server.Tests.Hosting;

/// <summary>Files of the repository that the tests compare the server with.</summary>
public static class RepositoryFiles
{
    /// <summary>The full path of a file or folder named from the top of the repository.</summary>
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArgMap.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository: no folder above them holds ArgMap.sln."), path);
    }

    public static string Read(string path) => File.ReadAllText(PathOf(path));
}
