using System.Text.RegularExpressions;

namespace ArgMap.Architecture.Tests;

/// <summary>
/// What the container files promise, read from their text: an engine to run them is not everywhere where the tests run.
/// </summary>
public sealed partial class ContainerRules
{
    private static readonly Dictionary<string, string> Services = ReadServices();
    private static readonly string Dockerfile = Repository.Read("Dockerfile");

    [Fact]
    public void Compose_starts_the_database_the_migrator_and_the_web_server() =>
        Assert.Equal(["db", "migrate", "web"], Services.Keys);

    [Fact]
    public void The_database_says_when_it_is_ready_and_keeps_its_data_in_a_named_volume()
    {
        Assert.Contains("pg_isready", Services["db"], StringComparison.Ordinal);
        Assert.Contains("- database:/var/lib/postgresql/data", Services["db"], StringComparison.Ordinal);
        Assert.Matches(@"\nvolumes:\n  database:\n", Repository.Read("docker-compose.yml"));
    }

    [Fact]
    public void The_migrator_runs_once_after_the_database_is_ready()
    {
        Assert.Matches(@"db:\n\s+condition: service_healthy", Services["migrate"]);
        Assert.Contains("restart: \"no\"", Services["migrate"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_web_server_waits_for_the_migrator_to_succeed() =>
        Assert.Matches(@"migrate:\n\s+condition: service_completed_successfully", Services["web"]);

    [Fact]
    public void No_password_has_a_default()
    {
        foreach (var (service, text) in Services)
        {
            var passwords = Password().Matches(text).Select(match => match.Groups["value"].Value).ToList();
            Assert.True(passwords.Count > 0, $"{service} connects without a password.");
            Assert.All(passwords, value => Assert.StartsWith("${POSTGRES_PASSWORD:?", value, StringComparison.Ordinal));
        }

        Assert.Matches(@"(?m)^POSTGRES_PASSWORD=$", Repository.Read(".env.example"));
        Assert.DoesNotContain(".env", Repository.Files);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("web")]
    public void Our_containers_cannot_write_to_their_image_or_gain_rights(string service)
    {
        Assert.Contains("read_only: true", Services[service], StringComparison.Ordinal);
        Assert.Contains("no-new-privileges:true", Services[service], StringComparison.Ordinal);
        Assert.Matches(@"cap_drop:\n\s+- ALL", Services[service]);
        Assert.Contains($"target: {service}", Services[service], StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_is_not_reachable_from_outside() =>
        Assert.DoesNotContain("ports:", Services["db"], StringComparison.Ordinal);

    [Fact]
    public void Both_images_run_as_an_ordinary_user()
    {
        var (stages, user) = (Stage().Matches(Dockerfile), Dockerfile.IndexOf("\nUSER $APP_UID\n", StringComparison.Ordinal));
        Assert.Equal(["build", "base", "migrate", "web"], stages.Select(stage => stage.Groups["name"].Value));
        Assert.InRange(user, stages[1].Index, stages[2].Index);
        Assert.Equal("base", stages[2].Groups["from"].Value);
        Assert.Equal("base", stages[3].Groups["from"].Value);
        Assert.DoesNotContain("USER root", Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void The_web_image_says_whether_it_is_ready() =>
        Assert.Matches(@"HEALTHCHECK [^\n]+\\\n[^\n]+GET /health/ready", Dockerfile);

    [Fact]
    public void The_images_are_built_by_the_script_that_runs_here()
    {
        Assert.Contains("RUN scripts/publish /published", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("scripts/publish\"", Repository.Read("scripts/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_the_Dockerfile_copies_is_there_and_not_ignored()
    {
        var ignored = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..].TrimEnd('/')).ToList();
        var copied = CopiedFiles().Matches(Dockerfile).SelectMany(match => match.Groups["files"].Value.Split(' ').SkipLast(1)).Select(path => path.TrimEnd('/')).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is not in the repository."));
        Assert.All(copied, path => Assert.Contains(ignored, kept => path == kept || path.StartsWith(kept + "/", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> ReadServices()
    {
        var compose = Repository.Read("docker-compose.yml");
        var services = compose[compose.IndexOf("\nservices:\n", StringComparison.Ordinal)..compose.IndexOf("\nvolumes:\n", StringComparison.Ordinal)];
        var names = ServiceName().Matches(services).ToList();
        return names.Select((name, index) => (name.Groups["name"].Value, Text: services[name.Index..(index + 1 < names.Count ? names[index + 1].Index : services.Length)]))
            .ToDictionary(service => service.Value, service => service.Text);
    }

    [GeneratedRegex(@"(?m)^  (?<name>[a-z]+):$", RegexOptions.ExplicitCapture)]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"(?i)password(:\s*|=)(?<value>[^\s;]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Password();

    [GeneratedRegex(@"(?m)^FROM (?<from>\S+) AS (?<name>\S+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Stage();

    [GeneratedRegex(@"(?m)^COPY (?!--from)(?<files>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex CopiedFiles();
}
