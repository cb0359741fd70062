using System.Diagnostics;
using System.Text;

namespace TypedTensors.Tests.Samples;

/// <summary>Runs a sample as its user does, in a process of its own with redirected output.</summary>
internal static class SampleProcess
{
    /// <summary>What a process left behind.</summary>
    /// <param name="ExitCode">Its exit code.</param>
    /// <param name="Output">What it wrote to standard output.</param>
    /// <param name="Error">What it wrote to standard error.</param>
    public sealed record Result(int ExitCode, string Output, string Error)
    {
        public string LastLine => Output.TrimEnd('\n', '\r').Split('\n')[^1].TrimEnd('\r');
    }

    /// <summary>Runs an assembly that lies beside the tests.</summary>
    /// <param name="assembly">Its file name.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The command line.</param>
    public static Result Run(string assembly, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{assembly} did not end");
        }

        return new Result(process.ExitCode, output, error.Result);
    }
}
