namespace TypedTensors.Tests;

/// <summary>Packs the package under a version of its own, into a folder of its own.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Root = Directory.CreateTempSubdirectory("typedtensors-package-").FullName;
        Version = $"0.0.1-test.{DateTime.UtcNow:yyyyMMddHHmmss}";
        File = Pack("Package", "TypedTensors");
    }

    public string Root { get; }

    public string Version { get; }

    public string File { get; }

    /// <summary>Packs a project under the same version, into the same folder.</summary>
    /// <param name="folder">The project's folder in the sources.</param>
    /// <param name="name">The project, and the package.</param>
    /// <returns>The package file.</returns>
    public string Pack(string folder, string name)
    {
        string feed = Path.Combine(Root, "feed");
        CommandLine.Result packed = CommandLine.Dotnet(
            Repository.Root, "pack", Repository.PathTo("src", folder, $"{name}.csproj"), "-c", "Release", $"-p:PackageVersion={Version}", "-o", feed);
        Assert.True(packed.ExitCode == 0, packed.ToString());
        return Path.Combine(feed, $"{name}.{Version}.nupkg");
    }

    /// <summary>Makes a console project that references the package and nothing else, outside the repository and its build settings.</summary>
    /// <param name="name">The name of the project.</param>
    /// <param name="program">Its only file.</param>
    /// <param name="languageVersion">The version of C#; the default of the framework where none is given.</param>
    public string CreateConsumer(string name, string program, string? languageVersion = null)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        System.IO.File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            """
            <configuration>
              <config><add key="globalPackagesFolder" value="../packages" /></config>
              <packageSources><clear /><add key="local" value="../feed" /></packageSources>
            </configuration>
            """);
        System.IO.File.WriteAllText(
            Path.Combine(folder, $"{name}.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                {(languageVersion is null ? "" : $"<LangVersion>{languageVersion}</LangVersion>")}
              </PropertyGroup>
              <ItemGroup><PackageReference Include="TypedTensors" Version="{Version}" /></ItemGroup>
            </Project>
            """);
        System.IO.File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
