using TypedTensors.Nn;

namespace TypedTensors.Tests.Tutorial.Programs;

/// <summary>The names of a program: tensors, memory outside of tensors, and host values; null where a gradient has not arrived.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, object?> _values = [];

    private readonly Dictionary<string, TensorProperties> _snapshots = [];

    public object? this[string name]
    {
        get => _values.TryGetValue(name, out object? value) ? value : throw new InvalidDataException($"There is no '{name}'.");
        set => _values[name] = value;
    }

    /// <summary>The copies that steps have recorded under each name.</summary>
    public Dictionary<string, List<Tensor>> Traces { get; } = [];

    /// <summary>The optimizers by the names of their parameters; they keep their state from step to step.</summary>
    public Dictionary<string, Optimizer> Optimizers { get; } = [];

    public bool Has(string name) => _values.ContainsKey(name);

    public Tensor Tensor(string name) => this[name] as Tensor ?? throw new InvalidDataException($"'{name}' is no tensor.");

    public Operand Operand(string name) => Programs.Operand.Of(Tensor(name));

    public HostArray Array(string name) => this[name] as HostArray ?? throw new InvalidDataException($"'{name}' is no array.");

    /// <summary>The elements of a tensor or of memory outside of tensors.</summary>
    public Tensor Elements(string name) => this[name] is HostArray array ? array.Copy() : Tensor(name);

    public void Remember(string snapshot, string name) => _snapshots[snapshot] = TensorProperties.Of(Tensor(name));

    /// <summary>The properties that were remembered under a name, or else those that the tensor of the name has now.</summary>
    public TensorProperties Properties(string name) => _snapshots.TryGetValue(name, out TensorProperties? remembered) ? remembered : TensorProperties.Of(Tensor(name));
}
