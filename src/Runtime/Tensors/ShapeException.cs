namespace TypedTensors;

/// <summary>A shape, an axis or an index does not fit the operation that was given it.</summary>
/// <remarks>The message is one line that names the operation, the argument, the shapes and the dimension at fault.</remarks>
public sealed class ShapeException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line that names the operation, the argument, the shapes and the dimension at fault.</param>
    public ShapeException(string message)
        : base(message)
    {
    }
}
