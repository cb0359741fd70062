using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors.Benchmarks.Gemm;

/// <summary>Single-threaded products of the sizes that networks have, and squares.</summary>
[Config(typeof(Configuration))]
[MemoryDiagnoser]
public class MatrixProductBenchmarks
{
    private float[] _a = [];
    private float[] _b = [];
    private float[] _c = [];

    /// <summary>The products.</summary>
    public static IEnumerable<ProductShape> Shapes =>
    [
        new(64, 64, 64),
        new(128, 128, 128),
        new(256, 256, 256),
        new(512, 512, 512),
        new(1024, 1024, 1024),
        new(32, 784, 128),
        new(32, 784, 128, TransposedRight: true),
        new(784, 32, 128, TransposedLeft: true),
        new(32, 128, 10),
        new(32, 128, 10, TransposedRight: true),
        new(128, 512, 512),
        new(128, 512, 512, TransposedRight: true),
        new(1, 784, 128),
        new(1, 784, 128, TransposedRight: true),
        new(4, 16, 16),
    ];

    /// <summary>The product that is timed.</summary>
    [ParamsSource(nameof(Shapes))]
    public ProductShape Shape { get; set; }

    /// <summary>Fills the operands.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _a = Fill(Shape.M * Shape.K);
        _b = Fill(Shape.K * Shape.N);
        _c = new float[Shape.M * Shape.N];

        float[] Fill(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }

    /// <summary>C = A B.</summary>
    [Benchmark]
    public void Float() => MatrixProduct.Multiply(
        Shape.M,
        Shape.N,
        Shape.K,
        in _a[0],
        Shape.TransposedLeft ? 1 : Shape.K,
        Shape.TransposedLeft ? Shape.M : 1,
        in _b[0],
        Shape.TransposedRight ? 1 : Shape.N,
        Shape.TransposedRight ? Shape.K : 1,
        ref _c[0],
        Shape.N,
        1);

    private sealed class Configuration : ManualConfig
    {
        public Configuration() => AddColumn(new GflopsColumn());
    }
}
