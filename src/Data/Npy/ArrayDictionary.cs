using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TypedTensors.Data;

/// <summary>The arrays of a file by name, in the order of the file; each is a <see cref="Tensor{T}"/> of its own element type.</summary>
public sealed class ArrayDictionary : IReadOnlyDictionary<string, Tensor>
{
    private readonly OrderedDictionary<string, Tensor> _arrays;

    internal ArrayDictionary(string name, OrderedDictionary<string, Tensor> arrays)
    {
        Name = name;
        _arrays = arrays;
    }

    /// <summary>The file as the user named it, for messages.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Count => _arrays.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _arrays.Keys;

    /// <inheritdoc/>
    public IEnumerable<Tensor> Values => _arrays.Values;

    /// <summary>An array of any element type.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="DataFileException">There is no array of that name.</exception>
    public Tensor this[string key] => _arrays.TryGetValue(key, out Tensor? array)
        ? array
        : throw new DataFileException(Name, $"there is no array '{key}'; the file has {(Count == 0 ? "none" : string.Join(", ", Keys.Select(name => $"'{name}'")))}");

    /// <summary>An array whose element type is known.</summary>
    /// <typeparam name="T">The element type. Nothing is converted.</typeparam>
    /// <param name="key">Its name.</param>
    /// <exception cref="DataFileException">There is no array of that name, or its elements are of another type.</exception>
    public Tensor<T> Get<T>(string key)
        where T : unmanaged => this[key] is var array && array is Tensor<T> typed
            ? typed
            : throw new NpySource(Name, key).Refuse($"the elements are {ElementTypeNames.Of(array.ElementType)}; expected {ElementTypeNames.Of(typeof(T))}");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _arrays.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Tensor value) => _arrays.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => _arrays.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
