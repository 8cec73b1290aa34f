using Microsoft.AspNetCore.Diagnostics;

namespace ArgMap.Server.Shell;

/// <summary>Answers what the framework refuses or a bug breaks with <see cref="ErrorPage"/>.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);

        // An error page is read, whatever was sent: as a POST it would read the form again that could not be read.
        app.Use((context, next) =>
        {
            if (HttpMethods.IsPost(context.Request.Method) && (context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null))
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
    }

    /// <summary>The status of the page: one that it has words for.</summary>
    private static int StatusOf(Exception exception) => ApiProblems.Of(exception).Status switch
    {
        StatusCodes.Status413PayloadTooLarge => StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status503ServiceUnavailable => StatusCodes.Status503ServiceUnavailable,
        < 500 => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
