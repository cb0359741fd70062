namespace TypedTensors.Dimensions;

/// <summary>Looks for sizes that satisfy the facts and break a claim: a small deterministic search.</summary>
internal static class WitnessSearch
{
    private const int MaxTrials = 400;

    // Distinct primes first: they tell almost all different polynomials apart at once, and read well in a message.
    private static readonly long[] Primes = [5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43];

    private static readonly long[] SmallSizes = [2, 3, 4, 1, 6, 8, 0, 5, 10, 12, 16, 7, 9, 32, 64, 100];

    /// <param name="facts">What a witness must satisfy.</param>
    /// <param name="claim">What it must break.</param>
    /// <param name="difference">The claim's left side minus its right side, simplified.</param>
    public static Verdict Refute(Facts facts, Fact claim, Dimension difference)
    {
        var symbols = new SortedSet<Symbol>(difference.Symbols);
        if (!symbols.All(IsRigid))
            return Verdict.Unknown;
        bool sidesAreRigid = claim.Left.Symbols.All(IsRigid) && claim.Right.Symbols.All(IsRigid);
        if (sidesAreRigid)
        {
            symbols.UnionWith(claim.Left.Symbols);
            symbols.UnionWith(claim.Right.Symbols);
        }

        var solved = facts.Rewriting.Solved.ToDictionary(pair => pair.Key, pair => pair.Value);
        IReadOnlyList<Fact> relevant = Relevant(facts, solved, symbols);
        if (!symbols.All(IsRigid))
            return Verdict.Unknown;

        Symbol[] free = [.. symbols.Where(symbol => !solved.ContainsKey(symbol))];
        Symbol[] dependent = [.. symbols.Where(solved.ContainsKey)];
        long[] pool = [.. SmallSizes.Concat(Constants(relevant, claim)).Distinct()];
        var values = new Dictionary<Symbol, long>();
        for (int trial = 0; trial < MaxTrials; trial++)
        {
            for (int i = 0; i < free.Length; i++)
                values[free[i]] = Choose(trial, i, free.Length, pool);
            if (Breaks())
                return Verdict.Refuted(values.Where(pair => pair.Key.Serial >= 0).ToDictionary(pair => pair.Key, pair => pair.Value));
            if (free.Length == 0)
                break;
        }

        return Verdict.Unknown;

        bool Breaks()
        {
            foreach (Symbol symbol in dependent)
            {
                if (solved[symbol].Evaluate(Lookup) is not long value || value < 0)
                    return false;
                values[symbol] = value;
            }

            return relevant.All(fact => fact.Evaluate(Lookup) == true)
                && difference.Evaluate(Lookup) is long rest && !Fact.Compare(rest, claim.Relation, 0)
                && (!sidesAreRigid || claim.Evaluate(Lookup) == false);
        }

        long Lookup(Symbol symbol) => values[symbol];
    }

    private static bool IsRigid(Symbol symbol) => symbol.Kind == SymbolKind.Rigid;

    /// <summary>The facts that share a symbol with the claim, directly or through other facts; their symbols join the given ones.</summary>
    private static List<Fact> Relevant(Facts facts, Dictionary<Symbol, Dimension> solved, SortedSet<Symbol> symbols)
    {
        var relevant = new List<Fact>();
        int before;
        do
        {
            before = symbols.Count;
            foreach (KeyValuePair<Symbol, Dimension> pair in solved)
            {
                if (symbols.Contains(pair.Key) || pair.Value.Symbols.Any(symbols.Contains))
                {
                    symbols.Add(pair.Key);
                    symbols.UnionWith(pair.Value.Symbols);
                }
            }

            foreach (Fact fact in facts.Items)
            {
                var own = fact.Left.Symbols.Concat(fact.Right.Symbols).ToList();
                if (!relevant.Contains(fact) && (own.Count == 0 || own.Any(symbols.Contains)))
                {
                    relevant.Add(fact);
                    symbols.UnionWith(own);
                }
            }
        }
        while (symbols.Count != before);
        return relevant;
    }

    private static IEnumerable<long> Constants(IEnumerable<Fact> facts, Fact claim)
    {
        foreach (Fact fact in facts.Append(claim))
        {
            foreach (Term term in fact.Left.Terms.Concat(fact.Right.Terms))
            {
                long constant = Math.Abs(term.Coefficient.Numerator);
                if (constant is > 1 and < int.MaxValue)
                {
                    yield return constant;
                    yield return constant + 1;
                    yield return constant - 1;
                    yield return 2 * constant;
                }
            }
        }
    }

    private static long Choose(int trial, int position, int count, long[] pool)
    {
        if (trial < 4)
            return Primes[(position + (trial * 5)) % Primes.Length];
        trial -= 4;
        if (count <= 2)
            return pool[(position == 0 ? trial : trial / pool.Length) % pool.Length];

        // A linear congruential step is enough to wander through the combinations.
        uint state = unchecked(((uint)trial * 2654435761u) + ((uint)position * 40503u) + 12345u);
        state = unchecked((state ^ (state >> 13)) * 1274126177u);
        return pool[(state >> 8) % (uint)pool.Length];
    }
}
