using System.IO.Compression;
using System.Xml.Linq;

namespace TypedTensors.Tests;

public sealed class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Model = """
        using TypedTensors;
        using TypedTensors.Nn;
        using static TypedTensors.Ops;

        var model = new Mlp(4, 8, 3);
        model.Parameters.Initialize(new Generator(7));
        var optimizer = new Sgd(model.Parameters, 0.01f);
        var x = Tensor.Arange<float>(24).Reshape(6, 4);
        var y = Tensor.From([0, 1, 2, 0, 1, 2]);
        float before = model.LossCompiled(x, y);
        for (int step = 0; step < 20; step++)
        {
            var (_, gradients) = model.LossAndGradients(x, y);
            optimizer.Step(gradients);
        }

        System.Console.WriteLine(model.LossCompiled(x, y) < before ? "the loss fell" : "the loss did not fall");

        [TensorModel]
        public sealed partial class Mlp([Dim] int inputs, [Dim] int hidden, [Dim] int classes)
        {
            [Parameter("inputs, hidden")] public partial Tensor<float> W1 { get; }

            [Parameter("hidden", FanIn = "inputs")] public partial Tensor<float> B1 { get; }

            [Parameter("hidden, classes")] public partial Tensor<float> W2 { get; }

            [Differentiable]
            [return: Shape]
            public Tensor<float> Loss([Shape("batch, inputs")] Tensor<float> x, [Shape("batch")] Tensor<int> y) =>
                CrossEntropy(Relu(Add(x.MatMul(W1), B1)).MatMul(W2), y);
        }
        """;

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

    [Theory]
    [InlineData("SystemTensors", "System.Numerics.Tensors")]
    [InlineData("LinearAlgebra", "MathNet.Numerics")]
    public void WhatNeedsAnotherPackageIsAPackageThatDependsOnBoth(string name, string other)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Pack(name, $"TypedTensors.{name}"));
        Assert.Equal(
            [$"lib/net10.0/TypedTensors.{name}.dll"], archive.Entries.Select(entry => entry.FullName).Where(entry => entry.EndsWith(".dll")));

        using Stream manifest = archive.GetEntry($"TypedTensors.{name}.nuspec")!.Open();
        string[] dependencies =
            [.. XDocument.Load(manifest).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!)];
        Assert.Equal(new[] { other, "TypedTensors" }.Order(StringComparer.Ordinal), dependencies.Order(StringComparer.Ordinal));
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

        Assert.Equal(
            [
                "Program.cs(5,26): error TT1001: Add: shapes do not broadcast: left 'a' (3, 5) and right 'b' (3, 4) differ in the last dimension, 5 against 4",
                "Program.cs(6,28): error TT1002: MatMul: inner dimensions differ: left 'a' (3, 5) ends in 5, right 'b' (3, 4) begins with 3; did you mean a.T.MatMul(b)?",
            ],
            Errors(built));
        Assert.DoesNotContain("AD0001", built.Output);
        Assert.DoesNotContain("CS9057", built.Output);
    }

    [Fact]
    public void AConsumerTrainsAModelByGeneratedCode()
    {
        string project = package.CreateConsumer("Trains", Model);

        CommandLine.Result ran = CommandLine.Dotnet(project, "run");

        Assert.True(ran.ExitCode == 0, ran.ToString());
        Assert.Equal("the loss fell", ran.Output.Trim().Split('\n')[^1]);
    }

    [Fact]
    public void AConsumerWithAnOlderLanguageGetsOneClearError()
    {
        string project = package.CreateConsumer("Older", Model, languageVersion: "13");

        CommandLine.Result built = CommandLine.Dotnet(project, "build", "--nologo");

        Assert.NotEqual(0, built.ExitCode);
        Assert.Equal(["Program.cs(20,29): error TT3005: generated code needs C# 14, and this project is compiled as C# 13.0: set <LangVersion>14</LangVersion>, or remove the setting"], Errors(built));
        Assert.DoesNotContain("warning", built.Output.Replace("0 Warning(s)", ""), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The errors of a build, without the folder, the address of the page and the project.</summary>
    private static IEnumerable<string> Errors(CommandLine.Result built) => built.Output.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal))
        .Select(line => line[line.LastIndexOf("Program.cs", StringComparison.Ordinal)..].Split(" [")[0].Split(" (https")[0].Trim())
        .Distinct();
}
