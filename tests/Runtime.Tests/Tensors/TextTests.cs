using System.Diagnostics;
using System.Reflection;

namespace TypedTensors.Tests.Tensors;

public sealed class TextTests
{
    [Fact]
    public void ATextIsThatOfPyTorchWithTheNamesOfCSharp()
    {
        Assert.Equal("tensor(1.5000)", Tensor.Scalar(1.5f).ToString());
        Assert.Equal("tensor([ 1, 20,  3], dtype=int)", Tensor.From([1, 20, 3]).ToString());
        Assert.Equal("tensor([ True, False])", Tensor.From([true, false]).ToString());
        Assert.Equal("tensor([], size=(2, 0), dtype=long)", Tensor.Zeros<long>(2, 0).ToString());
        Assert.Equal("tensor([[ 1.0000, -2.5000],\n        [ 3.0000,     nan]])", Tensor.From(new[,] { { 1f, -2.5f }, { 3f, float.NaN } }).ToString());
        Assert.Equal("tensor([[[1, 2]],\n\n        [[3, 4]]])", Tensor.From(new[, ,] { { { 1L, 2L } }, { { 3L, 4L } } }).ToString());
        Assert.Equal("tensor([1, 2], dtype=ulong)", Tensor.From([1UL, 2UL]).ToString());
    }

    [Fact]
    public void ALargeTensorIsShortened() =>
        Assert.Equal("tensor([   0,    1,    2,  ...,  998,  999, 1000])", Tensor.Arange<long>(1001).ToString());

    [Fact]
    public void ATextNamesTheOperationThatTheTensorCameFrom()
    {
        Tensor<double> x = Tensor.From([1.5, 2]).RequireGrad();

        Assert.Equal("tensor([1.5000, 2.0000], dtype=double, requires_grad=True)", x.ToString());
        Assert.Equal("tensor([2.5000, 3.0000], dtype=double, grad_fn=<Add>)", (x + 1.0).ToString());
        Assert.Equal("tensor(3.5000, dtype=double, grad_fn=<Sum>)", Ops.Sum(x).ToString());
        Assert.Equal("tensor([1.5000, 2.0000], dtype=double)", x.Detach().ToString());
    }

    [Fact]
    public void AViewPrintsWhatItShows() =>
        Assert.Equal("tensor([[0, 3],\n        [1, 4],\n        [2, 5]])", Tensor.Arange<long>(6).Reshape(2, 3).T.ToString());

    [Theory]
    [InlineData(0.03125, "0.0312")]
    [InlineData(0.09375, "0.0938")]
    [InlineData(-0.03125, "-0.0312")]
    [InlineData(0.15625, "0.1562")]
    [InlineData(-1e-9, "-0.0000")]
    [InlineData(2.00005, "2.0000")]
    [InlineData(1e22, "10000000000000000000000.0000")]
    public void FixedPointRoundsTiesToEven(double value, string text) => Assert.Equal(text, NumberText.Fixed(value, 4));

    [Theory]
    [InlineData(100005, "1.0000e+05")]
    [InlineData(100015, "1.0002e+05")]
    [InlineData(100025, "1.0002e+05")]
    [InlineData(99999.5, "1.0000e+05")]
    [InlineData(-123445, "-1.2344e+05")]
    [InlineData(5e-324, "4.9407e-324")]
    [InlineData(0, "0.0000e+00")]
    public void ScientificNotationRoundsTiesToEven(double value, string text) => Assert.Equal(text, NumberText.Scientific(value, 4));

    [Fact]
    public void OptionsAreChecked()
    {
        Assert.Equal(PrintOptions.Default, new PrintOptions());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { Precision = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { Threshold = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { EdgeItems = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrintOptions { LineWidth = 0 });
        Assert.Throws<ArgumentNullException>(() => PrintOptions.Default = null!);
        Assert.Throws<ArgumentNullException>(() => Tensor.Scalar(1f).ToString(null!));
    }

    [Fact]
    public void TheDebuggerShowsOneLineAndATable()
    {
        Tensor<float> x = Tensor.Arange<float>(8).RequireGrad();
        Assert.Equal("Tensor<float>(8) [0., 1., 2., 3., 4., 5., ...]", x.DebuggerText);
        Assert.Equal("{DebuggerText,nq}", typeof(Tensor<>).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        Assert.Contains(nameof(TensorDebugView<>), typeof(Tensor<>).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName, StringComparison.Ordinal);

        var view = new TensorDebugView<float>(x);
        Assert.Equal(x.ToString(), view.Elements);
        Assert.Equal(x.ToArray(), view.Values);
        Assert.Equal("strides (1), offset 0, contiguous", view.Layout);
        Assert.Equal("leaf", view.Gradient);
        Assert.Null(view.Grad);
        Assert.Equal("computed by Multiply", new TensorDebugView<float>(x * 2f).Gradient);
        Assert.Equal("not tracked", new TensorDebugView<int>(Tensor.Arange<int>(2)).Gradient);
    }
}
