using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

/// <summary>What generated code keeps of a model: the tensors that are its parameters. Safe to share between threads.</summary>
/// <typeparam name="T">The element type of the parameters.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A root finds the state of its sub-models here: asking them for their parameters would make roots of them.
    private static readonly ConditionalWeakTable<ITensorModel<T>, ModelState<T>> States = [];

    private readonly Lock _creating = new();
    private readonly ITensorModel<T> _model;
    private ModelParameter<T>[]? _own;
    private ModelParameters<T>? _parameters;

    private ModelState(ITensorModel<T> model) => _model = model;

    /// <summary>The state of a model, always the same one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="state">The field in which the model keeps it.</param>
    public static ModelState<T> Of(ITensorModel<T> model, ref ModelState<T>? state) => state ??= Of(model);

    /// <summary>A parameter of the model itself, always the same tensor, drawn from <see cref="Generator.Default"/> when the first one is asked for.</summary>
    /// <param name="index">Its position among the declarations.</param>
    public Tensor<T> this[int index] => Own(index).Tensor;

    /// <summary>The parameters of the model and its sub-models, in one flat buffer but for those that lie in another model's.</summary>
    /// <exception cref="InvalidOperationException">A model is its own sub-model.</exception>
    public ModelParameters<T> Parameters => Volatile.Read(ref _parameters) ?? CollectParameters();

    internal static ModelState<T> Of(ITensorModel<T> model) => States.GetValue(model, static model => new ModelState<T>(model));

    internal ModelParameter<T> Own(int index) => (Volatile.Read(ref _own) ?? CreateOwn())[index];

    private ModelParameter<T>[] CreateOwn()
    {
        lock (_creating)
            return _own ??= ParameterCreation<T>.Of(_model);
    }

    private ModelParameters<T> CollectParameters()
    {
        // Other models' declarations run in here, so no lock is held; of two threads the first result stands.
        var parameters = new ModelParameters<T>(ParameterCollection<T>.Of(_model));
        return Interlocked.CompareExchange(ref _parameters, parameters, null) ?? parameters;
    }
}
