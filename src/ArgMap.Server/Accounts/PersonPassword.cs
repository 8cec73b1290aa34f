using System.Globalization;
using ArgMap.Server.Shell;

namespace ArgMap.Server.Accounts;

/// <summary>What a password must be: long enough. Rules on its composition make people choose worse ones (NIST SP 800-63B, section 3.1.1.2).</summary>
internal static class PersonPassword
{
    /// <summary>Checks a password somebody wishes to have. It is taken as it is, spaces included.</summary>
    public static string Check(InputCheck check, string field, string? password)
    {
        if (string.IsNullOrWhiteSpace(password))
        {
            check.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"The password is missing. Choose one of at least {Person.MinPasswordLength} characters."));
        }
        else if (password.Length < Person.MinPasswordLength)
        {
            check.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"The password is too short: {password.Length} of at least {Person.MinPasswordLength} characters. A few words in a row are easy to remember."));
        }
        else if (password.Length > Person.MaxPasswordLength)
        {
            check.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"The password has {password.Length:N0} characters; at most {Person.MaxPasswordLength} are taken. Choose a shorter one."));
        }

        return password ?? "";
    }
}
