using System.Numerics;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Autograd;

/// <summary>
/// The arithmetic that the engine needs of an element type. Operations such as views are generic without it; it exists for every
/// type that has had a tensor with a gradient, and for the floating-point types of the platform.
/// </summary>
internal abstract class GradientArithmetic<T>
    where T : unmanaged
{
    /// <summary>The arithmetic of the element type, or null when there are no gradients of that type.</summary>
    public static GradientArithmetic<T>? Instance { get; private set; } = OfPlatformType();

    /// <summary>Makes the arithmetic of a type available.</summary>
    public static void Register<TFloat>()
        where TFloat : unmanaged, IFloatingPointIeee754<TFloat> =>
        GradientArithmetic<TFloat>.Instance ??= new FloatingPointArithmetic<TFloat>();

    /// <summary>Adds the source into a destination whose elements may repeat.</summary>
    public abstract void AddInto(TensorView<T> source, TensorView<T> destination);

    /// <summary>The operations of the type, recorded.</summary>
    public abstract RecordedArithmetic<T> Recorded { get; }

    /// <summary>The value one.</summary>
    public abstract T One { get; }

    private static GradientArithmetic<T>? OfPlatformType() =>
        typeof(T) == typeof(float) ? (GradientArithmetic<T>)(object)new FloatingPointArithmetic<float>()
        : typeof(T) == typeof(double) ? (GradientArithmetic<T>)(object)new FloatingPointArithmetic<double>()
        : typeof(T) == typeof(Half) ? (GradientArithmetic<T>)(object)new FloatingPointArithmetic<Half>()
        : null;
}

/// <summary>The arithmetic of a floating-point type.</summary>
internal sealed class FloatingPointArithmetic<T> : GradientArithmetic<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override RecordedArithmetic<T> Recorded { get; } = new RecordedFloatingPoint<T>();

    public override T One => T.One;

    public override void AddInto(TensorView<T> source, TensorView<T> destination) => StridedAdd.Run(source, destination);
}
