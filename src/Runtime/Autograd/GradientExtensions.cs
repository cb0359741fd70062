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
        /// <param name="createGraph">Whether the run is recorded, so that the gradients can be differentiated again; it retains the graph.</param>
        /// <exception cref="ShapeException">The tensor does not have exactly one element.</exception>
        /// <exception cref="InvalidOperationException">Nothing requires a gradient, the saved values were released by an earlier run, or one was changed in place.</exception>
        /// <exception cref="NotSupportedException">A gradient that was recorded is of an operation whose derivative has no derivative here.</exception>
        public void Backward(bool retainGraph = false, bool createGraph = false) =>
            BackwardPass.Run(Tracked(tensor, "Backward").Node, CotangentOf(tensor, null, "Backward"), retainGraph || createGraph, createGraph);

        /// <summary>Adds the gradient of <c>sum(tensor * cotangent)</c> to <c>Grad</c> of every leaf that the tensor was computed from.</summary>
        /// <param name="cotangent">The weights, of the tensor's shape.</param>
        /// <param name="retainGraph">Whether the saved values are kept, so that the graph can be run again.</param>
        /// <param name="createGraph">Whether the run is recorded, so that the gradients can be differentiated again; it retains the graph.</param>
        /// <exception cref="ShapeException">The cotangent has another shape.</exception>
        /// <exception cref="InvalidOperationException">Nothing requires a gradient, the saved values were released by an earlier run, or one was changed in place.</exception>
        /// <exception cref="NotSupportedException">A gradient that was recorded is of an operation whose derivative has no derivative here.</exception>
        public void Backward([Shape("...tensor")] Tensor<T> cotangent, bool retainGraph = false, bool createGraph = false) =>
            BackwardPass.Run(Tracked(tensor, "Backward").Node, CotangentOf(tensor, cotangent, "Backward"), retainGraph || createGraph, createGraph);

        /// <summary>The gradient of the tensor with respect to one that it was computed from. No <c>Grad</c> changes.</summary>
        /// <param name="input">A leaf, or a tensor on the way.</param>
        /// <param name="cotangent">The weights of the tensor's elements, of its shape; ones for a tensor of one element when left out.</param>
        /// <param name="retainGraph">Whether the saved values are kept, so that the graph can be run again.</param>
        /// <param name="createGraph">Whether the run is recorded, so that the gradient can be differentiated again; it retains the graph.</param>
        /// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
        /// <exception cref="ShapeException">The cotangent has another shape, or there is none and the tensor does not have exactly one element.</exception>
        /// <exception cref="InvalidOperationException">
        /// The tensor was not computed from the input, nothing requires a gradient, the saved values were released by an earlier run, or one was changed in place.
        /// </exception>
        /// <exception cref="NotSupportedException">A gradient that was recorded is of an operation whose derivative has no derivative here.</exception>
        [return: Shape("...input")]
        public Tensor<T> GradientTo(
            Tensor<T> input, [Shape("...tensor")] Tensor<T>? cotangent = null, bool retainGraph = false, bool createGraph = false) =>
            Gradients(tensor, [input], cotangent, retainGraph, createGraph)[0];

        /// <summary>The gradients of the tensor with respect to some that it was computed from, in one run. No <c>Grad</c> changes.</summary>
        /// <param name="inputs">Leaves, or tensors on the way.</param>
        /// <param name="cotangent">The weights of the tensor's elements, of its shape; ones for a tensor of one element when left out.</param>
        /// <param name="retainGraph">Whether the saved values are kept, so that the graph can be run again.</param>
        /// <param name="createGraph">Whether the run is recorded, so that the gradients can be differentiated again; it retains the graph.</param>
        /// <returns>For each input a tensor of its shape.</returns>
        /// <exception cref="ShapeException">The cotangent has another shape, or there is none and the tensor does not have exactly one element.</exception>
        /// <exception cref="InvalidOperationException">
        /// The tensor was not computed from an input, nothing requires a gradient, the saved values were released by an earlier run, or one was changed in place.
        /// </exception>
        /// <exception cref="NotSupportedException">A gradient that was recorded is of an operation whose derivative has no derivative here.</exception>
        public Tensor<T>[] GradientsTo(
            ReadOnlySpan<Tensor<T>> inputs, [Shape("...tensor")] Tensor<T>? cotangent = null, bool retainGraph = false, bool createGraph = false) =>
            Gradients(tensor, inputs, cotangent, retainGraph, createGraph);
    }

    private static Tensor<T>[] Gradients<T>(Tensor<T> tensor, ReadOnlySpan<Tensor<T>> inputs, Tensor<T>? cotangent, bool retainGraph, bool createGraph)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientNode root = Tracked(tensor, "GradientTo").Node;
        Cotangent start = CotangentOf(tensor, cotangent, "GradientTo");
        if (inputs.IsEmpty)
            return [];
        var nodes = new GradientNode[inputs.Length];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = inputs[i].History?.Node ?? throw NotReached(inputs, i, "it does not require a gradient");

        var targets = new GradientTargets(root, nodes);
        BackwardPass.Run(root, start, retainGraph || createGraph, createGraph, targets);
        var gradients = new Tensor<T>[inputs.Length];
        for (int i = 0; i < gradients.Length; i++)
            gradients[i] = (Tensor<T>?)targets.Gradients[i] ?? throw NotReached(inputs, i, "the tensor was not computed from it");
        return gradients;
    }

    private static InvalidOperationException NotReached<T>(ReadOnlySpan<Tensor<T>> inputs, int index, string reason)
        where T : unmanaged => new($"GradientTo: there is no gradient with respect to input {index} {inputs[index].Shape}: {reason}");

    private static Cotangent CotangentOf<T>(Tensor<T> tensor, Tensor<T>? given, string operation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (given is not null)
        {
            return given.Shape == tensor.Shape
                ? new Cotangent(given, IsOwned: false)
                : throw new ShapeException($"{operation}: the cotangent {given.Shape} does not have the shape {tensor.Shape} of the tensor");
        }

        if (tensor.ElementCount != 1)
            throw new ShapeException($"{operation}: only a tensor of one element has a gradient by itself; for {tensor.Shape} give a cotangent of that shape");
        Tensor<T> one = Tensor<T>.UninitializedLike(tensor);
        one.View.First = T.One;
        return new Cotangent(one, IsOwned: true);
    }

    private static GradientHistory Tracked(Tensor tensor, string operation) => tensor.History
        ?? throw new InvalidOperationException(
            $"{operation}: nothing requires a gradient: the tensor was not computed from one on which RequireGrad() was called, or recording was paused");
}
