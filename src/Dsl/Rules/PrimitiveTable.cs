namespace TypedTensors.Rules;

/// <summary>All primitives of the rule language, by name.</summary>
internal static class PrimitiveTable
{
    private static readonly Dictionary<string, Primitive> ByName = new Primitive[]
    {
        new BroadcastPrimitive(),
        new MatMulPrimitive(),
        new EinsumPrimitive(),
        new DropPrimitive(),
        new KeepPrimitive(),
        new ReducePrimitive(),
        new NonEmptyPrimitive(),
        new InsertPrimitive(),
        new ReplacePrimitive(),
        new TakePrimitive(),
        new PermutePrimitive(),
        new SwapPrimitive(),
        new TransposePrimitive(),
        new ReshapePrimitive(),
        new ExpandPrimitive(),
        new SqueezePrimitive(),
        new FlattenPrimitive(),
        new SlicePrimitive(),
        new ConcatPrimitive(),
        new StackPrimitive(),
        new RankPrimitive(),
        new SizeOfPrimitive(),
        new ProductPrimitive(),
        new WindowPrimitive(),
        new PoolPrimitive(),
        new CoverPrimitive(),
        new EntryPrimitive(),
        new SharePrimitive("share", yieldsWhole: false),
        new SharePrimitive("shared", yieldsWhole: true),
        new AxesPrimitive(),
        new DiagonalPrimitive(),
        new TilePrimitive(),
        new PadPrimitive("pad", PaddingKind.Constant),
        new PadPrimitive("padreflection", PaddingKind.Reflection),
        new PadPrimitive("padedge", PaddingKind.Edge),
        new ChoosePrimitive(),
        new WithinPrimitive("within", yieldsOuter: false),
        new WithinPrimitive("around", yieldsOuter: true),
    }.ToDictionary(primitive => primitive.Name);

    public static IEnumerable<string> Names => ByName.Keys;

    public static Primitive? Find(string name) => ByName.TryGetValue(name, out Primitive? primitive) ? primitive : null;

    /// <summary>The known name that differs least from a misspelt one, or null when none is near.</summary>
    public static string? Nearest(string name) =>
        Names.Select(known => (Name: known, Distance: EditDistance(name, known)))
            .Where(candidate => candidate.Distance <= 2)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
