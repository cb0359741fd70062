using TypedTensors.Tests.Support;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Support.OperationCase;

namespace TypedTensors.Tests.Operations.Products;

public sealed class EinsumTests
{
    public static TheoryData<OperationCase> Specification =>
    [
        Value("matrices", () => Einsum("ij,jk->ik", Counting(2, 3), Counting(3, 2)), [2, 2], 10, 13, 28, 40),
        Value("without an arrow", () => Einsum("ij,jk", Counting(2, 3), Counting(3, 2)), [2, 2], 10, 13, 28, 40),
        Value("letters in alphabetical order", () => Einsum("ba", Counting(2, 3)), [3, 2], 0, 3, 1, 4, 2, 5),
        Value("upper before lower case", () => Einsum("aB", Counting(2, 3)), [3, 2], 0, 3, 1, 4, 2, 5),
        Value("spaces", () => Einsum(" i j , j -> i ", Counting(2, 3), Counting(3)), [2], 5, 14),
        Value("a transposed result", () => Einsum("ij,jk->ki", Counting(2, 3), Counting(3, 2)), [2, 2], 10, 28, 13, 40),
        Value("a diagonal", () => Einsum("ii->i", Counting(3, 3)), [3], 0, 4, 8),
        Value("a trace", () => Einsum("ii", Counting(3, 3)), [], 12),
        Value("a sum over everything", () => Einsum("ij->", Counting(2, 3)), [], 15),
        Value("sums over rows", () => Einsum("ij->j", Counting(2, 3)), [3], 3, 5, 7),
        Value("vectors", () => Einsum("i,i->", Counting(3), Counting(3)), [], 5),
        Value("an outer product", () => Einsum("i,j->ij", Counting(2), Counting(3)), [2, 3], 0, 0, 0, 0, 1, 2),
        Value("element by element", () => Einsum("ij,ij->ij", Counting(2, 2), Counting(2, 2)), [2, 2], 0, 1, 4, 9),
        Value("a batch", () => Einsum("bij,bjk->bik", Counting(2, 1, 2), Counting(2, 2, 1)), [2, 1, 1], 1, 13),
        Value("a batch in the ellipsis", () => Einsum("...ij,...jk->...ik", Counting(2, 1, 2), Counting(2, 1)), [2, 1, 1], 1, 3),
        Value("the ellipsis first", () => Einsum("i...", Counting(2, 3)), [3, 2], 0, 3, 1, 4, 2, 5),
        Value("the ellipsis summed over", () => Einsum("...i->i", Counting(2, 3)), [3], 3, 5, 7),
        Value("an ellipsis for nothing", () => Einsum("...i,...i->...", Counting(2), Counting(2)), [], 1),
        Value("sizes of 1 are repeated", () => Einsum("ij,ij->ij", Counting(1, 2), Counting(2, 1)), [2, 2], 0, 0, 0, 1),
        Value("a size of 1 against a sum", () => Einsum("i,i->", Counting(3), Tensor.Full(2, 1)), [], 6),
        Value("letters of one tensor only", () => Einsum("ij,k->i", Counting(2, 2), Counting(3)), [2], 3, 15),
        Value("several inner letters", () => Einsum("abc,bca->a", Counting(2, 2, 2), Counting(2, 2, 2)), [2], 28, 98),
        Value("three tensors", () => Einsum("ij,jk,kl->il", Counting(1, 2), Counting(2, 2), Counting(2, 1)), [1, 1], 3),
        Value("nine tensors", () => Einsum("a,a,a,a,a,a,a,a,a->", [.. Enumerable.Repeat(Counting(3), 9)]), [], 513),
        Value("a scalar", () => Einsum(",i->i", Tensor.Scalar(3), Counting(3)), [3], 0, 3, 6),
        Value("one scalar", () => Einsum("", Tensor.Scalar(3)), [], 3),
        Value("a transposed operand", () => Einsum("ij,jk->ik", Counting(3, 2).T, Counting(3, 2)), [2, 2], 20, 26, 26, 35),
        Value("an expanded operand", () => Einsum("ij,jk->ik", Counting(1, 3).Expand(2, 3), Counting(3, 1)), [2, 1], 5, 5),
        Value("nothing inside", () => Einsum("ij,jk->ik", Tensor.Zeros<int>(1, 0), Tensor.Zeros<int>(0, 2)), [1, 2], 0, 0),
        Value("nothing", () => Einsum("ij,jk->ik", Tensor.Zeros<int>(0, 3), Tensor.Zeros<int>(3, 2)), [0, 2]),
        Gradient("matrices", x => Einsum("ij,jk->ki", x[0], x[1]), -1, 1, [2, 3], [3, 4]),
        Gradient("a diagonal", x => Einsum("ii->i", x[0]), -1, 1, [[3, 3]]),
        Gradient("a diagonal of three", x => Einsum("iij,j->", x[0], x[1]), -1, 1, [2, 2, 3], [3]),
        Gradient("a trace", x => Einsum("ii", x[0]), -1, 1, [[3, 3]]),
        Gradient("sums", x => Einsum("ijk->j", x[0]), -1, 1, [[2, 3, 2]]),
        Gradient("a letter of one tensor only", x => Einsum("ij,jk->i", x[0], x[1]), -1, 1, [2, 3], [3, 2]),
        Gradient("an outer product", x => Einsum("i,j,k->kij", x[0], x[1], x[2]), -1, 1, [2], [3], [2]),
        Gradient("an ellipsis", x => Einsum("...ij,jk...->ik...", x[0], x[1]), -1, 1, [2, 1, 2, 3], [3, 2, 1, 2]),
        Gradient("an ellipsis summed over", x => Einsum("...i,...i->i", x[0], x[1]), -1, 1, [2, 3], [1, 3]),
        Gradient("sizes of 1", x => Einsum("ij,jk->ik", x[0], x[1]), -1, 1, [2, 1], [3, 2]),
        Gradient("a diagonal of size 1", x => Einsum("ii,ij->j", x[0], x[1]), -1, 1, [1, 1], [3, 2]),
        Gradient("three tensors", x => Einsum("bij,bjk,kl->bil", x[0], x[1], x[2]), -1, 1, [2, 2, 3], [2, 3, 2], [2, 2]),
        Gradient("nothing inside", x => Einsum("ij,jk->ik", x[0], x[1]), -1, 1, [2, 0], [0, 2]),
        Gradient("a tensor twice", x => Einsum("ij,jk->ik", x[0], x[0]), -1, 1, [[3, 3]]),
        Refused("Einsum: the equation 'ij,jk' is wrong: it names 2 operands, but there are 1", () => Einsum("ij,jk", Counting(2, 3))),
        Refused("Einsum: the equation 'i->j' is wrong: 'j' of the result is in no operand", () => Einsum("i->j", Counting(2))),
        Refused("Einsum: the equation 'i1' is wrong: '1' is not a letter", () => Einsum("i1", Counting(2, 2))),
        Refused("Einsum: tensors[0] (2) does not fit 'ij', which has 2 dimensions", () => Einsum("ij", Counting(2))),
        Refused("Einsum: tensors[1] (2) does not fit '...jk', which has at least 2 dimensions", () => Einsum("ij,...jk->i", Counting(2, 3), Counting(2))),
        Refused("Einsum: 'i' is 2 and 3 in tensors[0] (2, 3)", () => Einsum("ii", Counting(2, 3))),
        Refused("Einsum: 'j' is 3 in tensors[0] and 4 in tensors[1]", () => Einsum("ij,jk", Counting(2, 3), Counting(4, 2))),
        Refused(
            "Einsum: the dimensions (3) that the ellipsis stands for in tensors[1] do not broadcast with (2), 3 against 2",
            () => Einsum("...i,...i->...", Counting(2, 2), Counting(3, 2))),
    ];

    [Theory]
    [MemberData(nameof(Specification))]
    public void Holds(OperationCase specification) => specification.Run();

    /// <summary>Random equations, tensors of random strides: as a loop over all values of all letters computes it.</summary>
    [Fact]
    public void EveryEquationGivesWhatALoopGives()
    {
        Random random = new(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(20_000); i++)
        {
            string[] terms = [.. Enumerable.Range(0, random.Next(1, random.Next(6) == 0 ? 11 : 5)).Select(_ => Letters(random, random.Next(4)))];
            string used = new([.. string.Concat(terms).Distinct()]);
            string output = new([.. used.OrderBy(_ => random.Next()).Take(random.Next(used.Length + 1))]);
            Dictionary<char, int> sizes = used.ToDictionary(label => label, _ => random.Next(12) == 0 ? 0 : random.Next(1, 4));
            Tensor<long>[] tensors = [.. terms.Select(term => Operand(random, [.. term.Select(label => sizes[label])]))];
            string equation = $"{string.Join(",", terms)}->{output}";
            Assert.Equal(Reference(terms, tensors, output, sizes), Einsum(equation, tensors).ToArray());
        }
    }

    private static string Letters(Random random, int count) => new([.. Enumerable.Range(0, count).Select(_ => "abcdE"[random.Next(5)])]);

    /// <summary>Small numbers, at positions whose order in memory is another.</summary>
    private static Tensor<long> Operand(Random random, int[] sizes)
    {
        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderBy(_ => random.Next())];
        int[] laid = [.. order.Select(axis => sizes[axis] == 3 && random.Next(4) == 0 ? 4 : sizes[axis])];
        Tensor<long> tensor = Tensor.From(Enumerable.Range(0, laid.Aggregate(1, static (a, b) => a * b)).Select(_ => (long)random.Next(-2, 3)).ToArray(), laid);
        Tensor<long> permuted = Permute(tensor, [.. Enumerable.Range(0, sizes.Length).Select(axis => Array.IndexOf(order, axis))]);
        return sizes.Length == 0 ? permuted : permuted[[.. sizes.Select(static size => (Slice)(..size))]];
    }

    private static long[] Reference(string[] terms, Tensor<long>[] tensors, string output, Dictionary<char, int> sizes)
    {
        char[] labels = [.. output, .. sizes.Keys.Where(label => !output.Contains(label))];
        long[][] values = [.. tensors.Select(tensor => tensor.ToArray())];
        long[] result = new long[output.Aggregate(1, (count, label) => count * sizes[label])];
        Visit(new Dictionary<char, int>(), 0);
        return result;

        void Visit(Dictionary<char, int> at, int depth)
        {
            if (depth < labels.Length)
            {
                for (int i = 0; i < sizes[labels[depth]]; i++)
                {
                    at[labels[depth]] = i;
                    Visit(at, depth + 1);
                }

                return;
            }

            long product = 1;
            for (int i = 0; i < terms.Length; i++)
                product *= values[i][Position(terms[i], at)];
            result[Position(output, at)] += product;
        }

        int Position(string term, Dictionary<char, int> at) => term.Aggregate(0, (position, label) => (position * sizes[label]) + at[label]);
    }

    private static Tensor<int> Counting(params int[] shape) => Tensor.Arange<int>(shape.Aggregate(1, (a, b) => a * b)).Reshape(shape);
}
