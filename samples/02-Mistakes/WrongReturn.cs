using TypedTensors;
using static TypedTensors.Ops;

namespace Mistakes;

/// <summary>A sum over the wrong dimension gives a result that the signature does not promise.</summary>
internal static class WrongReturn
{
    [return: Shape("batch")]
    public static Tensor<float> Energy([Shape("batch, d")] Tensor<float> x)
    {
        var squares = x * x;
        return squares.Sum(0);
    }
}
