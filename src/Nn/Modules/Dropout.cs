namespace TypedTensors.Nn;

/// <summary>Drops each element with a given probability while it is trained, and divides the others by that of keeping one.</summary>
/// <remarks>It draws a mask each time, so it runs on the tape. Compiled methods take a mask instead: <see cref="Ops.Dropout{T}(Tensor{T}, Tensor{bool}, double)"/>.</remarks>
/// <param name="p">The probability with which an element is dropped.</param>
/// <param name="generator">Where the random numbers come from; the default generator when left out.</param>
[TensorModel]
public sealed partial class Dropout(double p = 0.5, Generator? generator = null) : IModule
{
    /// <summary>The probability with which an element is dropped.</summary>
    public double P { get; } = p is >= 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), $"Dropout: {p} is no probability");

    /// <summary>Whether anything is dropped; set it to false to evaluate a model.</summary>
    public bool IsTraining { get; set; } = true;

    /// <summary>The tensor with some of its elements dropped.</summary>
    /// <param name="x">A tensor of any shape.</param>
    /// <returns>A tensor of the same shape: the same one outside of training.</returns>
    [return: Shape("...x")]
    public Tensor<float> Forward([Shape("...x")] Tensor<float> x) => Ops.Dropout(x, P, IsTraining, generator);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => $"Dropout(p={ModuleText.Number(P)}, inplace=False)";
}
