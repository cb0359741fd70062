namespace TypedTensors.Tests.Compiled;

/// <summary>What an operation asks of its arguments, so that central differences are a good approximation of its derivative.</summary>
internal static class Suitable
{
    /// <summary>How far an argument has to be from where a function has a kink.</summary>
    private const double Margin = 0.02;

    public static Tensor<double> Positive(Tensor<double> x) => Require(x, x.ToArray().All(static element => element > 0.2));

    public static Tensor<double> AwayFromZero(Tensor<double> x) => Require(x, x.ToArray().All(static element => Math.Abs(element) > Margin));

    public static Tensor<double> Divisor(Tensor<double> x) => Require(x, x.ToArray().All(static element => Math.Abs(element) > 0.3));

    public static Tensor<double> Below(Tensor<double> x, double limit) => Require(x, x.ToArray().All(element => element < limit));

    public static Tensor<double> Above(Tensor<double> x, double limit) => Require(x, x.ToArray().All(element => element > limit));

    public static Tensor<double> Within(Tensor<double> x, double limit) => Require(x, x.ToArray().All(element => Math.Abs(element) < limit));

    public static Tensor<double> AwayFrom(Tensor<double> x, double kink) => Require(x, x.ToArray().All(element => Math.Abs(element - kink) > Margin));

    /// <summary>No element is near a multiple of a number, moved by an offset.</summary>
    public static Tensor<double> AwayFromMultiples(Tensor<double> x, double of, double offset = 0) =>
        Require(x, x.ToArray().All(element => Math.Abs(Math.IEEERemainder(element - offset, of)) > Margin));

    /// <summary>The second tensor, whose elements are told apart from those of the first wherever they meet.</summary>
    public static Tensor<double> ApartFrom(Tensor<double> left, Tensor<double> right)
    {
        Apart(left, right);
        return right;
    }

    /// <summary>Two tensors whose elements are told apart by a comparison wherever they meet.</summary>
    public static void Apart(Tensor<double> left, Tensor<double> right) => AwayFromZero(left - right);

    /// <summary>No two elements along a dimension are near each other.</summary>
    public static Tensor<double> Distinct(Tensor<double> x, int dim)
    {
        Tensor<double> gaps = Ops.Abs(Ops.Unsqueeze(x, dim < 0 ? dim - 1 : dim) - Ops.Unsqueeze(x, dim < 0 ? dim : dim + 1));
        return Require(x, Ops.Sum((gaps < Margin).To<int>()).Item() == x.ElementCount);
    }

    /// <summary>The largest elements along some dimensions are the only ones.</summary>
    public static Tensor<double> UniqueMaximum(Tensor<double> x, int[] dims)
    {
        Tensor<double> gap = x - Ops.Max(x, dims, keepDims: true);
        Tensor<double> count = Ops.Sum(Ops.Where(gap > -Margin, Tensor.OnesLike(gap), Tensor.ZerosLike(gap)), dims);
        return Require(x, count.ToArray().All(static near => near == 1));
    }

    /// <summary>A value that can be computed with.</summary>
    public static Tensor<double> Moderate(Tensor<double> x) =>
        Require(x, x.ElementCount is > 0 and <= 300 && x.Rank <= 5 && x.ToArray().All(static element => double.IsFinite(element) && Math.Abs(element) < 30));

    private static Tensor<double> Require(Tensor<double> x, bool isSuitable) => isSuitable ? x : throw new UnsuitableException();
}
