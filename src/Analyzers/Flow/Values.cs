using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>What the flow analysis knows of a value. Where it knows nothing there is no value object (null).</summary>
internal abstract record Value;

/// <summary>A tensor, or a list of a tensor's sizes.</summary>
/// <param name="Shape">Its shape as far as it is known.</param>
/// <param name="Origin">Where the shape came from: the declaration or the call that created it; null when that is not in source.</param>
/// <param name="AllowsBroadcast">Whether it may be broadcast without a warning.</param>
internal sealed record TensorValue(ShapeValue Shape, Location? Origin, bool AllowsBroadcast = false) : Value;

/// <summary>An integer.</summary>
internal sealed record IntegerValue(Dimension Size) : Value;

/// <summary>A <see cref="System.Boolean"/> that is known.</summary>
internal sealed record BooleanValue(bool IsTrue) : Value;

/// <summary>A text that is known.</summary>
internal sealed record TextValue(string Text) : Value;

/// <summary>A literal <see langword="null"/> or the default of a reference type.</summary>
internal sealed record NullValue : Value
{
    public static NullValue Instance { get; } = new();
}

/// <summary>An array, span, collection or tuple of known length. An element that is null is unknown.</summary>
internal sealed record ListValue(ImmutableArray<Value?> Elements) : Value
{
    public bool Equals(ListValue? other) => other is not null && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => Elements.Length;
}

/// <summary>An array whose elements are not followed.</summary>
/// <param name="Sizes">Its sizes, one for each of its dimensions.</param>
internal sealed record ArrayValue(ShapeValue Sizes) : Value;

/// <summary>One index or range of a slice, also where it is still a <c>System.Index</c> or a <c>System.Range</c>.</summary>
internal sealed record SliceValue(SliceItem Item) : Value;

/// <summary>An instance of a type with dimensions of its own.</summary>
internal sealed record ObjectValue(ImmutableSortedDictionary<string, Dimension> Dimensions) : Value
{
    public bool Equals(ObjectValue? other) => other is not null && Dimensions.SequenceEqual(other.Dimensions);

    public override int GetHashCode() => Dimensions.Count;
}
