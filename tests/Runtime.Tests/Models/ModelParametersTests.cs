using static TypedTensors.Ops;

namespace TypedTensors.Tests.Models;

public sealed class ModelParametersTests
{
    [Fact]
    public void Parameters_are_leaves_that_stay_the_same_tensors()
    {
        Layer layer = new(3, 2);
        Tensor<float> weight = layer.W;
        float[] values = weight.ToArray();

        Assert.Same(weight, layer.Parameters[0]);
        Assert.Same(weight, layer.W);
        Assert.Same(layer.Parameters, layer.Parameters);
        Assert.Equal(values, weight.ToArray());
        Assert.True(weight.RequiresGrad && weight.IsLeaf);
    }

    [Fact]
    public void A_root_lays_all_parameters_side_by_side_in_the_order_of_their_declarations()
    {
        Layer encoder = new(3, 2), layer = new(2, 2);
        Network network = new(encoder, null, layer);

        ModelParameters<float> parameters = network.Parameters;

        Assert.Equal(["Encoder.W", "Encoder.B", "Scale", "Layers.1.W", "Layers.1.B"], parameters.Names);
        Assert.Equal([encoder.W, encoder.B, network.Scale, layer.W, layer.B], parameters);
        Assert.Equal([0, 6, 8, 9, 13], parameters.Select(parameter => parameter.StorageOffset));
        Assert.All(parameters, parameter => Assert.True(parameter.SharesStorageWith(network.Scale)));
        Assert.Equal(15, parameters.ElementCount);
        Assert.Same(layer.B, parameters["Layers.1.B"]);
        Assert.Single(parameters.Segments);
    }

    [Fact]
    public void A_sub_model_in_two_places_has_its_parameters_once()
    {
        Layer shared = new(2, 2);
        Network network = new(shared, shared);

        Assert.Equal(["Encoder.W", "Encoder.B", "Scale"], network.Parameters.Names);
        Assert.Equal(7, network.Parameters.ElementCount);
        Assert.Same(shared.W, network.Parameters["Layers.0.W"]);
    }

    [Fact]
    public void A_sub_model_of_another_root_stays_in_its_buffer()
    {
        Layer mine = new(1, 1), shared = new(2, 3), other = new(2, 2);
        ModelParameters<float> owner = new Network(other, shared).Parameters;
        int offset = shared.W.StorageOffset;

        ModelParameters<float> parameters = new Network(mine, shared).Parameters;

        Assert.True(shared.W.SharesStorageWith(other.W));
        Assert.False(shared.W.SharesStorageWith(mine.W));
        Assert.Equal(offset, shared.W.StorageOffset);
        Assert.Equal([(0, 3), (offset, 9)], parameters.Segments.Select(segment => (segment.Offset, segment.ElementCount)));
        Assert.Equal(16, owner.ElementCount);
    }

    [Fact]
    public void Parts_of_a_buffer_with_a_gap_between_them_are_two_segments()
    {
        Layer first = new(1, 1), gap = new(1, 1), last = new(1, 1);
        _ = new Network(first, gap, last).Parameters;

        Assert.Equal([2, 2, 1], new Network(first, last).Parameters.Segments.Select(segment => segment.ElementCount).OrderDescending());
    }

    [Fact]
    public void Empty_models_and_empty_parameters_are_models_as_well()
    {
        Assert.Empty(new Free((_, _) => { }).Parameters);
        Layer empty = new(0, 3);
        Assert.Equal([0, 0], empty.Parameters.Select(parameter => parameter.StorageOffset));
        Assert.Equal(3, empty.Parameters.ElementCount);
    }

    [Fact]
    public void A_tape_that_saved_a_parameter_outlives_its_move_but_not_a_write_to_it()
    {
        Layer layer = new(2, 2);
        using (NoGrad())
            layer.W.Fill(2);
        Tensor<float> loss = Sum(layer.W * layer.W), stale = Sum(layer.W * layer.W);

        ModelParameters<float> parameters = layer.Parameters;
        loss.Backward();
        Assert.Equal([4, 4, 4, 4], layer.W.Grad!.ToArray());
        parameters.Initialize(new Generator(1));

        Assert.Contains("changed by an in-place operation", Assert.Throws<InvalidOperationException>(() => stale.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_contain_themselves_and_names_that_repeat_are_refused()
    {
        Free cyclic = new((self, model) => model.Child("Next", self));
        Assert.Equal("Free: the model is a sub-model of itself, at Next", Assert.Throws<InvalidOperationException>(() => cyclic.Parameters).Message);

        Free twice = new((_, model) =>
        {
            model.Parameter("W", [1]);
            model.Parameter("W", [2]);
        });
        Assert.Equal("Parameters: two parameters are named W", Assert.Throws<InvalidOperationException>(() => twice.Parameters).Message);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() => Assert.Equal(
        "Parameters: there is no parameter \"V\"; there are \"W\", \"B\"",
        Assert.Throws<KeyNotFoundException>(() => new Layer(1, 1).Parameters["V"]).Message);

    [Fact]
    public void Threads_see_one_set_of_tensors()
    {
        for (int repetition = 0; repetition < 50; repetition++)
        {
            Layer layer = new(4, 4);
            Network network = new(layer);
            var seen = new (Tensor<float> Weight, ModelParameters<float> Parameters)[8];
            Parallel.For(0, seen.Length, i => seen[i] = (layer.W, network.Parameters));

            Assert.All(seen, each => Assert.Same(layer.W, each.Weight));
            Assert.All(seen, each => Assert.Same(network.Parameters, each.Parameters));
        }
    }
}
