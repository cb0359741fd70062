namespace TypedTensors.Tests.Agreement;

/// <content>Linear algebra, which is a library of its own.</content>
internal sealed partial class Expressions
{
    private Candidate Decomposed()
    {
        (Operand a, Operand b) = (Pick(), Pick());

        // What is added makes a matrix regular, most of the time.
        int size = a.Rank < 2 || random.Next(6) == 0 ? Size() : a.Sizes[^1];
        string regular = $"({a.Text} + Tensor.Eye<float>({size}))";
        Tensor<float> Regular() => a.Value + Tensor.Eye<float>(size);
        return random.Next(11) switch
        {
            0 => new($"LinearAlgebra.Inverse({regular})", () => LinearAlgebra.Inverse(Regular())),
            1 => new($"{regular}.Cholesky()", () => LinearAlgebra.Cholesky(Regular())),
            2 => new($"LinearAlgebra.Determinant({a.Text})", () => LinearAlgebra.Determinant(a.Value)),
            3 => new($"LinearAlgebra.SlogDet({a.Text}).Sign", () => LinearAlgebra.SlogDet(a.Value).Sign),
            4 => new($"{a.Text}.EigenvaluesSymmetric()", () => LinearAlgebra.EigenvaluesSymmetric(a.Value)),
            5 => new($"LinearAlgebra.Qr({a.Text}).Q", () => LinearAlgebra.Qr(a.Value).Q),
            6 => new($"LinearAlgebra.Qr({a.Text}).R", () => LinearAlgebra.Qr(a.Value).R),
            7 => new($"{a.Text}.Svd().U", () => LinearAlgebra.Svd(a.Value).U),
            8 => new($"{a.Text}.Svd().S", () => LinearAlgebra.Svd(a.Value).S),
            9 => new($"{a.Text}.Svd().V", () => LinearAlgebra.Svd(a.Value).V),
            _ => new($"{regular}.Solve({b.Text})", () => LinearAlgebra.Solve(Regular(), b.Value)),
        };
    }
}
