using TypedTensors;
using static TypedTensors.Ops;

namespace Mistakes;

/// <summary>The classic loss bug: (n) minus (n, 1) compares every prediction with every target.</summary>
internal static class LossOfEveryPair
{
    [return: Shape]
    public static Tensor<float> Loss([Shape("n")] Tensor<float> prediction, [Shape("n, 1")] Tensor<float> target)
    {
        var error = prediction - target;
        return Mean(error * error);
    }
}
