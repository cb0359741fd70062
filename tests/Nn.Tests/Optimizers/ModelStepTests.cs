using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn;

/// <summary>Steps by the gradients of a model against steps by those of the tape.</summary>
public class ModelStepTests
{
    public static TheoryData<string> Names => OptimizerTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_flat_step_changes_every_bit_as_steps_by_single_tensors_do(string name)
    {
        RecordedModel<float> flat = Model(), mixed = Model();
        Tensor<float>[] single = [.. Model().Parameters];
        Optimizer byFlat = OptimizerTests.Create(name, flat.Parameters);
        Optimizer byMixed = OptimizerTests.Create(name, mixed.Parameters);
        Optimizer bySingle = OptimizerTests.Create(name, single);
        for (int step = 0; step < 4; step++)
        {
            SetGradients(flat.Parameters, step);
            SetGradients(mixed.Parameters, step);
            SetGradients(single, step);
            byFlat.Step(flat.HandOver());
            bySingle.Step();
            if (step % 2 == 0)
                byMixed.Step();
            else
                byMixed.Step(mixed.HandOver());
        }

        Assert.Equal(3, flat.Parameters.Count);
        for (int i = 0; i < single.Length; i++)
        {
            Assert.Equal(single[i].ToArray(), flat.Parameters[i].ToArray());
            Assert.Equal(single[i].ToArray(), mixed.Parameters[i].ToArray());
        }
    }

    [Fact]
    public void Parameters_that_have_been_changed_less_often_keep_their_own_count()
    {
        RecordedModel<float> model = Model();
        Tensor<float>[] single = [.. Model().Parameters];
        Adam flat = new(model.Parameters, 0.1), apart = new(single, 0.1);
        model.Parameters[1].Grad = Tensor.Ones<float>(model.Parameters[1].Shape.Sizes);
        single[1].Grad = Tensor.Ones<float>(single[1].Shape.Sizes);
        flat.Step();
        apart.Step();
        SetGradients(model.Parameters, 1);
        SetGradients(single, 1);

        flat.Step(model.HandOver());
        apart.Step();

        for (int i = 0; i < single.Length; i++)
            Assert.Equal(single[i].ToArray(), model.Parameters[i].ToArray());
    }

    [Fact]
    public void A_second_segment_is_changed_as_well()
    {
        RecordedModel<double> child = new(new Dictionary<string, Tensor<double>> { ["W"] = Tensor.Ones<double>(2) });
        _ = child.Parameters;
        RecordedModel<double> model = new(new Dictionary<string, Tensor<double>> { ["W"] = Tensor.Ones<double>(3) }, child);
        Sgd optimizer = new(model.Parameters, learningRate: 0.5);
        foreach (Tensor<double> parameter in model.Parameters)
            parameter.Grad = Tensor.OnesLike(parameter);

        optimizer.Step(model.HandOver());

        Assert.Equal([0.5, 0.5], child.Parameters["W"].ToArray());
        Assert.Equal([0.5, 0.5, 0.5], model.Parameters["W"].ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_the_first_step_nothing_is_allocated(string name)
    {
        RecordedModel<float> model = Model();
        Optimizer optimizer = OptimizerTests.Create(name, model.Parameters);
        SetGradients(model.Parameters, 0);
        Gradients<float> gradients = model.HandOver();
        optimizer.Step(gradients);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            optimizer.Step(gradients);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_step_invalidates_a_tape_that_saved_a_parameter()
    {
        RecordedModel<float> model = Model();
        Tensor<float> early = Ops.Sum(model.Parameters[0] * model.Parameters[0]);

        new Sgd(model.Parameters, learningRate: 0.25).Step(model.HandOver());

        Assert.Contains("changed by an in-place operation", Assert.Throws<InvalidOperationException>(() => early.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_of_other_parameters_and_stale_ones_are_refused()
    {
        RecordedModel<float> model = Model();
        Gradients<float> stale = model.HandOver();
        model.HandOver();

        AssertRefused<InvalidOperationException>("Gradients: a later call has overwritten these gradients", new Sgd(model.Parameters, 0.1), stale);
        AssertRefused<ArgumentException>("AdamW: these are the gradients of other parameters; create", new AdamW(Model().Parameters), model.HandOver());
        AssertRefused<ArgumentException>("Adam: these are the gradients of other parameters; create", new Adam([.. model.Parameters]), model.HandOver());
        AssertRefused<InvalidOperationException>("Gradients: these are the default value", new Sgd(model.Parameters, 0.1), default);
    }

    private static void AssertRefused<TException>(string message, Optimizer optimizer, Gradients<float> gradients)
        where TException : Exception => Assert.StartsWith(message, Assert.Throws<TException>(() => optimizer.Step(gradients)).Message);

    // 5, 21 and 16 elements: vectors of every width begin and end inside of parameters.
    private static RecordedModel<float> Model() => new(new Dictionary<string, Tensor<float>>
    {
        ["A"] = Tensor.Arange<float>(5) / 8f,
        ["B"] = (Tensor.Arange<float>(21) - 9f).Reshape(3, 7) / 4f,
        ["C"] = Tensor.Full(0.3f, 16),
    });

    private static void SetGradients(IEnumerable<Tensor<float>> parameters, int step)
    {
        foreach (Tensor<float> parameter in parameters)
            parameter.Grad = Tensor.From([.. Enumerable.Range(0, parameter.ElementCount).Select(i => (((i * 7) + step) % 5) - 1.7f)], parameter.Shape.Sizes);
    }
}
