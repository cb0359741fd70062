namespace TypedTensors;

/// <summary>Makes a partial property of a model a trainable parameter, and declares its shape.</summary>
/// <remarks>
/// The items are those of <see cref="ShapeAttribute"/>; every size is computed when the model is created, so it is an expression over
/// constants and the dimensions of the class. <c>[Parameter(784, nameof(hidden))] public partial Tensor&lt;float&gt; W { get; }</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>Declares a parameter by the items of its shape, outermost dimension first.</summary>
    /// <param name="items">Strings of shape items, or integer constants.</param>
    public ParameterAttribute(params object[] items) => Items = items;

    /// <summary>The items as written.</summary>
    public IReadOnlyList<object> Items { get; }

    /// <summary>How the first values are drawn.</summary>
    public Initialization Initialization { get; set; }

    /// <summary>
    /// What the initialisation is given: the constant, the bound of the uniform, the standard deviation of the normal distribution, or the gain
    /// of Kaiming's and Xavier's. NaN, the default, stands for the initialisation's own: 1, and the gain of a rectifier for Kaiming's.
    /// </summary>
    public double InitialValue { get; set; } = double.NaN;

    /// <summary>
    /// How many inputs feed one output, as an expression over the dimensions of the class; when it is left out, the product of all sizes but
    /// the last, as weights are stored (in, out).
    /// </summary>
    public string? FanIn { get; set; }
}
