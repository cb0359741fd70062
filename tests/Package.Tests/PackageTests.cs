using System.IO.Compression;

namespace TypedTensors.Tests;

public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public void HoldsTheLibrariesAndTheCompileTimeSide()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string[] assemblies = [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll")).Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "analyzers/dotnet/cs/TypedTensors.Analyzers.dll",
                "analyzers/dotnet/cs/TypedTensors.CodeFixes.dll",
                "analyzers/dotnet/cs/TypedTensors.Generators.dll",
                "lib/net10.0/TypedTensors.Data.dll",
                "lib/net10.0/TypedTensors.Dsl.dll",
                "lib/net10.0/TypedTensors.Nn.dll",
                "lib/net10.0/TypedTensors.Runtime.dll",
            ],
            assemblies);
    }

    [Fact]
    public void AConsumerComputesWithIt()
    {
        string project = package.CreateConsumer(
            "Good",
            """
            using TypedTensors;
            using static TypedTensors.Ops;

            var x = Tensor.Ones<float>(3, 4);
            var w = Tensor.Ones<float>(4, 2).RequireGrad();
            Sum(Relu(x.MatMul(w) + 1f)).Backward();
            System.Console.WriteLine($"gradient {w.Grad!.Shape} {Sum(w.Grad!).Item()}");
            """);

        CommandLine.Result ran = CommandLine.Dotnet(project, "run");

        Assert.True(ran.ExitCode == 0, ran.ToString());
        Assert.Equal("gradient (4, 2) 24", ran.Output.Trim().Split('\n')[^1]);
    }

    [Fact]
    public void AConsumerGetsTheDiagnostics()
    {
        string project = package.CreateConsumer(
            "Bad",
            """
            using TypedTensors;

            var a = Tensor.Zeros<float>(3, 5);
            var b = Tensor.Zeros<float>(3, 4);
            System.Console.WriteLine(a + b);
            System.Console.WriteLine(a.MatMul(b));
            """);

        CommandLine.Result built = CommandLine.Dotnet(project, "build", "--nologo");

        string[] errors = [.. built.Output.Split('\n').Where(line => line.Contains(": error ")).Select(line => line[(line.LastIndexOf("Program.cs", StringComparison.Ordinal))..].Split(" [")[0].Trim()).Distinct()];
        Assert.Equal(
            [
                "Program.cs(5,26): error TT1001: Add: shapes do not broadcast: left 'a' (3, 5) and right 'b' (3, 4) differ in the last dimension, 5 against 4",
                "Program.cs(6,28): error TT1002: MatMul: inner dimensions differ: left 'a' (3, 5) ends in 5, right 'b' (3, 4) begins with 3; did you mean a.T.MatMul(b)?",
            ],
            errors.Select(error => error.Split(" (https")[0]));
        Assert.DoesNotContain("AD0001", built.Output);
        Assert.DoesNotContain("CS9057", built.Output);
    }
}
