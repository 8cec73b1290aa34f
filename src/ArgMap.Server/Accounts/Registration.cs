using ArgMap.Server.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace ArgMap.Server.Accounts;

/// <summary>Who is who: Identity over our tables, sessions by cookie for pages, access tokens for the API.</summary>
public static class Registration
{
    private const string ByAddress = "ByAddress";

    /// <summary>Registers accounts, sessions, access tokens and the keys that protect them.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        // Before Identity, which takes its own only when there is none.
        services.AddSingleton<ILookupNormalizer, PersonName>();
        services.AddIdentityCore<Person>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

            // Names and the upper bound of passwords are checked by PersonName and PersonPassword, in words of ours.
            options.User.AllowedUserNameCharacters = "";
            options.User.RequireUniqueEmail = false;
            options.Password = new PasswordOptions
            {
                RequiredLength = Person.MinPasswordLength,
                RequiredUniqueChars = 1,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
            options.Lockout.AllowedForNewUsers = true;
            options.Lockout.MaxFailedAccessAttempts = 10;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        }).AddSignInManager().AddEntityFrameworkStores<ArgMapDbContext>();

        services.AddSingleton<SessionCheck>();
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, options =>
                options.ForwardDefaultSelector = context => AccessTokenHandler.Concerns(context) ? AccessTokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessTokenHandler.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "argmap-session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromDays(30);
                options.SlidingExpiration = true;
                options.LoginPath = "/sign-in";
                options.LogoutPath = "/sign-out";
                options.AccessDeniedPath = "/status/403";
                options.ReturnUrlParameter = ReturnAddress.Field;
                options.EventsType = typeof(SessionCheck);
            });
        services.AddAuthorization();

        services.AddDataProtection().SetApplicationName("ArgMap");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys(scopes));
        return services;
    }
}
