using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

/// <summary>The parameters of a model and of its sub-models, each tensor once, in the order of their declarations.</summary>
/// <remarks>
/// They lie in one flat buffer, but for those of a sub-model whose own parameters were laid out before: those stay in that model's buffer.
/// A sub-model that is used at several places has its parameters once, under the names of all places.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
public sealed class ModelParameters<T> : IReadOnlyList<Tensor<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<ModelParameter<T>> _parameters = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _indices = [];
    private readonly Dictionary<Tensor<T>, int> _indexOfTensor = new(ReferenceEqualityComparer.Instance);

    internal ModelParameters(IReadOnlyList<(string Name, ModelParameter<T> Parameter)> declared)
    {
        foreach ((string name, ModelParameter<T> parameter) in declared)
        {
            if (_indexOfTensor.TryAdd(parameter.Tensor, _parameters.Count))
            {
                _parameters.Add(parameter);
                _names.Add(name);
            }

            if (!_indices.TryAdd(name, _indexOfTensor[parameter.Tensor]))
                throw new InvalidOperationException($"Parameters: two parameters are named {name}");
        }

        ParameterStorage<T>.Gather(_indexOfTensor.Keys);
        Segments = ParameterSegment<T>.Of(this);
        ElementCount = Segments.Sum(segment => segment.ElementCount);
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _parameters.Count;

    /// <summary>For each parameter its name: <c>W</c>, <c>Encoder.W</c>, <c>Layers.0.W</c>; the first one, where it has several.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The number of elements of all parameters.</summary>
    public int ElementCount { get; }

    /// <summary>The parameters as parts of the buffers that they lie in.</summary>
    internal ParameterSegment<T>[] Segments { get; }

    /// <summary>One of the parameters.</summary>
    /// <param name="index">Its position.</param>
    public Tensor<T> this[int index] => _parameters[index].Tensor;

    /// <summary>The parameter of a name.</summary>
    /// <param name="name">Its name, or one of them.</param>
    /// <exception cref="KeyNotFoundException">There is no parameter of that name.</exception>
    public Tensor<T> this[string name] => _indices.TryGetValue(name, out int index)
        ? this[index]
        : throw new KeyNotFoundException($"Parameters: there is no parameter \"{name}\"; there are {Quoted(_indices.Keys)}");

    /// <inheritdoc/>
    public IEnumerator<Tensor<T>> GetEnumerator() => _parameters.Select(parameter => parameter.Tensor).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Draws the values of all parameters anew, in the order of their declarations.</summary>
    /// <param name="generator">Where the numbers come from.</param>
    public void Initialize(Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        foreach (ModelParameter<T> parameter in _parameters)
            parameter.Draw(generator);
        MarkWritten();
    }

    /// <summary>The parameters by all of their names. The tensors share the parameters' memory and are not tracked.</summary>
    public IReadOnlyDictionary<string, Tensor<T>> StateDictionary() =>
        new OrderedDictionary<string, Tensor<T>>(_indices.Select(pair => KeyValuePair.Create(pair.Key, this[pair.Value].Detach())));

    /// <summary>Copies values into the parameters. When something does not fit nothing is changed.</summary>
    /// <param name="values">For every name of a parameter a tensor of its shape.</param>
    /// <exception cref="ArgumentException">A name is missing or unknown, or names of one parameter have different values.</exception>
    /// <exception cref="ShapeException">A tensor does not have the shape of its parameter.</exception>
    public void LoadStateDictionary(IReadOnlyDictionary<string, Tensor<T>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        CheckNames(values);
        CheckShapes(values);
        Tensor<T>[] sources = ReadSources(values);
        for (int i = 0; i < sources.Length; i++)
            StridedCopy.Run(sources[i].View, this[i].View);
        MarkWritten();
    }

    /// <summary>The position of a parameter, or -1.</summary>
    internal int IndexOf(Tensor<T> parameter) => _indexOfTensor.GetValueOrDefault(parameter, -1);

    /// <summary>Counts a write to every buffer.</summary>
    internal void MarkWritten()
    {
        foreach (ParameterSegment<T> segment in Segments)
            segment.Storage.MarkWritten();
    }

    private void CheckNames(IReadOnlyDictionary<string, Tensor<T>> values)
    {
        string[] missing = [.. _indices.Keys.Where(name => values.GetValueOrDefault(name) is null)];
        string[] unexpected = [.. values.Keys.Where(name => !_indices.ContainsKey(name))];
        string[] problems =
        [
            .. missing.Length > 0 ? [$"missing {Quoted(missing)}"] : (string[])[],
            .. unexpected.Length > 0 ? [$"unexpected {Quoted(unexpected)}"] : (string[])[],
        ];
        if (problems.Length > 0)
            throw new ArgumentException($"LoadStateDictionary: {string.Join("; ", problems)}");
    }

    private void CheckShapes(IReadOnlyDictionary<string, Tensor<T>> values)
    {
        string[] problems =
        [
            .. from pair in _indices
               where values[pair.Key].Shape != this[pair.Value].Shape
               select $"\"{pair.Key}\" is {values[pair.Key].Shape}, not {this[pair.Value].Shape}",
        ];
        if (problems.Length > 0)
            throw new ShapeException($"LoadStateDictionary: {string.Join("; ", problems)}");
    }

    /// <summary>For each parameter its new values, apart from the memory that is going to be written.</summary>
    private Tensor<T>[] ReadSources(IReadOnlyDictionary<string, Tensor<T>> values)
    {
        var sources = new Tensor<T>[Count];
        foreach ((string name, int index) in _indices)
        {
            Tensor<T> value = values[name];
            if (sources[index] is null)
                sources[index] = value.Storage is ParameterStorage<T> ? value.Copy() : value;
            else if (!HasSameElements(sources[index], value))
                throw new ArgumentException($"LoadStateDictionary: \"{_names[index]}\" and \"{name}\" are one parameter, but their values differ");
        }

        return sources;
    }

    // As bits, so that NaN is itself.
    private static bool HasSameElements(Tensor<T> left, Tensor<T> right) =>
        MemoryMarshal.AsBytes<T>(left.ToArray()).SequenceEqual(MemoryMarshal.AsBytes<T>(right.ToArray()));

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
