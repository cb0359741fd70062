namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Opens a block in which no operation is recorded, so that parameters can be changed in place: <c>using (NoGrad()) w.SubtractInPlace(g);</c>.
    /// </summary>
    /// <remarks>The setting belongs to the calling thread, flows with its asynchronous calls, and ends when the returned scope is disposed.</remarks>
    /// <returns>The scope to dispose.</returns>
    public static NoGradScope NoGrad() => NoGradScope.Enter();
}
