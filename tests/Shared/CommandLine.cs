using System.Diagnostics;

namespace TypedTensors.Tests;

/// <summary>Runs the .NET command line from a test.</summary>
public static class CommandLine
{
    /// <summary>What a command printed, and how it ended.</summary>
    /// <param name="ExitCode">The exit code.</param>
    /// <param name="Output">The standard output.</param>
    /// <param name="Error">The standard error.</param>
    public sealed record Result(int ExitCode, string Output, string Error)
    {
        /// <summary>Both streams, for a failing test's message.</summary>
        public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
    }

    /// <summary>Runs <c>dotnet</c>.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments.</param>
    public static Result Dotnet(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host's own MSBuild settings must not reach the build under test.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new Result(process.ExitCode, output.Result, error.Result);
    }
}
