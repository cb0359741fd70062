using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels.Gemm;

/// <summary>The matrix product over raw memory: C (m, n) = A (m, k) B (k, n).</summary>
/// <remarks>
/// <para>
/// Every operand has a row stride and a column stride in elements, so a transposed operand is one with its strides exchanged, and a
/// stride may be 0 (an expanded operand) or negative. The destination must not overlap the operands, and its elements must be
/// distinct. With k = 0 the product is zero.
/// </para>
/// <para>
/// For elements of 4 and 8 bytes (<see cref="float"/>, <see cref="double"/>, <see cref="int"/>, <see cref="long"/> and their kin) the
/// product runs in vector registers; other number types take the same loops one element at a time. Integers wrap around. Results of
/// floating-point types depend on the instruction set and on the shape, never on timing: the same call gives the same bits.
/// </para>
/// </remarks>
public static unsafe class MatrixProduct
{
    /// <summary>Computes C = A B, or C += A B.</summary>
    /// <param name="m">Rows of A and of the destination.</param>
    /// <param name="n">Columns of B and of the destination.</param>
    /// <param name="k">Columns of A, rows of B.</param>
    /// <param name="a">The first element of A.</param>
    /// <param name="aRowStride">From a row of A to the next.</param>
    /// <param name="aColumnStride">From a column of A to the next.</param>
    /// <param name="b">The first element of B.</param>
    /// <param name="bRowStride">From a row of B to the next.</param>
    /// <param name="bColumnStride">From a column of B to the next.</param>
    /// <param name="destination">The first element of C.</param>
    /// <param name="rowStride">From a row of C to the next.</param>
    /// <param name="columnStride">From a column of C to the next.</param>
    /// <param name="accumulate">Adds to what the destination holds instead of overwriting it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static void Multiply<T>(
        int m,
        int n,
        int k,
        ref readonly T a,
        nint aRowStride,
        nint aColumnStride,
        ref readonly T b,
        nint bRowStride,
        nint bColumnStride,
        ref T destination,
        nint rowStride,
        nint columnStride,
        bool accumulate = false)
        where T : unmanaged, INumber<T> => Multiply(
            m,
            n,
            k,
            in a,
            aRowStride,
            aColumnStride,
            in b,
            bRowStride,
            bColumnStride,
            ref destination,
            rowStride,
            columnStride,
            default(NoEpilogue<T>),
            accumulate);

    /// <summary>Computes C = epilogue(A B), or C = epilogue(C + A B).</summary>
    /// <param name="m">Rows of A and of the destination.</param>
    /// <param name="n">Columns of B and of the destination.</param>
    /// <param name="k">Columns of A, rows of B.</param>
    /// <param name="a">The first element of A.</param>
    /// <param name="aRowStride">From a row of A to the next.</param>
    /// <param name="aColumnStride">From a column of A to the next.</param>
    /// <param name="b">The first element of B.</param>
    /// <param name="bRowStride">From a row of B to the next.</param>
    /// <param name="bColumnStride">From a column of B to the next.</param>
    /// <param name="destination">The first element of C.</param>
    /// <param name="rowStride">From a row of C to the next.</param>
    /// <param name="columnStride">From a column of C to the next.</param>
    /// <param name="epilogue">Rewrites every element once, when its sum is complete.</param>
    /// <param name="accumulate">Adds to what the destination holds instead of overwriting it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static void Multiply<T, TEpilogue>(
        int m,
        int n,
        int k,
        ref readonly T a,
        nint aRowStride,
        nint aColumnStride,
        ref readonly T b,
        nint bRowStride,
        nint bColumnStride,
        ref T destination,
        nint rowStride,
        nint columnStride,
        TEpilogue epilogue,
        bool accumulate = false)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(m);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        fixed (T* aData = &a, bData = &b, cData = &destination)
        {
            Problem<T> problem = new(
                m,
                n,
                k,
                new MatrixView<T>(aData, aRowStride, aColumnStride),
                new MatrixView<T>(bData, bRowStride, bColumnStride),
                new MatrixView<T>(cData, rowStride, columnStride),
                accumulate);
            Run(BestFor<T>(), problem, ref epilogue);
        }
    }

    /// <summary>Computes a product with a given register family, which <see cref="Supports{T}"/> must allow.</summary>
    internal static void Run<T, TEpilogue>(InstructionSet instructions, in Problem<T> problem, ref TEpilogue epilogue)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        if (problem.M == 0 || problem.N == 0)
            return;

        switch (instructions)
        {
            case InstructionSet.Vector512:
                ProductDriver<T, Vector512<T>, Lanes512<T>>.Run(problem, ref epilogue);
                break;
            case InstructionSet.Vector256:
                ProductDriver<T, Vector256<T>, Lanes256<T>>.Run(problem, ref epilogue);
                break;
            case InstructionSet.Vector128:
                ProductDriver<T, Vector128<T>, Lanes128<T>>.Run(problem, ref epilogue);
                break;
            default:
                ProductDriver<T, T, ScalarLanes<T>>.Run(problem, ref epilogue);
                break;
        }
    }

    /// <summary>Whether this machine can run a register family on an element type.</summary>
    internal static bool Supports<T>(InstructionSet instructions)
        where T : unmanaged => instructions switch
        {
            InstructionSet.Vector512 => Lanes512<T>.IsSupported,
            InstructionSet.Vector256 => Lanes256<T>.IsSupported,
            InstructionSet.Vector128 => Lanes128<T>.IsSupported,
            _ => true,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static InstructionSet BestFor<T>()
        where T : unmanaged
    {
        if (Lanes512<T>.IsSupported)
            return InstructionSet.Vector512;
        if (Lanes256<T>.IsSupported)
            return InstructionSet.Vector256;
        return Lanes128<T>.IsSupported ? InstructionSet.Vector128 : InstructionSet.Scalar;
    }
}
