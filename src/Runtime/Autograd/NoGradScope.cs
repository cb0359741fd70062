using TypedTensors.Autograd;

namespace TypedTensors;

/// <summary>The block in which no operation is recorded; see <see cref="Ops.NoGrad"/>. Disposing it restores what was before.</summary>
public readonly struct NoGradScope : IDisposable
{
    private readonly bool _wasPaused;

    private NoGradScope(bool wasPaused) => _wasPaused = wasPaused;

    internal static NoGradScope Enter()
    {
        var scope = new NoGradScope(Recording.IsPaused);
        Recording.IsPaused = true;
        return scope;
    }

    /// <summary>Ends the block.</summary>
    public void Dispose() => Recording.IsPaused = _wasPaused;
}
