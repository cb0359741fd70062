namespace TypedTensors.Tests.Declarations;

/// <summary>One call of an operation with random arguments.</summary>
/// <param name="Arguments">The arguments in the order of the declaration.</param>
/// <param name="Run">Makes the call.</param>
internal sealed record Sample(object?[] Arguments, Func<Tensor[]> Run)
{
    /// <summary>A call that gives one tensor.</summary>
    public Sample(object?[] arguments, Func<Tensor> run)
        : this(arguments, () => [run()])
    {
    }
}
