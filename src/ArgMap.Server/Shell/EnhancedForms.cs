namespace ArgMap.Server.Shell;

/// <summary>Lets <c>enhance.js</c> see where a form leads.</summary>
public static class EnhancedForms
{
    /// <summary>The header that names the page to show next, fragment included.</summary>
    public const string LocationHeader = "ArgMap-Location";

    /// <summary>
    /// Answers a form that a script sent (<c>X-Requested-With: argmap</c>) with 204 and <see cref="LocationHeader"/> where a browser alone gets 303.
    /// A script that follows a redirect is not told its fragment, and so could not go to what was just added.
    /// </summary>
    /// <remarks>Only 303 is changed: it is how a form endpoint says that all went well. A redirect to the sign-in page is 302 and stays one.</remarks>
    public static IApplicationBuilder UseEnhancedForms(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.XRequestedWith == "argmap")
        {
            context.Response.OnStarting(static state =>
            {
                var response = ((HttpContext)state).Response;
                if (response.StatusCode == StatusCodes.Status303SeeOther)
                {
                    response.StatusCode = StatusCodes.Status204NoContent;
                    response.Headers[LocationHeader] = response.Headers.Location;
                    response.Headers.Remove("Location");
                }

                return Task.CompletedTask;
            }, context);
        }

        return next(context);
    });
}
