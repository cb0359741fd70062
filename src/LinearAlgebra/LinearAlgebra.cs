namespace TypedTensors;

/// <summary>Linear algebra beyond products: solving, determinants and decompositions of matrices, of batches of them, with derivatives.</summary>
/// <remarks>Everything is computed in double precision and rounded to the element type.</remarks>
public static partial class LinearAlgebra
{
}

/// <summary>The operations of <see cref="LinearAlgebra"/> as methods of a tensor.</summary>
public static partial class LinearAlgebraExtensions
{
}
