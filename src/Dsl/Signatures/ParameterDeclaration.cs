namespace TypedTensors.Signatures;

/// <summary>What a parameter is to the shape language.</summary>
internal enum ParameterKind
{
    /// <summary>Something without a shape and without influence on one.</summary>
    Other,

    /// <summary>A tensor (or a scalar where a tensor is expected: shape <c>()</c>).</summary>
    Tensor,

    /// <summary>A list of tensors, as concatenation takes.</summary>
    TensorList,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A list of integers: sizes or axes.</summary>
    IntegerList,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A list of indices and ranges.</summary>
    Slices,

    /// <summary>A text, such as an einsum equation.</summary>
    Text,

    /// <summary>A shape in the caller's names (<c>[ShapePattern]</c>).</summary>
    Pattern,

    /// <summary>An array or a list of numbers: its name stands for its sizes, one for each of its dimensions.</summary>
    Elements,

    /// <summary>A tuple of tensors (<c>[Shapes]</c>).</summary>
    TensorTuple,
}

/// <summary>A parameter as declared, before its shape text is parsed.</summary>
/// <param name="Name">The parameter's name; a receiver that has no name is <c>this</c>.</param>
/// <param name="Kind">What it is to the shape language.</param>
/// <param name="Items">The items of its <c>[Shape]</c> as written (strings and integers), or null when it has none. For a tuple, one string for each element.</param>
/// <param name="IsDim">Whether <c>[Dim]</c> makes its name a dimension.</param>
internal sealed record ParameterDeclaration(string Name, ParameterKind Kind, IReadOnlyList<object>? Items = null, bool IsDim = false);

/// <summary>A result as declared: the shape of each tensor that comes back, one for a plain result, several for a tuple, none when nothing is declared.</summary>
/// <param name="Shapes">For each tensor the items as written.</param>
/// <param name="Dim">For an integer result, the expression of its <c>[Dim]</c>; else null.</param>
internal sealed record ResultDeclaration(IReadOnlyList<IReadOnlyList<object>> Shapes, string? Dim = null);
