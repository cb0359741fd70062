using System.Collections.Concurrent;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors;

public sealed partial class Tensor<T>
{
    /// <summary>A boundary between code without shapes and code with them: checks the shape now, and gives it to the compiler from here on.</summary>
    /// <param name="shape">A shape in the shape language, in the names of the calling method. At run time a name stands for any size, but for one.</param>
    /// <returns>The tensor itself.</returns>
    /// <exception cref="ShapeException">The tensor does not have the shape.</exception>
    /// <exception cref="ArgumentException">The text is not a shape.</exception>
    [return: Shape("...shape")]
    public Tensor<T> Assume([ShapePattern] string shape)
    {
        AssumedShapes.Check(shape, Shape);
        return this;
    }

    /// <summary>Says that this tensor is meant to be broadcast, which silences the warning about accidental broadcasting.</summary>
    /// <returns>The tensor itself.</returns>
    [AllowBroadcast]
    [return: Shape("...this")]
    public Tensor<T> Broadcast() => this;
}

/// <summary>The shapes that were assumed so far, parsed.</summary>
internal static class AssumedShapes
{
    private static readonly ConcurrentDictionary<string, Signature> Parsed = new();

    public static void Check(string pattern, Shape actual)
    {
        Signature signature = Parsed.GetOrAdd(pattern, Parse);
        var value = ShapeValue.Of(Array.ConvertAll(actual.Sizes.ToArray(), size => (long)size));
        CallOutcome outcome = signature.Apply([new TensorArgument(value)], Facts.None, ambient: null, new FreshSymbols());
        if (outcome.Mismatch is { } mismatch)
            throw new ShapeException(mismatch.Message);
    }

    private static Signature Parse(string pattern)
    {
        var tensor = new ParameterDeclaration("tensor", ParameterKind.Tensor, [pattern]);
        Signature signature = Signature.Parse("Assume", [tensor], new ResultDeclaration([]), [], []);
        return signature.Problems is [var first, ..]
            ? throw new ArgumentException($"Assume: \"{pattern}\" is not a shape: {first.Problem.Message}")
            : signature;
    }
}
