using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Reductions
{
    public static readonly Chapter Chapter = new(
        "reductions", "Reductions", SumOfAll, SumOfColumns, SumOfRows, Axes, Statistics, MeanOfWholeNumbers, OverEverything,
        MomentsOfFive, DistinctValues, LargestOfColumns, LargestOfRows, SmallestOfColumns, SoftmaxOfAVector, SoftmaxOfRows,
        SumOfProbabilities);

    private static Tensor<long> Z => Tensor.From(new long[,] { { 0, 1, 2, 3 }, { 4, 5, 6, 7 }, { 8, 9, 10, 11 } });

    private static void SumOfAll()
    {
        Cell("The sum of all elements");
        Show(Sum(Z));
    }

    private static void SumOfColumns()
    {
        Cell("Along dimension 0: a sum for each column");
        Show(Z.Sum(0));
    }

    private static void SumOfRows()
    {
        Cell("Along dimension 1: a sum for each row");
        Show(Z.Sum(1));
    }

    private static void Axes()
    {
        // PyTorch's axis and dim are two names of the same.
        Cell("A dimension is chosen by its position");
        var x = Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Show(x.Sum(0));
        Show(x.Sum(dim: 1));
    }

    private static void Statistics()
    {
        // Variance and deviation divide by n - 1; correction: 0 makes it n.
        Cell("Sum, mean, variance, deviation and the extremes");
        var x = Tensor.From([0f, 0.25f, 0.5f, 0.75f, 1f]);
        Show(Sum(x));
        Show(Mean(x));
        Show(Var(x));
        Show(Std(x));
        Show(Max(x));
        Show(Min(x));
        Show(Tensor.From(new float[,] { { 0 }, { 1 }, { 2 } }).Mean(0));
    }

    private static void MeanOfWholeNumbers()
    {
        // Mean(z) does not compile: there is no Mean of whole numbers. PyTorch refuses it when it is run.
        Cell("A mean needs floating-point numbers");
        Show(Mean(Z.To<float>()));
    }

    private static void OverEverything()
    {
        Cell("Two elements reduced in five ways");
        var a = Tensor.From(new[,] { { -1.7914f, -1.8692f } });
        Show(Min(a));
        Show(Max(a));
        Show(Mean(a));
        Show(Std(a));
        Show(Prod(a));
    }

    private static void MomentsOfFive()
    {
        Cell("Five drawn numbers need not have mean 0 and deviation 1");
        var x = Tensor.From([2.0332f, -0.0122f, -0.2926f, -0.1663f, -1.6763f]);
        Show(Mean(x));
        Show(Std(x));
    }

    private static void DistinctValues()
    {
        Cell("Every value once, sorted");
        Show(Unique(Tensor.From([1L, 2, 3, 1, 2, 1])));
    }

    private static void LargestOfColumns()
    {
        Cell("The largest of each column, and where it is");
        var x = Tensor.From(new[,] { { 0.2687f, 0.3613f }, { 0.7295f, 0.6420f } });
        var (values, indices) = x.MaxWithIndices(0);
        Show(values);
        Show(indices);
    }

    private static void LargestOfRows()
    {
        Cell("The largest of each row");
        var x = Tensor.From(new[,] { { 0.2687f, 0.3613f }, { 0.7295f, 0.6420f } });
        var (values, indices) = x.MaxWithIndices(1);
        Show(values);
        Show(indices);
    }

    private static void SmallestOfColumns()
    {
        // Who wants the values alone asks for x.Min(0).
        Cell("The smallest of each column");
        var x = Tensor.From(new[,] { { 0.2687f, 0.3613f }, { 0.7295f, 0.6420f } });
        var (values, indices) = x.MinWithIndices(0);
        Show(values);
        Show(indices);
    }

    private static void SoftmaxOfAVector()
    {
        Cell("Scores as probabilities");
        Show(Tensor.From([0.5f, 0.7f, 0.1f]).Softmax(0));
    }

    private static void SoftmaxOfRows()
    {
        Cell("The probabilities of a row add up to 1");
        var scores = Tensor.From(new[,] { { -0.0548f, -0.7653f, 0.5531f, -0.4567f, 0.6094f, -0.4746f, -0.6054f, -0.1089f, 0.2765f, -0.4428f } });
        var probabilities = scores.Softmax(1);
        Show(probabilities);
        Show(Math.Abs(Sum(probabilities).Item() - 1) < 1e-6f);
    }

    private static void SumOfProbabilities()
    {
        Cell("So do those of another row, in four digits");
        var p = Tensor.From(new[,] { { 0.0602f, 0.1017f, 0.0979f, 0.0664f, 0.1015f, 0.0915f, 0.1041f, 0.1077f, 0.1192f, 0.1498f } });
        Show(Math.Abs(Sum(p).Item() - 1) < 1e-6f);
    }
}
