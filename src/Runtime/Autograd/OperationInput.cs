namespace TypedTensors.Autograd;

/// <summary>What a node keeps of an input to give it a gradient: where it came from, and its shape.</summary>
internal readonly struct OperationInput<T>
    where T : unmanaged
{
    private readonly Shape _shape;

    public OperationInput(Tensor<T> tensor, OperationContract contract, int index)
    {
        Node = tensor.History is { } history && contract.IsDifferentiable(index) ? history.Node : null;
        _shape = tensor.Shape;
    }

    /// <summary>The node that the input came from; null when it gets no gradient.</summary>
    public GradientNode? Node { get; }

    /// <summary>Memory for the gradient, or null when none is wanted.</summary>
    public Tensor<T>? AllocateGradient() => Node is null ? null : Tensor<T>.Uninitialized(_shape);

    public void Deliver(Tensor<T>? gradient, BackwardPass pass)
    {
        if (gradient is not null)
            pass.Deliver(Node, new Cotangent(gradient, IsOwned: true));
    }
}

/// <summary>Helpers around <see cref="OperationInput{T}"/>.</summary>
internal static class OperationInput
{
    /// <summary>The view of a tensor, absent when there is no tensor.</summary>
    public static TensorView<T> ViewOf<T>(Tensor<T>? tensor)
        where T : unmanaged => tensor is null ? default : tensor.View;
}
