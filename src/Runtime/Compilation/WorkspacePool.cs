using System.ComponentModel;

namespace TypedTensors.Compilation;

/// <summary>The workspaces of a generated member: each call rents one, so that several threads may call the member at once.</summary>
/// <typeparam name="TPlan">The member's plan.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkspacePool<TPlan>
    where TPlan : CallPlan
{
    private readonly Lock _lock = new();

    // The last one returned is the first to go out again: its memory is the likeliest to be in a cache.
    private Workspace<TPlan>[] _idle = [];
    private int _idleCount;
    private int _count;

    /// <summary>A workspace that no other call uses until it is returned, which belongs into a finally block.</summary>
    public Workspace<TPlan> Rent()
    {
        lock (_lock)
        {
            Workspace<TPlan> workspace = _idleCount > 0 ? _idle[--_idleCount] : Create();
            workspace.IsRented = true;
            return workspace;
        }
    }

    /// <summary>Gives a workspace back.</summary>
    /// <param name="workspace">A workspace that was rented here.</param>
    /// <exception cref="InvalidOperationException">It is not rented.</exception>
    public void Return(Workspace<TPlan> workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        lock (_lock)
        {
            if (!workspace.IsRented)
                throw new InvalidOperationException("WorkspacePool: the workspace is not rented");
            workspace.IsRented = false;
            _idle[_idleCount++] = workspace;
        }
    }

    // Makes room for its return as well, so that nothing is allocated then.
    private Workspace<TPlan> Create()
    {
        if (++_count > _idle.Length)
            Array.Resize(ref _idle, Math.Max(2, 2 * _count));
        return new Workspace<TPlan>();
    }
}
