using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ArgMap.Tests;

/// <summary>
/// Hands bUnit the version of AngleSharp.Diffing that lies beside the tests, whatever version it asks for.
/// Compiled into every project that imports <c>BUnit.targets</c>, which says when it can go.
/// </summary>
internal static class DiffingResolver
{
    private const string Diffing = "AngleSharp.Diffing";

    // It has to be in place before the first bUnit type is loaded, and a test assembly has no earlier moment of its own.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            string.Equals(name.Name, Diffing, StringComparison.Ordinal)
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Diffing + ".dll"))
                : null;
}
