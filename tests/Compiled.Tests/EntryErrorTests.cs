using System.Reflection;

namespace TypedTensors.Tests.Compiled;

/// <summary>What a compiled member says of arguments and destinations that do not fit, and that it goes on to work.</summary>
public sealed class EntryErrorTests
{
    private static readonly ProgramBatch Batch = new(["""
            [Differentiable] [return: Shape("")]
            public static Tensor<double> Loss([Shape("batch, 3")] Tensor<double> x, [Shape("3, classes")] Tensor<double> w, [Shape("batch")] Tensor<int> target) =>
                Ops.CrossEntropy(x.MatMul(w), target);

            [Compiled]
            public static Tensor<double> Scores([Shape("batch, 3")] Tensor<double> x, [Shape("3, classes")] Tensor<double> w) => x.MatMul(w).Tanh();
        """]);

    [Fact]
    public void Arguments_that_break_a_declaration_are_named()
    {
        Member loss = Member.Find(Batch.Type, "LossAndGradients")!;
        Tensor<double> w = Tensor.Full(0.5, 3, 4);
        object[] right = [Tensor.Ones<double>(2, 3), w, Tensor.From([1, 2])];
        double before = loss.Fresh(right)[0].Item();

        ShapeException constant = Assert.Throws<ShapeException>(() => loss.Fresh([Tensor.Ones<double>(2, 5), w, right[2]]));
        Assert.StartsWith("Loss: ", constant.Message, StringComparison.Ordinal);
        Assert.Contains("(2, 5)", constant.Message, StringComparison.Ordinal);
        ShapeException repeated = Assert.Throws<ShapeException>(() => loss.Fresh([right[0], w, Tensor.From([1, 2, 3])]));
        Assert.StartsWith("Loss: ", repeated.Message, StringComparison.Ordinal);
        Assert.Contains("target", repeated.Message, StringComparison.Ordinal);
        ShapeException rank = Assert.Throws<ShapeException>(() => loss.Fresh([right[0], Tensor.Ones<double>(3), right[2]]));
        Assert.StartsWith("Loss: ", rank.Message, StringComparison.Ordinal);

        Assert.Equal(before, loss.Fresh(right)[0].Item());
    }

    [Fact]
    public void Destinations_of_another_shape_are_named_and_untouched()
    {
        Member scores = Member.Find(Batch.Type, "ScoresCompiled")!;
        object[] arguments = [Tensor.Ones<double>(2, 3), Tensor.Full(0.5, 3, 4)];
        Tensor<double> wrong = Tensor.Full(7.0, 4, 2);
        ShapeException error = Assert.Throws<ShapeException>(() => scores.Into(arguments, [wrong]));
        Assert.Equal("ScoresCompiled: destination (4, 2) cannot receive the result, which has the shape (2, 4)", error.Message);
        Assert.All(wrong.ToArray(), static element => Assert.Equal(7.0, element));

        Tensor<double> right = Tensor.Zeros<double>(2, 4);
        scores.Into(arguments, [right]);
        Assert.All(right.ToArray(), static element => Assert.Equal(Math.Tanh(1.5), element, 12));
    }

    [Fact]
    public void An_exception_of_a_kernel_leaves_the_member_usable()
    {
        Member loss = Member.Find(Batch.Type, "LossCompiled")!;
        object[] right = [Tensor.Ones<double>(2, 3), Tensor.Full(0.5, 3, 4), Tensor.From([1, 2])];
        MethodInfo eager = Batch.Type.GetMethod("Loss")!;
        object[] wrong = [right[0], right[1], Tensor.From([1, 9])];
        Exception expected = Assert.ThrowsAny<Exception>(() => Member.Call(eager, wrong));
        Exception actual = Assert.ThrowsAny<Exception>(() => loss.Fresh(wrong));
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(expected.Message, actual.Message);
        Assert.Equal(Member.Call(eager, right)[0].Item(), loss.Fresh(right)[0].Item(), 12);
    }
}
