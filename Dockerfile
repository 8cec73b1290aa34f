# Two images from one build: `migrate` brings the database up to date and ends, `web` serves.
ARG DOTNET_IMAGES=mcr.microsoft.com/dotnet

FROM ${DOTNET_IMAGES}/sdk:10.0 AS build
WORKDIR /source
# Restoring sees the project files only, so that this layer lasts until a package changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/BlazorScript.targets src/
COPY src/ArgMap.Argumentation/ArgMap.Argumentation.csproj src/ArgMap.Argumentation/
COPY src/ArgMap.Canvas/ArgMap.Canvas.csproj src/ArgMap.Canvas/
COPY src/ArgMap.Server/ArgMap.Server.csproj src/ArgMap.Server/
COPY migrations/ArgMap.Migrations.csproj migrations/
RUN dotnet restore migrations/ArgMap.Migrations.csproj
COPY scripts/publish scripts/
COPY wwwroot/ wwwroot/
COPY src/ src/
COPY migrations/ migrations/
RUN scripts/publish /published

FROM ${DOTNET_IMAGES}/aspnet:10.0 AS base
WORKDIR /app
# Nothing here writes to the image's own files: diagnostics would want a socket, and the user is not root.
ENV DOTNET_EnableDiagnostics=0
USER $APP_UID

FROM base AS migrate
COPY --from=build /published/migrate ./
ENTRYPOINT ["dotnet", "ArgMap.Migrations.dll"]

FROM base AS web
COPY --from=build /published/server ./
EXPOSE 8080
# The runtime image has no curl; bash speaks enough HTTP for this.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "ArgMap.Server.dll"]
