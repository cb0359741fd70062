using System.Text.RegularExpressions;

namespace TypedTensors.Generators.Tests.OtherAssemblies;

/// <summary>
/// A library model of another assembly is differentiated: its code is included and fused where the assembly carries it, else its members are called. A
/// user's operation of another assembly is as good as one of the library.
/// </summary>
public sealed class OtherAssemblyTests
{
    private const string Library = """
        using TypedTensors.Kernels.Elementwise;
        using System.Numerics;

        [TensorModel]
        public partial class Layer([Dim] int inputs, [Dim] int outputs)
        {
            [Parameter("inputs, outputs")] public partial Tensor<double> W { get; }
            [Parameter("outputs", FanIn = "inputs")] public partial Tensor<double> B { get; }

            [Differentiable(nameof(x))]
            [return: Shape("batch, outputs")]
            public Tensor<double> Forward([Shape("batch, inputs")] Tensor<double> x) => Tanh(x.MatMul(W) + B);
        }

        public static class Swishes
        {
            [Operation(typeof(SwishFunction<>), Saves = Saved.Inputs)]
            [return: Shape("...x")]
            public static Tensor<T> Swish<T>(Tensor<T> x) where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<SwishFunction<T>, T>(x);
        }

        public readonly struct SwishFunction<T> : IUnaryFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
        {
            public static OperationContract Contract { get; } = OperationContract.Of(typeof(Swishes), nameof(Swishes.Swish));

            public static TLanes Apply<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes, T> => x * TLanes.Sigmoid(x);

            public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result) where TLanes : struct, ILanes<TLanes, T>
            {
                TLanes gate = TLanes.Sigmoid(x);
                return cotangent * (gate + x * gate * (TLanes.One - gate));
            }
        }
        """;

    private const string Program = """
        using System;
        using System.Linq;

        [TensorModel]
        public partial class Net([Dim] int hidden)
        {
            public Layer First { get; } = new(3, hidden);
            public Layer Second { get; } = new(hidden, 2);

            [Differentiable]
            [return: Shape]
            public Tensor<double> Loss([Shape("batch", 3)] Tensor<double> x) => Sum(Swishes.Swish(Second.Forward(First.Forward(x) * 2.0)));
        }

        public static class Program
        {
            public static string Run()
            {
                Net net = new(4);
                net.Parameters.Initialize(new Generator(3));
                Tensor<double> x = Tensor.Randn<double>(new Generator(5), 6, 3);
                ValueAndGradients<double> compiled = net.LossAndGradients(x);
                Tensor<double> eager = net.Loss(x);
                eager.Backward();
                double worst = Math.Abs(compiled.Value - eager.Item());
                foreach (string name in net.Parameters.Names)
                    worst = Math.Max(worst, compiled.Gradients[name].ToArray().Zip(net.Parameters[name].Grad!.ToArray(), (a, b) => Math.Abs(a - b)).Max());
                return $"{net.Parameters.Names.Count} parameters, agree: {worst < 1e-12}";
            }
        }
        """;

    [Fact]
    public void Code_that_is_carried_is_included_and_fused()
    {
        TwoAssemblies assemblies = new(Library, Program);

        Assert.DoesNotContain("ForwardCompiled", assemblies.Generated);
        Assert.Contains("workspace.Contiguous(First.W", assemblies.Generated);

        // The library's bias and tanh, and the caller's doubling, in one pass behind the product.
        Assert.Matches(@"FusedEpilogue<AddTanh\w*Kernel, double>", assemblies.Generated);
        Assert.Contains("SwishFunction<double>.Apply", assemblies.Generated);
        Assert.Equal("4 parameters, agree: True", assemblies.Run<string>());
    }

    [Fact]
    public void Code_of_another_version_is_called_instead()
    {
        TwoAssemblies assemblies = new(Library, Program, static text => Regex.Replace(text, @"IntermediateCode\(\d+,", "IntermediateCode(999,"));

        Assert.Contains("First.ForwardCompiled(", assemblies.Generated);
        Assert.Contains("Second.ForwardVjp(", assemblies.Generated);
        Assert.DoesNotContain("First.W", assemblies.Generated);
        Assert.Equal("4 parameters, agree: True", assemblies.Run<string>());
    }

    [Fact]
    public void Damaged_code_is_called_instead()
    {
        TwoAssemblies assemblies = new(Library, Program, static text => Regex.Replace(text, @"\\ns\|call\|[^\\]*", @"\ns|call|broken"));

        Assert.Contains("First.ForwardCompiled(", assemblies.Generated);
        Assert.Equal("4 parameters, agree: True", assemblies.Run<string>());
    }

    [Fact]
    public void Code_that_reads_what_is_not_public_is_not_carried()
    {
        TwoAssemblies assemblies = new(Library.Replace("public partial Tensor<double> B", "internal partial Tensor<double> B"), Program);

        Assert.Contains("First.ForwardCompiled(", assemblies.Generated);
        Assert.Equal("4 parameters, agree: True", assemblies.Run<string>());
    }
}
