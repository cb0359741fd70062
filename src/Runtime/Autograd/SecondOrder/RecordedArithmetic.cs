using System.Numerics;

namespace TypedTensors.Autograd;

/// <summary>
/// The operations that pullbacks of element-wise functions are made of, on whole tensors and recorded. The engine knows its element type as
/// <c>unmanaged</c> only; this is its way to the operations of floating-point numbers.
/// </summary>
internal abstract class RecordedArithmetic<T>
    where T : unmanaged
{
    /// <summary>The operations of an element type that has gradients.</summary>
    public static RecordedArithmetic<T> Instance => GradientArithmetic<T>.Instance!.Recorded;

    public abstract Tensor<T> Scalar(int value);

    public abstract Tensor<T> Add(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Subtract(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Multiply(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Divide(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Power(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Max(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Min(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Negate(Tensor<T> x);

    public abstract Tensor<T> Abs(Tensor<T> x);

    public abstract Tensor<T> Floor(Tensor<T> x);

    public abstract Tensor<T> Round(Tensor<T> x);

    public abstract Tensor<T> Sqrt(Tensor<T> x);

    public abstract Tensor<T> Exp(Tensor<T> x);

    public abstract Tensor<T> Log(Tensor<T> x);

    public abstract Tensor<T> Tanh(Tensor<T> x);

    public abstract Tensor<T> Sigmoid(Tensor<T> x);

    public abstract Tensor<bool> Equal(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<bool> Less(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<bool> LessOrEqual(Tensor<T> left, Tensor<T> right);

    public abstract Tensor<T> Select(Tensor<bool> condition, Tensor<T> whenSet, Tensor<T> otherwise);

    /// <summary>Broadcasts to a shape.</summary>
    public static Tensor<T> Expand(Tensor<T> x, Shape shape) => x.Shape == shape ? x : Ops.Expand(x, shape.Sizes);

    /// <summary>Sums over what was broadcast from a shape: the counterpart of <see cref="Expand"/>.</summary>
    public Tensor<T> SumTo(Tensor<T> x, Shape shape)
    {
        if (x.Shape == shape)
            return x;
        int added = x.Rank - shape.Rank;
        int[] dims = [.. Enumerable.Range(0, x.Rank).Where(axis => axis < added || (shape[axis - added] == 1 && x.Shape[axis] != 1))];
        return Ops.Reshape(Sum(x, dims), shape.Sizes);
    }

    protected abstract Tensor<T> Sum(Tensor<T> x, int[] dims);
}

/// <summary>The operations of a floating-point type.</summary>
internal sealed class RecordedFloatingPoint<T> : RecordedArithmetic<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override Tensor<T> Scalar(int value) => Tensor.Scalar(T.CreateTruncating(value));

    public override Tensor<T> Add(Tensor<T> left, Tensor<T> right) => Ops.Add(left, right);

    public override Tensor<T> Subtract(Tensor<T> left, Tensor<T> right) => Ops.Subtract(left, right);

    public override Tensor<T> Multiply(Tensor<T> left, Tensor<T> right) => Ops.Multiply(left, right);

    public override Tensor<T> Divide(Tensor<T> left, Tensor<T> right) => Ops.Divide(left, right);

    public override Tensor<T> Power(Tensor<T> left, Tensor<T> right) => Ops.Power(left, right);

    public override Tensor<T> Max(Tensor<T> left, Tensor<T> right) => Ops.Maximum(left, right);

    public override Tensor<T> Min(Tensor<T> left, Tensor<T> right) => Ops.Minimum(left, right);

    public override Tensor<T> Negate(Tensor<T> x) => Ops.Negate(x);

    public override Tensor<T> Abs(Tensor<T> x) => Ops.Abs(x);

    public override Tensor<T> Floor(Tensor<T> x) => Ops.Floor(x);

    public override Tensor<T> Round(Tensor<T> x) => Ops.Round(x);

    public override Tensor<T> Sqrt(Tensor<T> x) => Ops.Sqrt(x);

    public override Tensor<T> Exp(Tensor<T> x) => Ops.Exp(x);

    public override Tensor<T> Log(Tensor<T> x) => Ops.Log(x);

    public override Tensor<T> Tanh(Tensor<T> x) => Ops.Tanh(x);

    public override Tensor<T> Sigmoid(Tensor<T> x) => Ops.Sigmoid(x);

    public override Tensor<bool> Equal(Tensor<T> left, Tensor<T> right) => Ops.Eq(left, right);

    public override Tensor<bool> Less(Tensor<T> left, Tensor<T> right) => Ops.Less(left, right);

    public override Tensor<bool> LessOrEqual(Tensor<T> left, Tensor<T> right) => Ops.LessOrEqual(left, right);

    public override Tensor<T> Select(Tensor<bool> condition, Tensor<T> whenSet, Tensor<T> otherwise) => Ops.Where(condition, whenSet, otherwise);

    protected override Tensor<T> Sum(Tensor<T> x, int[] dims) => dims.Length == 0 ? x : Ops.Sum(x, dims);
}
