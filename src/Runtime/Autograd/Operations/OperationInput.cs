namespace TypedTensors.Autograd;

/// <summary>What a node keeps of an input to give it a gradient: where it came from, and its shape.</summary>
internal readonly struct OperationInput<T>
    where T : unmanaged
{
    private readonly bool _isDifferentiable;

    public OperationInput(Tensor<T> tensor, OperationContract contract, int index)
    {
        _isDifferentiable = contract.IsDifferentiable(index);
        Node = _isDifferentiable ? tensor.History?.Node : null;
        Shape = tensor.Shape;
    }

    /// <summary>The node that the input came from; null when it gets no gradient.</summary>
    public GradientNode? Node { get; }

    /// <summary>The input's shape.</summary>
    public Shape Shape { get; }

    /// <summary>Zeros of the input's shape.</summary>
    public Tensor<T> Zeros => Tensor<T>.SharedZero(Shape);

    /// <summary>What stands for the input while an affine operation is changed in another one: its value where no gradient reaches it, else zeros.</summary>
    public Tensor<T> Held(Tensor<T>? saved) => _isDifferentiable || saved is null ? Zeros : saved;

    /// <summary>Memory for the gradient, or null when none is wanted.</summary>
    public Tensor<T>? AllocateGradient() => Node is null ? null : Tensor<T>.Uninitialized(Shape);

    public void Deliver(Tensor<T>? gradient, BackwardPass pass)
    {
        if (gradient is not null)
            pass.Deliver(Node, new Cotangent(gradient, IsOwned: true));
    }

    public void DeliverRecorded(Tensor<T>? gradient, BackwardPass pass)
    {
        if (gradient is not null)
            pass.Deliver(Node, new Cotangent(gradient, IsOwned: false));
    }
}

/// <summary>Helpers around <see cref="OperationInput{T}"/>.</summary>
internal static class OperationInput
{
    /// <summary>The view of a tensor, absent when there is no tensor.</summary>
    public static TensorView<T> ViewOf<T>(Tensor<T>? tensor)
        where T : unmanaged => tensor is null ? default : tensor.View;
}
