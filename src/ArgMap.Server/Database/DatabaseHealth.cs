using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace ArgMap.Server.Database;

/// <summary>Ready means: the database answers, and the migrator has been there.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource dataSource) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = dataSource.CreateCommand("select count(*) from maps where id = 0");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Unhealthy("The database does not answer as expected.", failure);
        }
    }
}
