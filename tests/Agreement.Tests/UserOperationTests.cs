namespace TypedTensors.Tests.Agreement;

/// <summary>An operation that one file of a user's assembly declares is checked and executed like the library's.</summary>
public sealed class UserOperationTests
{
    [Fact]
    public async Task AMistakeIsAnErrorOfTheBuildAndThrowsTheSameLine()
    {
        GeneratedProgram program = new(
            [
                "var t0 = Tensor.Ones<float>(2, 3);",
                "var t1 = OuterOperation.OuterOfRows(t0, t0);",
                "var t2 = Tensor.Ones<float>(4, 3).Softsign();",
                "var t3 = OuterOperation.OuterOfRows(t1, t2);",
            ],
            [new Shape(2, 3), new Shape(2, 3, 3), new Shape(4, 3)]);
        ProgramBatch batch = new([program]);

        StaticVerdict statically = Assert.Single(await batch.AnalyzeAsync());
        DynamicVerdict dynamically = Assert.Single(batch.Execute());

        Assert.Equal(3, statically.FirstReported);
        Assert.Equal(
            "OuterOfRows: right 't2' (4, 3) does not match (...batch, m): it has 2 dimensions, not 3",
            statically.Message);
        Assert.Equal(
            "OuterOfRows: right (4, 3) does not match (...batch, m): it has 2 dimensions, not 3",
            Assert.IsType<ShapeException>(dynamically.Exception).Message);
        Assert.Equal(program.Shapes, dynamically.Shapes);
        Assert.Empty(statically.RightAssertionsReported);
        Assert.Empty(statically.WrongAssertionsAccepted);
    }
}
