using System.ComponentModel;
using System.Numerics;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Compilation;

/// <summary>Where a generated member writes the gradients of a model's parameters.</summary>
/// <remarks>
/// Created while planning. That two places of the model have the same parameters shows only then; the second contribution goes into memory of the
/// plan, and is added at the end. Gradients of one model are computed by one thread at a time.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterGradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ModelParameters<T> _parameters;
    private readonly Tensor<T>[] _written;
    private readonly Slot<T>?[] _repeated;
    private readonly ParameterSegment<T>[] _overwritten;
    private readonly ParameterSegment<T>[] _untouched;
    private bool _isAccumulating;

    /// <summary>Plans for the parameters that the member writes gradients of.</summary>
    /// <param name="plan">The plan of the member.</param>
    /// <param name="parameters">All parameters of the model.</param>
    /// <param name="written">The parameters whose gradients the member writes; a tensor may appear more than once.</param>
    /// <exception cref="ArgumentException">A tensor is not one of the parameters.</exception>
    public ParameterGradients(CallPlan plan, ModelParameters<T> parameters, params Tensor<T>[] written)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(written);
        _parameters = parameters;
        _written = written;
        _repeated = new Slot<T>?[written.Length];
        HashSet<Tensor<T>> seen = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < written.Length; i++)
        {
            if (parameters.IndexOf(written[i]) < 0)
                throw new ArgumentException($"ParameterGradients: the tensor {written[i].Shape} is not one of the model's parameters", nameof(written));
            if (!seen.Add(written[i]))
                _repeated[i] = plan.Reserve<T>(written[i].Shape, int.MinValue, int.MaxValue);
        }

        _overwritten = ParameterSegment<T>.Of(seen);
        _untouched = ParameterSegment<T>.Of(parameters.Where(parameter => !seen.Contains(parameter)));
    }

    /// <summary>Begins a computation. Unless it accumulates, the gradients of earlier ones are gone, and those of parameters that are not written are zero.</summary>
    /// <param name="accumulate">Whether the gradients are to be added to those that are there.</param>
    public void Begin(bool accumulate)
    {
        _isAccumulating = accumulate;
        if (accumulate)
            return;
        Renew();
        foreach (ParameterSegment<T> segment in _untouched)
            segment.Of(segment.Storage.Gradients.Elements).Clear();
    }

    /// <summary>Where to write a gradient.</summary>
    /// <param name="index">The parameter's position among the written ones.</param>
    /// <param name="workspace">The workspace that the plan was added to.</param>
    /// <returns>Contiguous memory of the parameter's shape, to be overwritten.</returns>
    public TensorView<T> Destination(int index, Workspace workspace) =>
        _repeated[index] is { } slot ? slot.In(workspace) : Gradient(_written[index]);

    /// <summary>Ends the computation when all gradients have been written.</summary>
    /// <param name="workspace">The workspace that the plan was added to.</param>
    /// <returns>The gradients of all parameters of the model, good until the next computation.</returns>
    public Gradients<T> Complete(Workspace workspace)
    {
        for (int i = 0; i < _repeated.Length; i++)
        {
            if (_repeated[i] is { } slot)
                StridedAdd.Run(slot.In(workspace), Gradient(_written[i]));
        }

        if (_isAccumulating)
        {
            foreach (ParameterSegment<T> segment in _overwritten)
                Add(segment.Of(segment.Storage.Contribution), segment.Of(segment.Storage.Gradients.Elements));
        }

        return new Gradients<T>(_parameters, Renew());
    }

    /// <summary>Makes all earlier gradients of these parameters stale.</summary>
    private long Renew()
    {
        long generation = ParameterStorage<T>.NextGeneration();
        foreach (ParameterSegment<T> segment in _parameters.Segments)
        {
            segment.Storage.Generation = generation;
            segment.Storage.Gradients.MarkWritten();
        }

        return generation;
    }

    private TensorView<T> Gradient(Tensor<T> parameter)
    {
        var storage = (ParameterStorage<T>)parameter.Storage;
        T[] memory = _isAccumulating ? storage.Contribution : storage.Gradients.Elements;
        return new TensorView<T>(memory.AsSpan(parameter.StorageOffset, parameter.ElementCount), parameter.Shape.Sizes, parameter.StrideArray);
    }

    private static void Add(Span<T> contribution, Span<T> gradients)
    {
        int[] strides = Consecutive;
        ReadOnlySpan<int> sizes = [gradients.Length];
        StridedAdd.Run(new TensorView<T>(contribution, sizes, strides), new TensorView<T>(gradients, sizes, strides));
    }

    private static int[] Consecutive { get; } = [1];
}
