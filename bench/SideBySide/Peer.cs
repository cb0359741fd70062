using System.Diagnostics;
using System.Globalization;

namespace TypedTensors.SideBySide;

/// <summary>PyTorch in a process of its own, which does what it is told while we wait, and waits while we measure ourselves.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process, string environment, string about)
    {
        _process = process;
        Environment = environment;
        About = about;
    }

    /// <summary>The name of the environment that it runs in.</summary>
    public string Environment { get; }

    /// <summary>Its version and what it makes of the processor.</summary>
    public string About { get; }

    /// <summary>PyTorch in each environment that may suit it: the one it finds, and one that leaves OpenBLAS its own choice of kernels, allows AVX-512 and keeps freed memory.</summary>
    /// <param name="python">The interpreter.</param>
    /// <returns>Empty where there is no PyTorch.</returns>
    public static IReadOnlyList<Peer> StartAll(string python)
    {
        Dictionary<string, string?> tuned = new()
        {
            ["OPENBLAS_CORETYPE"] = null,
            ["OPENBLAS_L2_SIZE"] = null,
            ["ATEN_CPU_CAPABILITY"] = System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? "avx512" : null,
            ["MALLOC_MMAP_THRESHOLD_"] = "33554432",
            ["MALLOC_TRIM_THRESHOLD_"] = "1073741824",
            ["MALLOC_TOP_PAD_"] = "268435456",
        };
        Peer?[] peers = [Start(python, "as found", []), Start(python, "tuned", tuned)];
        return [.. peers.OfType<Peer>()];
    }

    /// <summary>Has it do a workload several times.</summary>
    /// <returns>The seconds that took.</returns>
    public double Run(Workload workload, string optimizer, int count) =>
        double.Parse(Ask(_process, $"run {workload.Name} {optimizer} {count}") ?? throw new IOException("PyTorch's process has ended"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Peer? Start(string python, string name, Dictionary<string, string?> environment)
    {
        ProcessStartInfo start = new(python, [Path.Combine(AppContext.BaseDirectory, "peer.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string variable, string? value) in environment)
            start.Environment[variable] = value;
        try
        {
            Process process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            if (Ask(process, "about") is { } about)
                return new Peer(process, name, about);
            process.Dispose();
        }
        catch (Exception exception) when (exception is IOException or System.ComponentModel.Win32Exception)
        {
            // No such program, or one that ended at once for want of PyTorch.
        }

        return null;
    }

    private static string? Ask(Process process, string request)
    {
        process.StandardInput.WriteLine(request);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine();
    }
}
