namespace TypedTensors.Kernels.Einsum;

/// <summary>In which order several tensors are multiplied pair by pair.</summary>
internal static class ContractionOrder
{
    // The search looks at 3^n pairs of sets.
    private const int SearchedOperands = 8;

    /// <summary>Pairs of nodes; each step gives the node with the next number.</summary>
    /// <param name="sizes">The size of each label.</param>
    /// <param name="operands">For each operand its labels.</param>
    /// <param name="destination">The labels that stay to the end.</param>
    public static IReadOnlyList<(int Left, int Right)> Find(int[] sizes, IReadOnlyList<int[]> operands, int[] destination)
    {
        if (operands.Count < 3)
            return operands.Count < 2 ? [] : [(0, 1)];
        UInt128[] labels = [.. operands.Select(SetOf)];
        return operands.Count <= SearchedOperands ? Search(sizes, labels, SetOf(destination)) : Greedy(sizes, labels, SetOf(destination));
    }

    private static UInt128 SetOf(int[] labels) => labels.Aggregate(UInt128.Zero, static (set, label) => set | (UInt128.One << label));

    /// <summary>The order with the fewest multiplications, by dynamic programming over sets of operands.</summary>
    private static List<(int Left, int Right)> Search(int[] sizes, UInt128[] operands, UInt128 destination)
    {
        int all = (1 << operands.Length) - 1;
        var labels = new UInt128[all + 1];
        var costs = new double[all + 1];
        int[] parts = new int[all + 1];
        for (int set = 1; set <= all; set++)
        {
            UInt128 inside = 0, outside = destination;
            for (int i = 0; i < operands.Length; i++)
            {
                if ((set >> i & 1) != 0)
                    inside |= operands[i];
                else
                    outside |= operands[i];
            }

            labels[set] = inside & outside;
            if ((set & (set - 1)) == 0)
            {
                labels[set] = inside;
                continue;
            }

            costs[set] = double.PositiveInfinity;
            int lowest = set & -set;
            for (int part = (set - 1) & set; part > 0; part = (part - 1) & set)
            {
                if ((part & lowest) == 0)
                    continue;
                double cost = costs[part] + costs[set ^ part] + Count(sizes, labels[part] | labels[set ^ part]);
                if (cost < costs[set])
                    (costs[set], parts[set]) = (cost, part);
            }
        }

        List<(int, int)> steps = [];
        Visit(all);
        return steps;

        int Visit(int set)
        {
            if ((set & (set - 1)) == 0)
                return int.TrailingZeroCount(set);
            (int left, int right) = (Visit(parts[set]), Visit(set ^ parts[set]));
            steps.Add((left, right));
            return operands.Length + steps.Count - 1;
        }
    }

    /// <summary>Takes again and again the pair whose product is smallest beside its factors.</summary>
    private static List<(int Left, int Right)> Greedy(int[] sizes, UInt128[] operands, UInt128 destination)
    {
        List<(int Node, UInt128 Labels)> alive = [.. operands.Select(static (labels, node) => (node, labels))];
        List<(int, int)> steps = [];
        while (alive.Count > 1)
        {
            (int First, int Second, UInt128 Labels, double Cost, double Work) best = (0, 0, 0, double.PositiveInfinity, 0);
            for (int i = 0; i < alive.Count; i++)
            {
                for (int j = i + 1; j < alive.Count; j++)
                {
                    UInt128 product = (alive[i].Labels | alive[j].Labels) & Outside(i, j);
                    double work = Count(sizes, alive[i].Labels | alive[j].Labels);
                    double cost = Count(sizes, product) - Count(sizes, alive[i].Labels) - Count(sizes, alive[j].Labels);
                    if (cost < best.Cost || (cost == best.Cost && work < best.Work))
                        best = (i, j, product, cost, work);
                }
            }

            steps.Add((alive[best.First].Node, alive[best.Second].Node));
            alive.RemoveAt(best.Second);
            alive.RemoveAt(best.First);
            alive.Add((operands.Length + steps.Count - 1, best.Labels));
        }

        return steps;

        UInt128 Outside(int first, int second) =>
            alive.Where((_, i) => i != first && i != second).Aggregate(destination, static (set, node) => set | node.Labels);
    }

    private static double Count(int[] sizes, UInt128 labels)
    {
        double count = 1;
        for (int label = 0; label < sizes.Length; label++)
            count *= (labels >> label & 1) == 0 ? 1 : sizes[label];
        return count;
    }
}
