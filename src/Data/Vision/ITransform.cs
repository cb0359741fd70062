namespace TypedTensors.Data;

/// <summary>A step that prepares an image for a model.</summary>
/// <remarks>A loader with workers applies it from several threads.</remarks>
/// <typeparam name="TIn">The element type of what it takes.</typeparam>
/// <typeparam name="TOut">The element type of what it gives.</typeparam>
public interface ITransform<TIn, TOut>
    where TIn : unmanaged
    where TOut : unmanaged
{
    /// <summary>The step applied to an image.</summary>
    /// <param name="image">The image, which is not changed.</param>
    /// <exception cref="ShapeException">The step does not take images of this shape.</exception>
    Tensor<TOut> Apply(Tensor<TIn> image);
}
