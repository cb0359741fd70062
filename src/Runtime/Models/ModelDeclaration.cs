using System.ComponentModel;
using System.Numerics;

namespace TypedTensors;

/// <summary>Receives what a model declares; see <see cref="ITensorModel{T}.Declare"/>.</summary>
/// <typeparam name="T">The element type of the parameters.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelDeclaration<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected ModelDeclaration()
    {
    }

    /// <summary>Declares a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its sizes, outermost first; none for a scalar.</param>
    /// <param name="initialization">How its first values are drawn.</param>
    /// <param name="initialValue">What the initialization is given; NaN for its own.</param>
    /// <param name="fanIn">How many inputs feed one output; -1 when that is not known, as of a vector.</param>
    /// <exception cref="ShapeException">A size is negative.</exception>
    /// <exception cref="ArgumentException">The initialization needs a fan in, and there is none.</exception>
    public abstract void Parameter(
        string name,
        ReadOnlySpan<int> shape,
        Initialization initialization = Initialization.Default,
        double initialValue = double.NaN,
        int fanIn = -1);

    /// <summary>Declares a sub-model.</summary>
    /// <param name="name">Its name, which stands before those of its parameters: <c>Encoder.W</c>.</param>
    /// <param name="child">The sub-model; null when the model has none.</param>
    public abstract void Child(string name, ITensorModel<T>? child);

    /// <summary>Declares a list of sub-models.</summary>
    /// <param name="name">The list's name, which stands with the index before those of the parameters: <c>Layers.0.W</c>.</param>
    /// <param name="children">The sub-models; null when the model has none.</param>
    public void Children(string name, IEnumerable<ITensorModel<T>?>? children)
    {
        int index = 0;
        foreach (ITensorModel<T>? child in children ?? [])
            Child($"{name}.{index++}", child);
    }
}
