using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compilation;

/// <summary>A plan as generated code derives it: two temporaries of a given length.</summary>
internal sealed class TestPlan : CallPlan
{
    public TestPlan(int length)
    {
        First = Reserve<float>(new Shape(length), 0, 1);
        Second = Reserve<float>(new Shape(length), 1, 2);
    }

    public Slot<float> First { get; }

    public Slot<float> Second { get; }
}

/// <summary>A plan to which the test adds what it needs.</summary>
internal sealed class OpenPlan : CallPlan
{
    /// <summary>A workspace with this plan alone.</summary>
    public Workspace<OpenPlan> AddToWorkspace()
    {
        Workspace<OpenPlan> workspace = new WorkspacePool<OpenPlan>().Rent();
        workspace.Add(this, []);
        return workspace;
    }
}
