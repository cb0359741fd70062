using System.Numerics;

namespace TypedTensors;

/// <summary>One parameter of a model, and how its values are drawn.</summary>
internal sealed class ModelParameter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Initialization _initialization;
    private readonly double _initialValue;
    private readonly int _fanIn;

    /// <summary>A parameter without values.</summary>
    /// <param name="name">Its name in its model.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="initialization">How its values are drawn.</param>
    /// <param name="initialValue">What the initialization is given; NaN for its own.</param>
    /// <param name="fanIn">How many inputs feed one output; negative when that is not known.</param>
    /// <exception cref="ArgumentException">The initialization needs a fan in, and there is none.</exception>
    public ModelParameter(string name, Shape shape, Initialization initialization, double initialValue, int fanIn)
    {
        bool needsFanIn = initialization is Initialization.KaimingUniform or Initialization.KaimingNormal
            or Initialization.XavierUniform or Initialization.XavierNormal;
        if (needsFanIn && fanIn <= 0 && shape.ElementCount > 0)
            throw new ArgumentException($"{name}: {initialization} needs a fan in above 0; declare it with FanIn");
        Name = name;
        Tensor = Tensor<T>.Uninitialized(shape).RequireGrad();
        _initialization = initialization;
        _initialValue = initialValue;
        _fanIn = fanIn;
    }

    public string Name { get; }

    public Tensor<T> Tensor { get; }

    /// <summary>Draws all values anew.</summary>
    /// <remarks>
    /// He et al., "Delving deep into rectifiers" (2015); Glorot and Bengio, "Understanding the difficulty of training deep feedforward
    /// neural networks" (2010). The fan out is the last size, as weights are stored (in, out).
    /// </remarks>
    public void Draw(Generator generator)
    {
        Span<T> elements = Tensor.View.Elements;
        if (elements.IsEmpty)
            return;
        double value = double.IsNaN(_initialValue) ? 1 : _initialValue;
        double gain = double.IsNaN(_initialValue) ? Math.Sqrt(2) : _initialValue;
        int fanOut = Tensor.Rank == 0 ? 1 : Tensor.Shape[^1];
        switch (_initialization)
        {
            case Initialization.Default when _fanIn > 0:
                Uniform(1 / Math.Sqrt(_fanIn));
                break;
            case Initialization.Default or Initialization.Zeros:
                elements.Clear();
                break;
            case Initialization.Ones:
                elements.Fill(T.One);
                break;
            case Initialization.Constant:
                elements.Fill(T.CreateChecked(value));
                break;
            case Initialization.Uniform:
                Uniform(value);
                break;
            case Initialization.Normal:
                RandomFill.Normal(elements, generator, 0, value);
                break;
            case Initialization.KaimingUniform:
                Uniform(gain * Math.Sqrt(3.0 / _fanIn));
                break;
            case Initialization.KaimingNormal:
                RandomFill.Normal(elements, generator, 0, gain / Math.Sqrt(_fanIn));
                break;
            case Initialization.XavierUniform:
                Uniform(value * Math.Sqrt(6.0 / ((double)_fanIn + fanOut)));
                break;
            case Initialization.XavierNormal:
                RandomFill.Normal(elements, generator, 0, value * Math.Sqrt(2.0 / ((double)_fanIn + fanOut)));
                break;
            default:
                throw new InvalidOperationException($"{Name}: there is no initialization {_initialization}");
        }

        void Uniform(double bound) => RandomFill.Uniform(Tensor.View.Elements, generator, -bound, bound);
    }
}
