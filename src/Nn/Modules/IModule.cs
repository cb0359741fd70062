namespace TypedTensors.Nn;

/// <summary>A model that makes one tensor of another, so that it can be a link of a <see cref="Sequential"/>.</summary>
public interface IModule : ITensorModel<float>
{
    /// <summary>The module applied to a tensor.</summary>
    /// <param name="x">The input.</param>
    /// <exception cref="ShapeException">The module does not take tensors of this shape.</exception>
    Tensor<float> Forward(Tensor<float> x);
}
