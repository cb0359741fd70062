using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>The inverse of square matrices.</summary>
    /// <remarks>
    /// The cotangent of <c>a</c> is <c>-X^T C X^T</c>, where X is the inverse and C its cotangent (Giles 2008, "Collected matrix derivative results for forward
    /// and reverse mode algorithmic differentiation", 2.2.3).
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <returns>The inverses.</returns>
    /// <exception cref="ShapeException">The last two dimensions are not there or differ.</exception>
    /// <exception cref="MatrixException">A matrix is singular, or not finite.</exception>
    [Operation(typeof(InverseOperation<>), Saves = Saved.Result)]
    [return: Shape("...b, n, n")]
    public static Tensor<T> Inverse<T>([Shape("...b, n, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<InverseOperation<T>, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.Inverse{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Inverse))]
        public Tensor<T> Inverse() => LinearAlgebra.Inverse(a);
    }
}

/// <summary>Inverts by an LU decomposition with row exchanges.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct InverseOperation<T> : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.Inverse));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => MatrixShapes.IsSquare(input) ? input : throw Contract.Refuse(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        MatrixBatch<T> matrices = new(input), inverses = new(result);
        for (int i = 0; i < matrices.Count; i++)
        {
            LuFactors factors = new(matrices.ReadFinite(i, Contract, "a"));
            inverses.Write(i, factors.IsSingular ? throw matrices.Failure(i, Contract, "a", "is singular") : factors.Inverse());
        }
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        MatrixBatch<T> cotangents = new(cotangent), inverses = new(result), inputCotangents = new(inputCotangent);
        for (int i = 0; i < cotangents.Count; i++)
        {
            Matrix inverse = inverses.Read(i);
            inputCotangents.Write(i, -inverse.TransposeTimes(cotangents.Read(i).TimesTranspose(inverse)));
        }
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result)
    {
        Tensor<T> transposed = Ops.MatrixTranspose(result!);
        return -Ops.MatMul(Ops.MatMul(transposed, cotangent), transposed);
    }
}
