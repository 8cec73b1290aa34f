using System.IO.Compression;
using System.Net;
using ArgMap.Server.Threads.Fetching;
using Microsoft.AspNetCore.Http;

namespace ArgMap.Server.Tests.Threads.Fetching;

/// <summary>An Internet for each test, as each counts what was asked and connected.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private readonly LocalInternet internet = new();

    public ValueTask InitializeAsync() => internet.InitializeAsync();

    public ValueTask DisposeAsync() => internet.DisposeAsync();

    [Theory]
    [InlineData("ftp://forum.example/x", "is not an address of the web")]
    [InlineData("file:///etc/passwd", "is not an address of the web")]
    [InlineData("gopher://forum.example/1", "is not an address of the web")]
    [InlineData("https://user:secret@forum.example/", "name or password before an @")]
    [InlineData("https://forum.example@evil.example/", "name or password before an @")]
    [InlineData("http://forum.example:22/", "names port 22")]
    [InlineData("http://forum.example:5432/", "names port 5432")]
    [InlineData("http://127.0.0.1/", "is not on the public Internet")]
    [InlineData("http://2130706433/", "is not on the public Internet")]
    [InlineData("http://0x7f.1/", "is not on the public Internet")]
    [InlineData("http://0177.0.0.1/", "is not on the public Internet")]
    [InlineData("http://127.1/", "is not on the public Internet")]
    [InlineData("http://①②⑦.⓪.⓪.①/", "is not on the public Internet")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "is not on the public Internet")]
    [InlineData("http://[::1]/", "is not on the public Internet")]
    [InlineData("http://[::ffff:127.0.0.1]/", "is not on the public Internet")]
    [InlineData("http://[64:ff9b::10.0.0.1]/", "is not on the public Internet")]
    [InlineData("http://[fe80::1%251]/", "is not on the public Internet")]
    [InlineData("http://nobody.example/", "there is no server of that name")]
    public async Task An_address_that_is_not_of_the_public_web_is_refused_before_anything_is_sent(string address, string why)
    {
        Assert.Contains(why, await internet.Refused(address), StringComparison.Ordinal);
        Assert.Empty(internet.Connections);
    }

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("169.254.169.254")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:192.168.0.1")]
    public async Task A_name_that_leads_to_a_private_address_is_refused(string address)
    {
        internet.Name("inside.example", () => [IPAddress.Parse(address)]);

        Assert.Contains("inside.example is not on the public Internet", await internet.Refused("https://inside.example/"), StringComparison.Ordinal);
        Assert.Empty(internet.Connections);
    }

    [Fact]
    public async Task A_name_with_one_private_address_among_public_ones_is_refused()
    {
        internet.Name("mixed.example", () => [LocalInternet.Public, IPAddress.Loopback]);

        Assert.Contains("mixed.example is not on the public Internet", await internet.Refused("http://mixed.example/"), StringComparison.Ordinal);
        Assert.Empty(internet.Connections);
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_is_connected_to_at_the_address_that_was_checked_or_not_at_all()
    {
        var asked = 0;
        internet.Name("turncoat.example", () => ++asked == 1 ? [LocalInternet.Public] : [IPAddress.Loopback]);
        internet.Site("turncoat.example", context =>
        {
            // Each request needs a new connection, and so a new look at the name.
            context.Response.Headers.Connection = "close";
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });

        Assert.Contains("turncoat.example is not on the public Internet", await internet.Refused("http://turncoat.example/"), StringComparison.Ordinal);
        Assert.Equal(LocalInternet.Public, Assert.Single(internet.Connections).Address);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5432/", "names port 5432")]
    [InlineData("http://127.0.0.1/", "is not on the public Internet")]
    [InlineData("http://[::1]/", "is not on the public Internet")]
    [InlineData("http://inside.example/", "is not on the public Internet")]
    [InlineData("http://metadata.example/", "is not on the public Internet")]
    [InlineData("file:///etc/passwd", "is not an address of the web")]
    [InlineData("http://ada:secret@forum.example/", "name or password before an @")]
    public async Task A_redirect_is_checked_like_the_first_address(string target, string why)
    {
        internet.Name("inside.example", () => [IPAddress.Parse("192.168.1.1")]);
        internet.Name("metadata.example", () => [IPAddress.Parse("169.254.169.254")]);
        internet.Site("forum.example", Sent(target));

        Assert.Contains(why, await internet.Refused("http://forum.example/"), StringComparison.Ordinal);
        Assert.Single(internet.Requests);
        Assert.Equal(LocalInternet.Public, Assert.Single(internet.Connections).Address);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("//")]
    [InlineData("http://[")]
    [InlineData("http://a..b/")]
    [InlineData("http://.../")]
    [InlineData("https://xn--/")]
    [InlineData("http://%00/")]
    [InlineData("http://%2e%2e/")]
    [InlineData("http://-/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/")]
    [InlineData("mailto:ada@forum.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<p>words")]
    [InlineData("http://forum.example:99999/")]
    [InlineData("http://forum.example:-1/")]
    public async Task A_redirect_to_what_is_no_address_is_told_in_words(string target)
    {
        internet.Site("forum.example", context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers["Location"] = target;
            return Task.CompletedTask;
        });

        Assert.Matches("[.?]$", await internet.Refused("http://forum.example/"));
        Assert.Single(internet.Connections);
    }

    [Fact]
    public async Task A_redirect_to_a_page_without_encryption_is_not_followed()
    {
        internet.Site("safe.example", Sent("http://safe.example/"));

        Assert.Contains("an address without encryption", await internet.Refused("https://safe.example/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_that_never_end_are_followed_for_a_while()
    {
        internet.Site("round.example", Sent("/round"));

        Assert.Contains("sends every request on", await internet.Refused("https://round.example/"), StringComparison.Ordinal);
        Assert.Equal(9, internet.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_cannot_prove_its_name_is_refused()
    {
        internet.Site("honest.example", Sent("/"));
        var network = internet.Network() with { Secure = null };
        using var fetcher = new ThreadFetcher(internet.Settings, internet.Clock, network);

        var outcome = await fetcher.Fetch(new("https://honest.example/"), null, null, Xunit.TestContext.Current.CancellationToken);

        Assert.Contains("cannot prove who it is", outcome.Refusal!.Detail, StringComparison.Ordinal);
        Assert.Empty(internet.Requests);
    }

    [Fact]
    public async Task Requests_carry_the_program_and_its_site_and_nothing_else_of_anyone()
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        internet.Site("look.example", async context =>
        {
            foreach (var (name, value) in context.Request.Headers)
            {
                seen[name] = value.ToString();
            }

            // A cookie that is offered on the way is not taken along.
            context.Response.Cookies.Append("spy", "1");
            if (context.Request.Path == "/")
            {
                context.Response.Redirect("/two");
                return;
            }

            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>words");
        });

        await internet.Fetched("https://look.example/");

        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], seen.Keys.Order());
        Assert.Matches(@"^ArgMap/\d+\.\d+ \(\+https://map\.example; ", seen["User-Agent"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task An_answer_that_is_small_and_unpacks_to_a_flood_is_cut_off(string encoding)
    {
        internet.Settings.MostBytesOfAnswer = 4_000_000;
        internet.Site("bomb.example", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentType = "text/html";
            using var packed = new MemoryStream();
            await using (var packing = (Stream)(encoding switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest),
                _ => new ZLibStream(packed, CompressionLevel.SmallestSize),
            }))
            {
                await packing.WriteAsync(new byte[40_000_000]);
            }

            var small = packed.ToArray();
            Assert.True(small.Length < 100_000);
            await context.Response.Body.WriteAsync(small);
        });

        Assert.Contains("sends more than 3.8 MB", await internet.Refused("https://bomb.example/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        internet.Settings.MostBytesOfAnswer = 1_000_000;
        internet.Site("endless.example", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
            }
        });

        Assert.Contains("sends more than 1 MB", await internet.Refused("https://endless.example/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_says_it_is_too_large_is_not_read()
    {
        internet.Site("huge.example", async context =>
        {
            context.Response.ContentLength = 10_000_000_000;
            await context.Response.StartAsync();
        });

        Assert.Contains("sends more than 32 MB", await internet.Refused("https://huge.example/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_falls_silent_is_left(bool hasBegun)
    {
        internet.Settings.MostSilence = TimeSpan.FromSeconds(1);
        internet.Site("silent.example", async context =>
        {
            if (hasBegun)
            {
                await context.Response.Body.WriteAsync("<p>"u8.ToArray());
                await context.Response.Body.FlushAsync();
            }

            await Ever(context);
        });

        Assert.Contains("silent.example takes too long to answer", await internet.Refused("https://silent.example/"), StringComparison.Ordinal);
        Assert.Equal(4, internet.Requests.Count);
    }

    [Fact]
    public async Task What_takes_longer_than_one_thread_may_is_given_up()
    {
        internet.Settings.MostTime = TimeSpan.FromMilliseconds(300);
        internet.Site("slow.example", Ever);

        Assert.Contains("took longer than 1 second,", await internet.Refused("https://slow.example/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_request_at_once()
    {
        using var cancelling = new CancellationTokenSource();
        var isLeft = new TaskCompletionSource();
        internet.Site("waiting.example", async context =>
        {
            context.RequestAborted.Register(isLeft.SetResult);
            await cancelling.CancelAsync();
            await Ever(context);
        });
        using var fetcher = internet.Fetcher();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.Fetch(new("https://waiting.example/"), null, null, cancelling.Token));
        await isLeft.Task;
    }

    [Fact]
    public async Task What_the_operator_has_switched_off_sends_nothing()
    {
        internet.Settings.Enabled = false;
        internet.Site("forum.example", Sent("/"));

        Assert.Contains("does not fetch threads", await internet.Refused("https://forum.example/"), StringComparison.Ordinal);
        Assert.Empty(internet.Requests);
    }

    [Fact]
    public async Task A_network_that_the_operator_refuses_is_refused_also_in_the_clothes_of_the_other_version()
    {
        internet.Settings.RefusedNetworks = ["93.184.216.0/24"];
        internet.Name("ours.example", () => [IPAddress.Parse("::ffff:93.184.216.34")]);

        Assert.Contains("ours.example is not on the public Internet", await internet.Refused("https://ours.example/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_the_operator_allows_may_be_private_on_the_port_that_is_allowed_and_no_other()
    {
        internet.Name("house.example", () => [IPAddress.Loopback]);
        internet.Site("house.example", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>words of the house");
        });
        internet.Settings.AllowedHosts = ["house.example"];

        Assert.Single((await internet.Fetched("https://house.example/")).Parts);
        Assert.Contains("names port 8080", await internet.Refused("http://house.example:8080/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_is_used_only_when_the_operator_names_one()
    {
        internet.Site("forum.example", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>words");
        });
        internet.Name("proxy.inside", () => [IPAddress.Parse("10.0.0.9")]);
        internet.Settings.Proxy = "http://proxy.inside:80";

        await internet.Fetched("http://forum.example/");

        Assert.Equal(IPAddress.Parse("10.0.0.9"), Assert.Single(internet.Connections).Address);
        Assert.Contains("is not on the public Internet", await internet.Refused("http://10.0.0.9/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_a_name_that_nobody_has_is_said_to_be_wrong()
    {
        internet.Name("proxy.inside", () => [IPAddress.Parse("10.0.0.9")]);
        internet.Settings.Proxy = "http://proxy.inside:80";

        Assert.Contains("there is no server of that name", await internet.Refused("http://nobody.example/"), StringComparison.Ordinal);
    }

    private static Func<HttpContext, Task> Ever => context =>
    {
        var never = new TaskCompletionSource();
        context.RequestAborted.Register(() => never.TrySetCanceled());
        return never.Task;
    };

    private static Func<HttpContext, Task> Sent(string target) => context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    };
}
