using System.Text.Encodings.Web;

namespace ArgMap.Server.Threads.Sending;

/// <summary>A bookmark that sends the page one is looking at: for forums that give nothing to programs, or only what one sees when signed in.</summary>
/// <remarks>
/// It runs in the forum's page and posts a form to <c>/import/sent</c>, which stores nothing and shows what came. What a page holds beside its words stays behind: scripts, which may hold a session, and what is typed or
/// hidden in forms. Only the form of data that search engines read is kept, as threads can be read from it. Where the page's policy forbids it to send forms elsewhere, nothing would be seen to happen, so the person is told.
/// </remarks>
internal static class Bookmarklet
{
    /// <summary>The bookmark's address.</summary>
    /// <param name="site">The address of this site, without a slash at the end.</param>
    public static string For(string site) => Code.Replace("SITE", JavaScriptEncoder.Default.Encode(site), StringComparison.Ordinal);

    // In an address a percent sign or a line break would have to be written otherwise; there is none.
    private const string Code =
        "javascript:(()=>{const d=document,c=d.documentElement.cloneNode(true);" +
        "c.querySelectorAll('script:not([type=\"application/ld+json\"]),style,svg,iframe,input,textarea,select,meta[name*=csrf],meta[name*=token]').forEach(e=>e.remove());" +
        "const f=d.createElement('form');f.method='post';f.action='SITE/import/sent';f.enctype='multipart/form-data';f.acceptCharset='utf-8';f.target='_blank';f.hidden=true;" +
        "for(const[n,v]of[['page',location.href],['text','<!DOCTYPE html>'+c.outerHTML]]){const t=d.createElement('textarea');t.name=n;t.value=v;f.append(t)}" +
        "const no=e=>{if(e.effectiveDirective=='form-action'&&e.blockedURI.startsWith('SITE')){d.removeEventListener('securitypolicyviolation',no);" +
        "alert('This site does not let its pages be sent, so nothing was sent to ArgMap. Save the page as a file (Save as, in the menu of the browser) and give the file at SITE/import')}};" +
        "d.addEventListener('securitypolicyviolation',no);d.body.append(f);f.submit();f.remove()})()";
}
