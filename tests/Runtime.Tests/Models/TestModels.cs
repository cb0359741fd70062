namespace TypedTensors.Tests.Models;

/// <summary>A layer as generated code implements it.</summary>
internal sealed class Layer(int inputs, int outputs) : ITensorModel<float>
{
    private ModelState<float>? _modelState;

    public Tensor<float> W => ModelState[0];

    public Tensor<float> B => ModelState[1];

    public ModelParameters<float> Parameters => ModelState.Parameters;

    private ModelState<float> ModelState => ModelState<float>.Of(this, ref _modelState);

    void ITensorModel<float>.Declare(ModelDeclaration<float> model)
    {
        model.Parameter(nameof(W), [inputs, outputs], fanIn: inputs);
        model.Parameter(nameof(B), [outputs]);
    }
}

/// <summary>A model with a parameter of its own between a sub-model and a list of sub-models.</summary>
internal sealed class Network : ITensorModel<float>
{
    private ModelState<float>? _modelState;

    public Network(Layer encoder, params Layer?[] layers)
    {
        _ = Scale; // a constructor may use a parameter before it has created the sub-models
        Encoder = encoder;
        Layers = layers;
    }

    public Layer? Encoder { get; }

    public IReadOnlyList<Layer?>? Layers { get; }

    public Tensor<float> Scale => ModelState[0];

    public ModelParameters<float> Parameters => ModelState.Parameters;

    private ModelState<float> ModelState => ModelState<float>.Of(this, ref _modelState);

    void ITensorModel<float>.Declare(ModelDeclaration<float> model)
    {
        model.Child(nameof(Encoder), Encoder);
        model.Parameter(nameof(Scale), [], Initialization.Constant, initialValue: 3);
        model.Children(nameof(Layers), Layers);
    }
}

/// <summary>A model of one parameter that is drawn in a given way.</summary>
internal sealed class Single(int[] shape, Initialization initialization, double initialValue, int fanIn) : ITensorModel<float>
{
    private ModelState<float>? _modelState;

    public ModelParameters<float> Parameters => ModelState<float>.Of(this, ref _modelState).Parameters;

    void ITensorModel<float>.Declare(ModelDeclaration<float> model) => model.Parameter("P", shape, initialization, initialValue, fanIn);
}

/// <summary>A model that declares what it is told to.</summary>
internal sealed class Free(Action<Free, ModelDeclaration<float>> declare) : ITensorModel<float>
{
    private ModelState<float>? _modelState;

    public ModelParameters<float> Parameters => ModelState<float>.Of(this, ref _modelState).Parameters;

    void ITensorModel<float>.Declare(ModelDeclaration<float> model) => declare(this, model);
}
