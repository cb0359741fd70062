using System.Numerics;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors.Tests.Gemm;

/// <summary>Every register family, element type, layout and size class against the definition of the product.</summary>
public class MatrixProductTests
{
    private static Layout[] Layouts { get; } = Enum.GetValues<Layout>();

    /// <summary>The families of this machine, and null for the public entry, which picks one.</summary>
    public static TheoryData<InstructionSetChoice> Families => [.. Enum.GetValues<InstructionSetChoice>()];

    [Theory]
    [MemberData(nameof(Families))]
    public void RandomShapesAgreeWithTheDefinition(InstructionSetChoice family)
    {
        Random random = new(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            ProductCase product = RandomCase(random, Size);
            int seed = random.Next();
            Check<float>(product, family, seed);
            Check<double>(product, family, seed);
            Check<int>(product, family, seed);
            Check<long>(product, family, seed);
        }

        // Mostly small, sometimes around the edges of tiles and panels.
        static int Size(Random random) => random.Next(4) switch
        {
            0 => random.Next(4),
            1 => random.Next(1, 20),
            2 => Around(random, [14, 16, 28, 32, 64]),
            _ => random.Next(1, 80),
        };
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void VectorsAgreeWithTheDefinition(InstructionSetChoice family)
    {
        Random random = new(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            ProductCase product = RandomCase(random, r => r.Next(1, 150));
            product = random.Next(3) switch
            {
                0 => product with { M = 1 },
                1 => product with { N = 1 },
                _ => product with { M = 1, N = 1 },
            };
            int seed = random.Next();
            Check<float>(product, family, seed);
            Check<double>(product, family, seed);
            Check<long>(product, family, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void BlocksAgreeWithTheDefinition(InstructionSetChoice family)
    {
        Random random = new(MassTests.Seed);
        for (int i = 0; i < MassTests.Count(200); i++)
        {
            // Deep or wide enough for several blocks, and one long side only, to keep the reference affordable.
            int around = Around(random, [256, 512, 1024, 2048]);
            int small = random.Next(1, 40), other = random.Next(1, 40);
            ProductCase product = RandomCase(random, _ => 1);
            product = random.Next(3) switch
            {
                0 => product with { M = small, N = other, K = around },
                1 => product with { M = small, N = around, K = 300 + other },
                _ => product with { M = around, N = other, K = small },
            };
            Check<float>(product, family, random.Next());
            Check<double>(product, family, random.Next());
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void AllLayoutsOfAllOperandsAgree(InstructionSetChoice family)
    {
        foreach (Layout a in Layouts)
        {
            foreach (Layout b in Layouts)
            {
                foreach (Layout c in Layouts)
                {
                    ProductCase product = new(17, 35, 23, a, b, c);
                    Check<float>(product, family, 1);
                    Check<double>(product with { Accumulate = true }, family, 2);
                    Check<float>(product with { WithEpilogue = true }, family, 3);
                    Check<int>(product with { WithEpilogue = true, Accumulate = true }, family, 4);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void EveryTileShapeAgrees(InstructionSetChoice family)
    {
        for (int m = 1; m <= 29; m++)
        {
            for (int n = 1; n <= 33; n++)
                Check<float>(new ProductCase(m, n, 5, WithEpilogue: (m + n) % 2 == 0, Accumulate: m % 3 == 0), family, m + n);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void PackedBlocksAgree(InstructionSetChoice family)
    {
        foreach (ProductCase product in new ProductCase[]
        {
            new(67, 1100, 530),
            new(67, 1100, 530, Layout.Columns, Layout.Columns, Layout.Rows, Accumulate: true),
            new(45, 1040, 700, Layout.Strided, Layout.Strided, Layout.Columns),
            new(61, 1033, 513, WithEpilogue: true),
            new(61, 1033, 513, Layout.Rows, Layout.PaddedColumns, Layout.Columns, Accumulate: true, WithEpilogue: true),
            new(60, 1024, 1024),
            new(4200, 33, 1025),
        })
        {
            // The tall one takes seconds one element at a time in an unoptimised build.
            if (product.M < 4000 || family != InstructionSetChoice.Scalar)
                Check<float>(product, family, 5);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void OtherNumberTypesTakeTheSameLoops(InstructionSetChoice family)
    {
        ProductCase product = new(9, 21, 13);
        Check<byte>(product, family, 6);
        Check<short>(product, family, 6);
        Check<uint>(product, family, 6);
        Check<ulong>(product, family, 6);
        Check<Half>(product, family, 6);
        Check<Int128>(product, family, 6);
        Check<nint>(product, family, 6);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void AnEmptyInnerDimensionGivesZerosAndTheEpilogue(InstructionSetChoice family)
    {
        foreach (Layout layout in Layouts)
        {
            foreach ((bool accumulate, bool epilogue) in new[] { (false, false), (false, true), (true, false), (true, true) })
                Check<float>(new ProductCase(3, 5, 0, C: layout, Accumulate: accumulate, WithEpilogue: epilogue), family, 7);
        }
    }

    [Theory]
    [InlineData(0, 5, 3)]
    [InlineData(5, 0, 3)]
    [InlineData(0, 0, 0)]
    public void AnEmptyResultIsLeftAlone(int m, int n, int k) => new ProductCase(m, n, k, WithEpilogue: true).Check<double>(null, 8);

    [Fact]
    public void ANegativeSizeIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("k", () =>
        {
            float a = 0, b = 0, c = 0;
            MatrixProduct.Multiply(1, 1, -1, in a, 1, 1, in b, 1, 1, ref c, 1, 1);
        });
    }

    private static ProductCase RandomCase(Random random, Func<Random, int> size) => new(
        size(random),
        size(random),
        size(random),
        Layouts[random.Next(Layouts.Length)],
        Layouts[random.Next(Layouts.Length)],
        Layouts[random.Next(Layouts.Length)],
        random.Next(2) == 0,
        random.Next(2) == 0);

    private static int Around(Random random, int[] edges) => edges[random.Next(edges.Length)] + random.Next(-1, 2);

    private static void Check<T>(ProductCase product, InstructionSetChoice family, int seed)
        where T : unmanaged, INumber<T>
    {
        InstructionSet? instructions = family switch
        {
            InstructionSetChoice.Vector512 => InstructionSet.Vector512,
            InstructionSetChoice.Vector256 => InstructionSet.Vector256,
            InstructionSetChoice.Vector128 => InstructionSet.Vector128,
            InstructionSetChoice.Scalar => InstructionSet.Scalar,
            _ => null,
        };
        if (instructions is null || MatrixProduct.Supports<T>(instructions.Value))
            product.Check<T>(instructions, seed);
    }
}

/// <summary>A register family to test, or the product's own choice.</summary>
public enum InstructionSetChoice
{
    /// <summary>What the public entry picks.</summary>
    Own,

    /// <summary>One element at a time.</summary>
    Scalar,

    /// <summary>Registers of 16 bytes.</summary>
    Vector128,

    /// <summary>AVX2 with FMA.</summary>
    Vector256,

    /// <summary>AVX-512.</summary>
    Vector512,
}
