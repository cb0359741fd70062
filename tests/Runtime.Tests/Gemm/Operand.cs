using System.Numerics;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors.Tests.Gemm;

/// <summary>How a matrix lies in memory.</summary>
public enum Layout
{
    /// <summary>Contiguous rows.</summary>
    Rows,

    /// <summary>Contiguous columns: a transposed matrix.</summary>
    Columns,

    /// <summary>Contiguous rows with gaps between them.</summary>
    PaddedRows,

    /// <summary>Contiguous columns with gaps between them.</summary>
    PaddedColumns,

    /// <summary>Gaps in both directions.</summary>
    Strided,

    /// <summary>Rows from last to first.</summary>
    Reversed,
}

/// <summary>A random matrix in memory that is otherwise filled with a sentinel.</summary>
internal sealed class Operand<T>
    where T : unmanaged, INumber<T>
{
    private static T Sentinel => T.CreateTruncating(77);

    public Operand(Random random, int rows, int columns, Layout layout)
    {
        Rows = rows;
        Columns = columns;
        (RowStride, ColumnStride) = layout switch
        {
            Layout.Rows => (columns, 1),
            Layout.Columns => (1, rows),
            Layout.PaddedRows => (columns + 3, 1),
            Layout.PaddedColumns => (1, rows + 5),
            Layout.Strided => ((columns * 2) + 1, 2),
            Layout.Reversed => (-(columns + 1), 1),
            _ => throw new ArgumentOutOfRangeException(nameof(layout)),
        };
        nint last = (Math.Max(rows - 1, 0) * Math.Abs(RowStride)) + (Math.Max(columns - 1, 0) * ColumnStride);
        Offset = 9 + (RowStride < 0 ? -RowStride * Math.Max(rows - 1, 0) : 0);
        Memory = new T[last + 20];
        Array.Fill(Memory, Sentinel);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                this[i, j] = Draw(random);
        }
    }

    public T[] Memory { get; }

    public int Rows { get; }

    public int Columns { get; }

    public nint RowStride { get; }

    public nint ColumnStride { get; }

    public nint Offset { get; }

    public ref T Origin => ref Memory[Offset];

    /// <summary>The elements of a matrix that lies in contiguous rows.</summary>
    public Span<T> Span => Memory.AsSpan((int)Offset, Rows * Columns);

    public ref T this[int row, int column] => ref Memory[Offset + (row * RowStride) + (column * ColumnStride)];

    public unsafe MatrixView<T> View(T* memory) => new(memory + Offset, RowStride, ColumnStride);

    /// <summary>Fractions for floating-point types, the whole range for integers, whose sums must wrap.</summary>
    private static T Draw(Random random)
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half))
            return T.CreateTruncating((random.NextDouble() * 2) - 1);
        return T.CreateTruncating(random.NextInt64());
    }
}
