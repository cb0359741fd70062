using static TypedTensors.Ops;

namespace TypedTensors.Tests.Autograd;

/// <summary>Mistakes in the use of gradients are exceptions that say what went wrong.</summary>
public sealed class SavedValueTests
{
    private readonly Tensor<double> _leaf = Tensor.Ones<double>(2, 3).RequireGrad();

    [Fact]
    public void BackwardOfSeveralElementsNeedsACotangent() => Refuses<ShapeException>(
        "Backward: only a tensor of one element has a gradient by itself; for (2, 3) give a cotangent of that shape",
        () => (_leaf * 2.0).Backward());

    [Fact]
    public void TheCotangentHasTheShapeOfTheTensor() => Refuses<ShapeException>(
        "Backward: the cotangent (3) does not have the shape (2, 3) of the tensor",
        () => (_leaf * 2.0).Backward(Tensor.Ones<double>(3)));

    [Fact]
    public void SomethingMustRequireAGradient() => Refuses<InvalidOperationException>(
        "Backward: nothing requires a gradient: the tensor was not computed from one on which RequireGrad() was called, or recording was paused",
        () => Tensor.Scalar(1.0).Backward());

    [Fact]
    public void AGraphRunsOnce()
    {
        Tensor<double> y = Exp(_leaf);
        y.Backward(Tensor.OnesLike(y));
        Refuses<InvalidOperationException>(
            "Backward: the values that Exp saved were released by an earlier Backward through it; pass retainGraph: true to that one",
            () => y.Backward(Tensor.OnesLike(y)));
    }

    [Fact]
    public void AGraphRunsTwiceWhenItIsRetained()
    {
        Tensor<double> y = Exp(_leaf * 0.0);
        y.Backward(Tensor.OnesLike(y), retainGraph: true);
        y.Backward(Tensor.OnesLike(y));
        Assert.Equal(new double[6], _leaf.Grad!.ToArray());
    }

    [Fact]
    public void WhatSavedNothingRunsAgain()
    {
        Tensor<double> y = _leaf + 1.0;
        y.Backward(Tensor.OnesLike(y));
        y.Backward(Tensor.OnesLike(y));
        Assert.All(_leaf.Grad!.ToArray(), value => Assert.Equal(2, value));
    }

    [Fact]
    public void ASavedValueMayNotChange()
    {
        Tensor<double> factor = Tensor.Ones<double>(3);
        Tensor<double> y = _leaf * factor;
        factor.AddInPlace(1.0);
        Refuses<InvalidOperationException>(
            "Backward: a value (3) that Multiply saved was changed by an in-place operation (it is at version 1, version 0 was saved)",
            () => y.Backward(Tensor.OnesLike(y)));
    }

    [Fact]
    public void AWriteThroughAnotherViewCounts()
    {
        Tensor<double> y = Exp(_leaf);
        y.Detach().Fill(0);
        Refuses<InvalidOperationException>(
            "Backward: a value (2, 3) that Exp saved was changed by an in-place operation (it is at version 1, version 0 was saved)",
            () => y.Backward(Tensor.OnesLike(y)));
    }

    [Fact]
    public void AValueThatWasNotSavedMayChange()
    {
        Tensor<double> addend = Tensor.Ones<double>(3);
        Tensor<double> y = _leaf + addend;
        addend.Fill(5);
        y.Backward(Tensor.OnesLike(y));
        Assert.All(_leaf.Grad!.ToArray(), value => Assert.Equal(1, value));
    }

    [Fact]
    public void ALeafIsNotChangedInPlaceWhileRecording() => Refuses<InvalidOperationException>(
        "AddInPlace: a tensor (2, 3) that requires a gradient is changed in place; do it inside `using (NoGrad())`",
        () => _leaf.AddInPlace(1.0));

    [Fact]
    public void AResultIsNotChangedInPlaceWhileRecording() => Refuses<InvalidOperationException>(
        "Fill: a tensor (2, 3) that was computed from one that requires a gradient is changed in place, which the tape does not record; "
        + "compute a new tensor, or do it inside `using (NoGrad())`",
        () => (_leaf * 2.0).Fill(0));

    [Fact]
    public void ATrackedArgumentOfAnInPlaceOperationWouldLoseItsGradient() => Refuses<InvalidOperationException>(
        "MultiplyInPlace: the argument (2, 3) requires a gradient, which an in-place operation does not record; "
        + "compute a new tensor, Detach() the argument, or do it inside `using (NoGrad())`",
        () => Tensor.Ones<double>(2, 3).MultiplyInPlace(_leaf));

    [Fact]
    public void AParameterIsUpdatedInsideNoGrad()
    {
        Tensor<double> y = _leaf * 3.0;
        y.Backward(Tensor.OnesLike(y));
        using (NoGrad())
            _leaf.SubtractInPlace(_leaf.Grad!, 0.5);
        Assert.All(_leaf.ToArray(), value => Assert.Equal(-0.5, value));
        Assert.True(_leaf.RequiresGrad);
    }

    [Fact]
    public void AGradientIsSetOnlyWhereOneIsKept()
    {
        Refuses<InvalidOperationException>("Grad: the tensor (2) does not require a gradient", () => Tensor.Ones<double>(2).Grad = null);
        Refuses<ShapeException>("Grad: the gradient (2) does not have the shape (2, 3) of its tensor", () => _leaf.Grad = Tensor.Ones<double>(2));
        Refuses<InvalidOperationException>("RetainGrad: the tensor (2) does not require a gradient", () => Tensor.Ones<double>(2).RetainGrad());
    }

    [Fact]
    public void AFailedRunLeavesTheEngineUsable()
    {
        Tensor<double> factor = Tensor.Ones<double>(3);
        Tensor<double> broken = (_leaf * factor) + _leaf;
        factor.Fill(2);
        Assert.Throws<InvalidOperationException>(() => broken.Backward(Tensor.OnesLike(broken)));
        _leaf.Grad = null;
        Tensor<double> sound = _leaf * 4.0;
        sound.Backward(Tensor.OnesLike(sound));
        Assert.All(_leaf.Grad!.ToArray(), value => Assert.Equal(4, value));
    }

    private static void Refuses<TException>(string message, Action action)
        where TException : Exception => Assert.Equal(message, Assert.Throws<TException>(action).Message);
}
