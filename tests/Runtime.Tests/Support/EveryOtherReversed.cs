namespace TypedTensors.Tests.Support;

/// <summary>A view for tests: drops the innermost dimension by taking its first position, and reverses the order of the others.</summary>
public readonly struct EveryOtherReversed : IViewOperation
{
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(EveryOtherReversed), nameof(Declaration));

    [Operation(typeof(EveryOtherReversed))]
    [return: Shape("...")]
    public static Tensor<T> Declaration<T>(Tensor<T> x)
        where T : unmanaged => Eager.View(default(EveryOtherReversed), x);

    public Layout Apply(Layout input)
    {
        int[] sizes = input.Shape.Sizes[..^1].ToArray();
        int[] strides = input.Strides[..^1];
        Array.Reverse(sizes);
        Array.Reverse(strides);
        return new Layout(new Shape(sizes), strides, input.Offset);
    }
}
