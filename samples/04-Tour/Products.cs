using static TypedTensors.LinearAlgebra;
using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Products
{
    public static readonly Chapter Chapter = new(
        "products", "Products and linear algebra", VectorTimesVector, DotOfVectors, DotOfLongerVectors, RefusedDot, MatrixTimesMatrix,
        MatrixTimesVector, RefusedVector, Agreement, Batches, BatchTimesBatch, BatchTimesMatrix, EinsumOperands, EinsumTrace,
        EinsumDiagonal, EinsumTranspose, EinsumProduct, EinsumCheck, EinsumRows, Decomposition);

    private static Tensor<long> A => Tensor.Arange<long>(25).Reshape(5, 5);

    private static Tensor<long> B => Tensor.Arange<long>(15).Reshape(5, 3);

    private static Tensor<long> C => -B;

    private static void VectorTimesVector()
    {
        // C# has no operator for it: PyTorch's x @ y is x.MatMul(y) as well.
        Cell("The matrix product of two vectors is their inner product");
        var x = Tensor.From([1f, 2]);
        var y = Tensor.From([-3f, -4]);
        Show(x.MatMul(y));
    }

    private static void DotOfVectors()
    {
        Cell("Dot says the same, of vectors alone");
        var x = Tensor.From([1f, 2]);
        var y = Tensor.From([-3f, -4]);
        Show(Dot(x, y));
    }

    private static void DotOfLongerVectors()
    {
        Cell("An inner product of three elements");
        Show(Dot(Tensor.From([1f, 2, 3]), Tensor.From([4f, 5, 6])));
    }

    private static void RefusedDot()
    {
        // Where the compiler knows the shapes, it is the compiler that says this: TT1003.
        Cell("Dot takes no matrices");
        var ones = OfUnknownShape(Tensor.Ones<float>(2, 3));
        ShowRefusal(() => Dot(ones, ones));
    }

    private static void MatrixTimesMatrix()
    {
        Cell("A product of matrices of whole numbers");
        var a = Tensor.From(new long[,] { { 1, 0 }, { 0, 1 }, { 2, 1 }, { 3, 4 } });
        var b = Tensor.From(new long[,] { { 4, 1, 5 }, { 2, 2, 6 } });
        Show(a.MatMul(b));
    }

    private static void MatrixTimesVector()
    {
        Cell("A vector on the right is a column, which is removed again");
        var a = Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        var b = Tensor.From([1f, 0, -1]);
        Show(a.MatMul(b));
        Show(Mm(a, b.Reshape(3, 1)));
    }

    private static void RefusedVector()
    {
        Cell("Mm takes matrices alone");
        var a = OfUnknownShape(Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }));
        var b = OfUnknownShape(Tensor.From([1f, 0, -1]));
        ShowRefusal(() => Mm(a, b));
    }

    private static void Agreement()
    {
        Cell("MatMul and Mm agree on matrices");
        var x = Tensor.From(new[,] { { 1.5f, -0.5f } });
        var y = Tensor.From(new[,] { { 1f, 2, 3 }, { 0.5f, -1, 4 } });
        Show(x.MatMul(y));
        Show(Mm(x, y));
    }

    private static void Batches()
    {
        Cell("Two batches of matrices");
        Show(BatchOfA);
        Show(BatchOfB);
    }

    private static void BatchTimesBatch()
    {
        Cell("Each matrix of one times the matching one of the other");
        Show(BatchOfA.MatMul(BatchOfB));
    }

    private static void BatchTimesMatrix()
    {
        Cell("One matrix is repeated for every one of a batch");
        var x = Tensor.Rand<float>(5, 3, 4);
        var y = Tensor.Rand<float>(4, 2);
        Show(x.MatMul(y).Shape);
    }

    private static void EinsumOperands()
    {
        Cell("What Einsum is shown with");
        Show(A);
        Show(B);
        Show(C);
    }

    private static void EinsumTrace()
    {
        Cell("A letter twice and not asked for: the trace");
        Show(Einsum("ii", A));
    }

    private static void EinsumDiagonal()
    {
        Cell("A letter twice and asked for: the diagonal");
        Show(Einsum("ii->i", A));
    }

    private static void EinsumTranspose()
    {
        Cell("Without an arrow the letters are sorted, which transposes");
        Show(Einsum("ji", A));
    }

    private static void EinsumProduct()
    {
        Cell("A letter on both sides: the matrix product");
        Show(Einsum("ij,jk->ik", A, B));
    }

    private static void EinsumCheck()
    {
        Cell("MatMul gives the same");
        Show(A.MatMul(B));
    }

    private static void EinsumRows()
    {
        Cell("Inner products row by row");
        Show(Einsum("ij,ij->i", B, C));
    }

    private static void Decomposition()
    {
        // U and V may change their signs together.
        Cell("The singular value decomposition of one row");
        var z = Tensor.From(new[,] { { 2.4062f, 1.2434f, 0.3095f } });
        var (u, s, v) = Svd(z);
        Show(Abs(u));
        Show(s);
        Show(Abs(v));
        Show((u * s).MatMul(v.T));
    }

    private static Tensor<long> BatchOfA => BatchOf(Tensor.Arange<long>(2 * 3).Reshape(2, 3));

    private static Tensor<long> BatchOfB => BatchOf(Tensor.Arange<long>(3 * 3).Reshape(3, 3));

    [return: Shape("4, ...matrix")]
    private static Tensor<long> BatchOf([Shape("...matrix")] Tensor<long> first) => Stack([first, first + 2, first + 4, first + 6]);
}
