using System.Reflection;
using System.Runtime.CompilerServices;
using ArgMap.Argumentation.Maps;
using ArgMap.Migrations;

namespace ArgMap.Architecture.Tests;

/// <summary>What may know what: Server → Canvas → Argumentation, migrations → Server.</summary>
public sealed class AssemblyRules
{
    private static readonly Assembly Argumentation = typeof(Node).Assembly;
    private static readonly Assembly Server = typeof(Program).Assembly;
    private static readonly Assembly Migrations = typeof(Migrator).Assembly;
    private static readonly Assembly Canvas = Assembly.Load("ArgMap.Canvas");
    private static readonly Assembly[] Ours = [Argumentation, Canvas, Server, Migrations];

    [Theory]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.Extensions")]
    [InlineData("Npgsql")]
    [InlineData("ArgMap")]
    public void Argumentation_knows_nothing_but_the_base_library(string name) =>
        Assert.Empty(References(Argumentation, name));

    [Theory]
    [InlineData("ArgMap.Server")]
    [InlineData("ArgMap.Migrations")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Npgsql")]
    public void Canvas_knows_neither_the_server_nor_the_database(string name) =>
        Assert.Empty(References(Canvas, name));

    [Fact]
    public void The_server_does_not_know_the_migrator() =>
        Assert.Empty(References(Server, "ArgMap.Migrations"));

    [Theory]
    [InlineData("Manager")]
    [InlineData("Helper")]
    [InlineData("Helpers")]
    [InlineData("Util")]
    [InlineData("Utils")]
    [InlineData("Service")]
    [InlineData("Repository")]
    public void No_type_has_a_name_that_says_nothing(string ending) =>
        Assert.Empty(OurTypes().Where(type => type.Name.EndsWith(ending, StringComparison.Ordinal)).Select(type => type.FullName));

    [Fact]
    public void No_interface_has_exactly_one_implementation()
    {
        var types = OurTypes().ToList();
        var lonely = types.Where(type => type.IsInterface && types.Count(other => !other.IsInterface && other.IsAssignableTo(type)) == 1);
        Assert.Empty(lonely.Select(type => type.FullName));
    }

    [Theory]
    [InlineData("src/ArgMap.Argumentation", "ArgMap.Argumentation")]
    [InlineData("src/ArgMap.Canvas", "ArgMap.Canvas")]
    [InlineData("src/ArgMap.Server", "ArgMap.Server")]
    public void Namespaces_follow_folders(string folder, string root)
    {
        var strays = Repository.FilesUnder(folder, ".cs")
            .Select(file => (File: file, Declared: Repository.Read(file).Split('\n').FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))))
            .Where(found => found.Declared is not null)
            .Where(found => found.Declared!.TrimEnd() != $"namespace {Expected(found.File, folder, root)};");
        Assert.Empty(strays.Select(stray => $"{stray.File}: {stray.Declared}"));
    }

    private static string Expected(string file, string folder, string root) =>
        (root + Path.GetDirectoryName(file)!.Replace('\\', '/')[folder.Length..]).Replace('/', '.');

    private static IEnumerable<string> References(Assembly assembly, string prefix) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<Type> OurTypes() =>
        Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("ArgMap", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)));
}
