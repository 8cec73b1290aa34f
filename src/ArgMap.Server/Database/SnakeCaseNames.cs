using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ArgMap.Server.Database;

/// <summary>Gives columns, keys and indexes the names one types in psql without quotes.</summary>
internal static partial class SnakeCaseNames
{
    public static void ApplyTo(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Of(key.GetName()!));
            }

            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName($"fk_{entity.GetTableName()}_{string.Join('_', foreignKey.Properties.Select(property => Of(property.Name)))}");
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(property => Of(property.Name)))}");
            }
        }
    }

    private static string Of(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex(@"(?<=[a-z0-9])[A-Z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
