using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Signatures;

/// <summary>What is known of an argument of a call, at compile time by the flow analysis, at run time exactly.</summary>
/// <param name="Text">The argument's source text for messages, or null when it is not known or not worth showing.</param>
internal abstract record Argument(string? Text);

/// <summary>Nothing is known.</summary>
/// <param name="Text">The argument's source text.</param>
/// <param name="MayBeAbsent">Whether it may be null, which a number otherwise cannot be.</param>
internal sealed record UnknownArgument(string? Text = null, bool MayBeAbsent = false) : Argument(Text);

/// <summary>An optional argument that was not given, or null.</summary>
internal sealed record AbsentArgument() : Argument((string?)null);

/// <summary>A tensor, or a scalar of shape <c>()</c>.</summary>
internal sealed record TensorArgument(ShapeValue Shape, string? Text = null) : Argument(Text);

/// <summary>A list or tuple of tensors; an element of unknown shape has an unknown shape value.</summary>
internal sealed record TensorListArgument(IReadOnlyList<ShapeValue> Shapes, string? Text = null) : Argument(Text);

/// <summary>An integer.</summary>
internal sealed record IntegerArgument(Dimension Value, string? Text = null) : Argument(Text);

/// <summary>A list of integers of known length.</summary>
internal sealed record IntegerListArgument(IReadOnlyList<Dimension> Values, string? Text = null) : Argument(Text);

/// <summary>A truth value.</summary>
internal sealed record BooleanArgument(bool Value, string? Text = null) : Argument(Text);

/// <summary>A constant text.</summary>
internal sealed record TextArgument(string Value, string? Text = null) : Argument(Text);

/// <summary>A shape in the caller's names, already parsed and resolved in the caller's scope.</summary>
internal sealed record PatternArgument(ShapeValue Shape, string? Text = null) : Argument(Text);

/// <summary>A list of indices and ranges.</summary>
internal sealed record SlicesArgument(IReadOnlyList<SliceItem> Items, string? Text = null) : Argument(Text);

/// <summary>One index or range of a slice. A bound that is null is open; one with <c>FromEnd</c> counts back from the size.</summary>
internal abstract record SliceItem;

/// <summary>An index that selects one position and drops the dimension.</summary>
/// <param name="Position">The position, or null when it is not known.</param>
/// <param name="FromEnd">Whether it counts back from the end (<c>^1</c> is the last).</param>
internal sealed record IndexSlice(Dimension? Position, bool FromEnd) : SliceItem;

/// <summary>A range that keeps the dimension, with a size of its own.</summary>
/// <param name="Start">The first position, 0 when open.</param>
/// <param name="StartFromEnd">Whether the start counts back from the end.</param>
/// <param name="End">The position after the last; an open end is <c>^0</c>.</param>
/// <param name="EndFromEnd">Whether the end counts back from the end.</param>
/// <param name="Step">The step, 1 for a C# range; positive.</param>
internal sealed record RangeSlice(Dimension Start, bool StartFromEnd, Dimension End, bool EndFromEnd, Dimension Step) : SliceItem;

/// <summary>A new dimension of size 1.</summary>
internal sealed record NewAxisSlice : SliceItem;

/// <summary>Something that may be an index or a range: what it does to the shape is not known.</summary>
internal sealed record UnknownSlice : SliceItem;
