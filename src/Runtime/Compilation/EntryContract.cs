using System.ComponentModel;
using TypedTensors.Dimensions;
using TypedTensors.Signatures;

namespace TypedTensors.Compilation;

/// <summary>Checks the arguments of a generated member against the shapes that its method declares, with the messages that the analyzers give.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntryContract
{
    private readonly string[] _names;
    private readonly Lazy<Signature> _signature;

    /// <summary>The contract of a method. It is parsed when it is first checked.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">The names of its tensor parameters.</param>
    /// <param name="shapes">For each of them the declared shape as text, empty for a scalar; null where none is declared.</param>
    /// <param name="facts">The facts that the method and its class declare.</param>
    /// <param name="names">The names that are dimensions of its class.</param>
    public EntryContract(string method, string[] parameters, string?[] shapes, string[]? facts = null, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(shapes);
        if (parameters.Length != shapes.Length)
            throw new ArgumentException($"{method} has {parameters.Length} parameters, but {shapes.Length} shapes were given.", nameof(shapes));
        _names = names ?? [];
        _signature = new Lazy<Signature>(() => Signature.Parse(
            method,
            [.. parameters.Zip(shapes, (name, shape) => new ParameterDeclaration(name, ParameterKind.Tensor, Items(shape)))],
            new ResultDeclaration([]),
            facts ?? [],
            _names));
    }

    /// <summary>Checks arguments.</summary>
    /// <param name="arguments">For each parameter the shape of the argument.</param>
    /// <param name="dimensions">For each of the names its size.</param>
    /// <exception cref="ShapeException">An argument does not have its shape, or a fact does not hold.</exception>
    public void Check(ReadOnlySpan<Shape> arguments, ReadOnlySpan<int> dimensions = default)
    {
        if (dimensions.Length != _names.Length)
            throw new ArgumentException($"{_signature.Value.Name}: {dimensions.Length} sizes were given for the names {string.Join(", ", _names)}", nameof(dimensions));
        var values = new Argument[arguments.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = RuntimeArguments.ToArgument(arguments[i]);
        var ambient = new Dictionary<string, Dimension>();
        for (int i = 0; i < _names.Length; i++)
            ambient.Add(_names[i], Dimension.Constant(dimensions[i]));

        if (_signature.Value.Apply(values, Facts.None, ambient, new FreshSymbols()).Mismatch is { } mismatch)
            throw new ShapeException(mismatch.Message);
    }

    private static object[]? Items(string? shape) => shape switch
    {
        null => null,
        "" => [],
        _ => [shape],
    };
}
