using TypedTensors.Compilation;

namespace TypedTensors.Tests.Agreement;

/// <summary>The memory of generated members is marked as that of tensors is.</summary>
public class FreshWorkspaceTests
{
    [Fact]
    public void Memory_that_nobody_wrote_can_be_seen()
    {
        Workspace<Plan> workspace = new WorkspacePool<Plan>().Rent();
        Plan plan = workspace.Add(new Plan(), []);

        Assert.All(plan.Slot.In(workspace).Elements.ToArray(), element => Assert.Equal(FreshMemory.Pattern, element));
    }

    private sealed class Plan : CallPlan
    {
        public Plan() => Slot = Reserve<int>(new Shape(37), 0, 0);

        public Slot<int> Slot { get; }
    }
}
