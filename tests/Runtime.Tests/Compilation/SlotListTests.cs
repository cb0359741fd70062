using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compilation;

public sealed class SlotListTests
{
    [Fact]
    public void An_operation_on_a_list_runs_over_slots()
    {
        OpenPlan plan = new();
        Slot<float> left = plan.Reserve<float>(new Shape(2, 1), 0, 1), right = plan.Reserve<float>(new Shape(2, 2), 0, 1);
        SlotList<float> parts = plan.List(left, right);
        Workspace<OpenPlan> workspace = plan.AddToWorkspace();
        left.In(workspace).Elements.Fill(1);
        right.In(workspace).Elements.Fill(2);
        CatOperation<float> cat = new(1);
        Tensor<float> result = Tensor.Zeros<float>(2, 3);

        Assert.Equal(result.Shape, cat.ResultShape(parts.Shapes));
        cat.Forward(parts.In(workspace), result.View);

        Assert.Equal([1, 2, 2, 1, 2, 2], result.ToArray());
    }

    [Fact]
    public void A_pullback_leaves_out_the_slots_that_are_not_there()
    {
        OpenPlan plan = new();
        Slot<float> wanted = plan.Reserve<float>(new Shape(2), 0, 1);
        SlotList<float> cotangents = plan.List(null, wanted);
        Workspace<OpenPlan> workspace = plan.AddToWorkspace();

        new CatOperation<float>(0).Pullback(
            Tensor.Arange<float>(5).View, [new Shape(3), new Shape(2)], default, default, cotangents.In(workspace));

        Assert.Equal(2, cotangents.In(workspace).Count);
        Assert.False(cotangents.In(workspace)[0].IsPresent);
        Assert.Equal([3, 4], wanted.In(workspace).Elements.ToArray());
    }
}
