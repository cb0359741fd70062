namespace TypedTensors.Tests.Declarations;

/// <summary>Holds the declared rule of an operation against what its kernel does, on random calls.</summary>
internal static class RuleAgreement
{
    /// <summary>Rule and kernel refuse the same arguments with the same message, and agree on every result; gradients have the shape of their argument.</summary>
    /// <param name="contract">The operation.</param>
    /// <param name="draw">Random calls of it.</param>
    public static void Check(OperationContract contract, Func<Random, Sample> draw)
    {
        string name = contract.Name;
        Random random = new(MassTests.Seed);
        int accepted = 0;
        int count = MassTests.Count(10_000);
        for (int i = 0; i < count; i++)
        {
            Sample sample = draw(random);
            string call = $"{name}({string.Join(", ", RuntimeArguments.Describe(sample.Arguments))})";
            Signatures.CallOutcome outcome = contract.Signature.Apply(
                [.. sample.Arguments.Select(RuntimeArguments.ToArgument)], Dimensions.Facts.None, ambient: null, new());
            Tensor[] results;
            try
            {
                results = sample.Run();
            }
            catch (ShapeException refusal)
            {
                Assert.True(outcome.Mismatch is not null, $"{call} is refused, but the rule finds nothing wrong: {refusal.Message}");
                Assert.Equal(outcome.Mismatch.Message, refusal.Message);
                continue;
            }
            catch (ArgumentOutOfRangeException) when (outcome.Mismatch is null)
            {
                // A value that does not fit, which no shape tells.
                continue;
            }

            accepted++;
            Assert.True(outcome.Mismatch is null, $"{call} runs, but the rule refuses it: {outcome.Mismatch?.Message}");
            Assert.True(outcome.Unproved.Count == 0, $"{call}: the rule leaves open that {string.Join(", ", outcome.Unproved)}");
            string sizes = string.Join("; ", results.Select(result => result.Sizes)), byRule = string.Join("; ", outcome.Results);
            Assert.True(byRule == sizes, $"{call} gives {sizes}, by the rule {byRule}");
            foreach (Tensor result in results)
                CheckGradients(sample, result, call);
        }

        Assert.True(accepted > count / 10, $"Only {accepted} of {count} calls of {name} fit.");
    }

    private static void CheckGradients(Sample sample, Tensor result, string call)
    {
        if (result is not Tensor<double> { RequiresGrad: true } differentiable)
            return;
        differentiable.Backward(Tensor.OnesLike(differentiable), retainGraph: true);
        IEnumerable<Tensor<double>> inputs = sample.Arguments.SelectMany(argument => argument as IEnumerable<Tensor<double>> ?? (argument is Tensor<double> one ? [one] : []));
        foreach (Tensor<double> input in inputs.Where(input => input.RequiresGrad))
            Assert.True(input.Grad?.Shape == input.Shape, $"{call}: the gradient of {input.Shape} is {input.Grad?.Shape.ToString() ?? "missing"}");
    }
}
