namespace TypedTensors;

/// <summary>The implementation of an operation that gives another window on the argument's storage.</summary>
/// <remarks>Its pullback needs no code: the cotangent is added into zeros through the same window.</remarks>
public interface IViewOperation
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The window that the result has.</summary>
    /// <param name="input">The window of the argument.</param>
    /// <returns>The window of the result, within the argument's.</returns>
    /// <exception cref="ShapeException">The argument is refused; see <see cref="OperationContract.Refuse"/>.</exception>
    Layout Apply(Layout input);

    /// <summary>Whether the result can be a window on the argument's storage. Where it cannot, the argument is copied into row-major order first.</summary>
    /// <param name="input">The window of the argument, which is not refused.</param>
    /// <returns>Whether <see cref="Apply"/> has a result.</returns>
    bool IsWindowOn(Layout input) => true;
}

/// <summary>A window on flat storage.</summary>
/// <param name="Shape">The sizes of the dimensions.</param>
/// <param name="Strides">How many elements apart neighbours along each dimension lie; 0 repeats the same element.</param>
/// <param name="Offset">The position of the first element.</param>
public readonly record struct Layout(Shape Shape, int[] Strides, int Offset);
