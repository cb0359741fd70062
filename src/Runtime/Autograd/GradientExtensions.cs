using System.Numerics;
using TypedTensors.Autograd;

namespace TypedTensors;

/// <summary>
/// Gradients of tensors of floating-point numbers. A tensor of another type has none of these members, so that asking it for a
/// gradient is an error of the compiler.
/// </summary>
public static class GradientExtensions
{
    extension<T>(Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>Whether operations on the tensor are recorded for a gradient.</summary>
        public bool RequiresGrad => tensor.History is not null;

        /// <summary>Whether the tensor was created rather than computed from tensors that require a gradient.</summary>
        public bool IsLeaf => tensor.History is not { IsLeaf: false };

        /// <summary>
        /// The gradient that <c>Backward</c> has accumulated, of the tensor's shape, or null before the first one arrives. Setting it to null forgets it.
        /// </summary>
        /// <exception cref="InvalidOperationException">It is set on a tensor that does not require a gradient.</exception>
        /// <exception cref="ShapeException">It is set to a tensor of another shape.</exception>
        public Tensor<T>? Grad
        {
            [return: Shape("...tensor")]
            get => (Tensor<T>?)tensor.History?.Grad;
            set
            {
                if (tensor.History is not { } history)
                    throw new InvalidOperationException($"Grad: the tensor {tensor.Shape} does not require a gradient");
                if (value is not null && value.Shape != tensor.Shape)
                    throw new ShapeException($"Grad: the gradient {value.Shape} does not have the shape {tensor.Shape} of its tensor");
                history.Grad = value;
            }
        }

        /// <summary>Makes the tensor a leaf whose gradient <c>Backward</c> accumulates. A tensor that already requires one is left as it is.</summary>
        /// <returns>The tensor itself.</returns>
        [return: Shape("...tensor")]
        public Tensor<T> RequireGrad()
        {
            if (tensor.History is null)
            {
                GradientArithmetic<T>.Register<T>();
                tensor.History = LeafNode<T>.NewHistory();
            }

            return tensor;
        }

        /// <summary>Keeps the gradient of a computed tensor in <c>Grad</c>, as that of a leaf is.</summary>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor does not require a gradient.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> RetainGrad()
        {
            if (tensor.History is not { } history)
                throw new InvalidOperationException($"RetainGrad: the tensor {tensor.Shape} does not require a gradient");
            if (!history.IsLeaf)
                history.Node.Retained = history;
            return tensor;
        }

        /// <summary>The same memory as a tensor that is not tracked.</summary>
        /// <returns>A tensor of the same shape over the same storage.</returns>
        [return: Shape("...tensor")]
        public Tensor<T> Detach() => tensor.Window(tensor.Shape, tensor.StrideArray, tensor.StorageOffset);

        /// <summary>Fills the accumulated gradient with zeros, where there is one.</summary>
        public void ZeroGrad()
        {
            if (tensor.Grad is { } grad)
            {
                using (Ops.NoGrad())
                    grad.Fill(T.Zero);
            }
        }

        /// <summary>Adds the gradient of a tensor of one element to <c>Grad</c> of every leaf that it was computed from.</summary>
        /// <param name="retainGraph">Whether the saved values are kept, so that the graph can be run again.</param>
        /// <exception cref="ShapeException">The tensor does not have exactly one element.</exception>
        /// <exception cref="InvalidOperationException">Nothing requires a gradient, the saved values were released by an earlier run, or one was changed in place.</exception>
        public void Backward(bool retainGraph = false)
        {
            GradientHistory history = Tracked(tensor);
            if (tensor.ElementCount != 1)
                throw new ShapeException($"Backward: only a tensor of one element has a gradient by itself; for {tensor.Shape} give a cotangent of that shape");
            Tensor<T> one = Tensor<T>.UninitializedLike(tensor);
            one.View.First = T.One;
            BackwardPass.Run(history.Node, new Cotangent(one, IsOwned: true), retainGraph);
        }

        /// <summary>Adds the gradient of <c>sum(tensor * cotangent)</c> to <c>Grad</c> of every leaf that the tensor was computed from.</summary>
        /// <param name="cotangent">The weights, of the tensor's shape.</param>
        /// <param name="retainGraph">Whether the saved values are kept, so that the graph can be run again.</param>
        /// <exception cref="ShapeException">The cotangent has another shape.</exception>
        /// <exception cref="InvalidOperationException">Nothing requires a gradient, the saved values were released by an earlier run, or one was changed in place.</exception>
        public void Backward([Shape("...tensor")] Tensor<T> cotangent, bool retainGraph = false)
        {
            GradientHistory history = Tracked(tensor);
            if (cotangent.Shape != tensor.Shape)
                throw new ShapeException($"Backward: the cotangent {cotangent.Shape} does not have the shape {tensor.Shape} of the tensor");
            BackwardPass.Run(history.Node, new Cotangent(cotangent, IsOwned: false), retainGraph);
        }
    }

    private static GradientHistory Tracked(Tensor tensor) => tensor.History
        ?? throw new InvalidOperationException(
            "Backward: nothing requires a gradient: the tensor was not computed from one on which RequireGrad() was called, or recording was paused");
}
