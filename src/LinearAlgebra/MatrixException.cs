namespace TypedTensors;

/// <summary>The elements of a matrix do not allow what is asked of it: it is singular, not positive definite, or not finite.</summary>
/// <remarks>The message is one line that names the operation and the matrix, with its position in the batch.</remarks>
public sealed class MatrixException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line that names the operation and the matrix.</param>
    public MatrixException(string message)
        : base(message)
    {
    }
}
