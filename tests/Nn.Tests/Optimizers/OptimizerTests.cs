using System.Numerics;
using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn;

public class OptimizerTests
{
    public static TheoryData<string> Names => ["sgd", "momentum", "nesterov", "adam", "amsgrad", "adamw"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_length_is_changed_as_a_single_element_is(string name)
    {
        foreach (int length in new[] { 0, 1, 3, 8, 16, 37 })
        {
            Tensor<float> whole = Parameter([.. Enumerable.Range(0, length).Select(i => (i - 5) / 4f)]);
            Tensor<float>[] single = [.. whole.ToArray().Select(value => Parameter([value]))];
            Optimizer together = Create(name, [whole]);
            Optimizer apart = Create(name, single.Prepend(Parameter([0f])));
            for (int step = 0; step < 3; step++)
            {
                float[] gradient = [.. Enumerable.Range(0, length).Select(i => (((i * 7) + step) % 5) - 1.75f)];
                whole.Grad = Tensor.From(gradient, length);
                for (int i = 0; i < length; i++)
                    single[i].Grad = Tensor.From([gradient[i]], 1);
                together.Step();
                apart.Step();
            }

            Assert.Equal(single.SelectMany(element => element.ToArray()), whole.ToArray());
        }
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_as_it_is()
    {
        Tensor<double> with = Parameter([1.0]), without = Parameter([1.0]);
        Sgd optimizer = new([with, without], learningRate: 0.5, weightDecay: 1);
        with.Grad = Tensor.From([1.0], 1);

        optimizer.Step();

        Assert.Equal([0.0], with.ToArray());
        Assert.Equal([1.0], without.ToArray());
    }

    [Fact]
    public void The_first_step_counts_from_the_first_gradient()
    {
        Tensor<double> late = Parameter([1.0]), other = Parameter([1.0]);
        Adam optimizer = new([late, other], learningRate: 0.1);
        other.Grad = Tensor.From([1.0], 1);
        optimizer.Step();
        optimizer.ZeroGrad();
        late.Grad = Tensor.From([3.0], 1);

        optimizer.Step();

        // The first step of Adam is as long as the learning rate, whatever the gradient.
        Assert.Equal(0.9, late.ToArray()[0], 1e-8);
    }

    [Fact]
    public void Gradients_are_forgotten()
    {
        Tensor<float> parameter = Parameter([1f]);
        parameter.Grad = Tensor.From([1f], 1);

        new Sgd([parameter], learningRate: 1).ZeroGrad();

        Assert.Null(parameter.Grad);
    }

    [Fact]
    public void A_step_invalidates_a_tape_that_saved_the_parameter()
    {
        Tensor<float> parameter = Parameter([2f]);
        Tensor<float> early = Ops.Sum(parameter * parameter);
        Ops.Sum(parameter * parameter).Backward();

        new Sgd([parameter], learningRate: 0.25).Step();

        Assert.Equal([1f], parameter.ToArray());
        Assert.Contains("changed by an in-place operation", Assert.Throws<InvalidOperationException>(() => early.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_and_double_precision_may_be_mixed_and_the_learning_rate_may_change()
    {
        Tensor<float> single = Parameter([1f]);
        Tensor<double> @double = Parameter([1.0]);
        Sgd optimizer = new([single, @double], learningRate: 1) { LearningRate = 0.25 };
        single.Grad = Tensor.From([1f], 1);
        @double.Grad = Tensor.From([2.0], 1);

        optimizer.Step();

        Assert.Equal([0.75f], single.ToArray());
        Assert.Equal([0.5], @double.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_the_first_step_nothing_is_allocated(string name)
    {
        Tensor<float> parameter = Parameter(new float[1000]);
        parameter.Grad = Tensor.From(Enumerable.Repeat(1f, 1000).ToArray(), 1000);
        Optimizer optimizer = Create(name, [parameter]);
        optimizer.Step();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            optimizer.Step();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void What_cannot_be_optimized_is_refused()
    {
        Tensor<float> parameter = Parameter([1f]);
        AssertRefused("Sgd: there are no parameters to optimize", []);
        AssertRefused("Sgd: a parameter is given twice", [parameter, parameter]);
        AssertRefused("Sgd: parameter 1 has elements of Int32; expected Single or Double", [parameter, Tensor.Zeros<int>(1)]);
        AssertRefused("Sgd: parameter 0 does not require a gradient; call RequireGrad() on it", [Tensor.Zeros<float>(2)]);
        AssertRefused(
            "Sgd: parameter 0 is a view with gaps; a parameter must be contiguous", [Tensor.Zeros<float>(2, 3).T.RequireGrad()]);
        AssertRefused(
            "Sgd: parameter 0 was computed from other tensors; only a tensor that was created can be optimized", [parameter + parameter]);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Tensor<float>[] parameters = [Parameter([1f])];
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new Sgd(parameters, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new Sgd(parameters, 0.1, momentum: -1));
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new Sgd(parameters, 0.1, weightDecay: -1));
        Assert.Throws<ArgumentException>("nesterov", () => new Sgd(parameters, 0.1, nesterov: true));
        Assert.Throws<ArgumentException>("nesterov", () => new Sgd(parameters, 0.1, momentum: 0.9, dampening: 0.1, nesterov: true));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new Adam(parameters, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Adam(parameters, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adam(parameters, beta2: -0.5));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam(parameters, epsilon: -1));
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new AdamW(parameters, weightDecay: -1));
    }

    private static void AssertRefused(string message, Tensor[] parameters) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new Sgd(parameters, 0.1)).Message);

    private static Tensor<T> Parameter<T>(T[] values)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.From(values).RequireGrad();

    internal static Optimizer Create(string name, IEnumerable<Tensor> parameters) => name switch
    {
        "sgd" => new Sgd(parameters, 0.1, weightDecay: 0.1),
        "momentum" => new Sgd(parameters, 0.1, momentum: 0.9, dampening: 0.2),
        "nesterov" => new Sgd(parameters, 0.1, momentum: 0.9, nesterov: true),
        "adam" => new Adam(parameters, 0.1, weightDecay: 0.1),
        "adamw" => new AdamW(parameters, 0.1, weightDecay: 0.1, amsgrad: true),
        _ => new Adam(parameters, 0.1, amsgrad: true),
    };
}
