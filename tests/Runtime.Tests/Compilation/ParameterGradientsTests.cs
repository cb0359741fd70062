using TypedTensors.Compilation;
using TypedTensors.Tests.Models;

namespace TypedTensors.Tests.Compilation;

public sealed class ParameterGradientsTests
{
    private readonly Layer _layer = new(2, 2);

    [Fact]
    public void Gradients_have_the_layout_of_the_parameters()
    {
        Gradients<float> gradients = new Member(_layer.Parameters, _layer.W, _layer.B).Write(accumulate: false, 1, 2);

        Assert.Equal([1, 1, 1, 1], gradients["W"].ToArray());
        Assert.Equal([2, 2], gradients.Of(_layer.B).ToArray());
        Assert.Equal((_layer.B.Shape, _layer.B.StorageOffset), (gradients["B"].Shape, gradients["B"].StorageOffset));
        Assert.True(gradients["W"].SharesStorageWith(gradients["B"]));
        Assert.False(gradients["W"].RequiresGrad);
    }

    [Fact]
    public void A_parameter_that_is_not_written_has_the_gradient_zero()
    {
        new Member(_layer.Parameters, _layer.W, _layer.B).Write(accumulate: false, 1, 2);

        Gradients<float> gradients = new Member(_layer.Parameters, _layer.B).Write(accumulate: false, 5);

        Assert.Equal([0, 0, 0, 0], gradients["W"].ToArray());
        Assert.Equal([5, 5], gradients["B"].ToArray());
    }

    [Fact]
    public void Gradients_accumulate_when_that_is_asked_for()
    {
        Member both = new(_layer.Parameters, _layer.W, _layer.B);
        Member one = new(_layer.Parameters, _layer.B);
        Assert.Equal([1, 1, 1, 1], both.Write(accumulate: true, 1, 2)["W"].ToArray());

        Gradients<float> gradients = both.Write(accumulate: true, 10, 20);
        Assert.Equal([11, 11, 11, 11], gradients["W"].ToArray());

        gradients = one.Write(accumulate: true, 300);
        Assert.Equal([11, 11, 11, 11], gradients["W"].ToArray());
        Assert.Equal([322, 322], gradients["B"].ToArray());

        Assert.Equal([7, 7], both.Write(accumulate: false, 0, 7)["B"].ToArray());
    }

    [Theory]
    [InlineData(false, 11)]
    [InlineData(true, 22)]
    public void The_contributions_of_two_places_are_added(bool accumulate, float expected)
    {
        Member member = new(_layer.Parameters, _layer.W, _layer.B, _layer.W);
        member.Write(accumulate, 1, 2, 10);

        Assert.Equal([expected, expected, expected, expected], member.Write(accumulate, 1, 2, 10)["W"].ToArray());
    }

    [Fact]
    public void A_second_segment_is_cleared_written_and_added_as_the_first()
    {
        Layer foreign = new(1, 2), mine = new(1, 1);
        _ = foreign.Parameters;
        Network network = new(mine, foreign);
        Member member = new(network.Parameters, mine.W, foreign.W);
        new Member(foreign.Parameters, foreign.W, foreign.B).Write(accumulate: false, 9, 9);

        Gradients<float> gradients = member.Write(accumulate: false, 1, 2);
        Assert.Equal([2, 2], gradients["Layers.0.W"].ToArray());
        Assert.Equal([0, 0], gradients["Layers.0.B"].ToArray());
        Assert.Equal([4, 4], member.Write(accumulate: true, 1, 2)["Layers.0.W"].ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reading_gradients_that_a_later_call_has_overwritten_is_an_error(bool accumulate)
    {
        Member member = new(_layer.Parameters, _layer.W, _layer.B);
        Gradients<float> stale = member.Write(accumulate: false, 1, 2);

        Gradients<float> current = member.Write(accumulate, 3, 4);

        AssertStale(() => stale["W"]);
        AssertStale(() => stale.Of(_layer.B));
        Assert.NotNull(current["W"]);
    }

    [Fact]
    public void A_computation_that_began_has_overwritten_the_gradients_even_if_it_does_not_end()
    {
        Member member = new(_layer.Parameters, _layer.W, _layer.B);
        Gradients<float> stale = member.Write(accumulate: false, 1, 2);

        member.Target.Begin(accumulate: false);

        AssertStale(() => stale["W"]);
    }

    [Fact]
    public void What_has_no_gradient_is_refused()
    {
        Gradients<float> gradients = new Member(_layer.Parameters, _layer.W, _layer.B).Write(accumulate: false, 1, 2);

        Assert.Equal(
            "Gradients: the tensor (3) is not one of the parameters W, B",
            Assert.Throws<ArgumentException>(() => gradients.Of(Tensor.Zeros<float>(3))).Message);
        Assert.Equal(
            "Gradients: these are the default value, which no call has computed",
            Assert.Throws<InvalidOperationException>(() => default(Gradients<float>)["W"]).Message);
        Assert.Throws<ArgumentException>("written", () => new Member(_layer.Parameters, Tensor.Zeros<float>(3)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_the_first_call_nothing_is_allocated(bool accumulate)
    {
        Member member = new(_layer.Parameters, _layer.W, _layer.B, _layer.W);
        float[] values = [1, 2, 3];
        for (int i = 0; i < 3; i++)
            member.Write(accumulate, values);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            member.Write(accumulate, values);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertStale(Func<object> read) => Assert.Equal(
        "Gradients: a later call has overwritten these gradients; use them before the next call, Clone() what has to outlast it, "
            + "or have the next call accumulate",
        Assert.Throws<InvalidOperationException>(read).Message);

    /// <summary>A generated member whose gradients are given numbers.</summary>
    private sealed class Member
    {
        private readonly Workspace<OpenPlan> _workspace;

        public Member(ModelParameters<float> parameters, params Tensor<float>[] written)
        {
            OpenPlan plan = new();
            Target = new ParameterGradients<float>(plan, parameters, written);
            _workspace = plan.AddToWorkspace();
        }

        public ParameterGradients<float> Target { get; }

        public Gradients<float> Write(bool accumulate, params ReadOnlySpan<float> values)
        {
            Target.Begin(accumulate);
            for (int i = 0; i < values.Length; i++)
                Target.Destination(i, _workspace).Elements.Fill(values[i]);
            return Target.Complete(_workspace);
        }
    }
}
