namespace TypedTensors.Tests.Models;

public sealed class StateDictionaryTests
{
    private readonly ModelParameters<float> _parameters = new Layer(2, 3).Parameters;

    [Fact]
    public void It_goes_round()
    {
        IReadOnlyDictionary<string, Tensor<float>> saved = _parameters.StateDictionary();
        ModelParameters<float> other = new Layer(2, 3).Parameters;
        other.Initialize(new Generator(99));
        int version = other[0].StorageVersion;

        other.LoadStateDictionary(saved);

        Assert.Equal(["W", "B"], saved.Keys);
        Assert.Equal(_parameters[0].ToArray(), other[0].ToArray());
        Assert.True(other[0].StorageVersion > version);
    }

    [Fact]
    public void It_shares_the_memory_of_the_parameters_untracked()
    {
        Tensor<float> weight = _parameters.StateDictionary()["W"];

        Assert.True(weight.SharesStorageWith(_parameters["W"]));
        Assert.False(weight.RequiresGrad);
    }

    [Fact]
    public void A_tied_parameter_has_all_its_names_and_one_value()
    {
        Layer shared = new(2, 2);
        ModelParameters<float> parameters = new Network(shared, shared).Parameters;
        Dictionary<string, Tensor<float>> values = new(parameters.StateDictionary());
        Assert.Equal(["Encoder.B", "Encoder.W", "Layers.0.B", "Layers.0.W", "Scale"], values.Keys.Order());
        parameters.LoadStateDictionary(values);
        values["Layers.0.W"] = Tensor.Full(8f, 2, 2);

        Assert.Equal(
            "LoadStateDictionary: \"Encoder.W\" and \"Layers.0.W\" are one parameter, but their values differ",
            Assert.Throws<ArgumentException>(() => parameters.LoadStateDictionary(values)).Message);
    }

    [Fact]
    public void Names_must_be_those_of_the_parameters() => AssertRefused<ArgumentException>(
        "LoadStateDictionary: missing \"B\"; unexpected \"C\", \"D\"",
        ("W", Tensor.Ones<float>(2, 3)), ("C", Tensor.Ones<float>(1)), ("D", Tensor.Ones<float>(1)));

    [Fact]
    public void Shapes_must_be_those_of_the_parameters() => AssertRefused<ShapeException>(
        "LoadStateDictionary: \"B\" is (1), not (3)", ("W", Tensor.Ones<float>(2, 3)), ("B", Tensor.Ones<float>(1)));

    [Fact]
    public void Values_may_lie_in_the_parameters_themselves()
    {
        ModelParameters<float> parameters = new Network(new Layer(2, 2), new Layer(2, 2)).Parameters;
        IReadOnlyDictionary<string, Tensor<float>> state = parameters.StateDictionary();
        float[] first = state["Encoder.W"].ToArray(), second = state["Layers.0.W"].ToArray();

        parameters.LoadStateDictionary(new Dictionary<string, Tensor<float>>(state)
        {
            ["Encoder.W"] = state["Layers.0.W"],
            ["Layers.0.W"] = state["Encoder.W"].T,
        });

        Assert.Equal(second, parameters["Encoder.W"].ToArray());
        Assert.Equal([first[0], first[2], first[1], first[3]], parameters["Layers.0.W"].ToArray());
    }

    private void AssertRefused<TException>(string message, params (string Name, Tensor<float> Value)[] values)
        where TException : Exception
    {
        float[] before = _parameters[0].ToArray();

        Assert.Equal(message, Assert.Throws<TException>(() => _parameters.LoadStateDictionary(values.ToDictionary(pair => pair.Name, pair => pair.Value))).Message);

        Assert.Equal(before, _parameters[0].ToArray());
    }
}
