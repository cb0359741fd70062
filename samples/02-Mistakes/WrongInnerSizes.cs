using TypedTensors;
using static TypedTensors.Ops;

namespace Mistakes;

/// <summary>A weight matrix that lies the other way round: <c>dotnet format analyzers</c> transposes it.</summary>
internal static class WrongInnerSizes
{
    [return: Shape("batch", 10)]
    public static Tensor<float> Head([Shape("batch, hidden")] Tensor<float> x, [Shape(10, "hidden")] Tensor<float> weights)
    {
        var h = Relu(x);
        return h.MatMul(weights);
    }
}
