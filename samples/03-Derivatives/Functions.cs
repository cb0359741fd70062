using static TypedTensors.Ops;

namespace TypedTensors.Samples.Derivatives;

/// <summary>Functions whose gradients the compiler writes.</summary>
public static partial class Functions
{
    /// <summary>The parabola of the tutorials, (w - 3)^2, with its minimum at 3.</summary>
    [Differentiable]
    [return: Shape]
    public static Tensor<double> Parabola([Shape] Tensor<double> w)
    {
        var distance = w - 3.0;
        return distance * distance;
    }

    /// <summary>Rosenbrock's function in n dimensions, whose minimum 0 lies at (1, ..., 1) at the end of a curved valley.</summary>
    [Differentiable]
    [return: Shape]
    public static Tensor<double> Rosenbrock([Shape("n")] Tensor<double> x)
    {
        var current = x[..^1];
        var next = x[1..];
        var valley = next - (current * current);
        var slope = 1.0 - current;
        return Sum((100.0 * valley * valley) + (slope * slope));
    }
}
