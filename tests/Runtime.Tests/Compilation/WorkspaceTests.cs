using System.Runtime.CompilerServices;
using TypedTensors.Compilation;

namespace TypedTensors.Tests.Compilation;

public sealed class WorkspaceTests
{
    [Fact]
    public void Slots_are_contiguous_aligned_and_apart_while_both_are_live()
    {
        WorkspacePool<TestPlan> pool = new();
        Workspace<TestPlan> workspace = pool.Rent();
        TestPlan plan = workspace.Add(new TestPlan(5), [new Shape(5)]);

        plan.First.In(workspace).Elements.Fill(1);
        plan.Second.In(workspace).Elements.Fill(2);

        Assert.Equal([1, 1, 1, 1, 1], plan.First.In(workspace).Elements.ToArray());
        Assert.Equal([2, 2, 2, 2, 2], plan.Second.In(workspace).Elements.ToArray());
        Assert.Equal(0, AddressOf(plan.First.In(workspace)) % 64);
        Assert.Equal(0, AddressOf(plan.Second.In(workspace)) % 64);
    }

    [Fact]
    public void Plans_without_slots_scalars_and_empty_tensors_work()
    {
        Workspace<OpenPlan> nothing = new OpenPlan().AddToWorkspace();
        Assert.NotNull(nothing.Find([]));

        OpenPlan plan = new();
        Slot<double> scalar = plan.Reserve<double>(Shape.Scalar, 0, 0);
        Slot<float> empty = plan.Reserve<float>(new Shape(3, 0), 0, 0);
        Workspace<OpenPlan> workspace = plan.AddToWorkspace();
        scalar.In(workspace).First = 4;

        Assert.Equal((0, 1, 4.0), (scalar.In(workspace).Rank, scalar.In(workspace).ElementCount, scalar.In(workspace).First));
        Assert.Equal((2, 0), (empty.In(workspace).Rank, empty.In(workspace).ElementCount));
    }

    [Fact]
    public void A_slot_outside_its_workspace_is_an_error_not_foreign_memory()
    {
        Workspace<OpenPlan> other = new OpenPlan().AddToWorkspace();
        OpenPlan plan = new();
        Slot<float> slot = plan.Reserve<float>(new Shape(3), 0, 0);

        Assert.Equal(
            "Workspace: the memory was planned for another workspace, or not yet added to this one",
            Assert.Throws<InvalidOperationException>(() => slot.In(other).First = 1).Message);
        plan.AddToWorkspace();
        Assert.Throws<InvalidOperationException>(() => slot.In(other).First = 1);
    }

    [Fact]
    public void A_step_range_runs_forwards() =>
        Assert.Throws<ArgumentOutOfRangeException>("lastStep", () => new OpenPlan().Reserve<float>(new Shape(1), 2, 1));

    [Fact]
    public void Plans_are_found_by_shapes_and_numbers()
    {
        Workspace<TestPlan> workspace = new WorkspacePool<TestPlan>().Rent();
        TestPlan plain = workspace.Add(new TestPlan(1), [new Shape(1)]);
        TestPlan numbered = workspace.Add(new TestPlan(1), [new Shape(1)], [7]);

        Assert.Same(plain, workspace.Find([new Shape(1)]));
        Assert.Same(numbered, workspace.Find([new Shape(1)], [7]));
        Assert.Null(workspace.Find([new Shape(1)], [8]));
        Assert.Null(workspace.Find([new Shape(1, 1)]));
        Assert.Null(workspace.Find([]));
    }

    [Fact]
    public void The_eight_plans_that_were_used_last_are_kept()
    {
        Workspace<TestPlan> workspace = new WorkspacePool<TestPlan>().Rent();
        for (int length = 1; length <= 8; length++)
            workspace.Add(new TestPlan(length), [new Shape(length)]);
        Assert.NotNull(workspace.Find([new Shape(1)]));

        workspace.Add(new TestPlan(9), [new Shape(9)]);

        Assert.Equal([1, 3, 4, 5, 6, 7, 8, 9], Enumerable.Range(1, 9).Where(length => workspace.Find([new Shape(length)]) is not null));
    }

    [Fact]
    public void A_small_plan_lives_on_in_memory_that_grew()
    {
        Workspace<TestPlan> workspace = new WorkspacePool<TestPlan>().Rent();
        TestPlan small = workspace.Add(new TestPlan(2), [new Shape(2)]);
        workspace.Add(new TestPlan(1000), [new Shape(1000)]);

        small.First.In(workspace).Elements.Fill(1);
        small.Second.In(workspace).Elements.Fill(2);

        Assert.Equal([1f, 1f], small.First.In(workspace).Elements.ToArray());
    }

    [Fact]
    public void Only_what_is_not_contiguous_is_copied()
    {
        Workspace<OpenPlan> workspace = new OpenPlan().AddToWorkspace();
        Tensor<int> tensor = Tensor.Arange<int>(6).Reshape(2, 3);

        TensorView<int> itself = workspace.Contiguous(tensor, 0);
        TensorView<int> copy = workspace.Contiguous(tensor.T, 0);
        TensorView<int> other = workspace.Contiguous(tensor[.., 1..].T, 1);

        Assert.True(Unsafe.AreSame(ref itself.First, ref tensor.View.First));
        Assert.Equal([0, 3, 1, 4, 2, 5], copy.Elements.ToArray());
        Assert.Equal([1, 4, 2, 5], other.Elements.ToArray());
        Assert.Equal([3, 2], copy.Sizes.ToArray());
    }

    [Fact]
    public void Each_renter_has_a_workspace_of_its_own()
    {
        WorkspacePool<TestPlan> pool = new();
        Workspace<TestPlan> first = pool.Rent(), second = pool.Rent();

        Assert.NotSame(first, second);
        pool.Return(first);
        Assert.Same(first, pool.Rent());
        pool.Return(second);
        Assert.Equal("WorkspacePool: the workspace is not rented", Assert.Throws<InvalidOperationException>(() => pool.Return(second)).Message);
    }

    [Fact]
    public void Threads_do_not_meet_in_a_workspace()
    {
        WorkspacePool<TestPlan> pool = new();
        int mismatches = 0;
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            Workspace<TestPlan> workspace = pool.Rent();
            try
            {
                Shape shape = new(1 + (i % 3));
                TestPlan plan = workspace.Find([shape]) ?? workspace.Add(new TestPlan(shape.ElementCount), [shape]);
                plan.First.In(workspace).Elements.Fill(i);
                Thread.Yield();
                if (plan.First.In(workspace).Elements.ContainsAnyExcept((float)i))
                    Interlocked.Increment(ref mismatches);
            }
            finally
            {
                pool.Return(workspace);
            }
        });

        Assert.Equal(0, mismatches);
    }

    [Fact]
    public void Calls_that_alternate_between_two_sizes_allocate_nothing()
    {
        WorkspacePool<TestPlan> pool = new();
        Tensor<float> small = Tensor.Zeros<float>(3, 2).T, large = Tensor.Zeros<float>(50, 20).T;
        Call(small);
        Call(large);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            Call(small);
            Call(large);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Call(Tensor<float> x)
        {
            Workspace<TestPlan> workspace = pool.Rent();
            TestPlan plan = workspace.Find([x.Shape]) ?? workspace.Add(new TestPlan(x.ElementCount), [x.Shape]);
            workspace.Contiguous(x, 0).Elements.CopyTo(plan.First.In(workspace).Elements);
            pool.Return(workspace);
        }
    }

    private static unsafe nint AddressOf(TensorView<float> view) => (nint)Unsafe.AsPointer(ref view.First);
}
