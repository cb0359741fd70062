using System.Runtime.CompilerServices;
using TypedTensors.Compilation;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Tests.Compilation;

/// <summary>Planned windows against the tensors that the view operations give, and their pullbacks against the tape.</summary>
public sealed class WindowTests
{
    private readonly Tensor<float> _x = (Tensor.Arange<float>(24) + 1f).Reshape(2, 3, 4);

    [Fact]
    public void A_permutation_shares_memory() => Check(new PermuteOperation([2, 0, 1]), Ops.Permute(_x, 2, 0, 1), _x);

    [Fact]
    public void A_reshape_shares_memory() => Check(new ReshapeOperation([6, -1]), _x.Reshape(6, -1), _x);

    [Fact]
    public void A_slice_leaves_the_rest_without_a_gradient() => Check(new GetItemOperation([1, Slice.All, (..2)]), _x[1, .., ..2], _x);

    [Fact]
    public void An_expansion_sums_what_it_repeated() => Check(new ExpandOperation([5, 2, 3, 4]), _x.Expand(5, 2, 3, 4), _x);

    [Fact]
    public void An_empty_window_has_no_elements() => Check(new GetItemOperation([2..]), _x[2..], _x);

    [Fact]
    public void A_scalar_can_be_expanded() => Check(new ExpandOperation([3]), Tensor.Scalar(2f).Expand(3), Tensor.Scalar(2f));

    [Fact]
    public void A_window_on_a_window_shares_memory_where_it_can()
    {
        OpenPlan plan = new();
        Window<float> slice = plan.View<GetItemOperation, float>(new([1.., Slice.All, 1..]), _x.Shape, 0, 1);
        Window<float> swapped = plan.View<TransposeOperation, float>(new(1, 2), slice, 0, 1);
        Workspace<OpenPlan> workspace = plan.AddToWorkspace();

        TensorView<float> view = swapped.Of(slice.Of(_x.View, workspace), workspace);

        Assert.Equal(_x[1.., .., 1..].Transpose(1, 2).ToArray(), Elements(view));
        Assert.True(Unsafe.AreSame(ref view.First, ref _x.View.Buffer[13]));
    }

    [Fact]
    public void A_reshape_that_no_strides_give_goes_through_a_copy()
    {
        OpenPlan plan = new();
        Window<float> swapped = plan.View<TransposeOperation, float>(new(0, 2), _x.Shape, 0, 2);
        Window<float> flat = plan.View<ReshapeOperation, float>(new([-1]), swapped, 1, 2);
        Workspace<OpenPlan> workspace = plan.AddToWorkspace();
        Tensor<float> expected = _x.Transpose(0, 2).Reshape(-1);

        Assert.Equal(new Shape(24), flat.Shape);
        Assert.Equal(expected.ToArray(), Elements(flat.Of(swapped.Of(_x.View, workspace), workspace)));

        Tensor<float> inner = Tensor.Full(float.NaN, 4, 3, 2), outer = Tensor.Full(float.NaN, 2, 3, 4);
        flat.Pullback(Tensor.Arange<float>(24).View, inner.View);
        swapped.Pullback(inner.View, outer.View);
        Assert.Equal(Tensor.Arange<float>(24).Reshape(4, 3, 2).Transpose(0, 2).ToArray(), outer.ToArray());
    }

    [Fact]
    public void Shapes_are_refused_with_the_message_of_the_operation() => Assert.Equal(
        Assert.Throws<ShapeException>(() => _x.Reshape(5, 5)).Message,
        Assert.Throws<ShapeException>(() => new OpenPlan().View<ReshapeOperation, float>(new([5, 5]), _x.Shape, 0, 0)).Message);

    private static void Check<TOperation>(TOperation operation, Tensor<float> expected, Tensor<float> x)
        where TOperation : struct, IViewOperation
    {
        OpenPlan plan = new();
        Window<float> window = plan.View<TOperation, float>(operation, x.Shape, 0, 1);
        Workspace<OpenPlan> workspace = plan.AddToWorkspace();

        Assert.Equal(expected.Shape, window.Shape);
        Assert.Equal(expected.ToArray(), Elements(window.Of(x.View, workspace)));

        Tensor<float> tracked = x.Copy().RequireGrad();
        Tensor<float> cotangent = (Tensor.Arange<float>(expected.ElementCount) + 1f).Reshape(expected.Shape.Sizes);
        Eager.View(operation, tracked).Backward(cotangent);
        Tensor<float> gradient = Tensor.Full(float.NaN, x.Shape.Sizes);
        window.Pullback(cotangent.View, gradient.View);
        Assert.Equal(tracked.Grad!.ToArray(), gradient.ToArray());
    }

    private static float[] Elements(TensorView<float> view)
    {
        Tensor<float> copy = Tensor.Zeros<float>(view.Sizes);
        StridedCopy.Run(view, copy.View);
        return copy.ToArray();
    }
}
