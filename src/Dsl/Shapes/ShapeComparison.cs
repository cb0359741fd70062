using TypedTensors.Dimensions;

namespace TypedTensors.Shapes;

/// <summary>Where two shapes differ.</summary>
internal enum Difference
{
    None,
    Rank,
    Size,
    Pack,
}

/// <summary>What comparing an expected with an actual shape shows.</summary>
/// <param name="Answer">Whether they are the same shape.</param>
/// <param name="Difference">For a refutation, what differs.</param>
/// <param name="ExpectedIndex">The index of the expected item at fault, or -1.</param>
/// <param name="ActualIndex">The index of the actual item at fault, or -1.</param>
internal sealed record ShapeComparison(Answer Answer, Difference Difference = Difference.None, int ExpectedIndex = -1, int ActualIndex = -1)
{
    /// <summary>Stands for a size that anything matches.</summary>
    public static ShapeItem AnySize { get; } = ShapeItem.Of(Dimension.Of(new Symbol("_", SymbolKind.Opaque)));

    /// <summary>Stands for a run of dimensions that anything matches.</summary>
    public static ShapeItem AnyPack { get; } = ShapeItem.OfPack(new Symbol("", SymbolKind.Opaque));

    /// <summary>Compares item by item: dimensions from both ends up to a pack, then what lies between.</summary>
    public static ShapeComparison Of(ShapeValue expected, ShapeValue actual, Facts facts)
    {
        if (expected.Rank is int rank && actual.Rank is int actualRank && rank != actualRank)
            return new ShapeComparison(Answer.Refuted, Difference.Rank);

        int fromLeft = Math.Min(expected.PrefixLength, actual.PrefixLength);
        bool unknown = false;
        for (int i = 0; i < fromLeft; i++)
        {
            if (Compare(i, i) is ShapeComparison refuted)
                return refuted;
        }

        int fromRight = Math.Min(
            Math.Min(expected.SuffixLength, actual.SuffixLength),
            Math.Min(expected.Items.Count, actual.Items.Count) - fromLeft);
        for (int i = 1; i <= fromRight; i++)
        {
            if (Compare(expected.Items.Count - i, actual.Items.Count - i) is ShapeComparison refuted)
                return refuted;
        }

        ShapeComparison middle = CompareMiddle(
            [.. expected.Items.Skip(fromLeft).Take(expected.Items.Count - fromLeft - fromRight)],
            [.. actual.Items.Skip(fromLeft).Take(actual.Items.Count - fromLeft - fromRight)],
            fromLeft);
        return middle.Answer == Answer.Proved && unknown ? new ShapeComparison(Answer.Unknown) : middle;

        ShapeComparison? Compare(int expectedIndex, int actualIndex)
        {
            if (ReferenceEquals(expected.Items[expectedIndex], AnySize))
                return null;
            Answer answer = facts.AreEqual(expected[expectedIndex], actual[actualIndex]).Answer;
            unknown |= answer == Answer.Unknown;
            return answer == Answer.Refuted ? new ShapeComparison(answer, Difference.Size, expectedIndex, actualIndex) : null;
        }
    }

    private static ShapeComparison CompareMiddle(ShapeItem[] expected, ShapeItem[] actual, int index)
    {
        ShapeItem? expectedPack = Array.Find(expected, item => item.IsPack), actualPack = Array.Find(actual, item => item.IsPack);
        int expectedSizes = expected.Count(item => !item.IsPack), actualSizes = actual.Count(item => !item.IsPack);
        if (expectedPack is null && actualPack is null)
            return Result(expectedSizes == actualSizes ? Answer.Proved : Answer.Refuted, Difference.Rank);

        // What is left over on one side cannot be there when the other side has neither a pack nor dimensions to match it.
        if ((expectedPack is null && actualSizes > expectedSizes) || (actualPack is null && expectedSizes > actualSizes))
            return Result(Answer.Refuted, Difference.Rank);
        if (ReferenceEquals(expectedPack, AnyPack))
            return Result(expectedSizes == 0 ? Answer.Proved : Answer.Unknown, Difference.Pack);
        if (expectedPack is { IsOpaquePack: true } || actualPack is { IsOpaquePack: true })
        {
            bool same = expected.Length == 1 && actual.Length == 1 && expected[0].Equals(actual[0]);
            return Result(same ? Answer.Proved : Answer.Unknown, Difference.Pack);
        }

        // A named pack stands for every run of dimensions, so it is never the same as certain dimensions or another pack.
        if (expectedPack is not null && expectedPack.Equals(actualPack))
            return Result(expectedSizes != actualSizes ? Answer.Refuted : expectedSizes == 0 ? Answer.Proved : Answer.Unknown, Difference.Rank);
        return Result(Answer.Refuted, Difference.Pack);

        ShapeComparison Result(Answer answer, Difference difference) => answer != Answer.Refuted
            ? new ShapeComparison(answer)
            : new ShapeComparison(
                answer, difference, expectedPack is null ? -1 : index + Array.IndexOf(expected, expectedPack), actualSizes > 0 ? index : -1);
    }
}
