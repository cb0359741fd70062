using System.Numerics;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;
using ScratchMemory = TypedTensors.Kernels.Gemm.ScratchMemory;

namespace TypedTensors.Kernels.Losses;

/// <summary>What is done at the positions that count.</summary>
internal unsafe interface IClassAction<T>
    where T : unmanaged
{
    /// <summary>Visits a position.</summary>
    /// <param name="row">The row of scores.</param>
    /// <param name="scores">The place of the first score.</param>
    /// <param name="position">The position's number.</param>
    /// <param name="right">The right class.</param>
    /// <param name="weight">The weight of that class.</param>
    void Visit(in ClassRow<T> row, T* scores, int position, int right, T weight);
}

/// <summary>The positions of scores of classes whose right class is known.</summary>
internal static unsafe class ClassPositions
{
    /// <summary>Visits the positions in row-major order, but those whose class is ignored.</summary>
    /// <param name="action">What is done at each.</param>
    /// <param name="operation">The operation's name in messages.</param>
    /// <param name="scores">The scores, of any strides.</param>
    /// <param name="target">The classes, of any strides.</param>
    /// <param name="weight">A weight for each class, or the absent view: 1 for all.</param>
    /// <param name="ignoreIndex">The class that is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">A target is not a class.</exception>
    public static void Visit<TAction, T, TClass>(
        ref TAction action, string operation, TensorView<T> scores, TensorView<TClass> target, TensorView<T> weight, int? ignoreIndex)
        where TAction : struct, IClassAction<T>, allows ref struct
        where T : unmanaged, IFloatingPointIeee754<T>
        where TClass : unmanaged, IBinaryInteger<TClass>
    {
        if (target.ElementCount == 0)
            return;
        int rank = target.Rank, axis = LossShape.ClassAxis(scores.Rank);
        Span<int> strides = stackalloc int[rank];
        scores.Strides[..axis].CopyTo(strides);
        scores.Strides[(axis + 1)..].CopyTo(strides[axis..]);
        PositionWalk positions = new(target.Sizes, strides, target.Strides, stackalloc int[rank]);
        Rows rows = Rows.Along(scores.Sizes, axis);
        using ScratchMemory scratch = ScratchMemory.Rent(2 * (nint)rows.Length * sizeof(T), areas: 2);
        ClassRow<T> row = new(rows, scores.Strides[axis], scratch.Take<T>(rows.Length), scratch.Take<T>(rows.Length));
        int position = 0;
        fixed (T* first = &scores.First, weights = &weight.First)
        fixed (TClass* classes = &target.First)
        {
            do
            {
                long right = long.CreateChecked(classes[positions.Second]);
                if (right != ignoreIndex)
                {
                    if ((ulong)right >= (ulong)rows.Length)
                        throw new ArgumentOutOfRangeException(nameof(target), NoClass(operation, right, rows.Length, target.Sizes, position));
                    action.Visit(row, first + positions.First, position, (int)right, weights == null ? T.One : weights[right * weight.Strides[0]]);
                }

                position++;
            }
            while (positions.MoveNext());
        }
    }

    /// <summary>What is said of a target that is not a class.</summary>
    public static string NoClass(string operation, long value, int classCount, ReadOnlySpan<int> sizes, int position)
    {
        int[] index = new int[sizes.Length];
        for (int axis = index.Length - 1; axis >= 0; axis--)
            (position, index[axis]) = Math.DivRem(position, sizes[axis]);
        string place = index.Length == 0 ? "" : $"[{string.Join(", ", index)}]";
        return $"{operation}: target{place} is {value}, but there are {classCount} classes";
    }
}
