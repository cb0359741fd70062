using System.Diagnostics;
using System.Reflection;

namespace TypedTensors.Tests.Tensors;

public sealed class TextTests
{
    [Fact]
    public void TextShowsTypeShapeAndElements()
    {
        Assert.Equal("Tensor<float>() 1.5000", Tensor.Scalar(1.5f).ToString());
        Assert.Equal("Tensor<int>(3) [ 1, 20,  3]", Tensor.From([1, 20, 3]).ToString());
        Assert.Equal("Tensor<bool>(2) [ true, false]", Tensor.From([true, false]).ToString());
        Assert.Equal("Tensor<double>(0) []", Tensor.Zeros<double>(0).ToString());
        Assert.Equal("Tensor<float>(2, 2)\n[[ 1.0000, -2.5000],\n [ 3.0000,     NaN]]", Tensor.From(new[,] { { 1f, -2.5f }, { 3f, float.NaN } }).ToString());
        Assert.Equal("Tensor<int>(2, 1, 2)\n[[[1, 2]],\n\n [[3, 4]]]", Tensor.From(new[, ,] { { { 1, 2 } }, { { 3, 4 } } }).ToString());
    }

    [Fact]
    public void ALargeTensorIsShortened() =>
        Assert.Equal("Tensor<int>(1001) [   0,    1,    2, ...,  998,  999, 1000]", Tensor.Arange<int>(1001).ToString());

    [Fact]
    public void TheDebuggerShowsOneLineAndATable()
    {
        Tensor<float> x = Tensor.Arange<float>(8).RequireGrad();
        Assert.Equal("Tensor<float>(8) [0.0000, 1.0000, 2.0000, 3.0000, 4.0000, 5.0000, ...]", x.DebuggerText);
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
