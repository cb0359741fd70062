using System.Reflection;
using TypedTensors.OperatorTable;
using static TypedTensors.LinearAlgebra;

namespace TypedTensors.Tests.Declarations;

/// <summary>What holds for every operation of linear algebra.</summary>
public sealed class DeclarationTests
{
    private static readonly Dictionary<string, Func<Random, Sample>> Samples = new()
    {
        ["Inverse"] = Square(a => [Inverse(a)]),
        ["Determinant"] = Square(a => [Determinant(a)]),
        ["SlogDet"] = Square(a => SlogDet(a) switch { var (sign, logarithm) => [sign, logarithm] }),
        ["Cholesky"] = Square(a => [Cholesky(a)]),
        ["EigenvaluesSymmetric"] = Square(a => [EigenvaluesSymmetric(a)]),
        ["Qr"] = Any(a => Qr(a) switch { var (q, r) => [q, r] }),
        ["Svd"] = Any(a => Svd(a) switch { var (u, s, v) => [u, s, v] }),
        ["Solve"] = random =>
        {
            int[] sizes = Sizes(random, isSquare: random.Next(6) > 0);
            int[] others = sizes.Length < 2 || random.Next(8) == 0 ? Sizes(random, isSquare: false) : [.. Alter(random, sizes[..^2]), sizes[^1], random.Next(4)];
            (Tensor<double> a, Tensor<double> b) = (Regular(random, sizes), Regular(random, others));
            return new([a, b], () => Solve(a, b));
        },
    };

    public static TheoryData<string> Names => [.. Declarations.Select(method => method.Name)];

    private static IEnumerable<MethodInfo> Declarations => typeof(LinearAlgebra).GetMethods().Where(method => method.IsDefined(typeof(OperationAttribute)));

    [Theory]
    [MemberData(nameof(Names))]
    public void IsWellFormed(string name)
    {
        OperationContract contract = OperationContract.Of(typeof(LinearAlgebra), name);
        Assert.True(contract.Signature.IsDeclared);
        Assert.Empty(contract.Signature.Problems);
        OperationAttribute declaration = Declarations.Single(method => method.Name == name).GetCustomAttribute<OperationAttribute>()!;
        Assert.Equal(declaration.Saves, contract.Saves);
        Type implementation = declaration.Implementation.MakeGenericType(typeof(double));
        Assert.Equal(name, ((OperationContract)implementation.GetProperty("Contract")!.GetValue(null)!).Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRuleAndTheKernelAgree(string name) => RuleAgreement.Check(OperationContract.Of(typeof(LinearAlgebra), name), Samples[name]);

    [Fact]
    public void TheCommittedTableIsTheOneThatTheDeclarationsGive()
    {
        string path = Repository.PathTo("docs", "operators-linear-algebra.md");
        string table = MarkdownTable.Of([typeof(LinearAlgebra).Assembly]);
        if (Environment.GetEnvironmentVariable("TYPEDTENSORS_ACCEPT") == "1")
            File.WriteAllText(path, table);
        string committed = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            table == committed,
            "docs/operators-linear-algebra.md differs from the declarations; run this test with TYPEDTENSORS_ACCEPT=1 to write it anew, and commit it.");
    }

    private static Func<Random, Sample> Square(Func<Tensor<double>, Tensor[]> run) => random => Call(Regular(random, Sizes(random, isSquare: random.Next(5) > 0)), run);

    private static Func<Random, Sample> Any(Func<Tensor<double>, Tensor[]> run) => random => Call(Regular(random, Sizes(random, isSquare: false)), run);

    private static Sample Call(Tensor<double> a, Func<Tensor<double>, Tensor[]> run) => new([a], () => run(a));

    private static int[] Sizes(Random random, bool isSquare)
    {
        int[] sizes = [.. Enumerable.Range(0, random.Next(isSquare ? 2 : 0, 5)).Select(_ => random.Next(4))];
        if (isSquare)
            sizes[^1] = sizes[^2];
        return sizes;
    }

    private static int[] Alter(Random random, int[] batch)
    {
        List<int> altered = [.. batch.Select(size => random.Next(3) == 0 ? 1 : random.Next(12) == 0 ? random.Next(4) : size)];
        if (altered.Count > 0 && random.Next(4) == 0)
            altered.RemoveAt(0);
        if (random.Next(5) == 0)
            altered.Insert(0, random.Next(1, 4));
        return [.. altered];
    }

    // Far from singular, with singular values that lie apart.
    private static Tensor<double> Regular(Random random, int[] sizes)
    {
        Tensor<double> tensor = Tensor.Zeros<double>(sizes);
        Span<double> elements = tensor.AsSpan();
        for (int i = 0; i < elements.Length; i++)
        {
            int columns = sizes.Length > 0 ? sizes[^1] : 1, column = i % columns, row = sizes.Length > 1 ? i / columns % sizes[^2] : 0;
            elements[i] = (random.NextDouble() * 0.5) + (row == column ? 2 + (2 * row) : 0);
        }

        return tensor.RequireGrad();
    }
}
