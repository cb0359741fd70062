using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compilation;

public sealed class EntryContractTests
{
    private readonly EntryContract _loss = new("Loss", ["x", "y"], ["batch, 784", "batch"]);

    [Fact]
    public void Arguments_that_fit_pass()
    {
        _loss.Check([new Shape(32, 784), new Shape(32)]);
        _loss.Check([new Shape(0, 784), new Shape(0)]);
        new EntryContract("Free", ["x", "s"], [null, ""]).Check([new Shape(1, 2, 3), Shape.Scalar]);
        new EntryContract("Nothing", [], []).Check([]);
    }

    [Fact]
    public void A_rank_a_size_and_a_name_are_refused_as_the_analyzers_do()
    {
        AssertRefused("Loss: x (32, 28, 28) does not match (batch, 784): it has 3 dimensions, not 2", _loss, [new Shape(32, 28, 28), new Shape(32)]);
        AssertRefused("Loss: x (32, 783) does not match (batch, 784): dimension 1 is 783, not 784", _loss, [new Shape(32, 783), new Shape(32)]);
        AssertRefused(
            "Loss: y (31) does not match (batch): dimension 0 is 31, not 32; batch is 32 from x", _loss, [new Shape(32, 784), new Shape(31)]);
        AssertRefused(
            "Free: s (1) does not match (): it has 1 dimension, not 0", new EntryContract("Free", ["s"], [""]), [new Shape(1)]);
    }

    [Fact]
    public void The_dimensions_of_the_class_and_facts_count()
    {
        EntryContract contract = new("Forward", ["x"], ["batch, hidden"], ["batch % 2 == 0"], ["hidden"]);

        contract.Check([new Shape(4, 8)], [8]);
        AssertRefused("Forward: x (4, 7) does not match (batch, hidden): dimension 1 is 7, not 8; hidden is 8", contract, [new Shape(4, 7)], [8]);
        AssertRefused("Forward: 'batch % 2 == 0' does not hold; batch is 3 from x", contract, [new Shape(3, 8)], [8]);
        Assert.Throws<ArgumentException>("dimensions", () => contract.Check([new Shape(4, 8)]));
    }

    private static void AssertRefused(string message, EntryContract contract, Shape[] arguments, int[]? dimensions = null) =>
        Assert.Equal(message, Assert.Throws<ShapeException>(() => contract.Check(arguments, dimensions)).Message);
}
