using ArgMap.Server.Shell;
using Microsoft.AspNetCore.Identity;

namespace ArgMap.Server.Accounts;

/// <summary>Sets or removes a person's mail address.</summary>
public static class ChangeMail
{
    public const int MaxLength = 254;

    /// <summary>Sets the address, or says what is wrong with it. Nothing removes it.</summary>
    public static async Task<Refusal?> Handle(UserManager<Person> people, Person person, string? mail)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(person);
        var check = new InputCheck();
        var address = Check(check, "mail", mail);
        if (check.Refuses(out var refusal))
        {
            return refusal;
        }

        // Not SetEmailAsync: that ends every session, which is right for an address one signs in with and odd for this.
        person.Email = address;
        person.EmailConfirmed = false;
        return (await people.UpdateAsync(person)).Succeeded ? null
            : Refusal.Conflict("account-changed", "Your account was changed at the same moment, perhaps in another window. Send it once more.");
    }

    /// <summary>Checks an address. Two people may give the same one: it is not confirmed, so it proves nothing, and a refusal would tell who has an account.</summary>
    internal static string? Check(InputCheck check, string field, string? value)
    {
        var mail = check.Optional(field, value, MaxLength, "The mail address");
        if (mail is not null && (mail.IndexOf('@') is var at && (at < 1 || at == mail.Length - 1 || at != mail.LastIndexOf('@')) || mail.Any(char.IsWhiteSpace)))
        {
            check.Wrong(field, "This is not a mail address; one looks like ada@example.org. It may also be left empty.");
        }

        return mail;
    }
}
