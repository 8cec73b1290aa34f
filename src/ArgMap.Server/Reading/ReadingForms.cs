using ArgMap.Server.Accounts;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Reading;

/// <summary>The one form about how somebody reads.</summary>
public static class ReadingForms
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Maps it.</summary>
    public static void MapReadingForms(this IEndpointRouteBuilder routes) => routes.MapForm(Address.ReaderSettings, Choose).WithMetadata(SameOrigin.IsEnough);

    private static IResult Choose(SubmittedForm form, HttpContext context)
    {
        if (form.Problem is { } foreign)
        {
            return FormRoutes.Again<ReaderSettingsPage>(foreign, form);
        }

        var settings = ReaderSettings.From(context);
        var check = new InputCheck();
        foreach (var choice in ReaderChoice.All)
        {
            if (form[choice.Name] is not { } value)
            {
                continue;
            }

            if (choice.Find(value) is >= 0 and var option)
            {
                settings = choice.Chosen(settings, option);
            }
            else
            {
                check.Wrong(choice.Name, $"“{(value.Length <= 40 ? value : value[..40] + "…")}” is none of the choices for “{choice.Legend}”. They are: {string.Join(", ", choice.Options.Select(one => one.Words))}.");
            }
        }

        if (check.Refuses(out var refusal))
        {
            return FormRoutes.Again<ReaderSettingsPage>(refusal, form);
        }

        var cookie = new CookieOptions { Path = "/", MaxAge = Year, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true };
        if (settings == ReaderSettings.Default)
        {
            context.Response.Cookies.Delete(ReaderSettings.Cookie, cookie);
        }
        else
        {
            context.Response.Cookies.Append(ReaderSettings.Cookie, settings.ToString(), cookie);
        }

        return FormRoutes.SeeOther(ReturnAddress.Local(form[ReturnAddress.Field] ?? Address.ReaderSettingsSaved));
    }
}
